export type InspectionVerdict = "pass" | "fail" | "pending";

/** Words that people type for a result; longer remarks may follow the plain ones. */
const PASS = /^(?:pass|合格)|^(?:accept(?:ed)?|ok|a|通过|通過|接受|接收|允收)$/;
const FAIL =
  /^(?:fail|不合格)|^(?:reject(?:ed)?|not? ?pass(?:ed)?|ng|r|不通过|不通過|未通过|拒收|返工|退货)$/;
const PENDING = /^(?:pending|待定)|^(?:hold|on hold|待判|待检|待檢|待验)$/;

/** What a result means, in whichever words it was typed; undefined for any other word. */
export function verdictOf(text: string): InspectionVerdict | undefined {
  const said = text.normalize("NFKC").trim().toLowerCase();
  if (FAIL.test(said)) return "fail";
  if (PASS.test(said)) return "pass";
  return PENDING.test(said) ? "pending" : undefined;
}
