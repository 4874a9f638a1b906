/** @jest-environment node */
import fc from "fast-check";
import { strToU8, unzipSync, zipSync, strFromU8 } from "fflate";
import type { FileCell } from "../../src/workbench/files/fileBook";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { book, READ, sheet, WRITE } from "./filesBooks";

const write = async (made: Parameters<typeof writeXlsx>[0]): Promise<Uint8Array> =>
  (await writeXlsx(made, WRITE)).bytes;

/** A plain book whose parts a test then bends. */
async function bent(change: (parts: Record<string, string>) => void): Promise<Uint8Array> {
  const bytes = await write(book([sheet("S", [{ row: 0, column: 0, value: "x" }])]));
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]),
  );
  change(parts);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const SHEET = "xl/worksheets/sheet1.xml";

describe("files that are no workbook", () => {
  const utf16 = (text: string): number[] => [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  test.each([
    ["empty", new Uint8Array()],
    ["notXlsx", strToU8("PO,Style\n1,2")],
    ["oldXls", new Uint8Array([...ole, ...new Array<number>(1000).fill(0), ...utf16("Workbook")])],
    ["encrypted", new Uint8Array([...ole, ...new Array<number>(1000).fill(0), ...utf16("EncryptedPackage")])],
    [
      "notXlsx",
      zipSync({ "word/document.xml": strToU8("<a/>"), "[Content_Types].xml": strToU8("<Types/>") }),
    ],
    ["xlsb", zipSync({ "xl/workbook.bin": strToU8("x"), "[Content_Types].xml": strToU8("<Types/>") })],
    ["damaged", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])],
  ])("%s", async (code, bytes) => {
    await expect(readXlsx(bytes, READ)).rejects.toMatchObject({ name: "FileProblem", code });
  });

  test("a part cut off in the middle is named", async () => {
    const bytes = await bent(
      (parts) => void (parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.slice(0, 200)),
    );
    await expect(readXlsx(bytes, READ)).rejects.toMatchObject({ code: "damaged" });
  });

  test("a sheet that is not there", async () => {
    const bytes = await bent((parts) => void delete parts[SHEET]);
    await expect(readXlsx(bytes, READ)).rejects.toMatchObject({ code: "damaged", params: { part: SHEET } });
  });

  test("a book without worksheets", async () => {
    const bytes = await bent(
      (parts) => void (parts["xl/workbook.xml"] = parts["xl/workbook.xml"]!.replace(/<sheet .*?\/>/, "")),
    );
    await expect(readXlsx(bytes, READ)).rejects.toMatchObject({ code: "noSheets" });
  });
});

