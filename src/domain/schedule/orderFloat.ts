import type { OrderForecast, TaskPart } from "./orderForecast";

/** Who may slip for longer than this holds nothing up. */
const LONGEST = 400;

/**
 * Days that an open milestone may slip behind its forecast before the likely ex-factory date moves; undefined for one that
 * moves it never, as a step that the order went past.
 */
export function room(forecast: OrderForecast, { task, part }: TaskPart): number | undefined {
  const from = forecast.dates()[task]?.[part];
  if (from === undefined) return undefined;
  const ship = forecast.ship();
  const stays = (days: number) => forecast.shipIf([{ task, part, day: from + days }]) <= ship;
  // A later date never does better, so that the last one that does is found by halving.
  let [low, high] = [0, 1];
  while (high < LONGEST && stays(high)) [low, high] = [high, high * 2];
  if (high >= LONGEST) return undefined;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (stays(middle)) low = middle;
    else high = middle;
  }
  return low;
}
