import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { criticalLimits, defectClasses, type DefectClass } from "../../domain/quality/verdict";
import type { LotPlan } from "../../domain/quality/lotPlan";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { NumberInput } from "../ui/NumberInput";
import { ToneIcon, useToneStyles } from "../ui/tone";
import { tallied, type InspectionDraft } from "./inspectionDraft";

const useStyles = makeStyles({
  table: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": { padding: "4px", textAlign: "right", fontWeight: 400 },
    "& th:first-child": { textAlign: "left", paddingLeft: 0 },
    "& thead th": { fontSize: "12px", color: tokens.colorNeutralForeground3 },
    "& tbody tr": { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
    "& td:last-child": { paddingRight: 0 },
  },
  name: { display: "flex", alignItems: "center", gap: "4px" },
  found: { width: "72px" },
  number: { "& input": { textAlign: "right" } },
  head: { fontWeight: 600 },
});

/** The sampling plan of each class, and what was found against it. */
export function PlanTable(props: {
  plan: LotPlan;
  draft: InspectionDraft;
  onCorrect: (corrected: InspectionDraft["corrected"]) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const tones = useToneStyles();
  const messages = useMessages();
  const { plan, draft } = props;
  const limits = (defectClass: DefectClass) =>
    defectClass === "critical" ? { n: plan.sample, ...criticalLimits } : plan[defectClass];
  const { letter, inspectAll, edition } = plan.major.n >= plan.minor.n ? plan.major : plan.minor;
  return (
    <div className={layout.card}>
      <span className={styles.head}>
        {inspectAll
          ? messages.inspection.planAll(plan.sample)
          : messages.inspection.planLine(letter, plan.sample)}
      </span>
      <table className={styles.table} aria-label={messages.inspection.plan}>
        <colgroup>
          <col />
          <col style={{ width: "52px" }} />
          <col style={{ width: "34px" }} />
          <col style={{ width: "34px" }} />
          <col style={{ width: "76px" }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{messages.inspection.className}</th>
            <th scope="col">{messages.inspection.sample}</th>
            <th scope="col" title={messages.inspection.acceptTitle}>
              {messages.inspection.accept}
            </th>
            <th scope="col" title={messages.inspection.rejectTitle}>
              {messages.inspection.reject}
            </th>
            <th scope="col">{messages.inspection.found}</th>
          </tr>
        </thead>
        <tbody>
          {defectClasses.map((defectClass) => {
            const { n, Ac, Re } = limits(defectClass);
            const found = draft.corrected[defectClass] ?? tallied(draft, defectClass);
            const name = messages.inspection.classes[defectClass];
            const over = found >= Re;
            return (
              <tr key={defectClass}>
                <th scope="row">
                  <span className={mergeClasses(styles.name, over && tones.bad)}>
                    {over && <ToneIcon tone="bad" />}
                    {name}
                  </span>
                </th>
                <td>{n}</td>
                <td>{Ac}</td>
                <td>{Re}</td>
                <td>
                  <NumberInput
                    size="small"
                    aria-label={messages.inspection.foundOf(name)}
                    className={styles.number}
                    value={found}
                    onNumber={(count) => {
                      const others = Object.fromEntries(
                        Object.entries(draft.corrected).filter(([each]) => each !== defectClass),
                      );
                      const whole = count !== undefined && Number.isInteger(count) && count >= 0;
                      props.onCorrect(whole ? { ...others, [defectClass]: count } : others);
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <span className={layout.hint}>{edition}</span>
      {plan.samplesDiffer && (
        <span className={layout.hint}>{messages.inspection.samplesDiffer(plan.major.n, plan.minor.n)}</span>
      )}
      {draft.tally.length > 0 && <span className={layout.hint}>{messages.inspection.foundHint}</span>}
      {draft.tally.length > 0 && Object.keys(draft.corrected).length > 0 && (
        <div>
          <Button size="small" onClick={() => props.onCorrect({})}>
            {messages.inspection.foundReset}
          </Button>
        </div>
      )}
    </div>
  );
}
