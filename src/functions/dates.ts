import { calendarCheck } from "../domain/calendar/calendarCheck";
import { calendarFor } from "../domain/calendar/calendarFor";
import type { CalendarName } from "../domain/calendar/calendarName";
import type { Closures } from "../domain/calendar/closures";
import { daysLate } from "../domain/calendar/daysLate";
import { daysLeft } from "../domain/calendar/daysLeft";
import { isWorkday } from "../domain/calendar/isWorkday";
import { nextWorkday } from "../domain/calendar/nextWorkday";
import { slip } from "../domain/calendar/slip";
import { startBy } from "../domain/calendar/startBy";
import { workday } from "../domain/calendar/workday";
import { workdays } from "../domain/calendar/workdays";
import { nameArgument, optional, required } from "./cells/argument";
import { calendarCell } from "./cells/calendarCell";
import { closuresArgument } from "./cells/closuresArgument";
import { dateCell } from "./cells/dateCell";
import { eachCell } from "./cells/eachCell";
import { wholeCell } from "./cells/numberCell";
import { typedDateCell } from "./cells/typedDateCell";
import { wordCell } from "./cells/wordCell";
import { today } from "./today";

const directionCell = wordCell<"next" | "previous">({
  next: ["1", "next", "+1", "后"],
  previous: ["-1", "previous", "前"],
});

/** The calendar asked for, where one was. */
function given(name: CalendarName | undefined, closures: Closures) {
  return name && calendarFor(name, closures);
}

/**
 * The n-th working day after a date (before it, if n is negative; 0 gives the date itself).
 * @customfunction WORKDAY
 * @param start The date to count from; it is not counted itself.
 * @param days How many working days, a whole number.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date, as a serial number.
 * @example =MERCH.WORKDAY(DATE(2026,2,13),1,"CN5") → 2026-02-14
 * @example =MERCH.WORKDAY(DATE(2026,9,30),1) → 2026-10-08
 * @example =MERCH.WORKDAY(DATE(2026,10,8),-1,"CN5") → 2026-09-30
 * @errors #N/A when a China calendar has no data for a year on the way; #VALUE! for a text that is no date, days that are not whole, or an unknown calendar.
 * @source State Council notices on days off, as tabled by chinese-days 1.5.7; weekly days off are trade practice.
 */
export function WORKDAY(start: any[][], days: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("start", start, dateCell),
      required("days", days, wholeCell()),
      optional("calendar", calendar, calendarCell, "CN6"),
      closuresArgument(closures),
    ],
    (from, count, name, list) => workday(from, count, calendarFor(name, list)),
  );
}

/**
 * Working days from start to end, both counted; negative when end is earlier.
 * @customfunction WORKDAYS
 * @param start First day.
 * @param end Last day.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A whole number of days.
 * @example =MERCH.WORKDAYS(DATE(2026,2,1),DATE(2026,2,28),"CN5") → 16
 * @example =MERCH.WORKDAYS(DATE(2026,2,1),DATE(2026,2,28),"CN6") → 17
 * @errors #N/A when a China calendar has no data for a year of the span; #VALUE! for a text that is no date or an unknown calendar.
 * @source State Council notices on days off, as tabled by chinese-days 1.5.7; weekly days off are trade practice.
 */
export function WORKDAYS(start: any[][], end: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("start", start, dateCell),
      required("end", end, dateCell),
      optional("calendar", calendar, calendarCell, "CN6"),
      closuresArgument(closures),
    ],
    (from, to, name, list) => workdays(from, to, calendarFor(name, list)),
  );
}

/**
 * Whether a date is a working day.
 * @customfunction ISWORKDAY
 * @param date The date.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns TRUE or FALSE.
 * @example =MERCH.ISWORKDAY(DATE(2026,9,20),"CN5") → TRUE
 * @example =MERCH.ISWORKDAY(DATE(2026,9,25),"CN5") → FALSE
 * @errors #N/A when a China calendar has no data for that year; #VALUE! for a text that is no date or an unknown calendar.
 * @source State Council notices on days off, as tabled by chinese-days 1.5.7; weekly days off are trade practice.
 */
export function ISWORKDAY(date: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("date", date, dateCell),
      optional("calendar", calendar, calendarCell, "CN6"),
      closuresArgument(closures),
    ],
    (day, name, list) => isWorkday(day, calendarFor(name, list)),
  );
}

