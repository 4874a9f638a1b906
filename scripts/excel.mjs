// Shows the add-in in Excel on this Windows PC or Mac: makes and trusts a development certificate for localhost, serves
// dist/ over https, hands Excel the manifest, and takes it away again on Ctrl+C.
//   npm run excel
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:https";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import devCerts from "office-addin-dev-certs";

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error(
    "Excel runs on Windows and Mac only. On this machine `npm start` shows the add-in in the browser.",
  );
  process.exit(1);
}

const npx = process.platform === "win32" ? "npx.cmd" : "npx";
// Kept out of package.json: it brings native modules that only this command needs.
const sideload = (what) => [
  npx,
  ["--yes", "office-addin-debugging@7.0.0", what, "manifest.xml", "desktop", "--no-debug"],
];

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".xml": "text/xml",
  ".css": "text/css",
};

execFileSync(process.execPath, ["node_modules/webpack-cli/bin/cli.js", "--mode", "production"], {
  stdio: "inherit",
});
const server = createServer(await devCerts.getHttpsServerOptions(), async (request, response) => {
  const path = normalize(
    decodeURIComponent(new URL(request.url ?? "/", "https://localhost").pathname),
  ).replace(/^([/\\]|\.\.)+/, "");
  try {
    const body = await readFile(join("dist", path || "taskpane.html"));
    response.writeHead(200, {
      "content-type": `${TYPES[extname(path)] ?? "application/octet-stream"}; charset=utf-8`,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
}).listen(3000);

const [command, args] = sideload("start");
spawn(command, args, { stdio: "inherit", shell: process.platform === "win32" });
console.log(
  "Serving https://localhost:3000/ . Excel opens with the Gendan tab. Ctrl+C ends and removes the add-in.",
);
process.on("SIGINT", () => {
  const [stop, stopArgs] = sideload("stop");
  try {
    execFileSync(stop, stopArgs, { stdio: "inherit", shell: process.platform === "win32" });
  } finally {
    server.close();
    process.exit(0);
  }
});
