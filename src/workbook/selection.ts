import type { CellValue } from "../registers/register";
import { registerIds, registers } from "../registers/registers";
import { rowKey } from "../registers/rowKey";
import type { KeptReading } from "../registers/sheet/keptRows";
import type { SelectedRow } from "./book";
import { askKept, keyedRows, readKept, type KeyedRow } from "./keptSheets";
import { runExcel } from "./runExcel";
import { session } from "./session";
import { fieldsByColumn, rowFields } from "./tableRows";

const sheetOf = (of: Excel.Range | Excel.Table): Excel.Worksheet => of.worksheet;

/** A kept sheet with its anchor of today, asked for. */
interface AskedAnchor {
  readonly reading: KeptReading;
  readonly anchor: Excel.Range;
  readonly sheet: Excel.Worksheet;
}

const selectedRow = ({ key, reading: { kept }, row: { row, fields } }: KeyedRow): SelectedRow => ({
  register: kept.register,
  key,
  fields,
  sheetRow: row + 1,
});

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : String(value));

/** Whether cells of a row say in its own key columns what they said when it was read. */
function isSame(
  { reading: { kept, columns }, row }: KeyedRow,
  left: number,
  cells: readonly unknown[],
): boolean {
  // A list of inspections need not have numbers.
  return [...registers[kept.register].key, "po", "style"].every((id) => {
    const column = columns.find(({ fieldId }) => fieldId === id)?.column;
    if (column === undefined || row.from?.[id] !== undefined) return true;
    return text(cells[column - left] ?? "") === text(row.fields[id] ?? "");
  });
}

/** The row of a kept sheet that a cell stands in: as it was read last, where it still says the same, else as it is today. */
async function keptRow(
  context: Excel.RequestContext,
  asked: readonly AskedAnchor[],
  cell: Excel.Range,
  activeId: string,
): Promise<SelectedRow | undefined> {
  const within = asked.find(({ anchor, sheet, reading }) => {
    const column = cell.columnIndex - anchor.columnIndex;
    const last = reading.kinds[reading.kinds.length - 1]?.row ?? 0;
    const below = last - reading.area.row + anchor.rowIndex + 1;
    const end = Math.max(below, anchor.rowIndex + anchor.rowCount);
    return (
      sheet.id === activeId &&
      column >= 0 &&
      column < anchor.columnCount &&
      cell.rowIndex >= anchor.rowIndex &&
      cell.rowIndex <= end
    );
  });
  if (!within) return undefined;
  const { reading, anchor, sheet } = within;
  const { register } = reading.kept;
  const row = sheet.getRangeByIndexes(cell.rowIndex, anchor.columnIndex, 1, anchor.columnCount);
  row.load("values");
  await context.sync();

  const all = asked.filter((one) => one.reading.kept.register === register);
  const stays = anchor.rowIndex === reading.area.row && anchor.columnIndex === reading.area.column;
  const known = keyedRows(
    register,
    all.map((one) => one.reading),
  ).find((one) => one.reading === reading && (reading.down !== undefined || one.row.row === cell.rowIndex));
  const cells = (row.values as CellValue[][])[0] ?? [];
  if (known && stays && (reading.down !== undefined || isSame(known, anchor.columnIndex, cells)))
    return selectedRow(known);
  const again = askKept(
    context.workbook,
    all.map((one) => one.reading.kept),
  );
  await context.sync();
  const now = (await readKept(context, again)).map((one) => one.reading);
  const found = keyedRows(register, now).find(
    (one) => one.reading.kept.anchor === reading.kept.anchor && one.row.row === cell.rowIndex,
  );
  return found && selectedRow(found);
}

/**
 * The row the selected cell stands in; undefined where it is not in a row of a register. Of a table only that row is read, so
 * of rows with one key the first is named; of a kept sheet more only where it has changed since it was last read.
 */
export function selection(): Promise<SelectedRow | undefined> {
  const known = session();
  if (!known) return Promise.resolve(undefined);
  return runExcel("read", async (context) => {
    const { workbook } = context;
    const cell = workbook.getActiveCell();
    cell.load("rowIndex,columnIndex");
    const activeSheet = sheetOf(cell);
    activeSheet.load("id,name");
    const anchors = (known.kept ?? []).map((reading): AskedAnchor => {
      const anchor = workbook.names.getItem(reading.kept.anchor).getRange();
      anchor.load("rowIndex,columnIndex,rowCount,columnCount");
      const sheet = sheetOf(anchor);
      sheet.load("id");
      return { reading, anchor, sheet };
    });
    const asked = registerIds.flatMap((id) => {
      const resolved = known.tables[id];
      if (!resolved) return [];
      const table = workbook.tables.getItem(resolved.name);
      const sheet = sheetOf(table);
      sheet.load("name");
      const header = table.getHeaderRowRange();
      header.load("values,columnIndex,columnCount");
      const body = table.getDataBodyRange();
      body.load("rowIndex,rowCount");
      return [{ id, columns: resolved.columns, sheet, header, body }];
    });
    await context.sync();

    const within = asked.find(
      ({ sheet, header, body }) =>
        sheet.name === activeSheet.name &&
        cell.rowIndex >= body.rowIndex &&
        cell.rowIndex < body.rowIndex + body.rowCount &&
        cell.columnIndex >= header.columnIndex &&
        cell.columnIndex < header.columnIndex + header.columnCount,
    );
    if (!within) return keptRow(context, anchors, cell, activeSheet.id);
    const { id, columns, header, body } = within;
    const row = body.getRow(cell.rowIndex - body.rowIndex);
    row.load("values");
    await context.sync();

    const register = registers[id];
    const headings = ((header.values as unknown[][])[0] ?? []).map(String);
    const fields = rowFields(
      register,
      fieldsByColumn(register, columns, headings),
      (row.values as unknown[][])[0] ?? [],
    );
    const key = rowKey(register, fields);
    return key === undefined ? undefined : { register: id, key, fields, sheetRow: cell.rowIndex + 1 };
  });
}