/**
 * The date itself if it is a working day, else the next (or the previous) working day.
 * @customfunction NEXTWORKDAY
 * @param date The date.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [direction] 1 for the next working day (default), -1 for the previous one.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date, as a serial number.
 * @example =MERCH.NEXTWORKDAY(DATE(2026,10,1),"CN6") → 2026-10-08
 * @example =MERCH.NEXTWORKDAY(DATE(2026,10,1),"CN6",-1) → 2026-09-30
 * @errors #N/A when a China calendar has no data for a year on the way; #VALUE! for a text that is no date, another direction or an unknown calendar.
 * @source State Council notices on days off, as tabled by chinese-days 1.5.7; weekly days off are trade practice.
 */
export function NEXTWORKDAY(
  date: any[][],
  calendar?: any[][],
  direction?: any[][],
  closures?: any[][],
): any[][] {
  return eachCell(
    [
      required("date", date, dateCell),
      optional("calendar", calendar, calendarCell, "CN6"),
      optional("direction", direction, directionCell, "next"),
      closuresArgument(closures),
    ],
    (day, name, towards, list) => nextWorkday(day, calendarFor(name, list), towards === "next" ? 1 : -1),
  );
}

/**
 * The latest start so that a number of working days, the first included, end on or before the due date.
 * @customfunction STARTBY
 * @param due The date by which the work must be finished.
 * @param workdays How many working days the work takes, 1 or more.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date, as a serial number.
 * @example =MERCH.STARTBY(DATE(2026,10,20),10,"CN6") → 2026-10-09
 * @errors #N/A when a China calendar has no data for a year on the way; #VALUE! for a text that is no date, workdays below 1 or an unknown calendar.
 * @source Inclusive days: n working days starting on s end on the n-th working day counting s as 1.
 */
export function STARTBY(due: any[][], workdays: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("due", due, dateCell),
      required("workdays", workdays, wholeCell({ least: 1 })),
      optional("calendar", calendar, calendarCell, "CN6"),
      closuresArgument(closures),
    ],
    (by, count, name, list) => startBy(by, count, calendarFor(name, list)),
  );
}

/**
 * Days left from a date (not counted) to the due date (counted); negative when it is past. Calendar days, or working days when
 * a calendar is given.
 * @customfunction DAYSLEFT
 * @param due The due date.
 * @param [asOf] The date to count from; today if left out.
 * @param [calendar] Counts working days of this calendar: CN5, CN6, CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL. Left out: calendar days.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A whole number of days.
 * @example =MERCH.DAYSLEFT(DATE(2026,10,31),DATE(2026,10,9),"CN6") → 19
 * @example =MERCH.DAYSLEFT(DATE(2026,10,31),DATE(2026,10,9)) → 22
 * @example =MERCH.DAYSLEFT(DATE(2026,10,1),DATE(2026,10,9),"CN6") → -2
 * @errors #N/A when a China calendar has no data for a year of the span; #VALUE! for a text that is no date or an unknown calendar.
 * @source Definition; calendars as in WORKDAYS.
 */
export function DAYSLEFT(due: any[][], asOf?: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("due", due, dateCell),
      optional("asOf", asOf, dateCell, today()),
      optional("calendar", calendar, calendarCell),
      closuresArgument(closures),
    ],
    (by, from, name, list) => daysLeft(by, from, given(name, list)),
  );
}

/**
 * Days late: actual after planned, negative when early. Without an actual date, asOf after planned, at least 0. Calendar days,
 * or working days after planned up to actual when a calendar is given.
 * @customfunction DAYSLATE
 * @param planned The planned date.
 * @param [actual] The date on which it happened; blank while it is open.
 * @param [asOf] The date on which an open item is judged; today if left out.
 * @param [calendar] Counts working days of this calendar: CN5, CN6, CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL. Left out: calendar days.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A whole number of days.
 * @example =MERCH.DAYSLATE(DATE(2026,10,1),DATE(2026,10,9)) → 8
 * @example =MERCH.DAYSLATE(DATE(2026,10,1),DATE(2026,10,9),,"CN6") → 2
 * @example =MERCH.DAYSLATE(DATE(2026,10,18),,DATE(2026,10,15)) → 0
 * @errors #N/A when a China calendar has no data for a year of the span; #VALUE! for a text that is no date or an unknown calendar.
 * @source Schedule measures: days late 延误天数, definition.
 */
