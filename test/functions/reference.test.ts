import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");

it("the reference pages in docs/ are the ones that the comments make", () => {
  const script =
    'import("./scripts/functionsMetadata.mjs").then(async (m) => console.log(JSON.stringify(await m.referencePages())))';
  const pages = JSON.parse(
    execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }),
  ) as Record<string, string>;
  expect(Object.keys(pages)).toEqual(["docs/functions.en.md", "docs/functions.zh-CN.md"]);
  for (const [path, text] of Object.entries(pages)) expect(readFileSync(join(root, path), "utf8")).toBe(text);
});
