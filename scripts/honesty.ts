import { honestyExperiment } from "./honestyExperiment";
import { families, holdUps } from "./honestyWorld";

/**
 * How honest the forecast is: 2,000 made orders whose true durations the model does not know, forecast with what it learns
 * from 1,000 finished ones. Prints the table of the guide to the model. The same numbers on every machine. Another number as
 * argument makes another world; after it come the distribution of its durations, how its work is held up, and another number of
 * orders: `npm run honesty -- 1 gamma short 8000`.
 */
const began = Date.now();
const [, , seed = "20261123", distribution = "lognormal", kind = "usual", orders = "2000"] = process.argv;
const oneOf = <T extends string>(names: readonly T[], wanted: string): T => {
  const found = names.find((name) => name === wanted);
  if (!found) throw new Error(`${wanted} is none of ${names.join(", ")}`);
  return found;
};
const { forecasts, deciles, near80, by80, by50, brier } = honestyExperiment({
  seed: Number(seed),
  family: oneOf(families, distribution),
  holdUps: oneOf(holdUps, kind),
  finished: 1000,
  orders: Number(orders),
  looks: 5,
});
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const lines = [
  `${forecasts} forecasts`,
  "",
  "| tenth | forecasts | chance given | left in time | difference |",
  "| --- | --- | --- | --- | --- |",
  ...deciles.map(
    ({ count, predicted, observed }, n) =>
      [`| ${n + 1}`, count, percent(predicted), percent(observed), (observed - predicted).toFixed(3)].join(
        " | ",
      ) + " |",
  ),
  "",
  `given 70 to 90 %: ${near80.count} forecasts, on average ${percent(near80.predicted)}; left in time: ${percent(near80.observed)}`,
  `largest difference of a tenth: ${Math.max(...deciles.map((one) => Math.abs(one.observed - one.predicted))).toFixed(3)}`,
  `left by the day given for 80 %: ${percent(by80)}; for 50 %: ${percent(by50)}`,
  "",
  "| Brier score | |",
  "| --- | --- |",
  ...Object.entries(brier).map(([rival, score]) => `| ${rival} | ${score.toFixed(4)} |`),
];
process.stdout.write(`${lines.join("\n")}\n`);
process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0)} s\n`);