export function DAYSLATE(
  planned: any[][],
  actual?: any[][],
  asOf?: any[][],
  calendar?: any[][],
  closures?: any[][],
): any[][] {
  return eachCell(
    [
      required("planned", planned, dateCell),
      optional("actual", actual, dateCell),
      optional("asOf", asOf, dateCell, today()),
      optional("calendar", calendar, calendarCell),
      closuresArgument(closures),
    ],
    (plan, done, at, name, list) => daysLate(plan, done, at, given(name, list)),
  );
}

/**
 * Slippage: forecast after baseline, signed. Calendar days, or working days when a calendar is given.
 * @customfunction SLIP
 * @param baseline The date first agreed.
 * @param forecast The date now expected.
 * @param [calendar] Counts working days of this calendar: CN5, CN6, CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL. Left out: calendar days.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A whole number of days.
 * @example =MERCH.SLIP(DATE(2026,5,13),DATE(2026,5,19),"CN6") → 5
 * @example =MERCH.SLIP(DATE(2026,5,13),DATE(2026,5,19)) → 6
 * @errors #N/A when a China calendar has no data for a year of the span; #VALUE! for a text that is no date or an unknown calendar.
 * @source Schedule measures: slippage 延期, definition.
 */
export function SLIP(baseline: any[][], forecast: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("baseline", baseline, dateCell),
      required("forecast", forecast, dateCell),
      optional("calendar", calendar, calendarCell),
      closuresArgument(closures),
    ],
    (agreed, expected, name, list) => slip(agreed, expected, given(name, list)),
  );
}

/**
 * Whether a calendar knows the days off of a date's year: "OK", or "NO DATA" and the year.
 * @customfunction CALCHECK
 * @param date The date.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns Text.
 * @example =MERCH.CALCHECK(DATE(2027,3,1),"CN5") → NO DATA 2027
 * @example =MERCH.CALCHECK(DATE(2026,3,1),"CN5") → OK
 * @example =MERCH.CALCHECK(DATE(2027,3,1),"CN5",{"2027-01-01","year"}) → OK
 * @errors #VALUE! for a text that is no date or an unknown calendar.
 * @source State Council notices on days off, as tabled by chinese-days 1.5.7.
 */
export function CALCHECK(date: any[][], calendar?: any[][], closures?: any[][]): any[][] {
  return eachCell(
    [
      required("date", date, dateCell),
      optional("calendar", calendar, calendarCell, "CN6"),
      closuresArgument(closures),
    ],
    (day, name, list) => {
      const missing = calendarCheck(day, calendarFor(name, list));
      return missing === undefined ? "OK" : `NO DATA ${missing}`;
    },
  );
}

/**
 * A typed date as a date: 2026-03-05, 2026/3/5, 2026.3.5, 20260305, 2026年3月5日, 5-Mar-2026; with a year also month and day alone (3/5, 3.5, 3月5日).
 * @customfunction READDATE
 * @param text What was typed.
 * @param [year] The year of dates typed as month and day.
 * @returns A date, as a serial number.
 * @example =MERCH.READDATE("2026.3.5") → 2026-03-05
 * @example =MERCH.READDATE("3月5日",2026) → 2026-03-05
 * @example =MERCH.READDATE("3/15",2026) → 2026-03-15
 * @errors #VALUE! "ambiguous date" for what could be read two ways (03/05/2026); #VALUE! for what is no date or lacks its year.
 * @source Dates as written in trade correspondence; month before day only where the year stands apart.
 */
export function READDATE(text: any[][], year?: any[][]): any[][] {
  return eachCell(
    [required("text", text, typedDateCell), optional("year", year, wholeCell({ least: 1900, most: 9999 }))],
    (typed, ofYear) => {
      try {
        return typed(ofYear);
      } catch (error) {
        throw nameArgument(error, { name: "text" });
      }
    },
  );
}

export const dateFunctions = {
  WORKDAY,
  WORKDAYS,
  ISWORKDAY,
  NEXTWORKDAY,
  STARTBY,
  DAYSLEFT,
  DAYSLATE,
  SLIP,
  CALCHECK,
  READDATE,
};
