/** What recognition promises over the made sheets; shares from 0 to 1. */
export const THRESHOLDS = {
  place: 0.95,
  meanings: 0.9,
  heldOutMeanings: 0.85,
  surelyWrong: 0.02,
  dates: 0.99,
  guessed: 0,
  rows: 0.97,
} as const;
