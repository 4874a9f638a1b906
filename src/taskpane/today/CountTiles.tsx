import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMessages } from "../context";
import { warnDays, type OrderView } from "../orders";
import { ToneIcon, useToneStyles, type Tone } from "../ui/tone";
import { counts, isCounted, type Count } from "./boardFilter";

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", gap: "4px" },
  tile: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "8px 2px 6px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    cursor: "pointer",
    minWidth: 0,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  on: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
  },
  number: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    fontSize: "18px",
    lineHeight: "24px",
    fontWeight: 600,
    fontVariantNumeric: "tabular-nums",
  },
  icon: { fontSize: "14px", lineHeight: 0 },
  name: { fontSize: "12px", lineHeight: "16px", color: tokens.colorNeutralForeground2, whiteSpace: "nowrap" },
});

const tones: Readonly<Record<Count, Tone>> = {
  overdue: "bad",
  dueSoon: "soon",
  qcFailed: "bad",
  atRisk: "warn",
};

export function CountTiles(props: {
  orders: readonly OrderView[];
  chosen: Count | undefined;
  onChoose: (count: Count | undefined) => void;
}) {
  const styles = useStyles();
  const toneStyles = useToneStyles();
  const messages = useMessages();
  const names = { ...messages.today, dueSoon: messages.today.dueSoon(warnDays) };
  return (
    <div className={styles.root} role="group" aria-label={messages.today.counts}>
      {counts.map((count) => {
        const number = props.orders.filter((order) => isCounted(order, count)).length;
        const on = props.chosen === count;
        return (
          <button
            key={count}
            type="button"
            className={mergeClasses(styles.tile, on && styles.on)}
            aria-pressed={on}
            onClick={() => props.onChoose(on ? undefined : count)}
          >
            <span className={mergeClasses(styles.number, number > 0 && toneStyles[tones[count]])}>
              <span className={styles.icon}>{number > 0 && <ToneIcon tone={tones[count]} />}</span>
              {messages.number(number)}
            </span>
            <span className={styles.name}>{names[count]}</span>
          </button>
        );
      })}
    </div>
  );
}
