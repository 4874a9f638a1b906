import { Button, Checkbox, Field, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { MendChoices, MendWay, UnreadColumn, UnreadGroup } from "../../registers/sheet/cellMends";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import type { usePointing } from "../setup/usePointing";
import { UnreadCellRow } from "./UnreadCellRow";
import { useUnreadTexts, type UnreadTexts } from "./useUnreadTexts";

/** As many as are looked through at a time. */
const page = 30;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: "4px", minWidth: 0 },
  tick: { marginLeft: "-8px" },
  title: { margin: 0, fontWeight: 400 },
  show: { alignSelf: "flex-start", minWidth: 0, marginLeft: "-8px" },
});

const titles: Readonly<
  Record<UnreadGroup["kind"], (texts: UnreadTexts, kind: UnreadColumn["kind"]) => (count: number) => string>
> = {
  read: (texts, kind) => (kind === "date" ? texts.makeDates : texts.makeNumbers),
  swapped: (texts) => texts.swapped,
  order: (texts) => texts.order,
  dot: (texts) => texts.dot,
  blank: (texts) => texts.empty,
  left: (texts) => texts.left,
};

/** Cells of a column that are mended in one way, all together or one by one. */
export function UnreadGroupBox(props: {
  column: UnreadColumn;
  group: UnreadGroup;
  choices: MendChoices;
  /** Other dates of the column have to be decided on first. */
  waits: boolean;
  pointing: ReturnType<typeof usePointing>;
  onChoose: (ids: readonly string[], way: MendWay | undefined) => void;
  /** Nothing is wrong with these dates; absent where it is asked elsewhere. */
  onAsTheyStand: (() => void) | undefined;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const texts = useUnreadTexts();
  const { column, group, choices, waits } = props;
  const { kind, cells, ways } = group;
  const [open, setOpen] = useState(kind === "left" && cells.length <= 5);
  const [pages, setPages] = useState(1);
  const chosen = cells.filter(({ id }) => choices[id] !== undefined).length;
  const common = ways.find((way) =>
    cells.every(({ id, mends }) => choices[id] === way || !mends.some((mend) => mend.way === way)),
  );
  const title = titles[kind](texts, column.kind)(cells.length);
  const all = (way: MendWay | undefined) => {
    const able = cells.filter(({ mends }) => way === undefined || mends.some((mend) => mend.way === way));
    props.onChoose(
      able.map(({ id }) => id),
      way,
    );
  };
  const disabled = waits && kind !== "swapped";
  return (
    <div className={styles.root} role="group" aria-label={title}>
      {kind === "left" ? (
        <p className={styles.title}>{title}</p>
      ) : kind === "read" || kind === "blank" ? (
        <Checkbox
          className={styles.tick}
          label={title}
          disabled={disabled}
          checked={chosen === cells.length ? true : chosen > 0 ? "mixed" : false}
          onChange={(_, { checked }) => all(checked === true ? ways[0] : undefined)}
        />
      ) : (
        <Field label={title} size="small">
          <Select
            size="small"
            className={layout.full}
            disabled={disabled}
            value={common ?? ""}
            onChange={(_, { value }) => all(value === "" ? undefined : (value as MendWay))}
          >
            <option value="">{texts.leave}</option>
            {ways.map((way) => (
              <option key={way} value={way}>
                {texts.ways[way]}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {kind === "swapped" && props.onAsTheyStand && (
        <Button size="small" onClick={props.onAsTheyStand}>
          {texts.asTheyStand}
        </Button>
      )}
      {disabled && kind === "read" && <p className={layout.hint}>{texts.waits}</p>}
      <Button
        className={styles.show}
        size="small"
        appearance="subtle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {open ? texts.hideCells : texts.showCells}
      </Button>
      {open && (
        <>
          <ul className={layout.plainList}>
            {cells.slice(0, pages * page).map((item) => (
              <UnreadCellRow
                key={item.id}
                item={item}
                kind={column.kind}
                group={kind}
                way={choices[item.id]}
                disabled={disabled}
                pointing={props.pointing}
                onWay={(way) => props.onChoose([item.id], way)}
              />
            ))}
          </ul>
          {cells.length > pages * page && (
            <Button size="small" onClick={() => setPages(pages + 1)}>
              {messages.common.showMore(Math.min(page, cells.length - pages * page))}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
