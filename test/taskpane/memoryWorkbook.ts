import { lotPlan } from "../../src/domain/quality/lotPlan";
import { qcReasons, qcStatus } from "../../src/domain/quality/verdict";
import { registers } from "../../src/registers/registers";
import type { CellValue, Fields, RegisterId } from "../../src/registers/register";
import { rowKey } from "../../src/registers/rowKey";
import type { PaneWorkbook } from "../../src/taskpane/paneWorkbook";
import {
  WorkbookProblem,
  type Book,
  type BookIssue,
  type Receipt,
  type ReceiptCode,
  type RegisterTable,
  type SelectedRow,
  type SheetLook,
} from "../../src/workbook/book";

/** 2026-09-15. */
export const asOf = 46280;

function table(
  register: RegisterId,
  rows: readonly Fields[],
  without: readonly string[] = [],
): RegisterTable {
  const { fields, sheetName, tableName } = registers[register];
  return {
    register,
    table: tableName,
    places: [{ sheet: sheetName.en, table: tableName, address: `A1:AQ${rows.length + 1}` }],
    headings: Object.fromEntries(
      fields.filter(({ id }) => !without.includes(id)).map(({ id, heading }) => [id, heading.en]),
    ),
    rows: rows.map((row, index) => ({
      key: rowKey(registers[register], row) ?? "",
      fields: row,
      sheet: sheetName.en,
      sheetRow: index + 2,
    })),
  };
}

export function bookOf(
  rows: Readonly<Partial<Record<RegisterId, readonly Fields[]>>>,
  issues: readonly BookIssue[] = [],
  without: readonly string[] = [],
): Book {
  return {
    tables: Object.fromEntries(
      Object.entries(rows).map(([id, each]) => [id, table(id as RegisterId, each, without)]),
    ),
    settings: { asOf, asOfIsToday: false, calendar: "CN6", closures: [], lang: "en" },
    issues,
    unread: [],
  };
}

/**
 * The pane's side of a workbook, kept in memory: what is appended is read again, formula columns are calculated, writes can
 * be taken back. `refuse` makes the next call of that name fail.
 */
export class MemoryWorkbook implements PaneWorkbook {
  readonly calls: { readonly name: string; readonly args: readonly unknown[] }[] = [];
  selected: SelectedRow | undefined;
  /** Sheets to look at; the active one says so. */
  looks: readonly SheetLook[] = [];
  /** When set, writes wait for it. */
  hold: Promise<void> | undefined;
  private readonly refusals = new Map<string, unknown>();
  private changed: () => void = () => undefined;

  constructor(public book: Book) {}

  refuse(name: keyof PaneWorkbook, problem: unknown): void {
    this.refusals.set(name, problem);
  }

