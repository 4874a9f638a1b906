import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useMessages } from "../context";
import { ToneIcon, useToneStyles, type Tone } from "./tone";

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

/** Four numbers on top of a board. One pressed shows only what it counts; pressed again, everything. */
export function Tiles<Id extends string>(props: {
  /** What is counted, for those who do not see it. */
  label: string;
  tiles: readonly { readonly id: Id; readonly name: string; readonly number: number; readonly tone: Tone }[];
  chosen: Id | undefined;
  onChoose: (id: Id | undefined) => void;
}) {
  const styles = useStyles();
  const toneStyles = useToneStyles();
  const messages = useMessages();
  return (
    <div className={styles.root} role="group" aria-label={props.label}>
      {props.tiles.map(({ id, name, number, tone }) => {
        const on = props.chosen === id;
        return (
          <button
            key={id}
            type="button"
            className={mergeClasses(styles.tile, on && styles.on)}
            aria-pressed={on}
            onClick={() => props.onChoose(on ? undefined : id)}
          >
            <span className={mergeClasses(styles.number, number > 0 && toneStyles[tone])}>
              <span className={styles.icon}>{number > 0 && <ToneIcon tone={tone} />}</span>
              {messages.number(number)}
            </span>
            <span className={styles.name}>{name}</span>
          </button>
        );
      })}
    </div>
  );
}
