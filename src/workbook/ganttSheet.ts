import { ganttDetail } from "../registers/ganttDetail";
import { ganttOrders } from "../registers/ganttOrders";
import type { Block, GanttPlan } from "../registers/ganttPlan";
import { ordersTable } from "../registers/ganttPlan";
import type { Lang } from "../registers/register";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { cellAddress } from "./cellAddress";
import { freeSheetName, lackingNames, names } from "./names";
import type { MadeGantt } from "./removeGantt";
import { problemOf, runExcel } from "./runExcel";
import { knownKept, knownTable, tableNames } from "./session";

const MILLIMETRE = 72 / 25.4;
const TITLE_HEIGHT = 22;
const LINE = "#D9D9D9";
/** Of so many sheets with the name, and a number behind it, ours is found again. */
const LIKE_NAMED = 5;

/**
 * Draw the open orders over weeks, and one order over days, each on a sheet of its own. The sheets hold formulas on the orders'
 * table, so they follow it; made again, they take the place of ours, and never of somebody's own sheets.
 */
export function makeGantt(lang: Lang): Promise<Receipt> {
  return runExcel("write", async (context) => {
    if (knownKept("orders").length > 0) throw new WorkbookProblem("notInPlace", { what: "orders" });
    const orders = knownTable("orders");
    const table = ordersTable(
      tableNames({ orders }).orders ?? { table: orders.name, headings: orders.columns },
    );
    if (!table) throw new WorkbookProblem("notSetUp", { register: "orders" });
    const { worksheets, tables, names: named } = context.workbook;
    worksheets.load("items/name,items/id");
    named.load("items/name");
    const body = tables.getItem(orders.name).getDataBodyRange();
    body.load("rowCount");
    const cellsOf = (fieldId: string): Excel.Range | undefined => {
      const heading = orders.columns[fieldId];
      if (heading === undefined) return undefined;
      const cells = tables.getItem(orders.name).columns.getItem(heading).getDataBodyRange();
      cells.load("values");
      return cells;
    };
    const [po, gone, due] = [cellsOf("po"), cellsOf("T30.actual"), cellsOf("due")];
    const labelled = ["style", "colour"].flatMap((id) => cellsOf(id) ?? []);
    // Their names and marks hang on no order: the sheets made before are looked at in the same sync as the orders.
    const before = [
      ganttOrders(table, lang, names.asOf, { rows: 1, open: 0 }),
      ganttDetail(table, lang, names.asOf, { rows: 1, first: "" }),
    ].map(({ name, mark }) =>
      Array.from({ length: LIKE_NAMED }, (_, k) => {
        const sheet = worksheets.getItemOrNullObject(k === 0 ? name : `${name} (${k + 1})`);
        sheet.load("name");
        const cell = sheet.getRangeByIndexes(mark.row, mark.column, 1, 1);
        cell.load("formulas");
        return { sheet, cell, mark };
      }),
    );
    await context.sync();

    const asOf = lackingNames(named.items).includes(names.asOf) ? "TODAY()" : names.asOf;
    const said = (cells: Excel.Range | undefined, row: number): string =>
      String((cells?.values as (string | number | boolean)[][] | undefined)?.[row]?.[0] ?? "");
    const rows = body.rowCount;
    const open = Array.from({ length: rows }, (_, row) => row)
      .filter((row) => said(po, row) !== "" && said(gone, row) === "")
      .sort((a, b) => Number(said(due, a)) - Number(said(due, b)));
    const [earliest] = open;
    const first =
      earliest === undefined ? "" : [po, ...labelled].map((cells) => said(cells, earliest)).join(" | ");
    const plans = [
      ganttOrders(table, lang, asOf, { rows, open: open.length }),
      ganttDetail(table, lang, asOf, { rows, first }),
    ];
    const isOurs = (formula: unknown, { begins }: GanttPlan["mark"]): boolean =>
      typeof formula === "string" && formula.startsWith(begins);
    const taken = new Set(worksheets.items.map(({ name }) => name));
    for (const found of before) {
      const old = found.find(
        ({ sheet, cell, mark }) =>
          !sheet.isNullObject && isOurs((cell.formulas as unknown[][])[0]?.[0], mark),
      );
      if (!old) continue;
      taken.delete(old.sheet.name);
      old.sheet.delete();
    }
    const made = plans.map((plan) => {
      const name = freeSheetName(plan.name, taken);
      taken.add(name);
      const sheet = worksheets.add(name);
      sheet.load("id");
      draw(sheet, plan);
      return { sheet, name, mark: plan.mark };
    });
    made[0]?.sheet.activate();
    try {
      await context.sync();
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== "offline" && problem.code !== "cellEditing") {
        const known = new Set(worksheets.items.map(({ id }) => id));
        worksheets.load("items/id");
        await context.sync();
        for (const sheet of worksheets.items) if (!known.has(sheet.id)) sheet.delete();
        await context.sync();
      }
      throw problem;
    }
    const revert: MadeGantt = {
      kind: "gantt",
      sheets: made.map(({ sheet, name, mark }) => ({ id: sheet.id, name, mark })),
    };
    const address = made.map(({ name }) => name).join(", ");
    return { code: "ganttMade", params: { sheet: made[0]?.name ?? "" }, address, revert };
  });
}

