import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRiskTexts } from "./useRiskTexts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "6px",
    overflow: "hidden",
  },
  choice: {
    padding: "4px 4px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "20px",
    cursor: "pointer",
    minWidth: 0,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  on: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
  },
});

export const views = ["orders", "customers", "factories"] as const;
export type View = (typeof views)[number];

/** The same orders one by one, or counted by customer or factory. */
export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const styles = useStyles();
  const texts = useRiskTexts();
  return (
    <div className={styles.root} role="group" aria-label={texts.views}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          className={mergeClasses(styles.choice, each === view && styles.on)}
          aria-pressed={each === view}
          onClick={() => onChange(each)}
        >
          {texts[each]}
        </button>
      ))}
    </div>
  );
}
