import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CheckmarkCircleFilled } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { ClockRegular } from "@fluentui/react-icons/svg/clock";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { ReactNode } from "react";

/** How bad something is. Never shown by colour alone: each has an icon, and words stand beside it. */
export type Tone = "bad" | "warn" | "soon" | "good" | "calm";

const icons = {
  bad: ErrorCircleFilled,
  warn: WarningFilled,
  soon: ClockRegular,
  good: CheckmarkCircleFilled,
  calm: CircleRegular,
} as const;

export const useToneStyles = makeStyles({
  bad: { color: tokens.colorPaletteRedForeground1 },
  warn: { color: tokens.colorPaletteDarkOrangeForeground1 },
  soon: { color: tokens.colorBrandForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  calm: { color: tokens.colorNeutralForeground3 },
});

export const useToneFills = makeStyles({
  bad: { backgroundColor: tokens.colorPaletteRedBackground1, color: tokens.colorPaletteRedForeground1 },
  warn: {
    backgroundColor: tokens.colorPaletteDarkOrangeBackground1,
    color: tokens.colorPaletteDarkOrangeForeground1,
  },
  soon: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorBrandForeground1 },
  good: { backgroundColor: tokens.colorPaletteGreenBackground1, color: tokens.colorPaletteGreenForeground1 },
  calm: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground2 },
});

const useStyles = makeStyles({
  line: { display: "flex", gap: "6px", alignItems: "flex-start", minWidth: 0 },
  icon: { flexShrink: 0, fontSize: "16px", lineHeight: 0, paddingTop: "2px" },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});

export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = icons[tone];
  return <Icon aria-hidden />;
}

/** Words with the icon and the colour of their tone. */
export function ToneLine({ tone, strong, children }: { tone: Tone; strong?: boolean; children: ReactNode }) {
  const styles = useStyles();
  const tones = useToneStyles();
  return (
    <span className={mergeClasses(styles.line, tones[tone])}>
      <span className={styles.icon}>
        <ToneIcon tone={tone} />
      </span>
      <span className={styles.words} style={strong ? { fontWeight: 600 } : undefined}>
        {children}
      </span>
    </span>
  );
}
