import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMessages } from "../context";
import { ToneIcon, useToneStyles } from "../ui/tone";
import { countOf, tiles, type BoardRow, type Tile } from "./boardRows";
import { tileTones } from "./riskText";
import { useRiskTexts } from "./useRiskTexts";

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

/** How many orders there are of each level, and how many somebody has to look at. */
export function LevelTiles(props: {
  rows: readonly BoardRow[];
  chosen: Tile | undefined;
  onChoose: (tile: Tile | undefined) => void;
}) {
  const styles = useStyles();
  const toneStyles = useToneStyles();
  const messages = useMessages();
  const texts = useRiskTexts();
  const names = { ...texts.levels, check: texts.check };
  return (
    <div className={styles.root} role="group" aria-label={texts.counts}>
      {tiles.map((tile) => {
        const number = countOf(props.rows, tile);
        const on = props.chosen === tile;
        return (
          <button
            key={tile}
            type="button"
            className={mergeClasses(styles.tile, on && styles.on)}
            aria-pressed={on}
            onClick={() => props.onChoose(on ? undefined : tile)}
          >
            <span className={mergeClasses(styles.number, number > 0 && toneStyles[tileTones[tile]])}>
              <span className={styles.icon}>{number > 0 && <ToneIcon tone={tileTones[tile]} />}</span>
              {messages.number(number)}
            </span>
            <span className={styles.name}>{names[tile]}</span>
          </button>
        );
      })}
    </div>
  );
}
