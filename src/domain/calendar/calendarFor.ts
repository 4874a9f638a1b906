import { Calendar } from "./calendar";
import type { CalendarName } from "./calendarName";
import { NO_CLOSURES, type Closures } from "./closures";

/** Closures are kept by identity: whoever passes the same list again gets the calendar that was built for it. */
const built = new WeakMap<Closures, Map<CalendarName, Calendar>>();

/** The one asked for last: a column of formulas asks for the same one in every row. */
let last: { name: CalendarName; closures: Closures; calendar: Calendar } | undefined;

/** The calendar of that name with a factory's own closures, built once for each list. */
export function calendarFor(name: CalendarName, closures: Closures = NO_CLOSURES): Calendar {
  if (last?.name === name && last.closures === closures) return last.calendar;
  let ofList = built.get(closures);
  if (!ofList) built.set(closures, (ofList = new Map<CalendarName, Calendar>()));
  let calendar = ofList.get(name);
  if (!calendar) ofList.set(name, (calendar = new Calendar(name, closures)));
  last = { name, closures, calendar };
  return calendar;
}
