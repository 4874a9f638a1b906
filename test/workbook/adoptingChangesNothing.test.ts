/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
// Reading a sheet and working on it from then on changes nothing of the user's. Proven on every made sheet: the file before is held
// against the file saved after adding every column that can be ticked, and against the one saved when that is undone.
import { deserialize, serialize } from "node:v8";
import { close, openWorkbook } from "./openWorkbook";
import type { TestWorkbook } from "./openWorkbook";
import { readSheet } from "../../src/registers/sheet/readSheet";
import { addable, addedTo } from "../../src/taskpane/setup/addedFields";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import type { FileBook, FileStyle } from "../../src/workbench/files/fileBook";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { columnIndex, columnName, rectAddress } from "../../src/workbench/sheet/a1";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import { saveFileBook } from "../../src/workbench/sheet/saveFileBook";
import { adoptSheets } from "../../src/workbook/adoptSheets";
import { WorkbookProblem, type Receipt } from "../../src/workbook/book";
import { lookAtSheets } from "../../src/workbook/lookAtSheets";
import { readBook } from "../../src/workbook/readBook";
import { remember } from "../../src/workbook/session";
import { undo } from "../../src/workbook/undo";
import { wildSheets } from "../../samples/wildSheets/allSheets";
import { secondSheets } from "../../samples/wildSheets/secondSheets";
import { bookOfGrid } from "../../samples/wildSheets/bookOfGrid";
import type { WildSheet } from "../../samples/wildSheets/wildSheet";
import { WRITE_OPTIONS } from "../../samples/writeOptions";
import { savedBook, type SavedBook, type SavedRule } from "./savedFile";

// The library that reads files asks for it, and jsdom has none.
globalThis.structuredClone ??= <T>(value: T) => deserialize(serialize(value)) as T;

const made = [...wildSheets(), ...secondSheets()];
const READ = { functions: [], addInId: WRITE_OPTIONS.addIn.id };

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
afterAll(() => {
  close(workbook);
});

/** The made sheets hold values and formats of numbers; here they get all else that a sheet can be proud of. */
function dressed({ grid, answer }: WildSheet, number: number): FileBook {
  const book = bookOfGrid({
    ...grid,
    name: `${number} ${grid.name}`,
    tables: grid.tables.map((table) => ({ ...table, name: `${table.name}_${number}` })),
  });
  const sheet = book.sheets[0]!;
  const plain = book.styles;
  const looks: Partial<FileStyle>[] = [
    {},
    { fill: "#FFF2CC", font: { name: "等线", size: 10, bold: true }, horizontal: "center", wrap: true },
    { border: { top: { style: "thin", color: "#808080" }, bottom: { style: "double", color: "#C00000" } } },
    { font: { color: "#C00000", italic: true }, vertical: "top", indent: 1 },
  ];
  const styles: FileStyle[] = looks.flatMap((look) => [
    look,
    ...plain.map((style) => ({ ...style, ...look })),
  ]);
  const width = plain.length + 1;
  const cells = sheet.cells.map((cell) => {
    const look = answer.headingRows.includes(cell.row) ? 1 : (cell.row + cell.column) % looks.length;
    return { ...cell, style: look * width + (cell.style === undefined ? 0 : cell.style + 1) };
  });
  const { firstRow, lastRow, firstColumn, lastColumn } = answer;
  const place = (row: number, column: number, rows: number, columns: number) =>
    rectAddress({ row, column, rows, columns });
  const rows = lastRow - firstRow + 1;
  const body = place(firstRow, firstColumn, rows, lastColumn - firstColumn + 1);
  const corner = `$${columnName(firstColumn)}${firstRow + 1}`;
  return {
    ...book,
    styles,
    names: [
      {
        name: `MyOrders${number}`,
        formula: `='${sheet.name.replaceAll("'", "''")}'!$${columnName(firstColumn)}$${firstRow + 1}`,
      },
    ],
    sheets: [
      {
        ...sheet,
        cells,
        rows: [
          ...(sheet.rows ?? []).map((row) => ({ ...row, height: 18 })),
          ...[firstRow, lastRow]
            .filter((row) => !grid.hiddenRows.includes(row))
            .map((row) => ({ row, height: row === firstRow ? 31.5 : 27 })),
        ].filter(({ row }, index, all) => all.findIndex((other) => other.row === row) === index),
        columns: Array.from({ length: lastColumn + 1 }, (_, column) => ({
          column,
          width: 8 + (column % 5),
          ...(grid.hiddenColumns.includes(column) && { hidden: true }),
        })),
        frozen: { rows: firstRow, columns: firstColumn + 1 },
        ...(grid.tables.length === 0 &&
          answer.headingRows.length > 0 && {
            filter: {
              ref: place(firstRow - 1, firstColumn, rows + 1, lastColumn - firstColumn + 1),
              columns: [],
            },
          }),
        validations: [
          {
            refs: [place(firstRow, lastColumn, rows, 1)],
            type: "list",
            formulas: ['"OK,Hold"'],
            allowBlank: true,
            showError: true,
            showPrompt: false,
          },
        ],
        conditionalFormats: [
          {
            refs: [body],
            priority: 1,
            type: "expression",
            formula: `${corner}="x"`,
            style: { fill: "#FFC7CE", font: { color: "#9C0006" } },
          },
          {
            refs: [place(firstRow, lastColumn, rows, 1)],
            priority: 2,
            type: "cellIs",
            operator: "greaterThan",
            formulas: ["100"],
            style: { fill: "#C6EFCE" },
          },
        ],
      },
    ],
  };
}

