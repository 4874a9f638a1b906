import { NETWORKDAYS } from "@formulajs/formulajs";
import { differenceInBusinessDays } from "date-fns";
import { chinaDays } from "../src/data/chinaDays";
import { best, type Measurement } from "./measure";
import { associated } from "./realm";

const ROWS = 100_000;
const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25569;

/** A fixed sequence, so that runs compare: minimal standard generator of Park and Miller. */
function spans(): { start: number; end: number }[] {
  let seed = 20260302;
  const next = (range: number) => (seed = (seed * 48271) % 2147483647) % range;
  const first = 45292; // 2024-01-01: the package's calendar covers all that follows to the end of 2026.
  return Array.from({ length: ROWS }, () => {
    const start = first + next(800);
    return { start, end: start + next(250) };
  });
}

const localDate = (serial: number): Date => {
  const utc = new Date((serial - UNIX_EPOCH_SERIAL) * MS_PER_DAY);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
};

/**
 * WORKDAYS over 100,000 rows in one call, against the libraries a developer would otherwise take, with the same holidays (both
 * know Saturday and Sunday off only, so ours runs the EU calendar with China's statutory days as closures).
 */
export function workdaysBench(): Measurement[] {
  const rows = spans();
  const [first, last] = ["2023-12-31", "2026-12-31"];
  const holidays = chinaDays.off.filter((day) => day > first && day <= last);
  const holidaySerials = holidays.map((day) => Date.parse(day) / MS_PER_DAY + UNIX_EPOCH_SERIAL);
  const WORKDAYS = associated("WORKDAYS");
  const starts = rows.map(({ start }) => [start]);
  const ends = rows.map(({ end }) => [end]);
  const closures = holidaySerials.map((serial) => [serial]);
  const ours = () => WORKDAYS(starts, ends, [["EU"]], closures) as number[][];

  const dates = rows.map(({ start, end }) => ({ start: localDate(start), end: localDate(end) }));
  const holidayDates = holidaySerials.map(localDate);
  const formulajs = () => dates.map(({ start, end }) => NETWORKDAYS(start, end, holidayDates) as number);

  // date-fns knows no holidays: those that fall on a weekday are taken off afterwards, found by bisection in a sorted list.
  const weekdayHolidays = holidaySerials.filter((serial) => serial % 7 > 1).sort((a, b) => a - b);
  const holidaysUpTo = (serial: number) => {
    let [low, high] = [0, weekdayHolidays.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((weekdayHolidays[middle] as number) <= serial) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const dayAfter = dates.map(({ end }) => new Date(end.getFullYear(), end.getMonth(), end.getDate() + 1));
  const dateFns = () =>
    dates.map(({ start }, i) => {
      const span = rows[i] as { start: number; end: number };
      const holidaysWithin = holidaysUpTo(span.end) - holidaysUpTo(span.start - 1);
      return differenceInBusinessDays(dayAfter[i] as Date, start) - holidaysWithin;
    });

  const answers = ours();
  const sample = Array.from({ length: 500 }, (_, i) => i * 200);
  const theirs = sample.map((i) => {
    const { start, end } = dates[i] as { start: Date; end: Date };
    return NETWORKDAYS(start, end, holidayDates) as number;
  });
  const fromDateFns = dateFns();
  sample.forEach((row, i) => {
    const given = [answers[row]?.[0], theirs[i], fromDateFns[row]];
    if (new Set(given).size !== 1)
      throw new Error(`Row ${row}: ours, formulajs, date-fns say ${given.join(", ")}`);
  });

  const oursMs = best(15, ours);
  const formulajsMs = best(1, formulajs);
  const dateFnsMs = best(3, dateFns);
  return [
    { what: `WORKDAYS, ${ROWS} rows in one call`, ms: oursMs },
    { what: `@formulajs/formulajs NETWORKDAYS`, ms: formulajsMs, ratio: formulajsMs / oursMs, atLeast: 20 },
    { what: `date-fns differenceInBusinessDays`, ms: dateFnsMs, ratio: dateFnsMs / oursMs, atLeast: 20 },
  ];
}
