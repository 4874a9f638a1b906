import { bounding, intersect, LAST_COLUMN, LAST_ROW, parseRect, splitAddress } from "../../sheet/a1";
import { BookError } from "../../sheet/book";
import type { Area, CellValue, Grid } from "../../sheet/book";
import { defineClass, invalidArgument, notFound, rangeRef, ref } from "../classes";
import type { HostServices, Ref } from "../classes";
import { addressOf } from "./address";
import { cellProperties, columnProperties, rowProperties } from "./cellProperties";
import { copyCells } from "./copyCells";
import { specialCells } from "./specialCells";

const SIZE =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** Whole rows and columns are too many cells to hand over: Excel answers null. */
const MANY = 5_000_000;
const unlessTooMany = <T>(area: Area, read: () => T): T | null =>
  area.rows * area.columns > MANY ? null : read();

/** Excel takes one value for all cells, or exactly as many as there are cells. */
function fill<T>(area: Area, value: unknown): Grid<T> {
  if (!Array.isArray(value)) {
    return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value as T));
  }
  const rows = value as T[][];
  if (rows.length !== area.rows || rows.some((row) => !Array.isArray(row) || row.length !== area.columns)) {
    throw invalidArgument(SIZE);
  }
  return rows;
}

/** null leaves a cell alone, whatever else is no value is refused. */
function contents(area: Area, value: unknown): Grid<CellValue | null> {
  return fill<CellValue | null>(area, value).map((row) =>
    row.map((cell) => {
      if (cell === undefined || cell === null) return null;
      if (typeof cell === "object") throw invalidArgument();
      return cell;
    }),
  );
}

function checked(area: Area): Area {
  const fits =
    area.row >= 0 &&
    area.column >= 0 &&
    area.rows >= 1 &&
    area.columns >= 1 &&
    area.row + area.rows <= LAST_ROW &&
    area.column + area.columns <= LAST_COLUMN;
  if (!fits) throw invalidArgument();
  return area;
}

const at = (area: Area) => rangeRef(checked(area));

/** A range given as an object or as an address. */
export function areaOf(given: unknown, host: HostServices, sheet: string): Area {
  if (typeof given === "object" && given !== null && "type" in given) return (given as Ref).self as Area;
  if (typeof given !== "string") throw invalidArgument();
  const { sheet: named, rect } = splitAddress(given);
  const owner = named === undefined ? sheet : host.book.sheets.find(named)?.id;
  if (owner === undefined) throw invalidArgument();
  const found = parseRect(rect);
  if (found) return { sheet: owner, ...found };
  const table = host.book.tables.find(rect);
  if (table) return host.book.tables.body(table.id);
  const name = host.book.names.find(rect, owner) ?? host.book.names.find(rect);
  const area = name && host.book.names.area(name);
  if (!area) throw invalidArgument();
  return area;
}

const lastRow = (area: Area) => area.row + area.rows - 1;
const lastColumn = (area: Area) => area.column + area.columns - 1;

function usedPart(area: Area, valuesOnly: boolean, host: HostServices): Area | undefined {
  const used = host.book.sheets.usedArea(area.sheet, valuesOnly);
  const part = used && intersect(used, area);
  if (!part) return undefined;
  const values = host.book.cells.formulas(part);
  let box: Area | undefined;
  values.forEach((row, r) =>
    row.forEach((value, c) => {
      if (value === "") return;
      const cell = { sheet: area.sheet, row: part.row + r, column: part.column + c, rows: 1, columns: 1 };
      box = box ? bounding(box, cell) : cell;
    }),
  );
  return box ?? (valuesOnly ? undefined : part);
}

/** Rows and columns that hang together around a range. */
function surrounding(area: Area, host: HostServices): Area {
  const used = host.book.sheets.usedArea(area.sheet, true);
  if (!used) return area;
  let region = area;
  for (;;) {
    const top = Math.max(0, region.row - 1);
    const left = Math.max(0, region.column - 1);
    const wider: Area = {
      sheet: area.sheet,
      row: top,
      column: left,
      rows: region.row + region.rows + 1 - top,
      columns: region.column + region.columns + 1 - left,
    };
    const found = usedPart(wider, true, host);
    const next = found ? bounding(region, found) : region;
    if (next.rows === region.rows && next.columns === region.columns) return next;
    region = next;
  }
}

function spill(area: Area, host: HostServices): Area | undefined {
  return host.book.cells.spillOf(area.sheet, area.row, area.column);
}

