/** @jest-environment node */
import { strFromU8, unzipSync } from "fflate";
import type {
  FileBook,
  FileConditionalFormat,
  FileSheet,
  FileTable,
  FileValidation,
} from "../../src/workbench/files/fileBook";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { ADD_IN, book, READ, sheet, WRITE } from "./filesBooks";

const roundTrip = async (made: FileBook): Promise<FileBook> => {
  const { bytes, notKept } = await writeXlsx(made, WRITE);
  expect(notKept).toEqual([]);
  const read = await readXlsx(bytes, READ);
  expect(read.notKept).toEqual([]);
  return read.book;
};

const parts = async (made: FileBook): Promise<Record<string, string>> => {
  const { bytes } = await writeXlsx(made, WRITE);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
};

const oneSheet = async (made: Partial<FileSheet>, rest: Partial<FileBook> = {}): Promise<FileSheet> =>
  (await roundTrip(book([sheet("Orders", [], made)], rest))).sheets[0]!;

const table: FileTable = {
  name: "Orders",
  ref: "A1:D4",
  headings: true,
  totals: true,
  columns: [
    { name: "款号", totalsLabel: "合计" },
    { name: "Unit price [USD]" },
    { name: "Qty", totalsFunction: "sum" },
    {
      name: "Days late",
      formula: "=MERCH.DAYSLATE([@款号],[@Qty],AsOf)",
      totalsFunction: "custom",
      totalsFormula: "=MAX([Days late])",
    },
  ],
  style: "TableStyleMedium2",
  stripes: true,
  columnStripes: false,
  firstColumn: false,
  lastColumn: true,
  filterButtons: true,
  filter: [
    { column: 0, values: ["K1", "K2"], blanks: true },
    {
      column: 2,
      conditions: [
        { operator: "greaterThan", value: "10" },
        { operator: "lessThan", value: "90" },
      ],
      and: true,
    },
  ],
};

