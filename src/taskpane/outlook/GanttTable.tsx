import { makeStyles, tokens } from "@fluentui/react-components";
import { useLang, useMessages } from "../context";
import { ownerLabel } from "../risk/riskText";
import { shortDate } from "../ui/dates";
import type { GanttRow } from "./ganttRows";
import { useRiskTexts } from "../risk/useRiskTexts";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  // A table wider than the pane must be reached, also by keyboard.
  scroll: { overflowX: "auto", ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  table: {
    borderCollapse: "collapse",
    width: "100%",
    fontSize: "12px",
    lineHeight: "16px",
    fontVariantNumeric: "tabular-nums",
    // A day torn over two lines reads as two facts.
    wordBreak: "keep-all",
    "& th, & td": {
      padding: "4px 6px 4px 0",
      textAlign: "left",
      verticalAlign: "top",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    "& thead th": { color: tokens.colorNeutralForeground2, fontWeight: 400 },
  },
  caption: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)" },
  sub: { display: "block", fontWeight: 400, color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

/** What the chart shows, in words and numbers. */
export function GanttTable(props: {
  rows: readonly GanttRow[];
  label: (milestone: string) => string;
  order: string;
  asOf: number;
}) {
  const styles = useStyles();
  const messages = useMessages();
  const texts = useOutlookTexts();
  const riskTexts = useRiskTexts();
  const lang = useLang();
  const date = (day: number | undefined) =>
    day === undefined ? "" : shortDate(day, lang, props.asOf).replace(/ /g, "\u00a0");
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={texts.tableCaption(props.order)}>
      <table className={styles.table}>
        <caption className={styles.caption}>{texts.tableCaption(props.order)}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.columns.milestone}</th>
            <th scope="col">{texts.columns.plan}</th>
            <th scope="col">{texts.columns.date}</th>
            <th scope="col">{texts.columns.float}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.milestone}>
              <th scope="row">
                {props.label(row.milestone)}
                <span className={styles.sub}>{ownerLabel(row.owner, riskTexts)}</span>
              </th>
              <td>{date(row.plan)}</td>
              <td>
                {row.state === "doneUnseen" ? (
                  texts.doneUnseen
                ) : (
                  <span className={row.endangers ? styles.bad : undefined}>
                    {row.date === undefined || row.state === "open"
                      ? date(row.date)
                      : texts[row.state === "done" ? "actual" : "supposed"](date(row.date))}
                  </span>
                )}
                {row.late !== undefined && row.late !== 0 && (
                  <span className={styles.sub}>
                    {row.late > 0 ? texts.late(row.late) : texts.early(-row.late)}
                  </span>
                )}
                {row.p10 !== undefined && row.p90 !== undefined && row.p10 !== row.p90 && (
                  <span className={styles.sub}>{`${date(row.p10)} – ${date(row.p90)}`}</span>
                )}
              </td>
              <td>
                {row.float !== undefined && messages.common.days(row.float)}
                {row.needed !== undefined && (
                  <span className={styles.sub}>{texts.needed(date(row.needed))}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
