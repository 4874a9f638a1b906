import { civilDate, serialDate } from "./serialDate";

export interface IsoWeek {
  /** The year that the week belongs to: that of its Thursday. */
  readonly year: number;
  readonly week: number;
  readonly monday: number;
}

/** The ISO 8601 week of a date: weeks begin on Monday, and the first is the one with the year's first Thursday. */
export function isoWeek(serial: number): IsoWeek {
  // 1 January 1900 is serial 1 and stands as a Sunday in the 1900 system; from March 1900 on serial 2 modulo 7 is a Monday.
  const monday = serial - ((serial - 2) % 7);
  const thursday = monday + 3;
  const { year } = civilDate(thursday);
  const newYear = serialDate(year, 1, 1) ?? thursday;
  return { year, week: Math.floor((thursday - newYear) / 7) + 1, monday };
}
