import { calendarFor } from "../src/domain/calendar/calendarFor";
import { orderForecast } from "../src/domain/schedule/orderForecast";
import { orderModel } from "../src/domain/schedule/orderModel";
import { orderRisks, type RiskRequest } from "../src/domain/schedule/orderRisk";
import type { Order, TaskDates } from "../src/domain/schedule/orderState";
import { taTemplate } from "../src/domain/schedule/taTemplate";
import { best, type Measurement } from "./measure";
import { PlainForecast } from "./plainForecast";
import { associated } from "./realm";
import { AS_OF, MILESTONES, orders } from "./trackerOrders";

const ORDERS = 1000;

/**
 * A tracker of 1,000 orders: forecast, chance, risk, reason and next step of all from cold, and again after one row has changed.
 * Orders of every cold run differ from those before, so that nothing is remembered.
 */
export function trackerBench(): Measurement[] {
  const called = ["SHIPDATE", "RISKWHY", "RISK", "NEXTSTEP", "ONTIME"].map(associated);
  const [SHIPDATE, RISKWHY, RISK, NEXTSTEP, ONTIME] = called as [
    (typeof called)[0],
    (typeof called)[0],
    (typeof called)[0],
    (typeof called)[0],
    (typeof called)[0],
  ];
  const none = [[null]];
  const [template, asOf] = [[["knit"]], [[AS_OF]]];
  const all = ({ headings, dates, due }: ReturnType<typeof orders>) => {
    SHIPDATE(headings, dates, template, asOf, none, none);
    RISKWHY(headings, dates, due, template, asOf, none, none, none);
    RISK(headings, dates, due, template, asOf, none, none, none);
    NEXTSTEP(headings, dates, none, template, asOf);
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
  const many = orders(++shift, 10 * ORDERS);
  return [
    { what: `five risk functions of ${ORDERS} orders, cold`, ms: coldMs, atMostMs: 3000 },
    { what: "the same for other orders", ms: again },
    { what: "the same after one row changed", ms: changed, atMostMs: 30 },
    { what: `the same of ${10 * ORDERS} orders`, ms: best(1, () => all(many)) },
    { what: `the pane's risks of ${ORDERS} orders`, ms: best(2, () => orderRisks(requestOf(++shift))) },
    ...simulated(++shift),
  ];
}

function requestOf(shift: number): RiskRequest {
  const { dates, due } = orders(shift);
  const fields = MILESTONES.flatMap((code) => [`${code}.plan`, `${code}.actual`]);
  return {
    asOf: AS_OF,
    calendar: "CN6",
    closures: [],
    templates: { knit: taTemplate("knit") },
    followed: MILESTONES,
    orders: dates.map((row, n) => ({
      key: String(n),
      template: "knit",
      due: due[n]?.[0] as number,
      dates: Object.fromEntries(fields.map((field, k) => [field, row[k]]).filter(([, day]) => day !== "")),
    })),
  };
}

/** The chances alone, against the plain way: 20 orders of it, for it takes its time. */
function simulated(shift: number): Measurement[] {
  const calendar = calendarFor("CN6");
  const tasks = taTemplate("knit").slice(0, 31);
  const model = orderModel(tasks);
  const at = (code: string) => tasks.findIndex((task) => task.code === code);
  const { dates, due } = orders(shift);
  const finished = dates.map(
    (row) =>
      new Map(
        MILESTONES.flatMap((id, k): [string, number][] => {
          const day = row[2 * k + 1];
          return typeof day === "number" && !id.endsWith("S") ? [[id, day]] : [];
        }),
      ),
  );
  const ours = best(1, () =>
    finished.forEach((done, n) => {
      const known = [...done].map(([code, day]): [number, TaskDates] => [at(code), { actualFinish: day }]);
      const order: Order = { dates: new Map(known), followed: new Map() };
      orderForecast(model, order, AS_OF, calendar).chance(due[n]?.[0] as number);
    }),
  );
  const plain = new PlainForecast(tasks, AS_OF - 200, AS_OF + 800, model.sample().runs);
  const few = 20;
  const theirs = best(1, () =>
    finished.slice(0, few).forEach((done, n) => plain.chance(done, AS_OF, due[n]?.[0] as number)),
  );
  const ms = (theirs * ORDERS) / few;
  return [
    { what: `chances of ${ORDERS} orders`, ms: ours },
    { what: `the plain way, ${few} orders x ${ORDERS / few}`, ms, ratio: ms / ours, atLeast: 10 },
  ];
}
