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

const PORT = 3000;
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
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
    const body = await readFile(join("dist", path || "about.html"));
    response.writeHead(200, {
      "content-type": `${TYPES[extname(path || ".html")] ?? "application/octet-stream"}; charset=utf-8`,
      // What was built again is what Excel is to show, and Excel fetches the functions' list from a page of its own.
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
server.on("error", (failure) => {
  console.error(
    failure.code === "EADDRINUSE"
      ? `Port ${PORT} is taken, and the manifest names it. End what uses it (npm start, or this command in another window) and try again.`
      : failure.message,
  );
  process.exit(1);
});
await new Promise((resolve) => server.listen(PORT, resolve));

const byHand = () =>
  console.error(
    "Excel could not be started with the add-in. The site is served all the same: load manifest.xml by hand, see README.md, or press Ctrl+C.",
  );
const [command, args] = sideload("start");
console.log(
  `Serving https://localhost:${PORT}/ . Excel opens with the Gendan tab. Ctrl+C ends and removes the add-in.`,
);
spawn(command, args, { stdio: "inherit", shell: process.platform === "win32" })
  .on("error", byHand)
  .on("exit", (code) => code && byHand());
process.on("SIGINT", () => {
  const [stop, stopArgs] = sideload("stop");
  try {
    execFileSync(stop, stopArgs, { stdio: "inherit", shell: process.platform === "win32" });
  } catch {
    console.error("The add-in could not be taken out of Excel; remove it there under Insert > My Add-ins.");
  } finally {
    server.close();
    process.exit(0);
  }
});
