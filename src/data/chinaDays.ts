import chineseDays from "chinese-days/dist/chinese-days.json";

/**
 * The State Council's days off and make-up working days as `chinese-days` tables them (MIT, yearly releases). Only the
 * tables are used: the package's predicates answer Monday to Friday, silently, for years it does not know.
 */
const off = Object.keys(chineseDays.holidays);
const makeUp = Object.keys(chineseDays.workdays);

/**
 * Years whose arrangement is complete. A year's notice names 1 October; a neighbour's notice may spill a few days over
 * New Year (2018-12-30 stands in the notice for 2019), so one listed day does not make a year known.
 */
const years = off.filter((date) => date.endsWith("-10-01")).map((date) => Number(date.slice(0, 4)));

export const chinaDays: {
  /** Statutory days off, yyyy-mm-dd. */
  readonly off: readonly string[];
  /** Saturdays and Sundays that work in exchange (调休补班), yyyy-mm-dd. */
  readonly makeUp: readonly string[];
  readonly years: readonly number[];
} = { off, makeUp, years };
