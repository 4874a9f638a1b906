/** @jest-environment node */
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { usualPrefixes } from "../../src/workbench/files/usualPrefixes";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { createHeadlessBook } from "../../src/workbench/sheet/createHeadlessBook";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import { saveFileBook } from "../../src/workbench/sheet/saveFileBook";
import { READ, WRITE } from "./filesBooks";

// Exports of ERP systems and scripts are valid workbooks that no Excel has written.

installChartSupport();

/** One red pixel. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

async function madeBook(): Promise<Uint8Array> {
  const book = new Workbook();
  const sheet = book.addWorksheet("大货");
  sheet.addRows([
    ["款号", "数量", "交期"],
    ["K1", 10, 46280],
    ["K2", 20, 46281],
  ]);
  sheet.getCell("A1").border = {
    top: { style: "thin" },
    diagonal: { style: "dashed", up: true, down: false, color: { argb: "FFFF0000" } },
  } as never;
  sheet.getCell("C2").numFmt = 'yyyy"年"m"月"d"日"';
  sheet.getCell("B3").value = { formula: "SUM(B2:B2)*2", result: 20 };
  sheet.getCell("A2").note = "请确认";
  sheet.addColumnChart({ series: [{ values: "大货!$B$2:$B$3" }] }, "E2:K12");
  sheet.addImage(book.addImage({ base64: PIXEL, extension: "png" }), "M2:N3");
  return book.xlsx.writeBuffer({ validate: false });
}

/** The same package with its XML written otherwise. */
const rewritten = (bytes: Uint8Array, change: (xml: string, part: string) => string): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([part, data]) => [
        part,
        /\.(xml|rels)$/.test(part) ? strToU8(change(strFromU8(data), part)) : data,
      ]),
    ),
  );

/** As the Open XML SDK writes: every element of the main namespace with a prefix. */
const prefixed = (xml: string): string =>
  xml.includes(`xmlns="${MAIN}"`)
    ? xml.replaceAll(/<(\/?)(\w+)(?=[\s>/])/g, "<$1x:$2").replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`)
    : xml;

/** As openpyxl writes: drawings and charts without prefixes. */
const unprefixed = (xml: string, part: string): string => {
  const own = /\/drawings\/[^/]+\.xml$/.test(part) ? "xdr" : /\/charts\/chart/.test(part) ? "c" : undefined;
  if (!own) return xml;
  return xml
    .replace(`xmlns:${own}=`, "xmlns=")
    .replaceAll(new RegExp(`<(/?)${own}:(?!chart [^>]*r:id)`, "g"), "<$1");
};

/** As Excel's "Strict Open XML Spreadsheet" (ISO/IEC 29500-1, annex A). */
const strict = (xml: string): string =>
  xml.replaceAll(
    /http:\/\/schemas\.openxmlformats\.org\/(spreadsheetml|drawingml|officeDocument)\/2006\//g,
    "http://purl.oclc.org/ooxml/$1/",
  );

const throughTheGrid = async (bytes: Uint8Array): Promise<Record<string, string>> => {
  const read = await readXlsx(bytes, READ);
  const grid = createHeadlessBook();
  await loadFileBook(grid, read.book);
  const saved = await writeXlsx(saveFileBook(grid), { ...WRITE, original: bytes });
  grid.dispose();
  expect(saved.notKept).toEqual(read.notKept);
  return Object.fromEntries(
    Object.entries(unzipSync(saved.bytes)).map(([part, data]) => [part, strFromU8(data)]),
  );
};

test.each([
  ["a prefix for the main namespace", prefixed],
  ["no prefix for drawings", unprefixed],
  ["the strict namespaces", strict],
  ["all of these", (xml: string, part: string) => strict(unprefixed(prefixed(xml), part))],
])("a file with %s is read as Excel's own is, and its chart and picture are saved", async (_what, change) => {
  const plain = await madeBook();
  const other = rewritten(plain, change);
  expect(other).not.toEqual(plain);
  const [expected, read] = [await readXlsx(plain, READ), await readXlsx(other, READ)];
  expect(read).toEqual(expected);
  expect(read.notKept).toEqual([]);
  expect(read.book.sheets[0]!.charts).toHaveLength(1);

  const saved = await throughTheGrid(other);
  const parts = Object.keys(saved);
  expect(parts.filter((part) => /^xl\/(charts\/chart|media\/)/.test(part))).toHaveLength(2);
  expect(saved["xl/drawings/drawing1.xml"]).toMatch(/<c:chart .*<xdr:pic>/s);
});

test("what looks like a tag is none, and unknown namespaces stay", () => {
  const xml =
    `<?xml version="1.0"?><!-- <x:a> --><x:worksheet xmlns:x="${MAIN}" xmlns:y="urn:own"><x:f><![CDATA[<x:b>]]></x:f>` +
    `<y:more x:one='a > b' y:two="x:three=&quot;4&quot;"/><x:c t="x:d"/></x:worksheet>`;
  expect(usualPrefixes(xml)).toBe(
    `<?xml version="1.0"?><!-- <x:a> --><worksheet xmlns="${MAIN}" xmlns:y="urn:own"><f><![CDATA[<x:b>]]></f>` +
      `<y:more one='a > b' y:two="x:three=&quot;4&quot;"/><c t="x:d"/></worksheet>`,
  );
});

test("a cell that the file says has no fill at all is saved without one", async () => {
  const bytes = rewritten(await madeBook(), (xml) =>
    xml.replaceAll('<patternFill patternType="none"/>', "<patternFill/>"),
  );
  expect(strFromU8(unzipSync(bytes)["xl/styles.xml"]!)).toContain("<patternFill/>");
  const { notKept } = await readXlsx(bytes, READ);
  expect(notKept).toEqual([]);
  const styles = (await throughTheGrid(bytes))["xl/styles.xml"]!;
  const patterns = [...styles.matchAll(/patternType="(\w+)"/g)].map(([, pattern]) => pattern);
  expect(new Set(patterns)).toEqual(new Set(["none", "gray125"]));
});

test("diagonal lines are kept, also where the cell's look is changed", async () => {
  const bytes = await madeBook();
  const { book } = await readXlsx(bytes, READ);
  const style = book.styles[book.sheets[0]!.cells[0]!.style!]!;
  expect(style.border).toEqual({
    top: { style: "thin", color: "#000000" },
    diagonalUp: { style: "dashed", color: "#FF0000" },
  });
  const grid = createHeadlessBook();
  await loadFileBook(grid, book);
  grid.formats.set(
    { sheet: grid.sheets.active().id, row: 0, column: 0, rows: 1, columns: 1 },
    { bold: true },
  );
  const saved = await writeXlsx(saveFileBook(grid), { ...WRITE, original: bytes });
  grid.dispose();
  const again = (await readXlsx(saved.bytes, READ)).book;
  expect(again.styles[again.sheets[0]!.cells[0]!.style!]).toEqual({ ...style, font: { bold: true } });
});
