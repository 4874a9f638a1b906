/** @jest-environment node */
import { readFileSync } from "node:fs";
import type {
  FileBook,
  FileConditionalFormat,
  FileTable,
  FileValidation,
} from "../../src/workbench/files/fileBook";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { createHeadlessBook } from "../../src/workbench/sheet/createHeadlessBook";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import { saveFileBook } from "../../src/workbench/sheet/saveFileBook";
import type { UniverBook } from "../../src/workbench/sheet/univerBook";
import { book, READ, sheet } from "./filesBooks";

let grid: UniverBook;
beforeAll(() => void (grid = createHeadlessBook()));
afterAll(() => grid.dispose());

const throughGrid = async (file: FileBook): Promise<FileBook> => {
  await loadFileBook(grid, file);
  await grid.settle();
  return saveFileBook(grid);
};

const area = (row: number, column: number, rows = 1, columns = 1) => ({
  sheet: grid.sheets.active().id,
  row,
  column,
  rows,
  columns,
});

const table: FileTable = {
  name: "Orders",
  ref: "A1:C4",
  headings: true,
  totals: true,
  columns: [
    { name: "款号", totalsLabel: "合计" },
    { name: "Unit price [USD]", totalsFunction: "sum" },
    {
      name: "Twice",
      formula: "=[@[Unit price '[USD']]]*2",
      totalsFunction: "custom",
      totalsFormula: "=MAX(Orders[Twice])",
    },
  ],
  style: "TableStyleMedium2",
  stripes: true,
  columnStripes: false,
  firstColumn: false,
  lastColumn: true,
  filterButtons: true,
  filter: [{ column: 0, values: ["K1"] }],
};

