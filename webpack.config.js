// Builds the add-in into dist/: a static site that any web server can host.
//
// Settings (environment):
//   ADDIN_URL  where dist/ will be hosted, with a trailing slash    default https://localhost:3000/
//   OFFICE_JS  where the pages load office.js from                  default Microsoft's network; "china" = the one operated
//              by 21Vianet; the workbench serves the development package at /office-js/
const { readFileSync } = require("node:fs");
const path = require("node:path");
const { gzipSync } = require("node:zlib");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

const OFFICE_JS = {
  world: "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
  china: "https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js",
};

/** Gzipped bytes: what a merchandiser on a factory's network waits for. */
const BUDGET = { functions: 120 * 1024, pane: 260 * 1024 };

/** Fails the build when functions.js, or all scripts the pane page loads first, outgrow their budget. */
class SizeBudget {
  apply(compiler) {
    compiler.hooks.afterEmit.tap("SizeBudget", (compilation) => {
      // From the disk: once written, webpack keeps an asset's size only.
      const size = (files) =>
        [...new Set(files)]
          .filter((file) => file.endsWith(".js"))
          .reduce(
            (sum, file) =>
              sum + gzipSync(readFileSync(path.join(compilation.outputOptions.path, file))).length,
            0,
          );
      const filesOf = (name) => compilation.namedChunkGroups.get(name)?.getFiles() ?? [];
      const sizes = {
        functions: size(filesOf("functions")),
        // One language is loaded; the Chinese words weigh more than the English.
        pane: size(["functions", "boot", "pane", "today", "words-zh"].flatMap(filesOf)),
      };
      for (const [what, bytes] of Object.entries(sizes)) {
        const text = `${what}: ${(bytes / 1024).toFixed(1)} KB gzipped of ${BUDGET[what] / 1024} KB`;
        console.log(`size budget, ${text}`);
        if (bytes > BUDGET[what]) compilation.errors.push(new Error(`Over the size budget: ${text}`));
      }
    });
  }
}

/** Writes functions.json, its Chinese overlay and the help data beside functions.js. */
class FunctionsMetadata {
  constructor(helpUrl) {
    this.helpUrl = helpUrl;
  }
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise("FunctionsMetadata", async (compilation) => {
      const { generate } = await import("./scripts/functionsMetadata.mjs");
      await generate(compilation.outputOptions.path, { helpUrl: this.helpUrl });
    });
  }
}

module.exports = (env = {}, argv = {}) => {
  const production = argv.mode === "production";
  const addinUrl = (env.ADDIN_URL ?? process.env.ADDIN_URL ?? "https://localhost:3000/").replace(/\/*$/, "/");
  const wanted = env.OFFICE_JS ?? process.env.OFFICE_JS ?? "world";
  const officeJs = OFFICE_JS[wanted] ?? wanted;
  const officeJsOrigin = officeJs.startsWith("http") ? ` ${new URL(officeJs).origin}` : "";

  // Nothing leaves the workbook: the pane may talk to its own site only. Griffel and office.js write style elements; in
  // Chromium the hash of an empty one would do, but a web view that saw it otherwise would show a pane without any style.
  const contentSecurityPolicy = [
    "default-src 'none'",
    `script-src 'self'${officeJsOrigin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    // Over plain http office.js asks a page beside itself whether the host is trusted.
    `frame-src 'self'${officeJsOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  return {
    name: "addin",
    mode: production ? "production" : "development",
    entry: {
      functions: "./src/functions/index.ts",
      boot: "./src/taskpane/boot.ts",
    },
    output: {
      path: path.resolve(__dirname, "dist"),
      filename: "[name].js",
      chunkFilename: production ? "[name].[contenthash:8].js" : "[name].js",
      publicPath: "auto",
      clean: true,
    },
    // Never `eval`: the pages' Content-Security-Policy forbids it, in development as well.
    devtool: "source-map",
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          // Types are checked by `npm run types`.
          use: { loader: "ts-loader", options: { transpileOnly: true } },
        },
      ],
    },
    plugins: [
      new HtmlPlugin({
        filename: "taskpane.html",
        template: "./src/taskpane/taskpane.html",
        chunks: ["functions", "boot"],
        chunksSortMode: "manual",
        scriptLoading: "defer",
        templateParameters: { officeJs, contentSecurityPolicy },
        minify: production ? { collapseWhitespace: true, removeComments: true } : false,
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/icons/*.png", to: "assets/[name][ext]" },
          { from: "assets/about.html", to: "about.html" },
          {
            from: "manifest.xml",
            transform: (content) => content.toString().replaceAll("https://localhost:3000/", addinUrl),
          },
        ],
      }),
      new FunctionsMetadata(`${addinUrl}`),
      ...(production ? [new SizeBudget()] : []),
    ],
    cache: {
      type: "filesystem",
      cacheDirectory: path.resolve(__dirname, ".cache/webpack"),
      buildDependencies: { config: [__filename] },
      // The page made for one address must not be served for another.
      version: `${officeJs} ${addinUrl}`,
    },
    performance: { hints: false },
    stats: "errors-warnings",
  };
};
