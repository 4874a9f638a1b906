import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowTrendingRegular } from "@fluentui/react-icons/svg/arrow-trending";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { memo } from "react";
import { useLang, useMessages, usePane } from "../context";
import { ToneLine, useToneStyles, type Tone } from "../ui/tone";
import type { BoardRow } from "./boardRows";
import { ChanceBar, ChanceNumber } from "./ChanceBar";
import type { RiskBasis } from "./riskRequest";
import {
  dateText,
  milestoneLabel,
  ownerLabel,
  problemSentence,
  reasonSentence,
  refusalSentence,
  tileTones,
} from "./riskText";
import { useRiskTexts } from "./useRiskTexts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
    minWidth: 0,
  },
  bad: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  warn: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  soon: { borderLeftColor: tokens.colorBrandStroke1 },
  good: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  calm: { borderLeftColor: tokens.colorNeutralStroke1 },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "8px 8px 4px",
    textAlign: "left",
    border: "none",
    borderRadius: "4px",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    cursor: "pointer",
    minWidth: 0,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  first: { display: "flex", gap: "8px", justifyContent: "space-between", alignItems: "baseline" },
  name: { fontWeight: 600, fontSize: "14px", lineHeight: "20px", minWidth: 0, overflowWrap: "anywhere" },
  waiting: { flexShrink: 0, fontSize: "12px", color: tokens.colorNeutralForeground3 },
  who: { color: tokens.colorNeutralForeground2, fontSize: "12px", overflowWrap: "anywhere" },
  dates: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr) minmax(0, 3fr)",
    gap: "0 8px",
  },
  date: { display: "flex", flexDirection: "column", minWidth: 0, fontVariantNumeric: "tabular-nums" },
  label: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3 },
  last: { display: "flex", alignItems: "center", gap: "4px", padding: "0 4px 4px 8px" },
  next: {
    flexGrow: 1,
    minWidth: 0,
    fontSize: "12px",
    lineHeight: "16px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  button: { flexShrink: 0 },
});

export interface RiskCardProps {
  readonly row: BoardRow;
  readonly asOf: number;
  /** The day that changes are counted from. */
  readonly since: number | undefined;
  readonly templates: RiskBasis["templates"];
  readonly headings: Readonly<Record<string, string>>;
}

export const RiskCard = memo(function RiskCard({ row, asOf, since, templates, headings }: RiskCardProps) {
  const styles = useStyles();
  const tones = useToneStyles();
  const messages = useMessages();
  const texts = useRiskTexts();
  const lang = useLang();
  const { workbook, navigation, notices } = usePane();
  const { view, risk, problems, level, change } = row;
  const goTo = () =>
    workbook.goTo("orders", view.key).catch((problem: unknown) => notices.add({ kind: "problem", problem }));
  const label = (id: string) => milestoneLabel(id, lang, templates);
  const on = (date: number | undefined) => dateText(date, lang, asOf);
  const tone: Tone = level ? tileTones[level] : "calm";
  const reason = risk && reasonSentence(risk, view.due, asOf, label, texts);
  const late = risk?.ship !== undefined && view.due !== undefined ? risk.ship - view.due : undefined;
  const { next } = risk ?? {};
  const moved =
    change?.before === undefined || change.now === undefined
      ? undefined
      : ([texts.percent(change.before), texts.percent(change.now)] as const);
  return (
    <li className={mergeClasses(styles.root, styles[tone])}>
      <button
        type="button"
        className={styles.body}
        title={messages.today.goToRow(view.name)}
        onClick={() => void goTo()}
      >
        <span className={styles.first}>
          <span className={styles.name}>{view.name}</span>
          {level && risk?.chance !== undefined ? (
            <ChanceNumber chance={risk.chance} level={level} />
          ) : (
            <span className={styles.waiting}>
              {change?.kind === "shipped"
                ? texts.changes.hasShipped
                : risk || problems.length > 0
                  ? texts.noChance
                  : texts.computing}
            </span>
          )}
        </span>
        {level && risk?.chance !== undefined && <ChanceBar chance={risk.chance} level={level} />}
        <span className={styles.who}>
          {[view.customer, view.factory, view.merchandiser].filter(Boolean).join(" · ")}
        </span>
        <span className={styles.dates}>
          <span className={styles.date}>
            <span className={styles.label}>{texts.due}</span>
            {on(view.due) || texts.none}
          </span>
          {risk?.ship !== undefined && (
            <span className={styles.date}>
              <span className={styles.label}>{texts.forecast}</span>
              {on(risk.ship)}
              {late !== undefined && (
                <span className={mergeClasses(styles.label, late > 0 && tones.bad)}>
                  {texts.afterDue(late)}
                </span>
              )}
            </span>
          )}
          {risk?.promise !== undefined && risk.shipped === undefined && (
            <span className={styles.date}>
              <span className={styles.label}>{texts.promise}</span>
              {on(risk.promise)}
            </span>
          )}
        </span>
        {reason && change?.kind !== "shipped" && (
          <ToneLine tone={tone} strong={level !== "GREEN"}>
            {reason}
          </ToneLine>
        )}
        {problems.map((problem) => (
          <ToneLine key={problem.code} tone="soon">
            {problemSentence(problem, headings, lang, texts)}
          </ToneLine>
        ))}
        {risk?.problem && <ToneLine tone="soon">{refusalSentence(risk.problem, lang, texts)}</ToneLine>}
        {moved && since !== undefined && (change?.kind === "worse" || change?.kind === "better") && (
          <ToneLine tone={change.kind === "worse" ? "bad" : "good"}>
            {(change.kind === "worse" ? texts.changes.wasWorse : texts.changes.wasBetter)(
              moved[0],
              moved[1],
              on(since),
            )}
          </ToneLine>
        )}
      </button>
      <div className={styles.last}>
        <span className={styles.next}>
          {next ? (
            <>
              {texts.next} <strong>{label(next.milestone)}</strong>{" "}
              {[
                on(next.date ?? next.forecast),
                next.date !== undefined && next.date < asOf && messages.when.late(asOf - next.date),
                ownerLabel(next.owner, texts),
              ]
                .filter(Boolean)
                .join(" · ")}
            </>
          ) : (
            risk && risk.shipped === undefined && risk.ship !== undefined && texts.nothingNext
          )}
        </span>
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          icon={<CalendarCheckmarkRegular />}
          title={messages.today.milestone(view.name)}
          aria-label={messages.today.milestone(view.name)}
          onClick={() => navigation.go("milestones", { orderKey: view.key })}
        />
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          icon={<ArrowTrendingRegular />}
          title={texts.open(view.name)}
          aria-label={texts.open(view.name)}
          disabled={!risk}
          onClick={() => navigation.go("outlook", { orderKey: view.key })}
        />
      </div>
    </li>
  );
});
