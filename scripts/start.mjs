// npm start: builds the add-in and the workbench page, serves both on one local port, and opens the browser.
//
//   --production   production builds
//   --no-build     serve what was built before
//   --no-open      leave the browser alone
//   PORT           the first port to try, 3000 if not said
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import webpack from "webpack";
import WebpackDevServer from "webpack-dev-server";
import addinConfig from "../webpack.config.js";
import workbenchConfig from "../webpack.workbench.config.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const HOST = "localhost";
const QUIET = { infrastructureLogging: { level: "warn" } };
const ADDIN = path.join(ROOT, "build/addin");

/**
 * Over plain http office.js asks a page beside itself whether its host is to be trusted, and waits for the answer. The package
 * carries that page for Microsoft's own hosts only; this one answers for the workbench.
 */
const TRUST_PAGE = `<!doctype html><script>
  addEventListener("message", (event) => {
    if (event.origin === location.origin) event.source.postMessage('{"hostUserTrusted":true}', event.origin);
  });
</script>`;

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, HOST, () => probe.close(() => resolve(true)));
  });
}

async function freePort(first) {
  for (let port = first; port < first + 100; port++) if (await isFree(port)) return port;
  throw new Error(`No free port from ${first} to ${first + 99}`);
}

function compilerFor(mode, url) {
  const argv = { mode };
  // A folder of its own: dist/ is what gets delivered, with office.js from Microsoft's network.
  const addin = addinConfig({ OFFICE_JS: "/office-js/office.js", ADDIN_URL: url }, argv);
  addin.output.path = ADDIN;
  return webpack([addin, ...workbenchConfig({}, argv)].map((config) => ({ ...config, ...QUIET })));
}

async function buildOnce(url) {
  const compiler = compilerFor("production", url);
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
}

/** Tells open workbench pages what was built again: the add-in is reloaded in its pane, the workbook stays open. */
function announceBuilds(compilers, devServer) {
  const listeners = new Set();
  devServer.app.get("/workbench/builds", (_request, response) => {
    response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    response.write("retry: 1000\n\n");
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  });
  for (const compiler of compilers) {
    let last = "";
    compiler.hooks.done.tap("announceBuilds", (stats) => {
      const first = last === "";
      const same = stats.hash === last;
      last = stats.hash;
      if (first || same || stats.hasErrors()) return;
      for (const listener of listeners) listener.write(`data: ${compiler.name}\n\n`);
    });
  }
}

/**
 * Serves the workbench and the add-in. `build`: "development" (and again after each change), "production", or "none" for what
 * was built before. Resolves when the page can be opened.
 */
export async function serve({ port = 3000, build = "development" } = {}) {
  const chosen = await freePort(port);
  const url = `http://${HOST}:${chosen}/`;
  if (build === "production") await buildOnce(url);
  const compiler =
    build === "development"
      ? compilerFor(build, url)
      : // Nothing to compile; without a folder of its own it would serve what lies in dist/.
        webpack([{ entry: {}, mode: "none", output: { path: path.join(ROOT, "build/nothing") }, ...QUIET }]);
  // While developing, what is broken is printed and mended; the page is served all the same.
  const built = new Promise((resolve) => {
    compiler.hooks.done.tap("serve", resolve);
    for (const { hooks } of compiler.compilers) hooks.failed.tap("serve", resolve);
  });

  const folder = (directory, publicPath, index = false) => ({
    directory: path.join(ROOT, directory),
    publicPath,
    watch: false,
    serveIndex: false,
    staticOptions: { index },
  });
  const server = new WebpackDevServer(
    {
      host: HOST,
      port: chosen,
      client: false,
      hot: false,
      liveReload: false,
      webSocketServer: false,
      devMiddleware: { writeToDisk: true, stats: build === "development" ? "errors-warnings" : "none" },
      static: [
        folder("build/workbench", "/", "index.html"),
        folder("build/workbench", "/workbench"),
        folder("build/addin", "/"),
        folder("node_modules/@microsoft/office-js/dist", "/office-js"),
        ...["@univerjs", "@wendellhu/redi", "rxjs"].map((name) =>
          folder(`node_modules/${name}`, `/vendor/${name}`),
        ),
      ],
      setupMiddlewares: (middlewares, devServer) => {
        devServer.app.get(/^\/office-js\/agaveerrorux\/index\.html$/i, (_request, response) => {
          response.type("html").send(TRUST_PAGE);
        });
        announceBuilds(compiler.compilers, devServer);
        return middlewares;
      },
    },
    compiler,
  );
  await server.start();
  await built;
  return { url, close: () => server.stop() };
}

/** Where there is a screen; without one the printed address is enough. */
function openBrowser(url) {
  const screen = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen || process.env.CI) return;
  const [command, ...args] = { win32: ["cmd", "/c", "start", '""', url], darwin: ["open", url] }[
    process.platform
  ] ?? ["xdg-open", url];
  const child = spawn(command, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const has = (flag) => process.argv.includes(flag);
  const began = Date.now();
  const build = has("--no-build") ? "none" : has("--production") ? "production" : "development";
  try {
    if (build !== "none") console.log("Building the add-in and the workbench…");
    const { url, close } = await serve({ port: Number(process.env.PORT) || 3000, build });
    console.log(
      `\nReady after ${((Date.now() - began) / 1000).toFixed(1)} s. Open\n\n  ${url}\n\nCtrl+C stops it.`,
    );
    if (!has("--no-open")) openBrowser(url);
    for (const signal of ["SIGINT", "SIGTERM"])
      process.on(signal, () => void close().then(() => process.exit(0)));
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exit(1);
  }
}
