/** Dates are whole serial numbers of the 1900 date system: 1 is 1900-01-01, 46086 is 2026-03-05. */

/** 9999-12-31, the last date a cell can hold. */
export const LAST_SERIAL = 2958465;

const MS_PER_DAY = 86_400_000;
const UNIX_EPOCH_SERIAL = 25569;
/** The 1900 system counts a 29 February 1900 that never was; from this serial on, serials and days agree. */
const FIRST_TRUE_SERIAL = 61;

/** The serial of a civil date, or undefined where there is no such day. */
export function serialDate(year: number, month: number, day: number): number | undefined {
  if (year < 1900 || year > 9999) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const serial = date.getTime() / MS_PER_DAY + UNIX_EPOCH_SERIAL;
  return serial < FIRST_TRUE_SERIAL ? serial - 1 : serial;
}

export function civilDate(serial: number): { year: number; month: number; day: number } {
  const days = serial < FIRST_TRUE_SERIAL ? serial + 1 : serial;
  const date = new Date((days - UNIX_EPOCH_SERIAL) * MS_PER_DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** yyyy-mm-dd of a serial. */
export function isoDate(serial: number): string {
  const { year, month, day } = civilDate(serial);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The serial of a day written yyyy-mm-dd, which must be one from March 1900 on: of our own data, which is read unchecked. */
export const serialOfIso = (date: string): number => Date.parse(date) / MS_PER_DAY + UNIX_EPOCH_SERIAL;
