import type { OrderForecast } from "./orderForecast";

export interface OrderMilestone {
  /** Position of the task in the template. */
  readonly task: number;
  readonly part: "start" | "finish";
}

export interface Driver extends OrderMilestone {
  /** Days after its planned date, or after the date that the template gives it. */
  readonly late: number;
  /** Days by which the goods would leave the factory earlier, had it been on time. */
  readonly costs: number;
}

export interface NextStep extends OrderMilestone {
  /** The planned date where the row has one, else the forecast; undefined where the calendar has no data for it. */
  readonly date: number | undefined;
}

const parts = ["start", "finish"] as const;

/** As long as a forecast is remembered, so is what was made of it. */
type Remembered<T> = WeakMap<OrderForecast, { readonly result: T }>;
const drivers: Remembered<Driver | undefined> = new WeakMap();
const steps: Remembered<NextStep | undefined> = new WeakMap();

function remembered<T>(known: Remembered<T>, forecast: OrderForecast, find: (of: OrderForecast) => T): T {
  let found = known.get(forecast);
  if (!found) known.set(forecast, (found = { result: find(forecast) }));
  return found.result;
}

/**
 * The late milestone that moves ex-factory most: each one that the row tells of is put on its date in turn, and the order
 * forecast again. Of several that cost the same the first is the cause, the others follow from it.
 */
export function driverOf(forecast: OrderForecast): Driver | undefined {
  return remembered(drivers, forecast, findDriver);
}

function findDriver(forecast: OrderForecast): Driver | undefined {
  const { model, order } = forecast;
  const ship = forecast.ship();
  const dates = forecast.dates();
  let driver: Driver | undefined;
  for (const task of model.links.order) {
    if (task === model.target || !model.within.has(task)) continue;
    const { planStart, planFinish, actualStart, actualFinish } = order.dates.get(task) ?? {};
    const follows = order.followed.get(task);
    const told = {
      start: follows?.start || planStart !== undefined || actualStart !== undefined,
      finish: follows?.finish || planFinish !== undefined || actualFinish !== undefined,
    };
    for (const part of parts) {
      const date = dates[task]?.[part];
      const planned = told[part] ? forecast.planned(task, part) : undefined;
      if (date === undefined || planned === undefined || date <= planned) continue;
      const costs = ship - forecast.shipIf(task, part, planned);
      if (costs > (driver?.costs ?? 0)) driver = { task, part, late: date - planned, costs };
    }
  }
  return driver;
}

/**
 * The next milestone to be met: the open one of the tracker with the earliest date. Where the tracker follows nothing else
 * that is open before ex-factory, the template tells what comes next.
 */
export function nextStep(forecast: OrderForecast): NextStep | undefined {
  return remembered(steps, forecast, findNextStep);
}

function findNextStep(forecast: OrderForecast): NextStep | undefined {
  const { model, order, asOf } = forecast;
  if (forecast.shipped !== undefined) return undefined;
  const dates = forecast.dates();
  const step = (task: number, part: "start" | "finish"): NextStep => {
    const { planStart, planFinish } = order.dates.get(task) ?? {};
    return { task, part, date: (part === "start" ? planStart : planFinish) ?? dates[task]?.[part] };
  };
  const open: NextStep[] = [];
  for (const task of model.links.order) {
    const follows = order.followed.get(task);
    if (!follows || !model.within.has(task)) continue;
    for (const part of parts) if (follows[part] && forecast.isOpen(task, part)) open.push(step(task, part));
  }
  if (open.every(({ task }) => task === model.target)) {
    for (const task of model.links.order) {
      if (!model.within.has(task) || order.followed.get(task)?.finish) continue;
      if (!forecast.isOpen(task, "finish")) continue;
      if ((dates[task]?.finish ?? Infinity) >= asOf) open.push(step(task, "finish"));
    }
  }
  const when = ({ date }: NextStep): number => date ?? Infinity;
  return open.reduce<NextStep | undefined>(
    (first, one) => (first === undefined || when(one) < when(first) ? one : first),
    undefined,
  );
}
