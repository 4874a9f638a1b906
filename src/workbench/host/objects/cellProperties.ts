import { BookError } from "../../sheet/book";
import type { Area } from "../../sheet/book";
import type { HostServices } from "../classes";
import { addressOf } from "./address";

type Asked = Readonly<Record<string, unknown>>;
type Answer = Record<string, unknown>;
type Read = (cell: Area, host: HostServices) => unknown;

const FONT: Readonly<Record<string, Read>> = {
  bold: (cell, host) => host.book.formats.get(cell).bold,
  italic: (cell, host) => host.book.formats.get(cell).italic,
  color: (cell, host) => host.book.formats.get(cell).fontColor,
  name: (cell, host) => host.book.formats.get(cell).fontName,
  size: (cell, host) => host.book.formats.get(cell).fontSize,
};
const FILL: Readonly<Record<string, Read>> = {
  // Excel says white where there is no fill.
  color: (cell, host) => host.book.formats.get(cell).fill || "#FFFFFF",
};
const FORMAT: Readonly<Record<string, Read | Readonly<Record<string, Read>>>> = {
  fill: FILL,
  font: FONT,
  columnWidth: (cell, host) => host.book.formats.columnWidth(cell),
  rowHeight: (cell, host) => host.book.formats.rowHeight(cell),
  horizontalAlignment: (cell, host) => host.book.formats.get(cell).horizontalAlignment,
  verticalAlignment: (cell, host) => host.book.formats.get(cell).verticalAlignment,
  wrapText: (cell, host) => host.book.formats.get(cell).wrapText,
};

type Members = Readonly<Record<string, Read | Readonly<Record<string, unknown>>>>;

function answer(asked: Asked, members: Members, cell: Area, host: HostServices): Answer {
  const found: Answer = {};
  for (const [name, wanted] of Object.entries(asked)) {
    if (!wanted) continue;
    const member = members[name];
    if (!member) throw new BookError("ApiNotFound", `The property ${name} is not in this host.`);
    found[name] =
      typeof member === "function"
        ? member(cell, host)
        : answer(wanted as Asked, member as Members, cell, host);
  }
  return found;
}

const each = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

export function rowProperties(area: Area, asked: Asked, host: HostServices): Answer[] {
  const hidden = host.book.formats.hiddenRows(area.sheet);
  const members: Members = {
    address: ({ row }) => `${row + 1}:${row + 1}`,
    rowIndex: ({ row }) => row,
    rowHidden: ({ row }) => hidden.has(row),
    format: FORMAT,
  };
  return each(area.rows, (index) =>
    answer(asked, members, { ...area, row: area.row + index, rows: 1 }, host),
  );
}

export function columnProperties(area: Area, asked: Asked, host: HostServices): Answer[] {
  const hidden = host.book.formats.hiddenColumns(area.sheet);
  const members: Members = {
    columnIndex: ({ column }) => column,
    columnHidden: ({ column }) => hidden.has(column),
    format: FORMAT,
  };
  return each(area.columns, (index) =>
    answer(asked, members, { ...area, column: area.column + index, columns: 1 }, host),
  );
}

export function cellProperties(area: Area, asked: Asked, host: HostServices): Answer[][] {
  const rows = host.book.formats.hiddenRows(area.sheet);
  const columns = host.book.formats.hiddenColumns(area.sheet);
  const members: Members = {
    address: (cell) => addressOf(cell, host),
    hidden: ({ row, column }) => rows.has(row) || columns.has(column),
    format: FORMAT,
  };
  return each(area.rows, (down) =>
    each(area.columns, (across) => {
      const cell = { ...area, row: area.row + down, column: area.column + across, rows: 1, columns: 1 };
      return answer(asked, members, cell, host);
    }),
  );
}
