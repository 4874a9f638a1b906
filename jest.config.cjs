// Univer's packages and what they depend on ship ES modules; everything else is CommonJS already.
const esModules = [
  "opencc-js",
  "lodash-es",
  "nanoid",
  "franc-min",
  "trigram-utils",
  "n-gram",
  "collapse-white-space",
  "unicode-regex",
  "regexp-util",
  "cjk-regex",
  "numfmt",
  "kdbush",
  "rbush",
  "quickselect",
  "@flatten-js",
  "ot-json1",
  "culori",
  "@univerjs/[^/]+/lib/es",
  "@cj-tech-master",
].join("|");

const tsJest = [
  "ts-jest",
  {
    tsconfig: {
      target: "ES2022",
      module: "CommonJS",
      moduleResolution: "node10",
      ignoreDeprecations: "6.0",
      jsx: "react-jsx",
      esModuleInterop: true,
      verbatimModuleSyntax: false,
      isolatedModules: true,
      allowJs: true,
      resolveJsonModule: true,
    },
    diagnostics: false,
  },
];

const project = (displayName, testEnvironment, testMatch) => ({
  displayName,
  testEnvironment,
  testMatch,
  transform: { "^.+\\.(tsx?|m?js)$": tsJest },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/)`],
  moduleNameMapper: { "\\.css$": "<rootDir>/test/emptyStyles.cjs" },
  // Looked up in the test's own global object, it would take most of the time of whatever computes much.
  sandboxInjectedGlobals: ["Math"],
});

// Types are checked by `tsc`; here the tests only run.
module.exports = {
  cacheDirectory: ".cache/jest",
  testTimeout: 30000,
  // Jest would leave one core to other work, and on two cores run everything in a row.
  maxWorkers: "100%",
  projects: [
    project("rules", "node", [
      "<rootDir>/test/{data,domain,functions,registers,i18n,conformance,delivery}/**/*.test.ts",
    ]),
    project("workbook", "jsdom", ["<rootDir>/test/{workbook,workbench}/**/*.test.ts"]),
    project("pane", "jsdom", ["<rootDir>/test/taskpane/**/*.test.{ts,tsx}"]),
  ],
};
