import type { Calendar } from "./calendar";

export function isWorkday(date: number, calendar: Calendar): boolean {
  calendar.requireData(date, date);
  return calendar.worksOn(date);
}
