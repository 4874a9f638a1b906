import type { DatedPart, OrderForecast, TaskPart } from "./orderForecast";

export interface Driver extends TaskPart {
  /** Days after its planned date, or after the date that the template gives it. */
  readonly late: number;
  /** Days by which the goods would leave the factory earlier, had it been on time. */
  readonly costs: number;
}

export interface NextStep extends TaskPart {
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
  return dearest(lateMilestones(forecast), forecast, [], forecast.ship());
}

/**
 * Every late milestone that moves ex-factory, the dearest first: the driver is put on its date and left there, then the next
 * is looked for. Their days add up to what would be gained, were they all on time.
 */
export function driversOf(forecast: OrderForecast): Driver[] {
  const late = lateMilestones(forecast);
  const drivers: Driver[] = [];
  const onTime: DatedPart[] = [];
  let ship = forecast.ship();
  for (;;) {
    const driver = drivers.length === 0 ? driverOf(forecast) : dearest(late, forecast, onTime, ship);
    if (!driver) return drivers;
    drivers.push(driver);
    ship -= driver.costs;
    const found = late.find(({ task, part }) => task === driver.task && part === driver.part) as Late;
    onTime.push({ ...found, day: found.planned });
    late.splice(late.indexOf(found), 1);
  }
}

interface Late extends TaskPart {
  readonly planned: number;
  readonly late: number;
}

/** The milestone that would gain most beyond those that are on time already; of several the first. */
function dearest(
  candidates: readonly Late[],
  forecast: OrderForecast,
  onTime: readonly DatedPart[],
  ship: number,
): Driver | undefined {
  let driver: Driver | undefined;
  for (const { task, part, planned, late } of candidates) {
    const costs = ship - forecast.shipIf([...onTime, { task, part, day: planned }]);
    if (costs > (driver?.costs ?? 0)) driver = { task, part, late, costs };
  }
  return driver;
}

/** The milestones of which the row tells that are after their planned dates, in the order in which an order passes them. */
function lateMilestones(forecast: OrderForecast): Late[] {
  const { model } = forecast;
  const dates = forecast.dates();
  const late: Late[] = [];
  for (const { task, part, tracked } of milestonesOf(forecast, model.links.order)) {
    if (!tracked || task === model.target) continue;
    const date = dates[task]?.[part];
    const planned = forecast.planned(task, part);
    if (date === undefined || planned === undefined || date <= planned) continue;
    late.push({ task, part, planned, late: date - planned });
  }
  return late;
}

/**
 * The milestones on the way to ex-factory: what the tracker has of a task, start before finish, else its finish, carried by
 * the template.
 */
export function milestonesOf(
  { model, order }: OrderForecast,
  positions: Iterable<number> = model.tasks.keys(),
): (TaskPart & { readonly tracked: boolean })[] {
  const milestones: (TaskPart & { tracked: boolean })[] = [];
  for (const task of positions) {
    if (!model.within.has(task)) continue;
    const { planStart, planFinish, actualStart, actualFinish } = order.dates.get(task) ?? {};
    const follows = order.followed.get(task);
    const start = follows?.start || planStart !== undefined || actualStart !== undefined;
    const finish = follows?.finish || planFinish !== undefined || actualFinish !== undefined;
    if (start) milestones.push({ task, part: "start", tracked: true });
    if (finish || !start) milestones.push({ task, part: "finish", tracked: finish === true });
  }
  return milestones;
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
