/** @jest-environment node */
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { READ, WRITE } from "./filesBooks";

installChartSupport();

/** One red pixel. */
const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

/** A book as a user might bring it: a chart, a picture, a pivot table, theme colours, sparklines, a gradient, a password. */
async function foreignBook(): Promise<Uint8Array> {
  const book = new Workbook();
  const data = book.addWorksheet("数据");
  data.addRows([
    ["客户", "款号", "数量"],
    ["Aster", "K1", 10],
    ["Aster", "K2", 20],
    ["Birch", "K3", 30],
  ]);
  data.getCell("A1").font = { bold: true, color: { theme: 4, tint: 0.4 } as never };
  data.getCell("B1").fill = {
    type: "gradient",
    gradient: "angle",
    degree: 0,
    stops: [
      { position: 0, color: { argb: "FFFF0000" } },
      { position: 1, color: { argb: "FF0000FF" } },
    ],
  };
  data.addColumnChart({ series: [{ values: "数据!$C$2:$C$4" }] }, "E2:K12");
  data.addImage(book.addImage({ base64: PIXEL, extension: "png" }), "M2:N3");
  data.addSparklineGroup({
    type: "line",
    sparklines: [{ dataRef: "数据!C2:C4", cellRef: "D2" }],
  } as never);
  data.getCell("C2").note = "数量待定";
  data.pageSetup.printTitlesRow = "1:1";
  await data.protect("secret", { sort: true });
  const pivot = book.addWorksheet("透视");
  pivot.addPivotTable({
    sourceSheet: data,
    rows: ["客户"],
    columns: ["款号"],
    values: ["数量"],
    metric: "sum",
  } as never);
  book.definedNames.add("数据!$C$2:$C$4", "Qty");
  return book.xlsx.writeBuffer({ validate: false });
}

const partsOf = (bytes: Uint8Array): string[] => Object.keys(unzipSync(bytes));
const textOf = (bytes: Uint8Array, part: string): string => strFromU8(unzipSync(bytes)[part]!);

describe("saving over the file it came from", () => {
  test("keeps what the grid does not show", async () => {
    const original = await foreignBook();
    const { book, notKept } = await readXlsx(original, READ);
    expect(notKept).toEqual([{ code: "look", params: { sheet: "数据", feature: "fillGradient" } }]);
    const saved = await writeXlsx(book, { ...WRITE, original });
    const kept = partsOf(saved.bytes);
    const wanted = partsOf(original).filter((part) => !/calcChain/.test(part));
    expect(kept).toEqual(expect.arrayContaining(wanted));
    const sheet = textOf(saved.bytes, "xl/worksheets/sheet1.xml");
    expect(sheet).toContain("<x14:sparklineGroups");
    expect(sheet).toContain("<drawing ");
    expect(sheet).toMatch(/<sheetProtection [^>]*hashValue="[^"]{20,}"/);
    expect(textOf(saved.bytes, "xl/styles.xml")).toContain('theme="4" tint="0.4"');
    expect(textOf(saved.bytes, "xl/styles.xml")).toContain("<gradientFill");
    expect((await readXlsx(saved.bytes, READ)).book).toEqual(book);
  });

  test("changes only what was changed", async () => {
    const original = await foreignBook();
    const { book } = await readXlsx(original, READ);
    const [data, pivot] = book.sheets as [(typeof book.sheets)[0], (typeof book.sheets)[0]];
    book.styles.push({ fill: "#00FF00" });
    data.cells.find(({ row, column }) => row === 1 && column === 2)!.value = 11;
    data.cells.find(({ row, column }) => row === 0 && column === 2)!.style = book.styles.length - 1;
    data.cells = data.cells.filter(({ row, column }) => row !== 3 || column !== 1);
    data.name = "订单";
    book.sheets = [pivot, data];
    const saved = await writeXlsx(book, { ...WRITE, original });
    const again = (await readXlsx(saved.bytes, READ)).book;
    expect(again.sheets.map(({ name }) => name)).toEqual(["透视", "订单"]);
    const at = (row: number, column: number): unknown =>
      again.sheets[1]!.cells.find((cell) => cell.row === row && cell.column === column);
    expect(at(1, 2)).toMatchObject({ value: 11 });
    expect(at(3, 1)).toBeUndefined();
    expect(again.styles[(at(0, 2) as { style: number }).style]).toEqual({ fill: "#00FF00" });
    expect(textOf(saved.bytes, "xl/styles.xml")).toContain('theme="4" tint="0.4"');
  });

  test("a sheet taken out is gone, a new one is there", async () => {
    const original = await foreignBook();
    const { book } = await readXlsx(original, READ);
    book.sheets = [
      book.sheets[0]!,
      { name: "新", visibility: "visible", cells: [{ row: 0, column: 0, value: 1 }] },
    ];
    const saved = await writeXlsx(book, { ...WRITE, original });
    expect(
      (await readXlsx(saved.bytes, READ)).book.sheets.map(({ name, cells }) => [name, cells.length]),
    ).toEqual([
      ["数据", book.sheets[0]!.cells.length],
      ["新", 1],
    ]);
  });

  test("sections that the grid knows nothing of stay as the file has them", async () => {
    const original = await foreignBook();
    const { book } = await readXlsx(original, READ);
    const bare = {
      ...book,
      sheets: book.sheets.map(({ name, visibility, cells }) => ({ name, visibility, cells })),
    };
    const saved = await writeXlsx(bare, { ...WRITE, original });
    expect((await readXlsx(saved.bytes, READ)).book).toEqual(book);
  });

  test("slicers are named as lost and leave nothing behind", async () => {
    const parts = unzipSync(await foreignBook());
    const bytes = zipSync({
      ...parts,
      "xl/slicers/slicer1.xml": strToU8("<slicers/>"),
      "xl/slicerCaches/slicerCache1.xml": strToU8("<s/>"),
    });
    const { book, notKept } = await readXlsx(bytes, READ);
    expect(notKept).toContainEqual({ code: "slicers", params: { count: 2 } });
    const saved = await writeXlsx(book, { ...WRITE, original: bytes });
    expect(partsOf(saved.bytes).filter((part) => /slicer/.test(part))).toEqual([]);
  });
});
