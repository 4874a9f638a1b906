import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ToneIcon, useToneStyles } from "../ui/tone";
import type { Level } from "./boardRows";
import { tileTones } from "./riskText";
import { useRiskTexts } from "./useRiskTexts";

const useStyles = makeStyles({
  number: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    flexShrink: 0,
    fontWeight: 600,
    fontSize: "14px",
    lineHeight: "20px",
    fontVariantNumeric: "tabular-nums",
  },
  icon: { fontSize: "16px", lineHeight: 0 },
  bar: {
    display: "block",
    height: "4px",
    borderRadius: "2px",
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground5,
    // Kept where the system chooses the colours.
    forcedColorAdjust: "none",
  },
  filled: { display: "block", height: "100%" },
  RED: { backgroundColor: tokens.colorPaletteRedBackground3 },
  AMBER: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  GREEN: { backgroundColor: tokens.colorPaletteGreenBackground3 },
});

/** The chance as a number with the sign of its level. */
export function ChanceNumber({ chance, level }: { chance: number; level: Level }) {
  const styles = useStyles();
  const tones = useToneStyles();
  const texts = useRiskTexts();
  const percent = texts.percent(chance);
  return (
    <span
      className={mergeClasses(styles.number, tones[tileTones[level]])}
      role="img"
      aria-label={texts.chance(texts.levels[level], percent)}
    >
      <span className={styles.icon}>
        <ToneIcon tone={tileTones[level]} />
      </span>
      {percent}
    </span>
  );
}

/** The same as a length, to be compared at a glance. */
export function ChanceBar({ chance, level }: { chance: number; level: Level }) {
  const styles = useStyles();
  return (
    <span className={styles.bar} aria-hidden>
      <span className={mergeClasses(styles.filled, styles[level])} style={{ width: `${chance * 100}%` }} />
    </span>
  );
}
