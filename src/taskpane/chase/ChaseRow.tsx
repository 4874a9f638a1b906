import { Button, Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowTrendingLinesRegular } from "@fluentui/react-icons/svg/arrow-trending-lines";
import { word } from "../../registers/register";
import { useLang, usePane } from "../context";
import { shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { ToneLine, type Tone } from "../ui/tone";
import type { ChaseItem } from "./chaseList";
import { partyOf } from "./party";
import { useChaseTexts } from "./useChaseTexts";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    gap: "4px",
    padding: "4px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    minWidth: 0,
  },
  tick: { flexShrink: 0, marginLeft: "-6px" },
  body: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", padding: "6px 0" },
  first: {
    display: "flex",
    gap: "8px",
    justifyContent: "space-between",
    alignItems: "flex-start",
    lineHeight: "18px",
  },
  milestone: { fontWeight: 600, lineHeight: "20px", minWidth: 0, overflowWrap: "anywhere" },
  late: { flexShrink: 0, fontSize: "12px", lineHeight: "20px" },
  named: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", gap: "4px" },
  order: {
    minHeight: "24px",
    padding: 0,
    border: "none",
    borderRadius: "2px",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    textAlign: "left",
    overflowWrap: "anywhere",
    cursor: "pointer",
    ":hover": { textDecorationLine: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  note: { fontSize: "12px", lineHeight: "16px" },
  look: { flexShrink: 0, marginTop: "-4px", marginRight: "-6px" },
});

function toneOf({ late, on, reason }: ChaseItem): Tone {
  if (late > 0) return "bad";
  if (reason) return "warn";
  return on === undefined ? "calm" : "soon";
}

/** One milestone that somebody owes. */
export function ChaseRow(props: {
  item: ChaseItem;
  asOf: number;
  ticked: boolean;
  onTick: (ticked: boolean) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useChaseTexts();
  const lang = useLang();
  const { workbook, navigation, notices } = usePane();
  const { item, asOf } = props;
  const { order, material, plan, needed, late, tooLate, on, reason, waitsFor } = item;
  const line = material?.line;
  const milestone = line
    ? [line.item, line.colour].filter(Boolean).join(" · ")
    : word(item.milestone.name, lang);
  const date = (day: number) => shortDate(day, lang, asOf);
  const goTo = () =>
    (line ? workbook.goTo("materials", line.key) : workbook.goTo("orders", order.key)).catch(
      (problem: unknown) => notices.add({ kind: "problem", problem }),
    );
  const title = line ? texts.goToMaterial(line.item) : texts.goToRow(order.name);
  const amount = (count: number | undefined) =>
    count === undefined || count === 0 ? "" : texts.amount(count, line?.unit ?? "");
  const others = waitsFor.filter(({ owner }) => partyOf(owner.en) !== item.party);
  return (
    <li className={styles.root}>
      <Checkbox
        className={styles.tick}
        checked={props.ticked}
        aria-label={texts.include(order.name, milestone)}
        onChange={(_, { checked }) => props.onTick(checked === true)}
      />
      <div className={styles.body}>
        <span className={styles.first}>
          <span className={styles.milestone}>{milestone}</span>
          <span className={styles.late}>
            {on !== undefined && (
              <ToneLine tone={toneOf(item)}>{late > 0 ? texts.late(late) : texts.inDays(-late)}</ToneLine>
            )}
          </span>
        </span>
        <span className={styles.named}>
          <button type="button" className={styles.order} title={title} onClick={() => void goTo()}>
            {order.name || milestone}
          </button>
          {material?.hasOrder !== false && (
            <Button
              className={styles.look}
              appearance="subtle"
              size="small"
              icon={<ArrowTrendingLinesRegular />}
              title={texts.outlook(order.name)}
              aria-label={texts.outlook(order.name)}
              onClick={() => navigation.go("outlook", { orderKey: order.key })}
            />
          )}
        </span>
        {line && (
          <span className={layout.hint}>
            {texts.material(
              amount(line.ordered),
              (line.received ?? 0) > 0 || line.arrived !== undefined ? amount(line.short) : "",
            )}
          </span>
        )}
        {material?.hasOrder === false && <span className={layout.hint}>{texts.noOrder}</span>}
        <span className={layout.hint}>
          {plan === undefined ? texts.noPlan : texts.planned(date(plan))}
          {needed !== undefined && (
            <>
              {" · "}
              {needed <= asOf ? texts.neededAtOnce : texts.needed(date(needed))}
            </>
          )}
        </span>
        {reason && (
          <span className={styles.note}>
            <ToneLine tone="warn">{reason === "drives" ? texts.drives : texts.nextStep}</ToneLine>
          </span>
        )}
        {plan !== undefined && plan > asOf && tooLate > 0 && (
          <span className={layout.hint}>{texts.tooLate(tooLate)}</span>
        )}
        {others.length > 0 && (
          <span className={layout.hint}>
            {texts.waitsFor(
              others.map(({ name, owner }) => `${word(name, lang)} (${word(owner, lang)})`).join(", "),
            )}
          </span>
        )}
      </div>
    </li>
  );
}