describe("a book in the grid and out again", () => {
  test("values, texts that look like something else, errors", async () => {
    const cells = [
      { row: 0, column: 0, value: "=1+1" },
      { row: 0, column: 1, value: "00123" },
      { row: 0, column: 2, value: 46280.5, style: 0 },
      { row: 0, column: 3, value: true },
      { row: 0, column: 4, value: { error: "#N/A" } },
      { row: 0, column: 5, value: "TRUE" },
      { row: 1, column: 0, value: 12, link: { target: "https://example.com" }, style: 1 },
      {
        row: 1,
        column: 1,
        value: "Red alert",
        rich: [{ text: "Red ", font: { bold: true } }, { text: "alert" }],
      },
      { row: 2, column: 0, value: "'quoted" },
    ];
    const styles = [
      { numberFormat: "yyyy-mm-dd" },
      { locked: false, fill: "#FFF2CC", font: { bold: true, color: "#C00000" } },
    ];
    const made = book([sheet("数据", cells)], { styles });
    const saved = await throughGrid(made);
    expect(saved.sheets[0]!.cells).toEqual(cells);
    expect(saved.styles).toEqual(styles);
    expect(grid.cells.values(area(0, 0, 1, 2))).toEqual([["=1+1", "00123"]]);
  });

  test("formulas are live: tables, names, spills", async () => {
    const cells = [
      ...table.columns.map(({ name }, column) => ({ row: 0, column, value: name })),
      { row: 1, column: 0, value: "K1" },
      { row: 1, column: 1, value: 3 },
      { row: 1, column: 2, value: 6, formula: "=[@[Unit price '[USD']]]*2" },
      { row: 2, column: 0, value: "K2" },
      { row: 2, column: 1, value: 5 },
      { row: 2, column: 2, value: 10, formula: "=[@[Unit price '[USD']]]*2" },
      { row: 3, column: 0, value: "合计" },
      { row: 3, column: 1, value: 8, formula: "=SUBTOTAL(109,[Unit price '[USD']])" },
      { row: 3, column: 2, value: 10, formula: "=MAX([Twice])" },
      { row: 5, column: 0, value: 24, formula: "=SUM(Orders[Unit price '[USD']])*Factor" },
      { row: 7, column: 0, value: 1, formula: "=SEQUENCE(2)", array: { ref: "A8:A9", dynamic: true } },
    ];
    const names = [{ name: "Factor", formula: "=Lists!$A$1" }];
    const made = book(
      [sheet("S", cells, { tables: [table] }), sheet("Lists", [{ row: 0, column: 0, value: 3 }])],
      { names },
    );
    const saved = await throughGrid(made);
    expect(saved.names).toEqual(names);
    expect(saved.sheets[0]!.tables).toEqual([
      {
        ...table,
        columns: [
          table.columns[0],
          table.columns[1],
          { ...table.columns[2], totalsFormula: "=MAX([Twice])" },
        ],
      },
    ]);
    expect(saved.sheets[0]!.cells).toEqual(cells);
    grid.cells.write(area(1, 1), [[4]]);
    await grid.settle();
    expect(grid.cells.values(area(1, 2))).toEqual([[8]]);
    expect(grid.cells.values(area(5, 0))).toEqual([[27]]);
    expect(grid.cells.values(area(7, 0, 2))).toEqual([[1], [2]]);
  });

  test("rules, layout, protection and print set-up", async () => {
    const style = { font: { bold: true, color: "#9C0006" }, fill: "#FFC7CE" };
    const conditionalFormats: FileConditionalFormat[] = [
      {
        refs: ["B2:B9"],
        priority: 1,
        type: "cellIs",
        operator: "greaterThan",
        formulas: ["10"],
        style,
        stopIfTrue: true,
      },
      { refs: ["A2:B9", "D2:D9"], priority: 2, type: "expression", formula: '$C2="Hold"', style },
      { refs: ["C2:C9"], priority: 3, type: "text", operator: "containsText", text: "不合格", style },
      {
        refs: ["E2:E9"],
        priority: 4,
        type: "dataBar",
        min: { type: "min" },
        max: { type: "max" },
        color: "#638EC6",
        gradient: true,
        showValue: true,
      },
      { refs: ["F2:F9"], priority: 5, type: "duplicates", unique: false, style },
      {
        refs: ["G2:G9"],
        priority: 6,
        type: "colorScale",
        stops: [
          { threshold: { type: "min" }, color: "#FFFFFF" },
          { threshold: { type: "max" }, color: "#FF0000" },
        ],
      },
    ];
    const plain = { allowBlank: true, showError: true, showPrompt: false };
    const validations: FileValidation[] = [
      {
        refs: ["B2:B1048576"],
        type: "list",
        formulas: ['"针织,梭织"'],
        ...plain,
        errorStyle: "warning",
        errorTitle: "品类",
        error: "请选择",
      },
      { refs: ["C2:C9"], type: "whole", operator: "greaterThanOrEqual", formulas: ["1"], ...plain },
      { refs: ["D2"], type: "date", operator: "between", formulas: ["AsOf", "46300"], ...plain },
      { refs: ["E2"], type: "list", formulas: ["Lists!$A$1:$A$9"], ...plain },
      {
        refs: ["H1"],
        type: "any",
        formulas: [],
        allowBlank: false,
        showError: false,
        showPrompt: true,
        prompt: "free",
      },
    ];
    const rest = {
      validations,
      conditionalFormats,
      merges: ["A1:C1"],
      columns: [
        { column: 0, width: 12 },
        { column: 4, width: 8, hidden: true },
      ],
      rows: [
        { row: 0, height: 30 },
        { row: 3, hidden: true },
      ],
      frozen: { rows: 1, columns: 2 },
      protection: {
        password: true,
        allow: ["selectUnlockedCells" as const, "formatCells" as const, "sort" as const],
      },
      print: {
        orientation: "landscape" as const,
        paper: 9,
        fit: { width: 1, height: 0 },
        titleRows: "1:2",
        margins: { left: 0.25, right: 0.25, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
        footer: "&C&P / &N",
      },
      tabColor: "#00B050",
      gridlines: false,
      zoom: 85,
    };
    const made = book([
      sheet("One", [{ row: 0, column: 0, value: 1 }], rest),
      sheet("Lists", [], { visibility: "veryHidden" }),
    ]);
    const saved = await throughGrid(made);
    expect(saved.sheets[0]).toMatchObject(rest);
    expect(saved.sheets[1]).toMatchObject({ name: "Lists", visibility: "veryHidden" });
  });

  test("nothing of the book before is left, and nothing can be undone", async () => {
    await throughGrid(
      book([sheet("S", [], { tables: [table] })], {
        names: [{ name: "Old", formula: "=1" }],
        settings: { a: 1 },
      }),
    );
    const saved = await throughGrid(book([sheet("S", [{ row: 0, column: 0, value: 1 }])]));
    expect(saved.sheets.map(({ name, tables }) => [name, tables])).toEqual([["S", []]]);
    expect([saved.names, saved.settings, grid.history.canUndo()]).toEqual([[], {}, false]);
    await loadFileBook(grid);
    expect(saveFileBook(grid).sheets).toMatchObject([{ name: "Sheet1", cells: [] }]);
  });

  test("dates of a 1904 book are shown as the days they are", async () => {
    const saved = await throughGrid(
      book([sheet("S", [{ row: 0, column: 0, value: 44818, style: 0 }])], {
        date1904: true,
        styles: [{ numberFormat: "yyyy-mm-dd" }],
      }),
    );
    expect(grid.cells.texts(area(0, 0))).toEqual([["2026-09-15"]]);
    expect([saved.date1904, saved.sheets[0]!.cells[0]!.value]).toEqual([false, 46280]);
  });

  test.each(["test/fixtures/ownRange.xlsx", "test/fixtures/ownTable.xlsx"])(
    "%s comes back cell by cell",
    async (path) => {
      const { book: file } = await readXlsx(readFileSync(path), READ);
      const saved = await throughGrid(file);
      const plain = (one: FileBook) =>
        one.sheets.map(({ cells, tables, validations, conditionalFormats, frozen }) => ({
          cells: cells.map((cell) => ({
            ...cell,
            style: cell.style === undefined ? undefined : one.styles[cell.style],
          })),
          tables,
          validations,
          conditionalFormats,
          frozen,
        }));
      expect(plain(saved)).toEqual(plain(file));
    },
  );
});
