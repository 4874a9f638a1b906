/**
 * An order of the analysis, as plain data. A milestone is a task's code, with S behind it for its start: T21 is the finish of
 * T21, T19S the start of T19. Dates are serial numbers.
 */
export interface RiskOrder {
  readonly key: string;
  /** Which of the request's templates it follows. */
  readonly template: string;
  readonly due?: number;
  /** By `<milestone>.plan` and `<milestone>.actual`. */
  readonly dates: Readonly<Record<string, number>>;
}
