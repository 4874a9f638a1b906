import { matchHeadings } from "../registers/recognise";
import type { CellValue } from "../registers/register";
import { columnLetters } from "../registers/columnLetters";
import { registerIds, registers } from "../registers/registers";
import type { Candidate } from "./book";
import { runExcel } from "./runExcel";

/** Where plain cells are looked at: headings of real sheets stand in the first rows, and so do enough rows for evidence. */
const LOOKED_AT = { rows: 40, columns: 120 };
const SAMPLES = 8;
/** Fewer recognised headings than this, and a row of cells is not a heading row. */
const LEAST_HEADINGS = 2;

const sheetOf = (of: Excel.Table | Excel.Range): Excel.Worksheet => of.worksheet;

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

function obstacleOf(headings: readonly string[]): Candidate["obstacle"] {
  if (headings.some((heading) => heading.trim() === "")) return "headingBlank";
  const folded = headings.map((heading) => heading.trim().toLowerCase());
  return new Set(folded).size < folded.length ? "headingTwice" : undefined;
}

/** How many headings of a row mean something in the register that they fit best. */
function recognised(headings: readonly string[]): number {
  return Math.max(
    ...registerIds.map(
      (id) =>
        matchHeadings(headings, [], registers[id]).filter(({ fieldId }) => fieldId !== undefined).length,
    ),
  );
}

/** A block of plain cells: its heading row and its extent, rows and columns from 0. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
}

/**
 * The block under the row whose cells are recognised best. It reaches as wide as headings stand side by side and as far down
 * as cells are used. One block a sheet: wilder sheets need the user's own selection.
 */
export function findBlock(
  cells: readonly (readonly unknown[])[],
  usedRows: number,
  inTable: (row: number, column: number) => boolean,
): Block | undefined {
  let best: (Block & { score: number }) | undefined;
  cells.forEach((row, index) => {
    let column = 0;
    while (column < row.length) {
      if (text(row[column]) === "" || inTable(index, column)) {
        column += 1;
        continue;
      }
      let end = column;
      while (end < row.length && text(row[end]) !== "" && !inTable(index, end)) end += 1;
      const headings = row.slice(column, end).map(text);
      const score = recognised(headings);
      if (score >= LEAST_HEADINGS && score > (best?.score ?? 0)) {
        best = { row: index, column, columns: end - column, rows: Math.max(1, usedRows - index - 1), score };
      }
      column = end;
    }
  });
  return best && { row: best.row, column: best.column, columns: best.columns, rows: best.rows };
}

const area = (row: number, column: number, rows: number, columns: number): string =>
  `${columnLetters(column)}${row + 1}:${columnLetters(column + columns - 1)}${row + rows}`;

/** Tables and blocks of cells with one heading row, that of the selected cell first. */
export function findCandidates(): Promise<readonly Candidate[]> {
  return runExcel("read", async (context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets;
    sheets.load("items/id,items/name,items/visibility");
    const tables = workbook.tables;
    tables.load("items/name");
    const cell = workbook.getActiveCell();
    cell.load("rowIndex,columnIndex");
    const activeSheet = sheetOf(cell);
    activeSheet.load("name");
    await context.sync();

    const askedTables = tables.items.map((table) => {
      const sheet = sheetOf(table);
      sheet.load("name");
      const header = table.getHeaderRowRange();
      header.load("values,rowIndex,columnIndex,columnCount");
      const body = table.getDataBodyRange();
      body.load("rowCount");
      const firstRow = body.getRow(0);
      firstRow.load("values");
      return { name: table.name, sheet, header, body, firstRow };
    });
    const askedSheets = sheets.items
      .filter(({ visibility }) => visibility === "Visible")
      .map((sheet) => {
        const used = sheet.getUsedRangeOrNullObject(true);
        used.load("rowIndex,rowCount");
        const corner = sheet.getRangeByIndexes(0, 0, LOOKED_AT.rows, LOOKED_AT.columns);
        corner.load("values");
        return { name: sheet.name, used, corner };
      });
    await context.sync();

    const selected = (sheet: string, row: number, column: number, rows: number, columns: number): boolean =>
      sheet === activeSheet.name &&
      cell.rowIndex >= row &&
      cell.rowIndex < row + rows &&
      cell.columnIndex >= column &&
      cell.columnIndex < column + columns;

    const candidates: Candidate[] = askedTables.map(({ name, sheet, header, body, firstRow }) => {
      const { rowIndex, columnIndex, columnCount } = header;
      const size = [rowIndex, columnIndex, body.rowCount + 1, columnCount] as const;
      return {
        sheet: sheet.name,
        table: name,
        address: area(...size),
        headings: ((header.values as unknown[][])[0] ?? []).map(String),
        samples: firstRow.values as CellValue[][],
        rowCount: body.rowCount,
        isSelected: selected(sheet.name, ...size),
      };
    });
    for (const { name, used, corner } of askedSheets) {
      if (used.isNullObject) continue;
      const onSheet = askedTables.filter(({ sheet }) => sheet.name === name);
      const inTable = (row: number, column: number): boolean =>
        onSheet.some(
          ({ header, body }) =>
            row >= header.rowIndex &&
            row <= header.rowIndex + body.rowCount &&
            column >= header.columnIndex &&
            column < header.columnIndex + header.columnCount,
        );
      const cells = corner.values as CellValue[][];
      const block = findBlock(cells, used.rowIndex + used.rowCount, inTable);
      if (!block) continue;
      const slice = (row: readonly CellValue[]): CellValue[] =>
        row.slice(block.column, block.column + block.columns);
      const headings = slice(cells[block.row] ?? []).map(String);
      const obstacle = obstacleOf(headings);
      candidates.push({
        sheet: name,
        address: area(block.row, block.column, block.rows + 1, block.columns),
        headings,
        samples: cells.slice(block.row + 1, block.row + 1 + SAMPLES).map(slice),
        rowCount: block.rows,
        isSelected: selected(name, block.row, block.column, block.rows + 1, block.columns),
        ...(obstacle && { obstacle }),
      });
    }
    return candidates.sort((a, b) => Number(b.isSelected) - Number(a.isSelected));
  });
}
