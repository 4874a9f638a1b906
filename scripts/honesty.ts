import { honestyExperiment } from "./honestyExperiment";

/**
 * How honest the forecast is: 2,000 made orders whose true durations the model does not know, forecast with what it learns
 * from 1,000 finished ones. Prints the table of the guide to the model. The same numbers on every machine. Another number as
 * argument makes another world: `npm run honesty -- 1`.
 */
const began = Date.now();
const { forecasts, deciles, by80, by50, brier } = honestyExperiment({
  seed: Number(process.argv[2] ?? 20261123),
  finished: 1000,
  orders: 2000,
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
  `left by the day given for 80 %: ${percent(by80)}; for 50 %: ${percent(by50)}`,
  "",
  "| Brier score | |",
  "| --- | --- |",
  ...Object.entries(brier).map(([rival, score]) => `| ${rival} | ${score.toFixed(4)} |`),
];
process.stdout.write(`${lines.join("\n")}\n`);
process.stderr.write(`${((Date.now() - began) / 1000).toFixed(0)} s\n`);
