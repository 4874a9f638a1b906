import { makeStyles, tokens } from "@fluentui/react-components";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useLang } from "../context";
import { shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { ToneLine, type Tone } from "../ui/tone";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "4px 4px 4px 0",
      textAlign: "left",
      verticalAlign: "top",
      fontWeight: 400,
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    "& th": { color: tokens.colorNeutralForeground2 },
  },
  then: { "& strong": { fontWeight: 600 } },
});

interface Verdict {
  readonly tone: Tone;
  readonly text: string;
}

/** The order as it stands beside what it would be: chance, dates, and what the change costs in days. */
export function CompareTable(props: {
  now: OrderOutlook;
  then: OrderOutlook | undefined;
  asOf: number;
  /** Of the days by which the due date is later, those that flying gives. */
  gained: number;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useOutlookTexts();
  const lang = useLang();
  const { now, then, asOf, gained } = props;
  const date = (day: number | undefined) => (day === undefined ? "–" : shortDate(day, lang, asOf));
  const chance = (of: OrderOutlook) => (of.chance === undefined ? "–" : texts.percent(of.chance));
  const against = (of: OrderOutlook) =>
    of.p50 === undefined || of.due === undefined ? "–" : texts.afterDue(of.p50 - of.due);
  const lines = [
    [texts.compareLine.chance, chance],
    [texts.compareLine.forecast, (of: OrderOutlook) => date(of.p50)],
    [texts.compareLine.promise, (of: OrderOutlook) => date(of.promise)],
    [texts.compareLine.due, (of: OrderOutlook) => date(of.due)],
    [texts.compareLine.against, against],
  ] as const;
  const verdicts: Verdict[] = [];
  if (then?.p50 !== undefined && now.p50 !== undefined) {
    const moved = then.p50 - now.p50;
    if (moved < 0) verdicts.push({ tone: "good", text: texts.gains(-moved) });
    else if (moved > 0) verdicts.push({ tone: "bad", text: texts.costs(moved) });
    else verdicts.push({ tone: "calm", text: texts.same });
  }
  if (then?.due !== undefined && now.due !== undefined) {
    const later = then.due - gained - now.due;
    if (later > 0) verdicts.push({ tone: "warn", text: texts.dueLater(later) });
    if (later < 0) verdicts.push({ tone: "warn", text: texts.dueEarlier(-later) });
    if (gained > 0) verdicts.push({ tone: "warn", text: texts.airGives(gained) });
  }
  return (
    <div className={layout.stack} aria-busy={then === undefined}>
      <table className={styles.table} aria-label={texts.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">{texts.compareNow}</th>
            <th scope="col">{texts.compareThen}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, tell]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{tell(now)}</td>
              <td className={styles.then}>{then ? <strong>{tell(then)}</strong> : "…"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <span role="status" className={layout.stack}>
        {then === undefined
          ? texts.busy
          : verdicts.map(({ tone, text }) => (
              <ToneLine key={text} tone={tone}>
                {text}
              </ToneLine>
            ))}
      </span>
    </div>
  );
}