describe("cells", () => {
  test("values keep their types", async () => {
    const cells = [
      { row: 0, column: 0, value: "=1+1" },
      { row: 0, column: 1, value: "00123" },
      { row: 0, column: 2, value: 46280.123456789 },
      { row: 0, column: 3, value: true },
      { row: 0, column: 4, value: false },
      { row: 0, column: 5, value: { error: "#N/A" } },
      { row: 0, column: 6, value: { error: "#SPILL!" } },
      { row: 0, column: 7, value: "#N/A" },
      { row: 0, column: 8, value: "" },
      { row: 0, column: 9, value: "  两行\n  and _x000D_ & <b> 😀\t" },
      { row: 1, column: 0, value: 0 },
      { row: 1, column: 1, value: -1e-300 },
      { row: 1, column: 2, value: "+86 571" },
    ];
    expect((await oneSheet({ cells })).cells).toEqual(cells);
  });

  test("a number under a date format is the very number", async () => {
    const cells = [46280, 46280.123456789, 0, 60, -5, 1e15].map((value, row) => ({
      row,
      column: 0,
      value,
      style: 0,
    }));
    const read = await oneSheet({ cells }, { styles: [{ numberFormat: "yyyy-mm-dd" }] });
    expect(read.cells).toEqual(cells);
  });

  test("serial numbers of a 1904 book are left alone", async () => {
    const read = await roundTrip(
      book([sheet("S", [{ row: 0, column: 0, value: 44818.5, style: 0 }])], {
        date1904: true,
        styles: [{ numberFormat: "d-mmm-yy" }],
      }),
    );
    expect(read.date1904).toBe(true);
    expect(read.sheets[0]!.cells[0]!.value).toBe(44818.5);
  });

  test("formulas come back as they are read in the formula bar, with their results", async () => {
    const cells = [
      { row: 0, column: 0, value: 3, formula: "=MERCH.DAYSLATE(B1,C1)" },
      { row: 0, column: 1, value: "FAIL", formula: '=MERCH.QCSTATUS(A1,"MERCH.DAYSLATE( [@x]")' },
      { row: 0, column: 2, value: true, formula: "=MERCH.DATE.READ(A1)=MERCH.AQL_PLAN(1)" },
      { row: 0, column: 3, value: { error: "#N/A" }, formula: "=XLOOKUP(A1,B:B,C:C)" },
      { row: 0, column: 4, value: 1, formula: "=LET(x,1,y,x+1,SUM(x,y))" },
      { row: 0, column: 5, value: 1, formula: "=IFNA(VLOOKUP('My ''Sheet'!A1,$A$1:$B$9,2,0),0)" },
      { row: 0, column: 6, formula: "=A1&B1" },
      { row: 0, column: 7, value: "", formula: '=""' },
    ];
    expect((await oneSheet({ cells })).cells).toEqual(cells);
  });

  test("formulas are stored as Excel stores them", async () => {
    const made = book([
      sheet("S", [
        { row: 0, column: 0, formula: "=MERCH.DAYSLATE(B1,C1)" },
        {
          row: 0,
          column: 1,
          formula: "=FILTER(A1:A3,A1:A3>UNICODE(B1))",
          array: { ref: "B1:B3", dynamic: true },
        },
        { row: 1, column: 0, formula: "=LAMBDA(qty,qty*2)(3)" },
        { row: 1, column: 2, formula: "=SUM(B1#)" },
      ]),
    ]);
    const xml = (await parts(made))["xl/worksheets/sheet1.xml"]!;
    expect(xml).toContain("<f>_xldudf_MERCH_DAYSLATE(B1,C1)</f>");
    expect(xml).toContain("_xlfn._xlws.FILTER(A1:A3,A1:A3&gt;_xlfn.UNICODE(B1))</f>");
    expect(xml).toMatch(/<c r="B1"[^>]* cm="1"[^>]*><f t="array" ref="B1:B3">/);
    expect(xml).toContain("<f>_xlfn.LAMBDA(_xlpm.qty,_xlpm.qty*2)(3)</f>");
    expect(xml).toContain("<f>SUM(_xlfn.ANCHORARRAY(B1))</f>");
  });

  test("what an array formula spills is its own affair; both kinds are told apart", async () => {
    const cells = [
      { row: 0, column: 0, value: 1, formula: "=SEQUENCE(3)", array: { ref: "A1:A3", dynamic: true } },
      { row: 0, column: 1, value: 2, formula: "=A1:A3*2", array: { ref: "B1:B3", dynamic: false } },
    ];
    const spilled = [1, 2].flatMap((row) => [0, 1].map((column) => ({ row, column, value: row })));
    expect((await oneSheet({ cells: [...cells, ...spilled] })).cells).toEqual(cells);
  });

  test("runs of text, links and comments", async () => {
    const cells = [
      {
        row: 0,
        column: 0,
        value: "Red alert",
        rich: [{ text: "Red ", font: { bold: true, color: "#FF0000" } }, { text: "alert" }],
      },
      { row: 1, column: 0, value: 12, link: { target: "https://example.com/?a=1&b=2", tooltip: "see" } },
      { row: 2, column: 0, formula: "=A1", value: "x", link: { target: "#'My Sheet'!A1" } },
    ];
    const comments = [
      { row: 0, column: 0, text: "Ask <Li>\nfirst" },
      { row: 7, column: 3, text: "on a blank cell" },
    ];
    const read = await oneSheet({ cells, comments });
    expect(read.cells).toEqual(cells);
    expect(read.comments).toEqual(comments);
  });

  test("styles", async () => {
    const styles = [
      {
        numberFormat: '#,##0.00 "USD"',
        font: {
          bold: true,
          italic: true,
          underline: "double" as const,
          strike: true,
          color: "#C00000",
          name: "Arial",
          size: 14,
        },
      },
      { fill: "#FFF2CC", horizontal: "center" as const, vertical: "middle" as const, wrap: true, indent: 1 },
      {
        border: { top: { style: "thin", color: "#000000" }, left: { style: "double", color: "#123456" } },
        rotation: 45,
      },
      { locked: false, formulaHidden: true },
      { rotation: "vertical" as const, shrink: true, vertical: "top" as const, numberFormat: "@" },
    ];
    const cells = styles.map((_, index) => ({ row: index, column: 1, style: index }));
    const read = await roundTrip(book([sheet("S", cells)], { styles }));
    expect(read.styles).toEqual(styles);
    expect(read.sheets[0]!.cells).toEqual(cells);
  });

  test("characters that no file can hold are named, not written", async () => {
    const { bytes, notKept } = await writeXlsx(
      book([sheet("S", [{ row: 0, column: 0, value: "a\u0001b" }])]),
      WRITE,
    );
    expect(notKept).toEqual([{ code: "cellFeature", params: { sheet: "S", feature: "characters" } }]);
    expect((await readXlsx(bytes, READ)).book.sheets[0]!.cells[0]!.value).toBe("ab");
  });
});

