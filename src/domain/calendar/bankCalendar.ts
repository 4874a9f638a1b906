import { chinaDays } from "../../data/chinaDays";
import { Calendar } from "./calendar";
import type { Closures } from "./closures";
import { civilDate } from "./serialDate";

const built = new WeakMap<Calendar, Calendar>();
const published: ReadonlySet<number> = new Set(chinaDays.years);

/**
 * The banking days where a factory works by that calendar. A factory's own closures stop no bank; but where nobody publishes a
 * country's days off, or not yet for a year, they are all that is known of them.
 */
export function bankCalendar(calendar: Calendar): Calendar {
  let banks = built.get(calendar);
  if (!banks) {
    const { name, closures, publishesDaysOff } = calendar;
    const own: Closures = publishesDaysOff
      ? closures.filter(({ date, kind }) => kind === "year" || !published.has(civilDate(date).year))
      : closures;
    built.set(calendar, (banks = new Calendar(name, own, "banks")));
  }
  return banks;
}
