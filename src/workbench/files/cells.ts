import type { Cell, CellValue, Row, Style, Worksheet } from "@cj-tech-master/excelts";
import { address, areaRef, inArea, parseRef, type Area } from "./a1";
import { readFont } from "./cellStyles";
import type { FileCell, FileRow, FileTable, FileValue } from "./fileBook";
import type { StoredFormulas } from "./storedFormula";

/** Answers the index of a style in the book's list, undefined for a style that says nothing. */
export type StyleTable = (style: object) => number | undefined;

export interface CellSource {
  worksheet: Worksheet;
  exact: ReadonlyMap<string, number | "">;
  links: ReadonlyMap<string, NonNullable<FileCell["link"]>>;
  formulas: StoredFormulas;
  tables: readonly FileTable[];
  styles: StyleTable;
  theme: readonly string[];
  loses: (feature: string) => void;
}

export function readCells(source: CellSource): { cells: FileCell[]; rows: FileRow[] } {
  const { worksheet, styles } = source;
  const cells: FileCell[] = [];
  const rows: FileRow[] = [];
  const tables = source.tables.map(({ name, ref }) => ({ name, area: parseRef(ref) }));
  const spills: Area[] = [];
  for (let row = 0; row < worksheet.rowCount; row += 1) {
    const read = worksheet.findRow(row + 1);
    if (!read) continue;
    const own = readRow(read, row, styles);
    if (own) rows.push(own);
    for (let column = 0; column < read.cellCount; column += 1) {
      const found = read.findCell(column + 1);
      if (!found) continue;
      const table = tables.find(({ area }) => area && inArea(area, row, column))?.name;
      const cell = readCell(found, { row, column }, source, table);
      const spill = cell.array && parseRef(cell.array.ref);
      if (spill && cell.array!.ref.includes(":")) spills.push(spill);
      else if (cell.formula === undefined && spills.some((area) => inArea(area, row, column)))
        delete cell.value;
      if (Object.keys(cell).length > 2) cells.push(cell);
    }
  }
  return { cells, rows };
}

function readRow(row: Row, index: number, styles: StyleTable): FileRow | undefined {
  const style = styles(row.style);
  const read: FileRow = {
    row: index,
    ...(row.height !== undefined && { height: row.height }),
    ...(row.hidden && { hidden: true }),
    ...(style !== undefined && { style }),
  };
  return Object.keys(read).length > 1 ? read : undefined;
}

function readCell(
  cell: Cell,
  place: { row: number; column: number },
  source: CellSource,
  table: string | undefined,
): FileCell {
  const at = address(place.row, place.column);
  const style = source.styles(cell.style);
  const content = readContent(cell, at, source, table);
  const link = source.links.get(at);
  return { ...place, ...content, ...(link && { link }), ...(style !== undefined && { style }) };
}

/** What the library's types leave out of a formula's value. */
interface FormulaContent {
  formula?: string;
  sharedFormula?: string;
  result?: CellValue;
  shareType?: string;
  ref?: string;
  isDynamicArray?: boolean;
}

function readContent(
  cell: Cell,
  at: string,
  source: CellSource,
  table: string | undefined,
): Partial<FileCell> {
  const value = cell.value;
  if (value !== null && typeof value === "object" && ("formula" in value || "sharedFormula" in value)) {
    const held = value as FormulaContent;
    if (held.shareType === "dataTable") source.loses("dataTable");
    const stored = cell.formula;
    const result = plainValue(held.result, at, source) ?? source.exact.get(at);
    const shown = result === undefined ? {} : { value: result };
    if (!stored) return shown;
    const array =
      held.shareType === "array" ? { ref: held.ref ?? at, dynamic: held.isDynamicArray === true } : undefined;
    return { ...shown, formula: source.formulas.read(stored, table), ...(array && { array }) };
  }
  if (value !== null && typeof value === "object" && "richText" in value && value.richText) {
    const runs = value.richText.map(({ text, font }) => {
      const read = readFont(font, source.theme);
      return read ? { text, font: read } : { text };
    });
    return { value: runs.map(({ text }) => text).join(""), rich: runs };
  }
  const read = plainValue(value, at, source);
  return read === undefined ? {} : { value: read };
}

