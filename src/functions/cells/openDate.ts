const OPEN =
  /^(?:t\.?b\.?[acdn]\.?|to be (?:advised|announced|confirmed|decided|determined)|n\.?\/?a\.?|pending|-+|—+|待定|待确认|待通知|未定)$/;

/** Whether a text in a date's place says that there is no date yet: `TBA`, `n/a`, `待定`. What could mean more than that does not count. */
export const isOpenDate = (text: string): boolean => OPEN.test(text.normalize("NFKC").trim().toLowerCase());