/** Several books as one. */
function together(books: readonly FileBook[]): FileBook {
  const styles = books.flatMap((book) => book.styles);
  const firstStyle = (index: number) =>
    books.slice(0, index).reduce((sum, book) => sum + book.styles.length, 0);
  return {
    ...books[0]!,
    styles,
    names: books.flatMap((book) => book.names),
    sheets: books.flatMap((book, index) =>
      book.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => ({ ...cell, style: cell.style! + firstStyle(index) })),
      })),
    ),
  };
}

const write = async (book: FileBook, original?: Uint8Array) => {
  const { bytes, notKept } = await writeXlsx(book, { ...WRITE_OPTIONS, ...(original && { original }) });
  expect(notKept).toEqual([]);
  return bytes;
};

const saved = async (original: Uint8Array): Promise<SavedBook> => {
  await workbook.book.settle();
  return savedBook(await write(saveFileBook(workbook.book), original));
};

/**
 * Everything that is not as it was, one line each. `right` says of a sheet from which column on something was added at the right of
 * its table: what is new there is no difference, nor are sheets and names of ours.
 */
function differences(before: SavedBook, after: SavedBook, right?: ReadonlyMap<string, number>): string[] {
  const found: string[] = [];
  const compare = (what: string, was: unknown, is: unknown) => {
    const [a, b] = [was, is].map((value) => JSON.stringify(value));
    if (a !== b) found.push(`${what}: ${a} -> ${b}`);
  };
  const keys = <T>(a: ReadonlyMap<T, unknown>, b: ReadonlyMap<T, unknown>) =>
    new Set([...a.keys(), ...b.keys()]);
  for (const was of before.sheets) {
    const { name } = was;
    const is = after.sheets.find((sheet) => sheet.name === name);
    if (!is) {
      found.push(`${name} is gone`);
      continue;
    }
    const from = right?.get(name) ?? Infinity;
    const added = (address: string): boolean => columnIndex(/^[A-Z]+/.exec(address)![0]) >= from;
    for (const address of keys(was.cells, is.cells)) {
      if (was.cells.has(address) || !added(address))
        compare(`${name}!${address}`, was.cells.get(address), is.cells.get(address));
    }
    for (const row of keys(was.rows, is.rows))
      compare(`${name} row ${row}`, was.rows.get(row), is.rows.get(row));
    for (const column of keys(was.columns, is.columns)) {
      if (column - 1 < from)
        compare(`${name} column ${column}`, was.columns.get(column), is.columns.get(column));
    }
    for (const part of ["visibility", "merges", "frozen", "filter"] as const) {
      compare(`${name} ${part}`, was[part], is[part]);
    }
    const own = (rules: readonly SavedRule[]) => rules.filter(({ place }) => !place.split(" ").every(added));
    for (const part of ["validations", "rules"] as const)
      compare(`${name} ${part}`, own(was[part]), own(is[part]));
    // A table that is adopted grows by the columns that are added to it.
    if (from === Infinity || was.tables.length === 0) compare(`${name} tables`, was.tables, is.tables);
  }
  for (const [name, formula] of before.names) compare(name, formula, after.names.get(name));
  if (!right) {
    compare(
      "sheets",
      before.sheets.map(({ name }) => name),
      after.sheets.map(({ name }) => name),
    );
    compare("names", [...before.names.keys()], [...after.names.keys()]);
  }
  return found;
}

interface Opened {
  readonly bytes: Uint8Array;
  readonly before: SavedBook;
}

async function open(sheets: readonly WildSheet[]): Promise<Opened> {
  const bytes = await write(together(sheets.map(dressed)));
  remember(undefined);
  const { book, notKept } = await readXlsx(bytes, READ);
  expect(notKept).toEqual([]);
  await loadFileBook(workbook.book, book);
  return { bytes, before: savedBook(bytes) };
}

interface Adopted {
  readonly receipts: readonly Receipt[];
  /** From which column on something was added, by sheet. */
  readonly right: ReadonlyMap<string, number>;
  /** Sheets that are not worked on, and why. */
  readonly left: readonly string[];
}

