import { makeStyles, tokens } from "@fluentui/react-components";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useLang, useMessages } from "../context";
import { shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { ToneLine, type Tone } from "../ui/tone";

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
  const messages = useMessages();
  const lang = useLang();
  const { outlook } = messages;
  const { now, then, asOf, gained } = props;
  const date = (day: number | undefined) => (day === undefined ? "–" : shortDate(day, lang, asOf));
  const chance = (of: OrderOutlook) => (of.chance === undefined ? "–" : outlook.percent(of.chance));
  const against = (of: OrderOutlook) =>
    of.p50 === undefined || of.due === undefined ? "–" : outlook.afterDue(of.p50 - of.due);
  const lines = [
    [outlook.compareLine.chance, chance],
    [outlook.compareLine.forecast, (of: OrderOutlook) => date(of.p50)],
    [outlook.compareLine.promise, (of: OrderOutlook) => date(of.promise)],
    [outlook.compareLine.due, (of: OrderOutlook) => date(of.due)],
    [outlook.compareLine.against, against],
  ] as const;
  const verdicts: Verdict[] = [];
  if (then?.p50 !== undefined && now.p50 !== undefined) {
    const moved = then.p50 - now.p50;
    if (moved < 0) verdicts.push({ tone: "good", text: outlook.gains(-moved) });
    else if (moved > 0) verdicts.push({ tone: "bad", text: outlook.costs(moved) });
    else verdicts.push({ tone: "calm", text: outlook.same });
  }
  if (then?.due !== undefined && now.due !== undefined) {
    const later = then.due - gained - now.due;
    if (later > 0) verdicts.push({ tone: "warn", text: outlook.dueLater(later) });
    if (later < 0) verdicts.push({ tone: "warn", text: outlook.dueEarlier(-later) });
    if (gained > 0) verdicts.push({ tone: "warn", text: outlook.airGives(gained) });
  }
  return (
    <div className={layout.stack} aria-busy={then === undefined}>
      <table className={styles.table} aria-label={outlook.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">{outlook.compareNow}</th>
            <th scope="col">{outlook.compareThen}</th>
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
          ? outlook.busy
          : verdicts.map(({ tone, text }) => (
              <ToneLine key={text} tone={tone}>
                {text}
              </ToneLine>
            ))}
      </span>
    </div>
  );
}