function plainValue(value: CellValue, at: string, source: CellSource): FileValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number" || value instanceof Date) {
    return source.exact.get(at) ?? (value instanceof Date ? serialOf(value) : value);
  }
  if (typeof value !== "object") return value;
  if ("error" in value) return { error: value.error };
  if ("checkbox" in value) return value.checkbox;
  return undefined;
}

/** Only for dates that a file spells out as ISO dates: all others are read as the numbers they are. */
const serialOf = (date: Date): number => date.getTime() / 86_400_000 + 25_569;

export interface CellTarget {
  worksheet: Worksheet;
  cells: readonly FileCell[];
  tables: readonly FileTable[];
  formulas: StoredFormulas;
  /** The library's form of a style of the book. */
  style: (index: number | undefined) => Partial<Style>;
  /** Cells as the opened file has them, by address, with their styles' own indexes; empty for a new sheet. */
  before: ReadonlyMap<string, FileCell>;
  sameStyle: (index: number | undefined, before: number | undefined) => boolean;
  richText: (runs: NonNullable<FileCell["rich"]>) => CellValue;
  loses: (feature: string) => void;
}

/** The longest text that Excel takes into a cell. */
const LONGEST_TEXT = 32_767;

export function writeCells(target: CellTarget): void {
  const { worksheet } = target;
  const tables = target.tables.map(({ name, ref }) => ({ name, area: parseRef(ref) }));
  const kept = new Set<string>();
  for (const cell of target.cells) {
    const at = address(cell.row, cell.column);
    kept.add(at);
    const written = worksheet.getCell(cell.row + 1, cell.column + 1);
    const before = target.before.get(at);
    const table = tables.find(({ area }) => area && inArea(area, cell.row, cell.column))?.name;
    written.value = storedContent(cell, target, table);
    if (!before || !target.sameStyle(cell.style, before.style)) written.style = target.style(cell.style);
  }
  for (const [at, before] of target.before) {
    if (kept.has(at)) continue;
    const cell = worksheet.getCell(before.row + 1, before.column + 1);
    cell.value = null;
    cell.style = {};
  }
}

function storedContent(cell: FileCell, target: CellTarget, table: string | undefined): CellValue {
  const value = storedValue(cell.value, target);
  if (cell.formula === undefined) return cell.rich && !isChanged(cell) ? target.richText(cell.rich) : value;
  const formula = target.formulas.store(cell.formula, table);
  const result = value as string | number | boolean | { error: "#N/A" } | null;
  if (!cell.array) return { formula, ...(result !== null && { result }) };
  const ref = parseRef(cell.array.ref);
  return {
    formula,
    ...(result !== null && { result }),
    shareType: "array",
    ref: ref ? areaRef(ref) : cell.array.ref,
    ...(cell.array.dynamic && { isDynamicArray: true }),
  };
}

/** The grid changes a text and knows nothing of its runs. */
const isChanged = (cell: FileCell): boolean => cell.rich!.map(({ text }) => text).join("") !== cell.value;

function storedValue(value: FileValue | undefined, target: CellTarget): CellValue {
  if (value === undefined) return null;
  if (typeof value === "number") {
    if (Number.isFinite(value)) return value;
    target.loses("number");
    return { error: "#NUM!" };
  }
  if (typeof value === "string") return storedText(value, target);
  return typeof value === "boolean" ? value : { error: value.error as "#N/A" };
}

/** What XML 1.0 cannot hold: control characters and halves of surrogate pairs. */
const UNSPEAKABLE =
  /[^\t\n\r\u0020-\uFFFD]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function storedText(text: string, target: CellTarget): string {
  const spoken = text.replace(UNSPEAKABLE, "");
  if (spoken !== text) target.loses("characters");
  if (spoken.length <= LONGEST_TEXT) return spoken;
  target.loses("longText");
  return spoken.slice(0, LONGEST_TEXT);
}
