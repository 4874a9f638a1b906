import type { RiskOrder } from "./riskOrder";
import type { TaTask } from "./taTemplate";

/** A change to try on an order before anything is written. */
export interface WhatIf {
  /** Dates by `<milestone>.plan` or `<milestone>.actual` that replace those of the order; null takes one away. */
  readonly dates?: Readonly<Record<string, number | null>>;
  /** Factors on the durations of tasks by their codes: 0.5 for a second line, 0.8 for overtime. */
  readonly durations?: Readonly<Record<string, number>>;
  /** Another due date. */
  readonly due?: number;
  /** Days that a faster route after ex-factory gains, air instead of sea: the due date is that much later. */
  readonly daysGained?: number;
}

/** The order as it would be. */
export function changedOrder(order: RiskOrder, { dates = {}, due, daysGained = 0 }: WhatIf): RiskOrder {
  const changed: Record<string, number> = { ...order.dates };
  for (const [field, date] of Object.entries(dates)) {
    if (date === null) delete changed[field];
    else changed[field] = date;
  }
  const by = due ?? order.due;
  const { due: _, ...rest } = order;
  return { ...rest, dates: changed, ...(by === undefined ? {} : { due: by + daysGained }) };
}

/** The tasks with their durations multiplied, in whole days; what took time still takes a day. */
export function changedTasks(tasks: readonly TaTask[], { durations = {} }: WhatIf): readonly TaTask[] {
  const factorOf = (code: string) => durations[code];
  if (!tasks.some(({ code }) => (factorOf(code) ?? 1) !== 1)) return tasks;
  return tasks.map((task) => {
    const factor = factorOf(task.code) ?? 1;
    if (factor === 1) return task;
    const scaled = (days: number) => (days === 0 ? 0 : Math.max(1, Math.round(days * factor)));
    return { ...task, o: scaled(task.o), m: scaled(task.m), p: scaled(task.p) };
  });
}