describe("files that ask for too much", () => {
  test.each([
    [
      "a dimension of the whole sheet",
      (xml: string) => xml.replace(/<dimension[^>]*>/, '<dimension ref="A1:XFD1048576"/>'),
    ],
    [
      "a merge of the whole sheet",
      (xml: string) =>
        xml.replace(
          "<pageMargins",
          '<mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells><pageMargins',
        ),
    ],
    [
      "a validation of whole columns",
      (xml: string) =>
        xml.replace(
          "<pageMargins",
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations><pageMargins',
        ),
    ],
    [
      "columns to the edge",
      (xml: string) =>
        xml.replace(
          "<sheetData",
          '<cols><col min="1" max="16384" width="20" customWidth="1"/></cols><sheetData',
        ),
    ],
    [
      "a cell in the last corner",
      (xml: string) =>
        xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'),
    ],
    [
      "a link over a whole column",
      (xml: string) =>
        xml.replace(
          "<pageMargins",
          '<hyperlinks><hyperlink ref="B1:B1048576" location="S!A1"/></hyperlinks><pageMargins',
        ),
    ],
  ])("%s", async (_, bend) => {
    const bytes = await bent((parts) => void (parts[SHEET] = bend(parts[SHEET]!)));
    const started = performance.now();
    const opened = await readXlsx(bytes, READ);
    expect(opened.book.sheets[0]!.cells[0]).toMatchObject({ value: "x" });
    await writeXlsx(opened.book, { ...WRITE, original: bytes });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("a zip bomb is refused before it is unpacked", async () => {
    const bytes = await bent(() => undefined);
    const zip = new DataView(bytes.slice().buffer);
    // The size after unpacking stands in the central directory, 24 bytes after its signature.
    for (let at = 0; at < zip.byteLength - 4; at += 1)
      if (zip.getUint32(at, false) === 0x504b0102) zip.setUint32(at + 24, 0x20000000, true);
    await expect(readXlsx(new Uint8Array(zip.buffer), READ)).rejects.toMatchObject({ code: "tooLarge" });
  });
});

describe("files that other programs wrote", () => {
  test("shared formulas are spelt out cell by cell", async () => {
    const bytes = await bent((parts) => {
      parts[SHEET] = parts[SHEET]!.replace(
        "</sheetData>",
        '<row r="2"><c r="B2"><f t="shared" ref="B2:B4" si="0">_xldudf_MERCH_DAYSLATE($A2,C$1)</f><v>1</v></c></row><row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c></row></sheetData>',
      );
    });
    const { cells } = (await readXlsx(bytes, READ)).book.sheets[0]!;
    expect(cells.slice(1)).toEqual([
      { row: 1, column: 1, value: 1, formula: "=MERCH.DAYSLATE($A2,C$1)" },
      { row: 2, column: 1, value: 2, formula: "=MERCH.DAYSLATE($A3,C$1)" },
    ]);
  });

  test("texts written into the cell itself, numbers in any notation", async () => {
    const bytes = await bent((parts) => {
      parts[SHEET] = parts[SHEET]!.replace(
        "</sheetData>",
        '<row r="2"><c r="A2" t="inlineStr"><is><t>款</t></is></c><c r="B2"><v>1.5E3</v></c><c r="C2" t="str"><v>=x</v></c><c r="D2"/></row></sheetData>',
      );
    });
    expect((await readXlsx(bytes, READ)).book.sheets[0]!.cells.slice(1)).toEqual([
      { row: 1, column: 0, value: "款" },
      { row: 1, column: 1, value: 1500 },
      { row: 1, column: 2, value: "=x" },
    ]);
  });

  test("a function of ours that this version does not know keeps its name", async () => {
    const bytes = await bent((parts) => {
      parts[SHEET] = parts[SHEET]!.replace(
        "</sheetData>",
        '<row r="2"><c r="A2"><f>_xldudf_MERCH_NEW_ONE(1)+_xldudf_OTHER_X(2)</f></c></row></sheetData>',
      );
    });
    const opened = await readXlsx(bytes, READ);
    expect(opened.book.sheets[0]!.cells[1]).toEqual({
      row: 1,
      column: 0,
      formula: "=MERCH.NEW_ONE(1)+_xldudf_OTHER_X(2)",
    });
  });

  test.each([
    [31, 'yyyy"年"m"月"d"日"'],
    [57, 'yyyy"年"m"月"'],
    [14, "mm-dd-yy"],
  ])("a Chinese Excel's own date format %i", async (id, numberFormat) => {
    const styled = await writeXlsx(
      book([sheet("S", [{ row: 0, column: 0, value: 46280, style: 0 }])], {
        styles: [{ numberFormat: "0.000000" }],
      }),
      WRITE,
    );
    const parts = unzipSync(styled.bytes);
    const styles = strFromU8(parts["xl/styles.xml"]!).replace(/<numFmts.*?<\/numFmts>/, "");
    expect(styles).toContain('numFmtId="164"');
    const bytes = zipSync({ ...parts, "xl/styles.xml": strToU8(styles.replaceAll('"164"', `"${id}"`)) });
    const opened = (await readXlsx(bytes, READ)).book;
    expect(opened.styles).toEqual([{ numberFormat }]);
    const saved = await writeXlsx(opened, { ...WRITE, original: bytes });
    expect((await readXlsx(saved.bytes, READ)).book).toEqual(opened);
  });

  test("what is lost on saving is named", async () => {
    const bytes = await bent((parts) => {
      parts["xl/vbaProject.bin"] = "x";
      parts["xl/printerSettings/printerSettings1.bin"] = "x";
      parts["customXml/item1.xml"] = "<a/>";
      parts["customXml/item2.xml"] = "<a/>";
      parts["xl/weird.xml"] = "<a/>";
      parts[SHEET] = parts[SHEET]!.replace(
        "<pageMargins",
        '<protectedRanges><protectedRange name="r" sqref="A1"/></protectedRanges><pageMargins',
      );
    });
    const opened = await readXlsx(bytes, READ);
    const lost = [
      { code: "macros", params: { count: 1 } },
      { code: "printerSettings", params: { count: 1 } },
      { code: "customXml", params: { count: 2 } },
      { code: "part", params: { part: "xl/weird.xml" } },
      { code: "sheetFeature", params: { sheet: "S", feature: "protectedRanges" } },
    ];
    expect(opened.notKept).toEqual(expect.arrayContaining(lost));
    expect(opened.notKept).toHaveLength(lost.length);
    const saved = await writeXlsx(opened.book, { ...WRITE, original: bytes });
    expect(saved.notKept).toEqual(opened.notKept);
    expect(
      Object.keys(unzipSync(saved.bytes)).filter((name) => /vba|printer|custom|weird/.test(name)),
    ).toEqual([]);
  });
});

describe("any content", () => {
  const speakable = fc
    .string({ unit: "grapheme", maxLength: 40 })
    .map((text) => text.replace(/[^\t\n\r\u0020-\uFFFD]/g, ""));
  const content = fc.oneof(
    speakable.map((value) => ({ value })),
    fc
      .constantFrom("=A1", "-3", "@x", "_x0041_", "\r\n", " ", "#REF!", "TRUE", "1e5", "'x")
      .map((value) => ({ value })),
    fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .map((value) => ({ value: Object.is(value, -0) ? 0 : value })),
    fc.boolean().map((value) => ({ value })),
    fc
      .constantFrom(
        "#N/A",
        "#REF!",
        "#NAME?",
        "#DIV/0!",
        "#NULL!",
        "#VALUE!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#BUSY!",
      )
      .map((error) => ({ value: { error } })),
  );

  test("comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 30 }), async (contents) => {
        const cells = contents.map((cell, index): FileCell => ({
          row: Math.floor(index / 4),
          column: index % 4,
          ...cell,
          ...(index % 3 === 0 && { style: 0 }),
        }));
        const bytes = await write(
          book([sheet("S", cells)], { styles: [{ numberFormat: "yyyy-mm-dd hh:mm" }] }),
        );
        expect((await readXlsx(bytes, READ)).book.sheets[0]!.cells).toEqual(cells);
      }),
      { numRuns: 60 },
    );
  });
});
