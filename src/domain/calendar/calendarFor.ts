import { Calendar } from "./calendar";
import type { CalendarName } from "./calendarName";
import { NO_CLOSURES, type Closures } from "./closures";

/** Closures are kept by identity: whoever passes the same list again gets the calendar that was built for it. */
const built = new WeakMap<Closures, Map<CalendarName, Calendar>>();

/** The calendar of that name with a factory's own closures, built once for each list. */
export function calendarFor(name: CalendarName, closures: Closures = NO_CLOSURES): Calendar {
  let ofList = built.get(closures);
  if (!ofList) built.set(closures, (ofList = new Map<CalendarName, Calendar>()));
  let calendar = ofList.get(name);
  if (!calendar) ofList.set(name, (calendar = new Calendar(name, closures)));
  return calendar;
}
