// How well sheets are understood, over the made sets and by language: fails where it falls under what is promised.
//   npm run recognise:score [-- --faults]
import { scoreAll, scoreOf, type Score } from "../samples/wildSheets/score";
import { wildSheets } from "../samples/wildSheets/allSheets";
import { secondSheets } from "../samples/wildSheets/secondSheets";
import { thirdSheets } from "../samples/wildSheets/thirdSheets";
import { THRESHOLDS } from "../samples/wildSheets/thresholds";

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const LINES: readonly [what: string, key: keyof typeof THRESHOLDS, most?: true][] = [
  ["table place", "place"],
  ["column meanings (macro)", "meanings"],
  ["column meanings, held out", "heldOutMeanings"],
  ["wrong meaning with certainty", "surelyWrong", true],
  ["dates read", "dates"],
  ["dates guessed", "guessed", true],
  ["rows told apart", "rows"],
];

/** Prints a set's score against what is promised; whether it holds. */
function print(title: string, score: Score): boolean {
  console.log(`\n${title}, ${score.sheets.length} sheets`);
  const held = LINES.map(([what, key, most]) => {
    const value = score[key];
    const good = most ? value <= THRESHOLDS[key] : value >= THRESHOLDS[key];
    console.log(
      `  ${good ? "ok  " : "LOW "}${what.padEnd(32)}${(key === "guessed" ? String(value) : percent(value)).padStart(9)}`,
    );
    return good;
  });
  return held.every((good) => good);
}

function main(): void {
  const started = performance.now();
  const first = scoreAll(wildSheets());
  const second = scoreAll(secondSheets());
  const third = scoreAll(thirdSheets());
  const all = [...first.sheets, ...second.sheets, ...third.sheets];
  if (process.argv.includes("--faults")) {
    for (const { name, faults, heldOut } of all) {
      // What the second set holds out stays unseen, so that its score stays one.
      const unseen = heldOut && second.sheets.some((sheet) => sheet.name === name);
      if (faults.length > 0 && !unseen) console.log(`${name}\n  ${faults.join("\n  ")}`);
    }
  }
  const good = [print("first set", first), print("second set", second), print("third set", third)].every(
    (held) => held,
  );
  console.log("\nby language            place  meanings  sure and wrong  dates");
  for (const [lang, name] of [
    ["zh", "simplified"],
    ["tw", "traditional"],
    ["en", "English"],
  ] as const) {
    const { place, meanings, surelyWrong, dates } = scoreOf(all.filter((sheet) => sheet.lang === lang));
    console.log(
      `  ${name.padEnd(18)}${percent(place).padStart(8)}${percent(meanings).padStart(10)}${percent(surelyWrong).padStart(16)}${percent(dates).padStart(9)}`,
    );
  }
  console.log(`\n${all.length} sheets in ${Math.round(performance.now() - started)} ms`);
  if (!good) process.exitCode = 1;
}

main();
