// Runs the tests: everything in Shanghai's time zone, then the rules and the functions again where the clocks differ most
// (behind and ahead of UTC, with summer time), for a date must be the same date everywhere.
//   npm test                 all of it
//   npm test -- <jest args>  once, with these arguments
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";

/** What learns from made orders takes long and knows day numbers only: once is enough. */
const rulesOnly = [
  "--selectProjects",
  "rules",
  "--testPathIgnorePatterns",
  "test/conformance/honesty|test/domain/schedule/learnDurations",
];
const asked = process.argv.slice(2);
const runs = asked.length
  ? [{ zone: "Asia/Shanghai", args: asked }]
  : [
      { zone: "Asia/Shanghai", args: [] },
      { zone: "America/Los_Angeles", args: rulesOnly },
      { zone: "Pacific/Kiritimati", args: rulesOnly },
    ];

mkdirSync(".cache", { recursive: true });
let passed = 0;
let failed = 0;
for (const { zone, args } of runs) {
  console.log(`\nTests in the time zone ${zone}`);
  const report = `.cache/jest-report.json`;
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    // When all is told, whatever is still open somewhere keeps nobody waiting.
    ["node_modules/jest/bin/jest.js", ...args, "--forceExit", "--json", `--outputFile=${report}`],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, TZ: zone },
    },
  );
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    );
    passed += numPassedTests;
    failed += numFailedTests + numRuntimeErrorTestSuites;
  } catch {
    failed += 1;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
