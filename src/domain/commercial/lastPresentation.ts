/**
 * Last day to present documents under a letter of credit. UCP 600 art. 14 (c): within 21 calendar days after shipment (or as the
 * credit says), and not later than its expiry. Art. 29 (a): where the bank is closed on that day, the first banking day after.
 * The date of shipment itself is not counted (art. 3).
 */
export function lastPresentation(
  onBoard: number,
  expiry: number,
  days: number,
  isClosed: (day: number) => boolean,
): number {
  let day = Math.min(onBoard + days, expiry);
  while (isClosed(day)) day++;
  return day;
}
