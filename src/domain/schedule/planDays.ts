import type { Calendar } from "../calendar/calendar";
import { nextWorkday } from "../calendar/nextWorkday";
import { startBy } from "../calendar/startBy";
import { workday } from "../calendar/workday";
import type { DurationUnit } from "./taTemplate";

/** Arithmetic on days in a task's unit. */
export class PlanDays {
  constructor(private readonly calendar: Calendar) {}

  shift(day: number, lag: number, unit: DurationUnit): number {
    return unit === "CD" ? day + lag : workday(day, lag, this.calendar);
  }

  /** The latest day that `shift` takes to `day` or before. */
  unshift(day: number, lag: number, unit: DurationUnit): number {
    if (unit === "CD" || lag === 0) return day - lag;
    return lag > 0 ? startBy(day, lag, this.calendar) - 1 : workday(day, -lag, this.calendar);
  }

  rollForward(day: number, unit: DurationUnit): number {
    return unit === "CD" ? day : nextWorkday(day, this.calendar);
  }

  rollBack(day: number, unit: DurationUnit): number {
    return unit === "CD" ? day : nextWorkday(day, this.calendar, -1);
  }

  finishOf(start: number, duration: number, unit: DurationUnit): number {
    return unit === "CD" ? start + duration - 1 : workday(start, duration - 1, this.calendar);
  }

  startFor(finish: number, duration: number, unit: DurationUnit): number {
    return unit === "CD" ? finish - duration + 1 : startBy(finish, duration, this.calendar);
  }
}
