import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { ToneIcon, useToneStyles } from "../ui/tone";
import { levels, type Group } from "./boardRows";
import { tileTones } from "./riskText";
import { useRiskTexts } from "./useRiskTexts";

const useStyles = makeStyles({
  row: {
    position: "relative",
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) repeat(3, 44px)",
    gap: "4px 4px",
    alignItems: "center",
    width: "100%",
    padding: "8px 8px 6px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    textAlign: "left",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  name: { overflowWrap: "anywhere" },
  number: {
    display: "inline-flex",
    justifyContent: "flex-end",
    alignItems: "center",
    gap: "2px",
    fontWeight: 600,
    fontVariantNumeric: "tabular-nums",
  },
  unseen: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  nought: { fontWeight: 400, color: tokens.colorNeutralForeground3 },
  icon: { fontSize: "12px", lineHeight: 0 },
  bar: {
    gridColumn: "1 / -1",
    display: "flex",
    height: "4px",
    borderRadius: "2px",
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground5,
    forcedColorAdjust: "none",
  },
  RED: { backgroundColor: tokens.colorPaletteRedBackground3 },
  AMBER: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  GREEN: { backgroundColor: tokens.colorPaletteGreenBackground3 },
});

/** Customers or factories with their orders by level; a click shows these orders. */
export function GroupList(props: {
  label: string;
  groups: readonly Group[];
  onChoose: (name: string) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const tones = useToneStyles();
  const messages = useMessages();
  const texts = useRiskTexts();
  return (
    <ul className={layout.plainList} aria-label={props.label}>
      {props.groups.map((group) => {
        const name = group.name || texts.noName;
        return (
          <li key={group.name}>
            <button type="button" className={styles.row} onClick={() => props.onChoose(group.name)}>
              <span className={styles.name}>
                {name}
                <span className={styles.unseen}>{texts.counted(group.RED, group.AMBER, group.GREEN)}</span>
              </span>
              {levels.map((level) => (
                <span
                  key={level}
                  aria-hidden
                  className={mergeClasses(
                    styles.number,
                    group[level] > 0 ? tones[tileTones[level]] : styles.nought,
                  )}
                >
                  {group[level] > 0 && (
                    <span className={styles.icon}>
                      <ToneIcon tone={tileTones[level]} />
                    </span>
                  )}
                  {messages.number(group[level])}
                </span>
              ))}
              <span className={styles.bar}>
                {levels.map((level) => (
                  <span
                    key={level}
                    className={styles[level]}
                    style={{ width: `${(group[level] / group.all) * 100}%` }}
                  />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
