import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { TableCursorRegular } from "@fluentui/react-icons/svg/table-cursor";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useLang, usePane } from "../context";
import type { OrderView } from "../orders";
import { ownerLabel } from "../risk/riskText";
import { shortDate } from "../ui/dates";
import { Facts } from "../ui/Facts";
import { useLayout } from "../ui/layout";
import { ToneIcon, useToneFills, type Tone } from "../ui/tone";
import { useRiskTexts } from "../risk/useRiskTexts";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: "12px", padding: "10px 12px", borderRadius: "6px" },
  chance: { fontSize: "28px", lineHeight: "36px", fontWeight: 600, fontVariantNumeric: "tabular-nums" },
  level: { display: "flex", alignItems: "center", gap: "6px", fontWeight: 600 },
  icon: { fontSize: "16px", lineHeight: 0 },
  words: { minWidth: 0, fontSize: "12px", lineHeight: "16px" },
  facts: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    gap: "8px",
    margin: 0,
    "& dt": { fontSize: "12px", lineHeight: "16px" },
    "& dd": { margin: 0, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  },
  day: { fontWeight: 600, fontSize: "14px", lineHeight: "20px", display: "block" },
});

type Level = NonNullable<OrderOutlook["level"]>;

const tones: Readonly<Record<Level, Tone>> = { GREEN: "good", AMBER: "warn", RED: "bad", SHIPPED: "calm" };

/** How the order stands: chance, due, forecast, promise, and what must happen next. */
export function OutlookFacts(props: {
  order: OrderView;
  outlook: OrderOutlook;
  label: (milestone: string) => string;
  asOf: number;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const fills = useToneFills();
  const texts = useOutlookTexts();
  const riskTexts = useRiskTexts();
  const lang = useLang();
  const { workbook, navigation, notices } = usePane();
  const { order, outlook, label, asOf } = props;
  const { chance, level, due, p50, promise, shipped, next } = outlook;
  const tone: Tone = level ? tones[level] : "calm";
  const date = (day: number | undefined) => (day === undefined ? "–" : shortDate(day, lang, asOf));
  const after = (day: number | undefined) =>
    day === undefined || due === undefined ? "" : texts.afterDue(day - due);
  const goTo = () =>
    workbook.goTo("orders", order.key).catch((problem: unknown) => notices.add({ kind: "problem", problem }));
  return (
    <div className={layout.stack}>
      {level && (
        <div className={mergeClasses(styles.head, fills[tone])}>
          {level !== "SHIPPED" && chance !== undefined && (
            <span className={styles.chance}>{texts.percent(chance)}</span>
          )}
          <span className={styles.words}>
            <span className={styles.level}>
              <span className={styles.icon}>
                <ToneIcon tone={tone} />
              </span>
              {texts.levels[level]}
            </span>
            {level !== "SHIPPED" && texts.chance}
          </span>
        </div>
      )}
      {!level && p50 !== undefined && <p className={layout.text}>{texts.noChance}</p>}
      <dl className={styles.facts}>
        <div>
          <dt>{texts.due}</dt>
          <dd>
            <span className={styles.day}>{due === undefined ? texts.noDue : date(due)}</span>
          </dd>
        </div>
        {shipped !== undefined ? (
          <div>
            <dt>{texts.left}</dt>
            <dd>
              <span className={styles.day}>{date(shipped)}</span>
              <span className={layout.hint}>{after(shipped)}</span>
            </dd>
          </div>
        ) : (
          <>
            <div>
              <dt title={texts.forecastHint}>{texts.forecast}</dt>
              <dd>
                <span className={styles.day}>{date(p50)}</span>
                <span className={layout.hint}>{after(p50)}</span>
              </dd>
            </div>
            <div>
              <dt title={texts.promiseHint}>{texts.promise}</dt>
              <dd>
                <span className={styles.day}>{date(promise)}</span>
                <span className={layout.hint}>{after(promise)}</span>
              </dd>
            </div>
          </>
        )}
      </dl>
      {shipped === undefined && p50 !== undefined && (
        <p className={layout.hint}>
          {texts.forecast}: {texts.forecastHint} {texts.promise}: {texts.promiseHint}
        </p>
      )}
      {next && (
        <p className={layout.text}>
          {texts.next} <strong>{label(next.milestone)}</strong>{" "}
          <Facts
            facts={[
              next.owner && texts.nextOwner(ownerLabel(next.owner, riskTexts)),
              next.date !== undefined && texts.nextPlanned(date(next.date)),
              next.forecast !== undefined && texts.nextForecast(date(next.forecast)),
            ]}
          />
        </p>
      )}
      <div className={layout.row}>
        <Button size="small" icon={<TableCursorRegular />} onClick={() => void goTo()}>
          {texts.goToRow}
        </Button>
        <Button
          size="small"
          icon={<CalendarCheckmarkRegular />}
          onClick={() => navigation.go("milestones", { orderKey: order.key })}
        >
          {texts.editDates}
        </Button>
      </div>
    </div>
  );
}
