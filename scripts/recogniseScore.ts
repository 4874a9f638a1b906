// How well sheets are understood, over the made ones: fails where it falls under what is promised.
//   npm run recognise:score [-- --faults]
import { scoreAll } from "../samples/wildSheets/score";
import { wildSheets } from "../samples/wildSheets/allSheets";
import { THRESHOLDS } from "../samples/wildSheets/thresholds";

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

function main(): void {
  const started = performance.now();
  const score = scoreAll(wildSheets());
  if (process.argv.includes("--faults")) {
    for (const { name, faults } of score.sheets)
      if (faults.length > 0) console.log(`${name}\n  ${faults.join("\n  ")}`);
  }
  const lines: [string, string, boolean][] = [
    ["table place", percent(score.place), score.place >= THRESHOLDS.place],
    ["column meanings (macro)", percent(score.meanings), score.meanings >= THRESHOLDS.meanings],
    [
      "column meanings, headings held out",
      percent(score.heldOutMeanings),
      score.heldOutMeanings >= THRESHOLDS.heldOutMeanings,
    ],
    ["wrong meaning with certainty", percent(score.surelyWrong), score.surelyWrong <= THRESHOLDS.surelyWrong],
    ["dates read", percent(score.dates), score.dates >= THRESHOLDS.dates],
    ["dates guessed", String(score.guessed), score.guessed <= THRESHOLDS.guessed],
    ["rows told apart", percent(score.rows), score.rows >= THRESHOLDS.rows],
  ];
  for (const [what, value, good] of lines)
    console.log(`${good ? "ok  " : "LOW "}${what.padEnd(36)}${value.padStart(9)}`);
  console.log(`${score.sheets.length} sheets in ${Math.round(performance.now() - started)} ms`);
  if (lines.some(([, , good]) => !good)) process.exitCode = 1;
}

main();
