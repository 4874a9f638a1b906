import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { LotPlan } from "../../domain/quality/lotPlan";
import { qcReasons, qcStatus, type Counts, type QcReason } from "../../domain/quality/verdict";
import { useMessages } from "../context";
import { ToneIcon, useToneFills, type Tone } from "../ui/tone";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "6px 8px",
    borderRadius: "6px",
    minWidth: 0,
  },
  icon: { fontSize: "20px", lineHeight: 0, flexShrink: 0 },
  status: { fontWeight: 700 },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});

const tones: Readonly<Record<"PASS" | "FAIL" | "PENDING", Tone>> = {
  PASS: "good",
  FAIL: "bad",
  PENDING: "warn",
};

/** How the lot stands at this moment. */
export function VerdictLine({ plan, counts }: { plan: LotPlan; counts: Counts }) {
  const styles = useStyles();
  const fills = useToneFills();
  const { inspection, status: words } = useMessages();
  const status = qcStatus(plan, counts);
  const reasonText = (reason: QcReason) => {
    switch (reason.code) {
      case "over":
        return inspection.verdictFail(inspection.classes[reason.defectClass], reason.count, reason.Ac);
      case "incomplete":
        return inspection.verdictPendingSample(reason.inspected, reason.sample);
      case "notCounted":
        return inspection.verdictPendingStart;
      case "inGap":
        return inspection.verdictGap(inspection.classes[reason.defectClass], reason.count, reason.Re);
    }
  };
  const reasons = qcReasons(plan, counts).map(reasonText);
  const name = { PASS: words.pass, FAIL: words.fail, PENDING: words.pending }[status];
  return (
    <div
      className={mergeClasses(styles.root, fills[tones[status]])}
      role="status"
      aria-label={inspection.verdict}
    >
      <span className={styles.icon}>
        <ToneIcon tone={tones[status]} />
      </span>
      <span className={styles.words}>
        <span className={styles.status}>{name}</span>{" "}
        {reasons.length ? reasons.join(" · ") : inspection.verdictPass}
      </span>
    </div>
  );
}
