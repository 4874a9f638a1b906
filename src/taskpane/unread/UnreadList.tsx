import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import {
  chosenMends,
  settledBy,
  unreadColumns,
  waitsForSwapped,
  type MendChoices,
  type MendWay,
  type UnreadColumn,
} from "../../registers/sheet/cellMends";
import type { UnreadCell } from "../../registers/sheet/unreadCells";
import { useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { usePointing } from "../setup/usePointing";
import { useWrite } from "../ui/useWrite";
import { MendTable } from "./MendTable";
import { UnreadGroupBox } from "./UnreadGroupBox";
import { useUnreadTexts, type UnreadTexts } from "./useUnreadTexts";

/** `14 dates are texts: 9 can be read as day-month, 5 cannot` */
function summary({ kind, count, order, groups }: UnreadColumn, texts: UnreadTexts): string {
  const cells = groups.flatMap((group) => group.cells);
  const texted =
    cells.every(({ cell }) => typeof cell.value === "string") &&
    groups.some(({ kind: of }) => of !== "blank");
  const many = (of: (typeof groups)[number]["kind"]): number =>
    groups.find((group) => group.kind === of)?.cells.length ?? 0;
  const parts = [
    many("read") > 0 && texts.canBeRead(many("read"), order && texts.orders[order]),
    many("swapped") > 0 && texts.changedOver(many("swapped")),
    many("order") + many("dot") > 0 && texts.twoWays(many("order") + many("dot")),
    many("blank") > 0 && texts.sayNothing(many("blank")),
    many("left") > 0 && texts.cannot(many("left")),
  ].filter((part) => part !== false);
  return texts.summary((texted ? texts.areTexts : texts.areNot)[kind](count), parts);
}

/**
 * Cells that cannot be read, by column, with what could be put in their place: chosen, shown as it would be, and only then
 * written.
 */
export default function UnreadList(props: {
  cells: readonly UnreadCell[];
  /** Of a sheet that is not in use yet: something was written, and it has to be looked at again. */
  onMended?: () => void;
}) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useUnreadTexts();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const pointing = usePointing();
  const [choices, setChoices] = useState<MendChoices>({});
  const [shown, setShown] = useState(false);
  const columns = useMemo(() => unreadColumns(props.cells), [props.cells]);
  const mends = useMemo(() => chosenMends(columns, choices), [columns, choices]);
  const choose = (ids: readonly string[], way: MendWay | undefined) =>
    setChoices((now) => {
      const next = { ...now };
      for (const id of ids) {
        if (way === undefined) delete next[id];
        else next[id] = way;
      }
      return next;
    });
  const done = (written: boolean) => {
    if (!written) return;
    setChoices({});
    setShown(false);
    props.onMended?.();
  };
  const mend = async () => done(await write(() => workbook.mendCells(mends, settledBy(columns, choices))));
  const asTheyStand = async ({ register, sheet, fieldId }: UnreadColumn) =>
    done(await write(() => workbook.mendCells([], [{ register, sheet, fieldId }])));

  if (shown && mends.length > 0) {
    return (
      <div className={layout.stack}>
        <h2 className={layout.heading}>{texts.previewTitle}</h2>
        <MendTable mends={mends} pointing={pointing} />
        <div className={layout.foot}>
          <div className={layout.row}>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void mend()}>
              {busy ? messages.common.working : texts.mend(mends.length)}
            </Button>
            <Button onClick={() => setShown(false)}>{messages.common.back}</Button>
          </div>
        </div>
      </div>
    );
  }
  return (
    <div className={layout.stack}>
      <ul className={layout.list} aria-label={texts.title}>
        {columns.map((column) => (
          <li key={column.id} className={layout.card}>
            <div>
              <h2 className={layout.heading}>{column.heading}</h2>
              <p className={layout.hint}>{column.sheet}</p>
            </div>
            <p className={layout.text}>{summary(column, texts)}</p>
            {column.groups.map((group) => (
              <UnreadGroupBox
                key={group.kind}
                column={column}
                group={group}
                choices={choices}
                waits={waitsForSwapped(column, choices)}
                pointing={pointing}
                onChoose={choose}
                onAsTheyStand={props.onMended ? undefined : () => void asTheyStand(column)}
              />
            ))}
          </li>
        ))}
      </ul>
      {mends.length > 0 && (
        <div className={layout.foot}>
          <div className={layout.row}>
            <Button appearance="primary" onClick={() => setShown(true)}>
              {texts.preview(mends.length)}
            </Button>
            <Button onClick={() => setChoices({})}>{messages.common.clear}</Button>
          </div>
        </div>
      )}
    </div>
  );
}
