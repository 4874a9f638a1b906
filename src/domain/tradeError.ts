/**
 * Every code a rule of the trade may answer with instead of a result, and the values its sentence needs. Each subject adds
 * its own codes by declaration merging, beside the rule that throws them; the sentences live in i18n/functionErrors*.
 */
export interface TradeErrors {
  /** The answer lies outside the dates or numbers that a cell can hold. */
  noAnswer: Record<never, never>;
}

/** bad input, no data for it, or a number without an answer: #VALUE!, #N/A and #NUM! in a cell. */
export type TradeErrorKind = "badInput" | "noData" | "noAnswer";

export class TradeError<Code extends keyof TradeErrors = keyof TradeErrors> extends Error {
  constructor(
    readonly kind: TradeErrorKind,
    readonly code: Code,
    readonly values: TradeErrors[Code],
  ) {
    super(code);
    this.name = "TradeError";
  }
}
