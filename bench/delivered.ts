import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import webpack from "webpack";

/** functions.js as it is delivered, made anew. */
export const delivered = (): Promise<string> => (made ??= make());

let made: Promise<string> | undefined;

async function make(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "gendan-bench-"));
  const compiler = webpack({
    mode: "production",
    entry: { functions: join(__dirname, "../src/functions/index.ts") },
    output: { path: folder, filename: "[name].js" },
    resolve: { extensions: [".ts", ".js"] },
    module: {
      rules: [{ test: /\.ts$/, use: { loader: "ts-loader", options: { transpileOnly: true } } }],
    },
  });
  try {
    await promisify(compiler.run.bind(compiler))();
    await promisify(compiler.close.bind(compiler))();
    return readFileSync(join(folder, "functions.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
