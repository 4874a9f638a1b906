import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowTrendingRegular } from "@fluentui/react-icons/svg/arrow-trending";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { memo } from "react";
import { useLang, useMessages, usePane } from "../context";
import { NAME_POINT } from "../orders";
import { useCardStyles } from "../ui/cardStyles";
import { Facts } from "../ui/Facts";
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
  waiting: { flexShrink: 0, fontSize: "12px", color: tokens.colorNeutralForeground3 },
  dates: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 2fr) minmax(0, 3fr) minmax(0, 3fr)",
    gap: "0 8px",
  },
  date: { display: "flex", flexDirection: "column", minWidth: 0, fontVariantNumeric: "tabular-nums" },
  label: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground3 },
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
  const card = useCardStyles();
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
    <li className={mergeClasses(card.root, card[tone])}>
      <button
        type="button"
        className={card.body}
        title={messages.today.goToRow(view.name)}
        onClick={() => void goTo()}
      >
        <span className={card.first}>
          <span className={card.name}>
            <Facts facts={view.name.split(NAME_POINT)} />
          </span>
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
        <span className={card.who}>
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
      <div className={card.last}>
        <span className={card.next}>
          {next ? (
            <>
              {texts.next} <strong>{label(next.milestone)}</strong>{" "}
              <Facts
                facts={[
                  on(next.date ?? next.forecast),
                  next.date !== undefined && next.date < asOf && messages.when.late(asOf - next.date),
                  ownerLabel(next.owner, texts),
                ]}
              />
            </>
          ) : (
            risk && risk.shipped === undefined && risk.ship !== undefined && texts.nothingNext
          )}
        </span>
        <Button
          className={card.button}
          appearance="subtle"
          size="small"
          icon={<CalendarCheckmarkRegular />}
          title={messages.today.milestone(view.name)}
          aria-label={messages.today.milestone(view.name)}
          onClick={() => navigation.go("milestones", { orderKey: view.key })}
        />
        <Button
          className={card.button}
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
