/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { wildSheets } from "../../samples/wildSheets/allSheets";
import { bookOfGrid } from "../../samples/wildSheets/bookOfGrid";
import { WRITE_OPTIONS } from "../../samples/writeOptions";
import { csvSheet } from "../../scripts/csvSheet";
import { CannotRead } from "../../scripts/sheetOfFile";
import { sheetsOfFile } from "../../scripts/sheetsOfFile";
import { xlsxSheets } from "../../scripts/xlsxSheets";
import { readSheet } from "../../src/registers/sheet/readSheet";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";

const chosen = [
  "zh 纵向合并 同单多色",
  "zh 日期文本混杂 月日无年",
  "zh 公式日期 公式行填到底",
  "en Excel table with placeholders and a broken heading",
  "en hidden columns and filtered rows, colour lines",
];

test.each(chosen)("%s is read from a file as from Excel", async (name) => {
  const sheet = wildSheets().find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  const { bytes } = await writeXlsx(bookOfGrid(sheet.grid), WRITE_OPTIONS);
  const [first] = xlsxSheets(bytes);
  if (!first) throw new Error("no sheet");
  expect(readSheet({ ...first.grid, name })).toEqual(readSheet(sheet.grid));
});

const TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";

/** A workbook put together by hand: what other programs than Excel write. */
function packed(parts: {
  readonly sheet: string;
  readonly workbook?: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly relationships?: string;
  readonly sheets?: string;
}): Uint8Array {
  const rel = parts.relationships ?? TRANSITIONAL;
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${rel}/${type}" Target="${target}"/>`;
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "_rels/.rels": strToU8(
      `<Relationships>${link("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      parts.workbook ??
        `<workbook><sheets>${parts.sheets ?? '<sheet name="Plan" sheetId="1" r:id="r1"/>'}</sheets></workbook>`,
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${link("r1", "worksheet", "worksheets/sheet1.xml")}${link("r2", "styles", "styles.xml")}${link("r3", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(parts.sheet),
    ...(parts.styles !== undefined && { "xl/styles.xml": strToU8(parts.styles) }),
    ...(parts.strings !== undefined && { "xl/sharedStrings.xml": strToU8(parts.strings) }),
  });
}
const gridOf = (bytes: Uint8Array) => {
  const [sheet] = xlsxSheets(bytes);
  if (!sheet) throw new Error("no sheet");
  return sheet.grid;
};
const DATES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="58"/></cellXfs></styleSheet>`;

test("elements with a prefix and a strict file are read alike", () => {
  const bytes = packed({
    relationships: STRICT,
    workbook: `<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheets><x:sheet name="Plan" sheetId="1" r:id="r1"/></x:sheets></x:workbook>`,
    sheet: `<x:worksheet><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>PO</x:t></x:is></x:c><x:c r="C2" t="d"><x:v>2026-05-05T00:00:00</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
  });
  expect(gridOf(bytes)).toMatchObject({
    name: "Plan",
    top: 1,
    left: 1,
    values: [["PO", 46_147]],
    formats: [["General", "yyyy-mm-dd"]],
  });
});

test("rich and shared texts, errors, booleans, formulas with and without a value, cells without an address", () => {
  const bytes = packed({
    styles: DATES,
    strings: `<sst><si><t>款号 &amp; 颜色</t></si><si><r><t xml:space="preserve">生产</t></r><r><t>单号</t></r><rPh sb="0" eb="1"><t>せいさん</t></rPh></si></sst>`,
    sheet: `<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row><row r="3" hidden="1"><c r="A3" s="2"><v>46147</v></c><c r="B3"><f t="shared" si="0" ref="B3:B9">A3-9</f><v>46138</v></c><c r="C3"><f>A1</f></c><c r="D3" t="str"><f>T(1)</f><v>a_x000D_b</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>`,
  });
  const grid = gridOf(bytes);
  expect(grid.values).toEqual([
    ["款号 & 颜色", "生产单号", "#REF!", true],
    ["", "", "", ""],
    [46_147, 46_138, "", "a\rb"],
  ]);
  expect(grid.formats[2]?.[0]).toBe('m"月"d"日"');
  expect(grid.formulas[2]).toEqual([false, true, true, true]);
  expect(grid.merges).toEqual([{ row: 0, column: 0, rows: 2, columns: 1 }]);
  expect(grid.hiddenRows).toEqual([2]);
});

test("days counted from 1904 are the same days, and numbers that are no days stay", () => {
  const bytes = packed({
    styles: DATES,
    workbook: `<workbook><workbookPr date1904="1"/><sheets><sheet name="Plan" r:id="r1"/></sheets></workbook>`,
    sheet: `<worksheet><sheetData><row r="1"><c r="A1" s="1"><v>44685</v></c><c r="B1"><v>44685</v></c></row></sheetData></worksheet>`,
  });
  expect(gridOf(bytes).values).toEqual([[46_147, 44_685]]);
});

test("a cell at the end of the sheet does not make a sheet of ten thousand million cells", () => {
  const bytes = packed({
    sheet: `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData></worksheet>`,
  });
  const [sheet] = xlsxSheets(bytes);
  expect(sheet?.leftOut).toBe(1);
  expect((sheet?.grid.values.length ?? 0) * (sheet?.grid.values[0]?.length ?? 0)).toBeLessThanOrEqual(
    4_000_000,
  );
});

test("what is hidden is told", () => {
  const bytes = packed({
    sheets: `<sheet name="Old" state="veryHidden" r:id="r1"/><sheet name="Plan" r:id="r1"/><sheet name="Chart" r:id="r2"/>`,
    sheet: `<worksheet><cols><col min="2" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData></worksheet>`,
  });
  const sheets = xlsxSheets(bytes);
  expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ["Old", "veryHidden"],
    ["Plan", "visible"],
  ]);
  expect(sheets[1]?.grid.hiddenColumns).toEqual([1]);
});

describe("files that cannot be read", () => {
  const folder = mkdtempSync(join(tmpdir(), "recognise-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const ole = [0xd0, 0xcf, 0x11, 0xe0];
  test.each([
    ["empty.xlsx", [], "empty"],
    ["old.xls", [...ole, 0, 0], "oldXls"],
    ["bare.xls", [0x09, 0x08, 0x06, 0x00, 0x00, 0x00, 0x10, 0x00], "oldXls"],
    ["locked.xlsx", [...ole, ...Buffer.from("EncryptedPackage", "utf16le")], "encrypted"],
    ["page.xls", [...strToU8("<html><table></table></html>")], "webPage"],
    ["broken.xlsx", [...strToU8("PK\u0003\u0004 and nothing more")], "damaged"],
    ["other.xlsx", [...zipSync({ "a.xml": strToU8("<a/>") })], "notAWorkbook"],
    ["binary.xlsb", [...zipSync({ "xl/workbook.bin": new Uint8Array([1]) })], "xlsb"],
    ["picture.xlsx", [0x89, 0x50, 0x4e, 0x47], "notAWorkbook"],
  ])("%s says why", (name, bytes, code) => {
    const file = join(folder, name);
    writeFileSync(file, Uint8Array.from(bytes));
    expect(() => sheetsOfFile(file)).toThrow(CannotRead);
    expect(() => sheetsOfFile(file)).toThrow(expect.objectContaining({ code }) as Error);
  });

  test.each([
    ["export.xls", [...strToU8("Style\tQty\nA1\t300\nA2\t400\n")]],
    ["unicode.csv", [0xff, 0xfe, ...Buffer.from("Style\tQty\nA1\t300\nA2\t400\n", "utf16le")]],
  ])("%s is text with tabs, whatever its name", (name, bytes) => {
    const file = join(folder, name);
    writeFileSync(file, Uint8Array.from(bytes));
    expect(sheetsOfFile(file)[0]?.grid.values).toEqual([
      ["Style", "Qty"],
      ["A1", 300],
      ["A2", 400],
    ]);
  });

  test("a file that is not there says so", () => {
    expect(() => sheetsOfFile(join(folder, "none.xlsx"))).toThrow(
      expect.objectContaining({ code: "notFound" }) as Error,
    );
  });
});

test("a text file of cells: quotes, separators, and the encodings of Chinese systems", () => {
  expect(csvSheet(strToU8('﻿PO;Qty\n"A;1";1200\n007;"two\nlines"'), "a").grid.values).toEqual([
    ["PO", "Qty"],
    ["A;1", 1200],
    ["007", "two\nlines"],
  ]);
  // 款号,数量 in GBK and 款號,數量 in Big5.
  const gbk = Uint8Array.from([0xbf, 0xee, 0xba, 0xc5, 0x2c, 0xca, 0xfd, 0xc1, 0xbf]);
  const big5 = Uint8Array.from([0xb4, 0xda, 0xb8, 0xb9, 0x2c, 0xbc, 0xc6, 0xb6, 0x71]);
  expect(csvSheet(gbk, "a").grid.values).toEqual([["款号", "数量"]]);
  expect(csvSheet(big5, "a").grid.values).toEqual([["款號", "數量"]]);
});
