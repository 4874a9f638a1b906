export type AgingBucket = "NOT DUE" | "1-30" | "31-60" | "61-90" | "90+";

/** Ageing of receivables 账龄: days past due in the usual buckets. On the due date nothing is overdue yet. */
export function agingBucket(due: number, asOf: number): AgingBucket {
  const days = asOf - due;
  if (days <= 0) return "NOT DUE";
  if (days <= 30) return "1-30";
  if (days <= 60) return "31-60";
  return days <= 90 ? "61-90" : "90+";
}
