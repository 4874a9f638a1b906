import { Button, Checkbox, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { MendableCell, MendWay, UnreadGroup, UnreadColumn } from "../../registers/sheet/cellMends";
import { usePane } from "../context";
import { useLayout } from "../ui/layout";
import type { usePointing } from "../setup/usePointing";
import { cellWords } from "./cellWords";
import { useUnreadTexts } from "./useUnreadTexts";

const useStyles = makeStyles({
  root: {
    display: "grid",
    gridTemplateColumns: "auto minmax(0, 1fr)",
    gap: "4px",
    alignItems: "start",
    padding: "2px 0",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  address: { minWidth: "56px", justifyContent: "flex-start", fontVariantNumeric: "tabular-nums" },
  words: { display: "flex", flexDirection: "column", minWidth: 0, padding: "4px 0", lineHeight: "18px" },
  value: { overflowWrap: "anywhere" },
  then: { fontWeight: 600 },
  row: { display: "flex", gap: "4px", alignItems: "flex-start", minWidth: 0 },
  tick: { flexShrink: 0, marginTop: "-4px" },
  select: { minWidth: 0 },
});

/** As much of a cell as tells it from others. */
const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** One cell: where it stands, what it says, and what would stand there. */
export function UnreadCellRow(props: {
  item: MendableCell;
  kind: UnreadColumn["kind"];
  group: UnreadGroup["kind"];
  way: MendWay | undefined;
  disabled: boolean;
  pointing: ReturnType<typeof usePointing>;
  onWay: (way: MendWay | undefined) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useUnreadTexts();
  const { workbook, notices } = usePane();
  const { item, kind, group, way } = props;
  const { cell, mends, left } = item;
  const words = (value: typeof cell.value) => cellWords(value, kind, texts.blank);
  const [only] = mends;
  const then = mends.find((mend) => mend.way === way) ?? (mends.length === 1 ? only : undefined);
  const ticked = group === "read" || group === "blank";
  const jump = () =>
    workbook
      .goToCell(cell.sheet, cell.address)
      .catch((problem: unknown) => notices.add({ kind: "problem", problem }));
  return (
    <li className={styles.root}>
      <Button
        className={styles.address}
        size="small"
        appearance="subtle"
        title={texts.jump(`${cell.sheet}!${cell.address}`)}
        aria-label={texts.jump(`${cell.sheet}!${cell.address}`)}
        {...props.pointing(cell.sheet, cell.address)}
        onClick={() => void jump()}
      >
        {cell.address}
      </Button>
      <div className={styles.words}>
        <span className={styles.row}>
          {ticked && only && (
            <Checkbox
              className={styles.tick}
              size="medium"
              aria-label={texts.tick(cell.address)}
              disabled={props.disabled}
              checked={way === only.way}
              onChange={(_, { checked }) => props.onWay(checked === true ? only.way : undefined)}
            />
          )}
          <span className={styles.value}>
            {shortened(words(cell.value))}
            {then && (
              <>
                {" → "}
                <span className={styles.then}>{words(then.value)}</span>
              </>
            )}
          </span>
        </span>
        {left && <span className={layout.hint}>{texts.why[left]}</span>}
        {mends.length > 1 && (
          <Select
            size="small"
            className={styles.select}
            aria-label={texts.choose(cell.address)}
            disabled={props.disabled}
            value={way ?? ""}
            onChange={(_, { value }) => props.onWay(value === "" ? undefined : (value as MendWay))}
          >
            <option value="">{texts.leave}</option>
            {mends.map((mend) => (
              <option key={mend.way} value={mend.way}>
                {`${texts.ways[mend.way]}: ${words(mend.value)}`}
              </option>
            ))}
          </Select>
        )}
      </div>
    </li>
  );
}
