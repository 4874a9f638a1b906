import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useLang } from "../context";
import { useLayout } from "../ui/layout";
import { useToneStyles, type Tone } from "../ui/tone";
import type { DayChange } from "./dayChanges";
import { dateText } from "./riskText";
import type { DayChangesState } from "./useDayChanges";
import { useRiskTexts } from "./useRiskTexts";

const useStyles = makeStyles({
  root: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "4px", minWidth: 0 },
  chip: {
    padding: "2px 8px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: "12px",
    backgroundColor: tokens.colorNeutralBackground1,
    fontFamily: "inherit",
    fontSize: "12px",
    lineHeight: "16px",
    fontWeight: 600,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  on: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
  },
  calm: { color: tokens.colorNeutralForeground2 },
});

const kinds = ["worse", "better", "new", "shipped"] as const;
const kindTones: Readonly<Record<DayChange["kind"], Tone>> = {
  worse: "bad",
  better: "good",
  new: "soon",
  shipped: "good",
};

/** What happened since the day before; each part shows its orders. */
export function ChangesLine(props: {
  state: DayChangesState;
  asOf: number;
  complete: boolean;
  chosen: DayChange["kind"] | undefined;
  onChoose: (kind: DayChange["kind"] | undefined) => void;
}) {
  const styles = useStyles();
  const tones = useToneStyles();
  const layout = useLayout();
  const lang = useLang();
  const { changes: texts } = useRiskTexts();
  const { changes, unnamed } = props.state;
  if (!changes) {
    // While the first forecasts are on their way nothing is said, so that nothing has to be taken back.
    return props.complete ? <p className={layout.hint}>{unnamed ? texts.unnamed : texts.first}</p> : null;
  }
  const day = dateText(changes.day, lang, props.asOf);
  const counts = kinds.map((kind) => {
    const count = [...changes.orders.values()].filter((each) => each.kind === kind).length;
    return { kind, count };
  });
  if (changes.orders.size === 0) return <p className={layout.hint}>{texts.none(day)}</p>;
  return (
    <div className={styles.root} role="group" aria-label={texts.title(day)}>
      <span className={layout.hint}>{texts.title(day)}</span>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => {
          const on = props.chosen === kind;
          return (
            <button
              key={kind}
              type="button"
              className={mergeClasses(styles.chip, tones[kindTones[kind]], on && styles.on)}
              aria-pressed={on}
              onClick={() => props.onChoose(on ? undefined : kind)}
            >
              {texts[kind](count)}
            </button>
          );
        })}
    </div>
  );
}
