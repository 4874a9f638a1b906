/** What recognition promises over each of the made sets; shares from 0 to 1. */
export const THRESHOLDS = {
  place: 0.97,
  meanings: 0.95,
  heldOutMeanings: 0.88,
  surelyWrong: 0.015,
  dates: 0.99,
  guessed: 0,
  rows: 0.98,
} as const;
