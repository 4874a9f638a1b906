import { calendarFor } from "../src/domain/calendar/calendarFor";
import { orderForecast } from "../src/domain/schedule/orderForecast";
import { orderModel } from "../src/domain/schedule/orderModel";
import { bruteForce, type OrderCase } from "../test/domain/schedule/bruteForce";
import { orderCases } from "../test/domain/schedule/orderCases";
import { accuracyOf } from "../test/domain/schedule/accuracy";

/**
 * `npm run accuracy`: the forecast's chances and dates against 400,000 blind runs on 20 orders at every stage. Ends with 1 when a
 * chance is off by more than 0.01, or P50 or P80 is another day, unless the reference itself cannot tell the two apart.
 */
const runs = Number(process.argv[2] ?? 400_000);
const count = Number(process.argv[3] ?? 20);
const seed = Number(process.argv[4] ?? 7);
const calendar = calendarFor("CN6");

function orderOf({ tasks, row, follow }: OrderCase) {
  const at = (code: string) => tasks.findIndex((task) => task.code === code);
  return {
    dates: new Map(Object.entries(row).map(([code, dates]) => [at(code), dates])),
    followed: new Map(
      Object.entries(follow).map(([code, { start = false, finish = false }]) => [
        at(code),
        { start, finish },
      ]),
    ),
  };
}

let kept = true;
let [worst, sameDays, days] = [0, 0, 0];
console.log("template  as-of  chance off by  P50 ours/theirs  P80 ours/theirs  off by (days)");
orderCases(count, calendar, seed).forEach((one, n) => {
  const forecast = orderForecast(orderModel(one.tasks), orderOf(one), one.asOf, calendar);
  const { chance, quantiles } = accuracyOf(forecast, bruteForce(one, calendar, runs, 1000 + n));
  worst = Math.max(worst, chance);
  for (const { ours, theirs } of quantiles) {
    days++;
    if (ours === theirs) sameDays++;
  }
  const off = Math.max(...quantiles.map((each) => each.off));
  if (chance > 0.01 || off > 0.5) kept = false;
  console.log(
    one.name.padEnd(9),
    one.asOf,
    chance.toFixed(4).padStart(12),
    ...quantiles.map(({ ours, theirs }) => `${ours}/${theirs}`.padStart(17)),
    String(off).padStart(10),
  );
});
console.log(`chances off by at most ${worst.toFixed(4)}; ${sameDays} of ${days} dates are the same day`);
if (!kept) process.exitCode = 1;
