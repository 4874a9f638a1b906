import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Proposal } from "../../domain/schedule/learnFromOrders";
import type { ThreePoint } from "../../domain/schedule/threePoint";
import type { TaTask } from "../../domain/schedule/taTemplate";
import { usePane } from "../context";
import { useLayout } from "../ui/layout";
import { ToneLine } from "../ui/tone";
import { useWrite } from "../ui/useWrite";
import { useLearningTexts } from "./useLearningTexts";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", fontSize: "12px", lineHeight: "16px" },
  head: { textAlign: "left", fontWeight: 600, padding: "2px 8px 2px 0", verticalAlign: "bottom" },
  cell: {
    padding: "4px 8px 4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    verticalAlign: "top",
    overflowWrap: "anywhere",
  },
  days: { fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  number: { fontVariantNumeric: "tabular-nums", textAlign: "right", whiteSpace: "nowrap" },
});

/** So many steps at first: those that change most. */
const FIRST = 6;

const points = ({ o, m, p }: ThreePoint) => `${o} / ${m} / ${p}`;
const percent = (share: number) => `${Math.round(share * 1000) / 10} %`;

/** What finished orders say of one template, beside what it says now; nothing is written before it is accepted. */
export function ProposalCard({
  proposal,
  exists,
  inUse,
}: {
  proposal: Proposal;
  /** The workbook has rows of its own for it. */
  exists: boolean;
  inUse: boolean;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useLearningTexts();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [agreed, setAgreed] = useState(false);
  const [all, setAll] = useState(false);
  const { template, factory, tasks, changes, heldUp, orders, unexplained } = proposal;
  const oftener = Math.abs(heldUp.learned - heldUp.template) >= 0.001;
  const title = texts.proposal(template, factory);
  const moved = ({ template: before, learned }: Proposal["changes"][number]) =>
    Math.abs(learned.o + 4 * learned.m + learned.p - before.o - 4 * before.m - before.p) / 6;
  const most = [...changes].sort((a, b) => moved(b) - moved(a)).slice(0, FIRST);
  const shown = all ? changes : changes.filter((change) => most.includes(change));
  const taskOf = (code: string): TaTask | undefined => tasks.find((task) => task.code === code);
  const key = [template, factory].filter(Boolean).join("|").toLowerCase();
  return (
    <li className={layout.card}>
      <div>
        <h3 className={layout.heading}>{title}</h3>
        <p className={layout.hint}>
          {texts.rests(orders)}
          {unexplained > 0 && ` · ${texts.unexplained(unexplained)}`}
        </p>
      </div>
      {changes.length === 0 && !oftener ? (
        <p className={layout.text}>{texts.nothingNew}</p>
      ) : (
        <>
          <p className={layout.hint}>{texts.points}</p>
          <table className={styles.table}>
            <thead>
              <tr>
                {[texts.columns.task, texts.columns.before, texts.columns.after].map((heading) => (
                  <th key={heading} scope="col" className={styles.head}>
                    {heading}
                  </th>
                ))}
                <th scope="col" className={`${styles.head} ${styles.number}`}>
                  {texts.columns.orders}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ code, template: before, learned, orders: count }) => {
                const task = taskOf(code);
                return (
                  <tr key={code}>
                    <td className={styles.cell}>
                      {task?.name} <span className={layout.hint}>{task && texts.days[task.unit]}</span>
                    </td>
                    <td className={`${styles.cell} ${styles.days}`}>{points(before)}</td>
                    <td className={`${styles.cell} ${styles.days}`}>{points(learned)}</td>
                    <td className={`${styles.cell} ${styles.number}`}>{count}</td>
                  </tr>
                );
              })}
              {oftener && (
                <tr>
                  <td className={styles.cell}>
                    {texts.heldUp} <span className={layout.hint}>{texts.heldUpHint}</span>
                  </td>
                  <td className={`${styles.cell} ${styles.days}`}>{percent(heldUp.template)}</td>
                  <td className={`${styles.cell} ${styles.days}`}>{percent(heldUp.learned)}</td>
                  <td className={`${styles.cell} ${styles.number}`}>{orders}</td>
                </tr>
              )}
            </tbody>
          </table>
          {changes.length > FIRST && (
            <div>
              <Button size="small" appearance="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? texts.fewer : texts.more(changes.length)}
              </Button>
            </div>
          )}
          {inUse ? (
            <ToneLine tone="good">{texts.used}</ToneLine>
          ) : (
            <>
              {exists && (
                <Checkbox
                  label={texts.replaceText(title)}
                  checked={agreed}
                  onChange={(_, { checked }) => setAgreed(checked === true)}
                />
              )}
              <div>
                <Button
                  appearance="primary"
                  size="small"
                  disabledFocusable={busy || (exists && !agreed)}
                  aria-label={`${exists ? texts.replace : texts.use} · ${title}`}
                  onClick={() =>
                    void write(() =>
                      workbook.saveTemplates([{ template, factory, tasks }], exists ? [key] : []),
                    )
                  }
                >
                  {exists ? texts.replace : texts.use}
                </Button>
              </div>
            </>
          )}
        </>
      )}
    </li>
  );
}
