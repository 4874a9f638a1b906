import { best, type Measurement } from "./measure";
import { associated } from "./realm";

const ORDERS = 1000;
const AS_OF = 46150;

const MILESTONES = ["T00", "T04", "T09", "T12", "T17", "T19S", "T21", "T27", "T29", "T30"];
/** Days after the order date on which the milestones of a knit order are planned. */
const PLANNED = [0, 17, 30, 33, 35, 37, 54, 63, 64, 66];

/** Orders begun over the last ten weeks: what was planned up to now is done, most of it late. */
function orders(shift: number) {
  let seed = 20260302;
  const next = (range: number) => (seed = (seed * 48271) % 2147483647) % range;
  const headings = [MILESTONES.flatMap((code) => [`${code} plan`, `${code} actual`])];
  const dates = Array.from({ length: ORDERS }, () => {
    const begin = AS_OF - next(70) - shift;
    return PLANNED.flatMap((after) => {
      const done = begin + after + next(6);
      return [begin + after, done <= AS_OF || after === 0 ? done : ""];
    });
  });
  return { headings, dates, due: dates.map((row) => [(row[0] as number) + 72]) };
}

/**
 * A tracker of 1,000 orders: chance, risk, reason and forecast of all from cold, and again after one row has changed. Orders
 * of every cold run differ from those before, so that nothing is remembered.
 */
export function trackerBench(): Measurement[] {
  const [SHIPDATE, ONTIME, RISK, RISKWHY] = ["SHIPDATE", "ONTIME", "RISK", "RISKWHY"].map(associated) as [
    ReturnType<typeof associated>,
    ReturnType<typeof associated>,
    ReturnType<typeof associated>,
    ReturnType<typeof associated>,
  ];
  const none = [[null]];
  const [template, asOf] = [[["knit"]], [[AS_OF]]];
  const all = ({ headings, dates, due }: ReturnType<typeof orders>) => {
    SHIPDATE(headings, dates, template, asOf, none, none);
    RISKWHY(headings, dates, due, template, asOf, none, none, none);
    RISK(headings, dates, due, template, asOf, none, none, none);
    return ONTIME(headings, dates, due, template, asOf, none, none).flat();
  };
  let shift = 0;
  const start = performance.now();
  const chances = all(orders(shift));
  const coldMs = performance.now() - start;
  if (chances.some((chance) => typeof chance !== "number") || new Set(chances).size < 50) {
    throw new Error("ONTIME gave no chances");
  }
  const again = best(3, () => all(orders(++shift)));
  const edited = orders(shift);
  const changed = best(5, () => {
    const row = edited.dates[500] as (number | string)[];
    row[4] = (row[4] as number) + 1;
    all(edited);
  });
  return [
    { what: `SHIPDATE, ONTIME, RISK, RISKWHY of ${ORDERS} orders, cold`, ms: coldMs, atMostMs: 3000 },
    { what: "the same for other orders", ms: again },
    { what: "the same after one row changed", ms: changed, atMostMs: 30 },
  ];
}