function spillParent(area: Area, host: HostServices): Area | undefined {
  const used = host.book.sheets.usedArea(area.sheet, true);
  for (let row = area.row; row >= (used?.row ?? area.row + 1); row--) {
    for (let column = area.column; column >= (used?.column ?? 0); column--) {
      const reach = host.book.cells.spillOf(area.sheet, row, column);
      if (reach && intersect(reach, area)) return { sheet: area.sheet, row, column, rows: 1, columns: 1 };
    }
  }
  return undefined;
}

const orThrow = (area: Area | undefined): Ref => {
  if (!area) throw notFound();
  return rangeRef(area);
};
const orNull = (area: Area | undefined): Ref | null => (area ? rangeRef(area) : null);

const inReadingOrder = (areas: readonly Area[]): Area[] =>
  [...areas].sort((a, b) => a.row - b.row || a.column - b.column);

const areasOrNull = (areas: readonly Area[]): Ref | null => (areas.length ? ref("RangeAreas", areas) : null);
const areasOrThrow = (areas: readonly Area[]): Ref => {
  if (!areas.length) throw notFound();
  return ref("RangeAreas", areas);
};

function firstSize(area: Area): Area {
  return { ...area, rows: 1, columns: 1 };
}

export const range = defineClass<Area>({
  name: "Range",
  scalars: {
    Address: addressOf,
    AddressLocal: addressOf,
    RowIndex: (area) => area.row,
    ColumnIndex: (area) => area.column,
    RowCount: (area) => area.rows,
    ColumnCount: (area) => area.columns,
    CellCount: (area) => (area.rows * area.columns > 2 ** 31 - 1 ? -1 : area.rows * area.columns),
    IsEntireRow: (area) => area.columns === LAST_COLUMN,
    IsEntireColumn: (area) => area.rows === LAST_ROW,
    Values: {
      get: (area, host) => unlessTooMany(area, () => host.book.cells.values(area)),
      set: (area, value, host) => host.book.cells.write(area, contents(area, value)),
    },
    Formulas: {
      get: (area, host) => unlessTooMany(area, () => host.book.cells.formulas(area)),
      set: (area, value, host) => host.book.cells.write(area, contents(area, value)),
    },
    FormulasLocal: {
      get: (area, host) => unlessTooMany(area, () => host.book.cells.formulas(area)),
      set: (area, value, host) => host.book.cells.write(area, contents(area, value)),
    },
    Text: (area, host) => unlessTooMany(area, () => host.book.cells.texts(area)),
    ValueTypes: (area, host) => unlessTooMany(area, () => host.book.cells.kinds(area)),
    NumberFormat: {
      get: (area, host) => unlessTooMany(area, () => host.book.cells.numberFormats(area)),
      set: (area, value, host) => host.book.cells.setNumberFormats(area, fill<string | null>(area, value)),
    },
    NumberFormatLocal: {
      get: (area, host) => unlessTooMany(area, () => host.book.cells.numberFormats(area)),
      set: (area, value, host) => host.book.cells.setNumberFormats(area, fill<string | null>(area, value)),
    },
    HasSpill: (area, host) => spill(area, host) !== undefined,
    Hidden: (area, host) =>
      host.book.formats.rowsHidden(area) === true || host.book.formats.columnsHidden(area) === true,
    RowHidden: {
      get: (area, host) => host.book.formats.rowsHidden(area),
      set: (area, value: boolean, host) => host.book.formats.setRowsHidden(area, value),
    },
    ColumnHidden: {
      get: (area, host) => host.book.formats.columnsHidden(area),
      set: (area, value: boolean, host) => host.book.formats.setColumnsHidden(area, value),
    },
  },
  navigations: {
    Worksheet: (area) => ref("Worksheet", area.sheet),
    Format: (area) => ref("RangeFormat", area),
    DataValidation: (area) => ref("DataValidation", area),
    ConditionalFormats: (area) => ref("ConditionalFormatCollection", area),
  },
  methods: {
    GetCell: (area, [row, column]: number[]) =>
      at({ ...firstSize(area), row: area.row + row!, column: area.column + column! }),
    GetRow: (area, [row]: number[]) => at({ ...area, row: area.row + row!, rows: 1 }),
    GetColumn: (area, [column]: number[]) => at({ ...area, column: area.column + column!, columns: 1 }),
    GetLastRow: (area) => at({ ...area, row: lastRow(area), rows: 1 }),
    GetLastColumn: (area) => at({ ...area, column: lastColumn(area), columns: 1 }),
    GetLastCell: (area) => at({ ...firstSize(area), row: lastRow(area), column: lastColumn(area) }),
    GetEntireRow: (area) => at({ ...area, column: 0, columns: LAST_COLUMN }),
    GetEntireColumn: (area) => at({ ...area, row: 0, rows: LAST_ROW }),
    GetOffsetRange: (area, [rows, columns]: number[]) =>
      at({ ...area, row: area.row + rows!, column: area.column + columns! }),
    GetResizedRange: (area, [rows, columns]: number[]) =>
      at({ ...area, rows: area.rows + rows!, columns: area.columns + columns! }),
    GetAbsoluteResizedRange: (area, [rows, columns]: number[]) =>
      at({ ...area, rows: rows!, columns: columns! }),
    GetRowsBelow: (area, [count = 1]: (number | undefined)[]) =>
      at({
        ...area,
        row: count < 0 ? area.row + area.rows + count : area.row + area.rows,
        rows: Math.abs(count),
      }),
    GetRowsAbove: (area, [count = 1]: (number | undefined)[]) =>
      at({ ...area, row: count < 0 ? area.row : area.row - count, rows: Math.abs(count) }),
    GetColumnsAfter: (area, [count = 1]: (number | undefined)[]) =>
      at({ ...area, column: area.column + area.columns, columns: Math.abs(count) }),
    GetColumnsBefore: (area, [count = 1]: (number | undefined)[]) =>
      at({ ...area, column: area.column - count, columns: Math.abs(count) }),
    GetBoundingRect: (area, [other], host) => at(bounding(area, areaOf(other, host, area.sheet))),
    GetIntersection: (area, [other], host) => orThrow(intersect(area, areaOf(other, host, area.sheet))),
    GetIntersectionOrNullObject: (area, [other], host) =>
      orNull(intersect(area, areaOf(other, host, area.sheet))),
    GetUsedRange: (area, [valuesOnly], host) =>
      at(usedPart(area, valuesOnly === true, host) ?? firstSize(area)),
    GetUsedRangeOrNullObject: (area, [valuesOnly], host) => orNull(usedPart(area, valuesOnly === true, host)),
    GetSurroundingRegion: (area, _args, host) => at(surrounding(area, host)),
    GetSpillingToRange: (area, _args, host) => orThrow(spill(area, host)),
    GetSpillingToRangeOrNullObject: (area, _args, host) => orNull(spill(area, host)),
    GetSpillParent: (area, _args, host) => orThrow(spillParent(area, host)),
    GetSpillParentOrNullObject: (area, _args, host) => orNull(spillParent(area, host)),
    GetTables: (area) => ref("TableScopedCollection", area),
    _ValidateArraySize: (area, [rows, columns]: number[]) => {
      if (rows !== area.rows || columns !== area.columns) throw invalidArgument(SIZE);
    },
    Clear: (area, [what], host) => {
      const word = (what ?? "All") as string;
      if (word !== "All" && word !== "Contents" && word !== "Formats") {
        throw new BookError("NotImplemented", `This host cannot clear ${word}.`);
      }
      host.book.cells.clear(area, word);
      if (word !== "Contents") host.book.conditionals.clear(area);
    },
    Select: (area, _args, host) => host.book.selection.select(area),
    Insert: (area, [shift], host) => {
      if (shift !== "Down" && shift !== "Right") throw invalidArgument();
      host.book.cells.insert(area, shift);
      return rangeRef(area);
    },
    Delete: (area, [shift], host) => {
      if (shift !== "Up" && shift !== "Left") throw invalidArgument();
      host.book.cells.delete(area, shift);
    },
    Merge: (area, [across], host) => host.book.cells.merge(area, across === true),
    Unmerge: (area, _args, host) => host.book.cells.unmerge(area),
    Calculate: (_area, _args, host) => host.book.recalculate("Recalculate"),
    CopyFrom: (area, [source, what], host) =>
      copyCells(area, areaOf(source, host, area.sheet), (what as string | null) ?? "All", host),
    GetSpecialCells: (area, [kind], host) => areasOrThrow(specialCells(area, kind as string, host)),
    GetSpecialCellsOrNullObject: (area, [kind], host) =>
      areasOrNull(specialCells(area, kind as string, host)),
    GetMergedAreas: (area, _args, host) => areasOrThrow(inReadingOrder(host.book.cells.merged(area))),
    GetMergedAreasOrNullObject: (area, _args, host) =>
      areasOrNull(inReadingOrder(host.book.cells.merged(area))),
    GetRowProperties: (area, [asked], host) => rowProperties(area, asked, host),
    GetColumnProperties: (area, [asked], host) => columnProperties(area, asked, host),
    GetCellProperties: (area, [asked], host) => cellProperties(area, asked, host),
  },
});
