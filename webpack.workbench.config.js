// Builds the workbench page into build/workbench/. Development and tests only: it is never part of the add-in.
//
// Univer is not bundled: its packages ship ready-made scripts, which the page loads in the order below. That takes the page's
// build from a quarter of a minute to a second or two.
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");

/** What depends on another stands after it. */
const UNIVER = [
  "themes",
  "protocol",
  "core",
  "telemetry",
  "rpc",
  "network",
  "engine-formula",
  "engine-render",
  "docs",
  "design",
  "drawing",
  "ui",
  "docs-ui",
  "sheets",
  "sheets-formula",
  "sheets-numfmt",
  "sheets-ui",
  "sheets-formula-ui",
  "sheets-numfmt-ui",
  "data-validation",
  "sheets-data-validation",
  "sheets-data-validation-ui",
  "sheets-conditional-formatting",
  "sheets-conditional-formatting-ui",
  "sheets-sort",
  "sheets-table",
  "sheets-table-ui",
];

const STYLES = [
  "design",
  "ui",
  "docs-ui",
  "sheets-ui",
  "sheets-formula-ui",
  "sheets-numfmt-ui",
  "sheets-data-validation-ui",
  "sheets-conditional-formatting-ui",
  "sheets-table-ui",
];

/** The global that Univer's script for `@univerjs/sheets-formula-ui` makes: UniverSheetsFormulaUi. */
const globalOf = (name) => `Univer${name.replace(/(?:^|-)([a-z])/g, (_, letter) => letter.toUpperCase())}`;

const OTHERS = {
  rxjs: "rxjs",
  "rxjs/operators": ["rxjs", "operators"],
  react: "React",
  "react-dom": "ReactDOM",
  "@wendellhu/redi": "@wendellhu/redi",
};

const scripts = [
  "/vendor/rxjs/dist/bundles/rxjs.umd.min.js",
  "/vendor/@wendellhu/redi/dist/umd/index.js",
  "/vendor/@wendellhu/redi/dist/umd/react-bindings/index.js",
  ...UNIVER.map((name) => `/vendor/@univerjs/${name}/lib/umd/index.js`),
];

module.exports = (_env, argv = {}) => {
  const production = argv.mode === "production";
  const typescript = {
    test: /\.ts$/,
    exclude: /node_modules/,
    use: { loader: "ts-loader", options: { transpileOnly: true } },
  };
  const shared = {
    mode: production ? "production" : "development",
    devtool: "source-map",
    resolve: { extensions: [".ts", ".js"] },
    cache: { type: "filesystem", cacheDirectory: path.resolve(__dirname, ".cache/webpack") },
    performance: { hints: false },
    stats: "errors-warnings",
  };
  const output = {
    path: path.resolve(__dirname, "build/workbench"),
    filename: "[name].js",
    publicPath: "/workbench/",
  };

  return [
    {
      ...shared,
      // React has no ready-made script any more; Univer's expect to find one.
      name: "react",
      entry: { react: "./src/workbench/page/reactForUniver.ts" },
      output,
      module: { rules: [typescript] },
    },
    {
      ...shared,
      name: "workbench",
      entry: { page: "./src/workbench/page/page.ts" },
      output,
      externals: [
        ({ request }, callback) => {
          const univer = /^@univerjs\/([a-z-]+)$/.exec(request);
          if (univer && UNIVER.includes(univer[1])) return callback(null, globalOf(univer[1]));
          return request in OTHERS ? callback(null, OTHERS[request]) : callback();
        },
      ],
      externalsType: "window",
      module: {
        rules: [typescript, { test: /\.css$/, use: ["style-loader", "css-loader"] }],
      },
      plugins: [
        new HtmlPlugin({
          template: "./src/workbench/page/index.html",
          inject: false,
          templateParameters: {
            styles: STYLES.map((name) => `/vendor/@univerjs/${name}/lib/index.css`),
            scripts: ["/workbench/react.js", ...scripts, "/workbench/page.js"],
          },
        }),
        new CopyPlugin({
          patterns: [{ from: "assets/samples/*.xlsx", to: "samples/[name][ext]", noErrorOnMissing: true }],
        }),
      ],
    },
  ];
};