/** Works on every sheet as its reader understands it, with every column that can be ticked. */
async function adoptAll({ before }: Opened): Promise<Adopted> {
  const receipts: Receipt[] = [];
  const right = new Map<string, number>();
  const left: string[] = [];
  for (const { name } of before.sheets) {
    const book = await readBook();
    const [look] = await lookAtSheets([name]);
    const reading = readSheet(look!.grid);
    if (reading.subject === "none" || !reading.table) {
      left.push(`${name}: ${reading.subject}`);
      continue;
    }
    const register = reading.subject;
    const ticked = new Set(addable(register, reading).map(({ id }) => id));
    const addFields = addedTo(reading, register, ticked, book.tables, "en");
    try {
      receipts.unshift(await adoptSheets([{ sheet: name, reading, answers: {}, register, addFields }], "en"));
      right.set(name, reading.table.lastColumn + 1);
    } catch (problem) {
      // What the add-in refuses to work on has to be as it was, too.
      if (!(problem instanceof WorkbookProblem)) throw problem;
      left.push(`${name}: ${problem.code}`);
    }
  }
  return { receipts, right, left };
}

const TOGETHER = 4;
const batches = Array.from({ length: Math.ceil(made.length / TOGETHER) }, (_, index) =>
  made.slice(index * TOGETHER, (index + 1) * TOGETHER),
);
const left: string[] = [];

test.each(batches.map((sheets, index) => [index * TOGETHER + 1, sheets] as const))(
  "nothing of the user's is changed on made sheets, from number %i on",
  async (_number, sheets) => {
    const opened = await open(sheets);
    const adopted = await adoptAll(opened);
    left.push(...adopted.left);
    expect(differences(opened.before, await saved(opened.bytes), adopted.right)).toEqual([]);
    for (const receipt of adopted.receipts) {
      await undo(receipt);
      await readBook();
    }
    expect(differences(opened.before, await saved(opened.bytes))).toEqual([]);
  },
  60_000,
);

test("hardly a sheet is left out", () => {
  expect(left.length).toBeLessThan(made.length * 0.1);
});

test("a stray change would be seen", async () => {
  const sheet = made.find(({ grid, answer }) => grid.tables.length === 0 && answer.headingRows.length > 1)!;
  const opened = await open([sheet]);
  const adopted = await adoptAll(opened);
  expect(adopted.receipts).toHaveLength(1);
  const { firstRow, firstColumn, lastColumn } = sheet.answer;
  const cell = (sheets: Excel.Worksheet, row = firstRow, column = firstColumn) => sheets.getCell(row, column);
  const strays: [string, (own: Excel.Worksheet) => void][] = [
    ["a value", (own) => (cell(own).values = [["stray"]])],
    ["a value where there was none, below the table", (own) => (cell(own, 300).values = [[1]])],
    [
      "a formula in place of its value",
      (own) => (cell(own, firstRow, firstColumn + 4).formulas = [["=1+1"]]),
    ],
    ["a number format", (own) => (cell(own).numberFormat = [["0.000"]])],
    ["a fill", (own) => (cell(own).format.fill.color = "#123456")],
    ["a font", (own) => (cell(own).format.font.bold = true)],
    ["an alignment", (own) => (cell(own).format.horizontalAlignment = "Right")],
    ["a border", (own) => (cell(own).format.borders.getItem("EdgeLeft").style = "Continuous")],
    ["a row height", (own) => (cell(own, firstRow + 1).format.rowHeight = 50)],
    ["a column width", (own) => (cell(own, 0, lastColumn).format.columnWidth = 200)],
    ["a hidden row", (own) => (cell(own, firstRow + 1).rowHidden = true)],
    ["a hidden column", (own) => (cell(own, 0, firstColumn + 1).columnHidden = true)],
    ["merged cells", (own) => own.getRangeByIndexes(firstRow + 2, firstColumn, 2, 1).merge()],
    ["a validation", (own) => cell(own, firstRow, lastColumn).dataValidation.clear()],
    ["a conditional format", (own) => cell(own).conditionalFormats.clearAll()],
    ["the frozen rows", (own) => own.freezePanes.unfreeze()],
    ["the filter", (own) => own.autoFilter.remove()],
    ["an inserted row", (own) => cell(own).getEntireRow().insert("Down")],
  ];
  const seen = new Set<string>();
  for (const [what, change] of strays) {
    await Excel.run(async (context) => {
      change(context.workbook.worksheets.getFirst());
      await context.sync();
    });
    const found = differences(opened.before, await saved(opened.bytes), adopted.right);
    expect([what, found.filter((line) => !seen.has(line)).length > 0]).toEqual([what, true]);
    found.forEach((line) => seen.add(line));
  }
}, 60_000);