  named(name: keyof PaneWorkbook): (readonly unknown[])[] {
    return this.calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  private async call(name: keyof PaneWorkbook, ...args: unknown[]): Promise<void> {
    this.calls.push({ name, args });
    if (!["readBook", "watch", "selection", "pointAt"].includes(name)) await this.hold;
    await Promise.resolve();
    if (this.refusals.has(name)) {
      const problem = this.refusals.get(name);
      this.refusals.delete(name);
      throw problem;
    }
  }

  private write(code: ReceiptCode, params: Receipt["params"], address: string, next: Book): Receipt {
    const before = this.book;
    this.book = next;
    this.changed();
    return { code, params, address, revert: before };
  }

  private withRows(register: RegisterId, rows: readonly Fields[]): Book {
    const old = this.book.tables[register]?.rows.map(({ fields }) => fields) ?? [];
    return { ...this.book, tables: { ...this.book.tables, [register]: table(register, [...old, ...rows]) } };
  }

  readBook = async () => {
    await this.call("readBook");
    return this.book;
  };
  watch = async (onChange: () => void) => {
    await this.call("watch");
    this.changed = onChange;
    return () => Promise.resolve();
  };
  selection = async () => {
    await this.call("selection");
    return this.selected;
  };
  goTo = (register: RegisterId, key: string) => this.call("goTo", register, key);
  recalculate = () => this.call("recalculate");
  goToCell = (sheet: string, address: string) => this.call("goToCell", sheet, address);
  pointAt = (sheet?: string, address?: string) => this.call("pointAt", sheet, address);
  lookAtSheets: PaneWorkbook["lookAtSheets"] = async (which) => {
    await this.call("lookAtSheets", which);
    if (which === "all") return [...this.looks];
    const found = this.looks.filter(({ grid, isActive }) =>
      which === "active" ? isActive : which.includes(grid.name),
    );
    if (found.length === 0) throw new WorkbookProblem("sheetGone", { sheet: String(which) });
    return found;
  };
  setUp: PaneWorkbook["setUp"] = async (lang, onExisting) => {
    await this.call("setUp", lang, onExisting);
    const next = bookOf({ orders: [], inspections: [], defects: [], ...{} });
    return this.write("setUp", { tables: "Orders, Inspections, Defects" }, "Orders!A1", {
      ...next,
      settings: { ...next.settings, lang },
    });
  };
  adopt: PaneWorkbook["adopt"] = async (...args) => {
    await this.call("adopt", ...args);
    const [candidate, register, columns] = args;
    return this.write("adopted", { table: candidate.sheet, columns: columns.length }, candidate.address, {
      ...this.withRows(register, []),
    });
  };
  adoptSheets: PaneWorkbook["adoptSheets"] = async (...args) => {
    await this.call("adoptSheets", ...args);
    const [sheets, , progress] = args;
    if (progress?.signal?.aborted) throw new WorkbookProblem("cancelled");
    progress?.onStep?.(sheets.length, sheets.length);
    const { register } = sheets[0]!;
    const next = this.withRows(register, []);
    const places = sheets.map(({ sheet }) => ({ sheet, address: "A1:Z9" }));
    const columns = sheets.reduce((sum, { addFields }) => sum + addFields.length, 0);
    return this.write(
      "sheetsAdopted",
      { sheets: places.map(({ sheet }) => sheet).join(", "), count: sheets.length, columns },
      "A1",
      { ...next, tables: { ...next.tables, [register]: { ...next.tables[register]!, table: "", places } } },
    );
  };
  forgetSheet: PaneWorkbook["forgetSheet"] = async (register, sheet) => {
    await this.call("forgetSheet", register, sheet);
    const { [register]: old, ...tables } = this.book.tables;
    const places = old?.places.filter((place) => place.sheet !== sheet) ?? [];
    return this.write("sheetForgotten", { sheet }, sheet, {
      ...this.book,
      tables: old && places.length > 0 ? { ...tables, [register]: { ...old, places } } : tables,
    });
  };
  addColumns: PaneWorkbook["addColumns"] = async (register, fieldIds) => {
    await this.call("addColumns", register, fieldIds);
    return this.write("mended", { table: "Orders" }, "Orders!AR1", this.withRows(register, []));
  };
  appendOrders: PaneWorkbook["appendOrders"] = async (rows) => {
    await this.call("appendOrders", rows);
    const [first = {}] = rows;
    return this.write(
      "ordersAdded",
      { count: rows.length, po: String(first.po), style: String(first.style) },
      "Orders!A62:AF62",
      this.withRows("orders", rows),
    );
  };
  appendInspection: PaneWorkbook["appendInspection"] = async (inspection, defects) => {
    await this.call("appendInspection", inspection, defects);
    const plan = lotPlan(Number(inspection.lot), {
      majorAql: Number(inspection.majorAql),
      minorAql: Number(inspection.minorAql),
    });
    const count = (id: string) => (inspection[id] === undefined ? undefined : Number(inspection[id]));
    const counts = {
      critical: count("critical"),
      major: count("major"),
      minor: count("minor"),
      inspected: count("inspected"),
    };
    const judged: Fields = {
      ...inspection,
      verdict: plan ? qcStatus(plan, counts) : "",
      reason: plan
        ? qcReasons(plan, counts)
            .map(({ code }) => code)
            .join()
        : "",
    };
    const next = this.withRows("inspections", [judged]);
    return this.write(
      "inspectionAdded",
      { id: String(inspection.id), defects: defects.length },
      "Inspections!A8:X8",
      {
        ...next,
        tables: { ...next.tables, defects: this.withRows("defects", defects).tables.defects },
      },
    );
  };
  updateRow: PaneWorkbook["updateRow"] = async (register, key, changes, seen, agreed) => {
    await this.call("updateRow", register, key, changes, seen, agreed);
    const rows = this.book.tables[register]?.rows ?? [];
    if (!rows.some((row) => row.key === key)) throw new WorkbookProblem("rowGone", { what: key });
    const fields = rows.map((row): Record<string, CellValue> =>
      row.key === key ? { ...row.fields, ...changes } : row.fields,
    );
    return this.write("rowUpdated", { what: key, fields: Object.keys(changes).join() }, "Orders!A5:AF5", {
      ...this.book,
      tables: { ...this.book.tables, [register]: table(register, fields) },
    });
  };
  updateRows: PaneWorkbook["updateRows"] = async (register, changed) => {
    await this.call("updateRows", register, changed);
    const fields = (this.book.tables[register]?.rows ?? []).map((row): Record<string, CellValue> => ({
      ...row.fields,
      ...changed.find(({ key }) => key === row.key)?.changes,
    }));
    return this.write("rowsUpdated", { count: changed.length, fields: "Cutting start" }, "Orders!A5:AF6", {
      ...this.book,
      tables: { ...this.book.tables, [register]: table(register, fields) },
    });
  };
  saveSettings: PaneWorkbook["saveSettings"] = async (change) => {
    await this.call("saveSettings", change);
    const { asOf: day, ...others } = change;
    const settings = { ...this.book.settings, ...others, asOfIsToday: day === "today" };
    return this.write("settingsSaved", {}, "Settings!B2", { ...this.book, settings });
  };
  saveTemplates: PaneWorkbook["saveTemplates"] = async (copies, agreed) => {
    await this.call("saveTemplates", copies, agreed);
    const rows = copies.flatMap(({ template, factory, tasks }) =>
      tasks.map(({ name, ...task }) => ({ ...task, template, factory, task: name })),
    );
    return this.write(
      "templatesSaved",
      { templates: copies.map(({ template }) => template).join() },
      "Templates!A1",
      this.withRows("templates", rows),
    );
  };
  mend: PaneWorkbook["mend"] = async (issue, how) => {
    await this.call("mend", issue, how);
    const issues = this.book.issues.filter((each) => each !== issue);
    return this.write("mended", { table: "Orders" }, "Orders!A1", { ...this.book, issues });
  };
  mendCells: PaneWorkbook["mendCells"] = async (cells, settled = []) => {
    await this.call("mendCells", cells, settled);
    const gone = ({ sheet, address, fieldId, problem }: Book["unread"][number]) =>
      cells.some((cell) => cell.sheet === sheet && cell.address === address) ||
      (problem === "swapped" && settled.some((one) => one.sheet === sheet && one.fieldId === fieldId));
    return this.write(
      cells.length > 0 ? "cellsMended" : "datesSettled",
      { count: cells.length },
      cells.map(({ sheet, address }) => `${sheet}!${address}`).join(", "),
      { ...this.book, unread: this.book.unread.filter((cell) => !gone(cell)) },
    );
  };
  insertFormula: PaneWorkbook["insertFormula"] = async (formula) => {
    await this.call("insertFormula", formula);
    return this.write("formulaInserted", { address: "Orders!B2" }, "Orders!B2", this.book);
  };
  makeWeeklyReport: PaneWorkbook["makeWeeklyReport"] = async (content) => {
    await this.call("makeWeeklyReport", content);
    return this.write("reportMade", { sheet: "Weekly report" }, "'Weekly report'!A1:N60", this.book);
  };
  makeGantt: PaneWorkbook["makeGantt"] = async (lang) => {
    await this.call("makeGantt", lang);
    return this.write("ganttMade", { sheet: "Gantt" }, "Gantt!A1:AZ60", this.book);
  };
  undo: PaneWorkbook["undo"] = async (receipt) => {
    await this.call("undo", receipt);
    this.book = receipt.revert as Book;
    this.changed();
  };
}
