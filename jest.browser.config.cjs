// The browser tests: the page that `npm start` serves, in real Chromium.
const base = require("./jest.config.cjs");
const { transform } = base.projects[0];

module.exports = {
  cacheDirectory: base.cacheDirectory,
  testEnvironment: "node",
  testMatch: ["<rootDir>/test/e2e/**/*.e2e.ts"],
  transform,
  globalSetup: "<rootDir>/test/e2e/startWorkbench.cjs",
  globalTeardown: "<rootDir>/test/e2e/stopWorkbench.cjs",
  maxWorkers: 1,
  testTimeout: 90000,
};