describe("sheets", () => {
  test("tables with totals, calculated columns and filters", async () => {
    const cells = [
      ...table.columns.map(({ name }, column) => ({ row: 0, column, value: name })),
      { row: 1, column: 3, value: 2, formula: "=MERCH.DAYSLATE([@款号],[@[Unit price '[USD']]],AsOf)" },
      { row: 8, column: 3, value: 2, formula: "=SUM(Orders[Qty])+Orders[[#Totals],[Qty]]" },
    ];
    const read = await oneSheet({ cells, tables: [table] });
    expect(read.tables).toEqual([table]);
    expect(read.cells).toEqual(cells);
  });

  test("a row's own column is stored with table and heading", async () => {
    const cells = [{ row: 1, column: 3, value: 2, formula: "=[@款号]+SUM([Qty])" }];
    const xml = await parts(book([sheet("S", cells, { tables: [table] })]));
    expect(xml["xl/worksheets/sheet1.xml"]).toContain("<f>Orders[[#This Row],[款号]]+SUM(Orders[Qty])</f>");
    expect(xml["xl/tables/table1.xml"]).toContain(
      "<calculatedColumnFormula>_xldudf_MERCH_DAYSLATE(Orders[[#This Row],[款号]],Orders[[#This Row],[Qty]],AsOf)</calculatedColumnFormula>",
    );
  });

  test("validations, over whole columns and several ranges too", async () => {
    const plain = { allowBlank: true, showError: true, showPrompt: false };
    const validations: FileValidation[] = [
      {
        refs: ["B2:B1048576"],
        type: "list",
        formulas: ['"针织,梭织"'],
        ...plain,
        errorTitle: "品类",
        error: "请从列表中选择",
        errorStyle: "warning",
      },
      {
        refs: ["C2:C9", "E2:E9"],
        type: "whole",
        operator: "between",
        formulas: ["1", "Settings!$B$2"],
        ...plain,
      },
      {
        refs: ["D2"],
        type: "date",
        operator: "greaterThan",
        formulas: ["AsOf"],
        allowBlank: false,
        showError: true,
        showPrompt: true,
        promptTitle: "日期",
        prompt: "晚于今天",
      },
      { refs: ["F2:F3"], type: "custom", formulas: ['ISNUMBER(MERCH.DAYSLATE(F2,"x"))'], ...plain },
      { refs: ["G2:G3"], type: "list", formulas: ['INDIRECT("Codes[Code]")'], ...plain },
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
    expect((await oneSheet({ validations })).validations).toEqual(validations);
  });

  test("conditional formats of every kind", async () => {
    const style = { fill: "#FFC7CE", font: { color: "#9C0006", bold: true } };
    const formats: FileConditionalFormat[] = [
      {
        refs: ["B2:B9"],
        priority: 1,
        type: "cellIs",
        operator: "greaterThan",
        formulas: ["10"],
        style,
        stopIfTrue: true,
      },
      {
        refs: ["B2:B9"],
        priority: 2,
        type: "cellIs",
        operator: "notBetween",
        formulas: ["1", "Limit"],
        style,
      },
      {
        refs: ["A2:D9", "F2:F9"],
        priority: 3,
        type: "expression",
        formula: '$C2="Hold"',
        style: { border: { bottom: { style: "thin", color: "#FF0000" } } },
      },
      { refs: ["C2:C9"], priority: 4, type: "text", operator: "containsText", text: 'say "late"', style },
      { refs: ["C2:C9"], priority: 5, type: "text", operator: "beginsWith", text: "不合格", style },
      {
        refs: ["C2:C9"],
        priority: 6,
        type: "text",
        operator: "notContains",
        text: "x",
        style: { numberFormat: "0.0" },
      },
      { refs: ["C2:C9"], priority: 7, type: "blanks", not: true, style },
      { refs: ["C2:C9"], priority: 8, type: "errors", not: false, style },
      { refs: ["C2:C9"], priority: 9, type: "duplicates", unique: false, style },
      { refs: ["C2:C9"], priority: 10, type: "top", rank: 3, percent: false, bottom: true, style },
      { refs: ["C2:C9"], priority: 11, type: "average", above: false, style },
      { refs: ["C2:C9"], priority: 12, type: "period", period: "thisWeek", style },
      {
        refs: ["D2:D9"],
        priority: 13,
        type: "colorScale",
        stops: [
          { threshold: { type: "min" }, color: "#63BE7B" },
          { threshold: { type: "percentile", value: "50" }, color: "#FFEB84" },
          { threshold: { type: "max" }, color: "#F8696B" },
        ],
      },
      {
        refs: ["E2:E9"],
        priority: 14,
        type: "dataBar",
        min: { type: "min" },
        max: { type: "max" },
        color: "#638EC6",
        gradient: true,
        showValue: true,
      },
      {
        refs: ["F2:F9"],
        priority: 15,
        type: "dataBar",
        min: { type: "autoMin" },
        max: { type: "num", value: "100" },
        color: "#FF0000",
        gradient: false,
        showValue: false,
      },
      {
        refs: ["G2:G9"],
        priority: 16,
        type: "iconSet",
        icons: "3TrafficLights1",
        thresholds: [
          { type: "percent", value: "0" },
          { type: "num", value: "33" },
          { type: "formula", value: "$A$1" },
        ],
        reverse: true,
        showValue: false,
      },
      {
        refs: ["H2:H9"],
        priority: 17,
        type: "iconSet",
        icons: "3Stars",
        thresholds: [
          { type: "percent", value: "0" },
          { type: "percent", value: "33" },
          { type: "percent", value: "67" },
        ],
        reverse: false,
        showValue: true,
      },
    ];
    expect((await oneSheet({ conditionalFormats: formats })).conditionalFormats).toEqual(formats);
  });

  test("how a sheet is laid out, printed and guarded", async () => {
    const made = {
      merges: ["A1:C1", "B3:B5"],
      columns: [
        { column: 0, width: 12 },
        { column: 2, width: 30.5, style: 0 },
        { column: 4, hidden: true, width: 8 },
      ],
      rows: [
        { row: 0, height: 30 },
        { row: 3, hidden: true },
      ],
      frozen: { rows: 1, columns: 3 },
      filter: { ref: "A1:C9", columns: [{ column: 1, values: ["A & B"] }] },
      protection: {
        password: false,
        allow: ["selectUnlockedCells", "formatCells", "sort", "autoFilter", "objects"],
      },
      print: {
        orientation: "landscape",
        paper: 9,
        fit: { width: 1, height: 0 },
        area: "A1:F40",
        titleRows: "1:2",
        titleColumns: "A:B",
        margins: { left: 0.25, right: 0.25, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
        centerHorizontally: true,
        gridlines: true,
        header: "&L跟单表",
        footer: "&C&P / &N",
      },
      tabColor: "#00B050",
      gridlines: false,
      zoom: 85,
    } satisfies Partial<FileSheet>;
    const read = await oneSheet(made, { styles: [{ fill: "#EEEEEE" }] });
    expect(read).toMatchObject(made);
  });

  test("hidden sheets, the active one and their order", async () => {
    const made = book(
      [
        sheet("One", []),
        sheet("Two & 三", [], { visibility: "hidden" }),
        sheet("Lists", [], { visibility: "veryHidden" }),
      ],
      { activeSheet: 0 },
    );
    made.sheets.push(sheet("Last", []));
    made.activeSheet = 3;
    const read = await roundTrip(made);
    expect(read.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["One", "visible"],
      ["Two & 三", "hidden"],
      ["Lists", "veryHidden"],
      ["Last", "visible"],
    ]);
    expect(read.activeSheet).toBe(3);
  });
});

describe("the book", () => {
  test("names: cells, formulas, constants, a sheet's own, hidden ones", async () => {
    const names = [
      { name: "AsOf", formula: "=TODAY()" },
      { name: "Closures", formula: "=Settings!$A$8:$B$107", comment: "放假日" },
      { name: "Limit", formula: "=0.05", hidden: true },
      { name: "Local", formula: "=MERCH.DAYSLATE(Orders!$A$1,AsOf)", sheet: "Settings" },
      { name: "Wort", formula: '="a & b"' },
    ];
    const read = await roundTrip(book([sheet("Orders", []), sheet("Settings", [])], { names }));
    expect(read.names).toEqual(names);
  });

  test("settings stand where Office keeps an add-in's document settings", async () => {
    const settings = {
      "gendan.mapping": { orders: ["款号", 'a "b" & <c>'] },
      "gendan.lang": "zh-CN",
      empty: null,
      n: 3,
    };
    const made = book([sheet("S", [])], { settings });
    expect((await roundTrip(made)).settings).toEqual(settings);
    const all = await parts(made);
    expect(all["_rels/.rels"]).toContain(
      'Type="http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes"',
    );
    expect(all["xl/webextensions/webextension1.xml"]).toContain(`<we:reference id="${ADD_IN.id}"`);
    expect(all["xl/webextensions/webextension1.xml"]).toContain(
      '<we:property name="gendan.lang" value="&quot;zh-CN&quot;"/>',
    );
    expect(all["[Content_Types].xml"]).toContain(
      'PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"',
    );
  });

  test("another add-in's settings are not ours", async () => {
    const { bytes } = await writeXlsx(book([sheet("S", [])], { settings: { a: 1 } }), {
      ...WRITE,
      addIn: { ...ADD_IN, id: "11111111-2222-3333-4444-555555555555" },
    });
    const opened = await readXlsx(bytes, READ);
    expect(opened.book.settings).toEqual({});
    opened.book.settings = { mine: true };
    const saved = await writeXlsx(opened.book, { ...WRITE, original: bytes });
    expect((await readXlsx(saved.bytes, READ)).book.settings).toEqual({ mine: true });
    expect(
      (await readXlsx(saved.bytes, { ...READ, addInId: "11111111-2222-3333-4444-555555555555" })).book
        .settings,
    ).toEqual({ a: 1 });
  });

  test("the same book at the same moment gives the same bytes", async () => {
    const made = book([sheet("S", [{ row: 0, column: 0, value: "x", style: 0 }], { tables: [table] })], {
      styles: [{ fill: "#FF0000" }],
      settings: { a: 1 },
    });
    const [first, second] = [await writeXlsx(made, WRITE), await writeXlsx(structuredClone(made), WRITE)];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });

  test("a book is plain JSON", async () => {
    const read = await roundTrip(
      book([sheet("S", [{ row: 0, column: 0, value: { error: "#N/A" } }], { tables: [table] })]),
    );
    expect(JSON.parse(JSON.stringify(read))).toEqual(read);
  });
});
