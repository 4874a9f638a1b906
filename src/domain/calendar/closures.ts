/** A day off, a day that works although it would not, or any date of a year whose days off this very list completes. */
export type ClosureKind = "off" | "work" | "year";

export interface Closure {
  /** Serial number. */
  readonly date: number;
  readonly kind: ClosureKind;
}

/** A factory's own list, in the order given: of two rows for one date the later holds. */
export type Closures = readonly Closure[];

export const NO_CLOSURES: Closures = [];

export const closureWords: Readonly<Record<ClosureKind, readonly string[]>> = {
  off: ["off", "休", "休息", "放假", "假"],
  work: ["work", "班", "上班", "补班", "加班"],
  year: ["year", "全年"],
};
