import type { OrderForecast } from "../../../src/domain/schedule/orderForecast";

export interface Accuracy {
  /** The largest difference of the chance over all due dates. */
  readonly chance: number;
  /** The days of P50 and P80, and the days by which ours lies outside what the reference knows of its own. */
  readonly quantiles: readonly { readonly ours: number; readonly theirs: number; readonly off: number }[];
}

/** A forecast against the days on which the runs of a brute-force simulation leave. */
export function accuracyOf(forecast: OrderForecast, left: ReadonlyMap<number, number>): Accuracy {
  const total = [...left.values()].reduce((sum, count) => sum + count, 0);
  const days = [...left.keys(), ...forecast.curve().map(({ day }) => day)];
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const theirs: number[] = [];
  let sum = 0;
  for (let day = first; day <= last; day++) theirs.push((sum += left.get(day) ?? 0) / total);
  return {
    chance: Math.max(...theirs.map((share, k) => Math.abs(share - forecast.chance(first + k)))),
    quantiles: [0.5, 0.8].map((share) => {
      const dayOf = (level: number) => first + theirs.findIndex((reached) => reached >= level);
      // Three standard errors of the reference's own share: within them it cannot tell which day it is.
      const unsure = 3 * Math.sqrt((share * (1 - share)) / total);
      const ours = forecast.dayBy(share);
      const off = Math.max(0, dayOf(share - unsure) - ours, ours - dayOf(share + unsure));
      return { ours, theirs: dayOf(share), off };
    }),
  };
}