const addressOf = ({ row, column, rows, columns }: Block): string =>
  cellAddress("S", row, column, rows, columns).slice(2);

/** Queue all that a plan says of its sheet. */
function draw(sheet: Excel.Worksheet, plan: GanttPlan): void {
  const at = ({ row, column, rows, columns }: Block): Excel.Range =>
    sheet.getRangeByIndexes(row, column, rows, columns);
  sheet.showGridlines = false;
  at({ row: 0, column: 0, rows: plan.print.rows + 1, columns: plan.widths.length }).format.font.size = 9;
  const show = (block: Block, format: string): void => {
    const line = Array<string>(block.columns).fill(format);
    at(block).numberFormat = Array.from({ length: block.rows }, () => line);
  };
  for (const { block, format } of plan.formats) show(block, format);
  for (const { row, column, formulas, format } of plan.cells) {
    const block = { row, column, rows: formulas.length, columns: formulas[0]?.length ?? 0 };
    if (format !== undefined) show(block, format);
    at(block).formulas = formulas.map((line) => [...line]);
  }
  for (const { block, bold, size, fill, font, centred, left, wrapped, merged, ruled } of plan.looks) {
    const cells = at(block);
    if (merged) cells.merge(false);
    const { format } = cells;
    if (bold) format.font.bold = true;
    if (size !== undefined) format.font.size = size;
    if (fill !== undefined) format.fill.color = fill;
    if (font !== undefined) format.font.color = font;
    if (left) format.horizontalAlignment = "Left";
    if (centred) format.horizontalAlignment = "Center";
    if (wrapped) format.wrapText = true;
    if (ruled) {
      const border = format.borders.getItem("InsideHorizontal");
      border.style = "Continuous";
      border.color = LINE;
    }
  }
  at({ row: 0, column: 0, rows: 1, columns: 1 }).format.rowHeight = TITLE_HEIGHT;
  plan.widths.forEach((width, column) => {
    at({ row: 0, column, rows: 1, columns: 1 }).format.columnWidth = width;
  });
  for (const column of plan.hidden) {
    at({ row: 0, column, rows: 1, columns: 1 }).getEntireColumn().columnHidden = true;
  }
  for (const { block, formula, fill } of plan.rules) {
    const { custom } = at(block).conditionalFormats.add("Custom");
    custom.rule.formula = formula;
    custom.format.fill.color = fill;
  }
  if (plan.choice) {
    const { dataValidation } = at(plan.choice.block);
    dataValidation.rule = { list: { inCellDropDown: true, source: plan.choice.source } };
    // An order that has left may be typed, and is found too.
    dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  }
  sheet.freezePanes.freezeAt(at({ row: 0, column: 0, ...plan.frozen }));
  const page = sheet.pageLayout;
  page.orientation = "Landscape";
  page.paperSize = "A4";
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.leftMargin = page.rightMargin = 8 * MILLIMETRE;
  page.topMargin = page.bottomMargin = 12 * MILLIMETRE;
  page.setPrintArea(addressOf(plan.print));
  page.setPrintTitleRows(plan.titleRows);
  page.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
  page.headersFooters.defaultForAllPages.leftFooter = "&F  &A";
}
