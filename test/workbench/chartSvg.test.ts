/** @jest-environment node */
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { chartSvg } from "../../src/workbench/page/chartSvg";
import { CHART_TYPES } from "../../src/workbench/sheet/chart";
import type { ChartType } from "../../src/workbench/sheet/chart";
import { createHeadlessBook } from "../../src/workbench/sheet/createHeadlessBook";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import type { UniverBook } from "../../src/workbench/sheet/univerBook";
import { READ } from "./filesBooks";

installChartSupport();

let book: UniverBook;
beforeAll(() => {
  book = createHeadlessBook();
  book.cells.write(area(0, 0, 4, 3), [
    ["Week", "On time", "Late"],
    ["W36", 3, 1],
    ["W<37>", 6, 0],
    ["W38", 2, 2],
  ]);
});
afterAll(() => book.dispose());

const area = (row: number, column: number, rows: number, columns: number) => ({
  sheet: book.sheets.active().id,
  row,
  column,
  rows,
  columns,
});

function draw(type: ChartType, look: object = {}): string {
  const sheet = book.sheets.active().id;
  const { id } = book.charts.add(sheet, area(0, 0, 4, 3), type, "Columns");
  book.charts.update(sheet, id, {
    title: "Orders",
    series: book.charts
      .find(sheet, id)!
      .series.map((one, index) => ({ ...one, fill: index ? "#BB0000" : "#007700" })),
    ...look,
  });
  const svg = chartSvg(book, book.charts.find(sheet, id)!, 480, 240);
  book.charts.delete(sheet, id);
  return svg;
}

/** The bars of one colour; the first rectangle of it is the legend's. */
const bars = (svg: string, fill: string) =>
  [...svg.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="([^"]+)"/g)]
    .filter((match) => match[5] === fill)
    .slice(1)
    .map((match) => match.slice(1, 5).map(Number) as [x: number, y: number, width: number, height: number]);

test("columns are as high as their numbers, and stacked ones stand on each other", () => {
  const svg = draw("ColumnStacked");
  const good = bars(svg, "#007700");
  const late = bars(svg, "#BB0000");
  expect(good.map(([, , , height]) => height / good[1]![3])).toEqual([
    expect.closeTo(0.5, 2),
    1,
    expect.closeTo(1 / 3, 2),
  ]);
  // None is drawn for a zero.
  expect(late).toHaveLength(2);
  expect(late[0]![1] + late[0]![3]).toBeCloseTo(good[0]![1], 0);
  expect(svg).toContain("W&#60;37&#62;");
  expect(svg).toContain(">Late</text>");
});

test("bars lie, and a reversed order puts the first on top", () => {
  const tops = (svg: string) => bars(svg, "#007700").map(([, y]) => y);
  const upwards = tops(draw("BarStacked"));
  expect(upwards[0]).toBeGreaterThan(upwards[2]!);
  const axis = { title: "", titleVisible: false, visible: true, gridlines: false, reverse: true };
  const downwards = tops(draw("BarStacked", { categoryAxis: axis }));
  expect(downwards[0]).toBeLessThan(downwards[2]!);
});

test.each(CHART_TYPES)("%s is a picture of this size with its title", (type) => {
  const svg = draw(type);
  expect(svg).toMatch(/^<svg [^>]*width="480" height="240"/);
  expect(svg).toContain(">Orders</text>");
  expect(svg).not.toMatch(/NaN|undefined|Infinity/);
});

test("a chart of a file keeps its title, whatever its kind", async () => {
  const file = new Workbook();
  const sheet = file.addWorksheet("数据");
  sheet.addRows([["数量"], [1], [2]]);
  sheet.addChart({ type: "radar", series: [{ values: "数据!$A$2:$A$3" }], title: "雷达" }, "C2:H12");
  const { book: read } = await readXlsx(await file.xlsx.writeBuffer({ validate: false }), READ);
  const grid = createHeadlessBook();
  await loadFileBook(grid, read);
  const [chart] = grid.charts.list(grid.sheets.active().id);
  expect(chart?.type).toBe("Invalid");
  expect(chartSvg(grid, chart!, 480, 240)).toContain(">雷达</text>");
  grid.dispose();
});

test("it follows its cells", () => {
  const before = draw("ColumnClustered");
  book.cells.write(area(1, 1, 1, 1), [[30]]);
  const after = draw("ColumnClustered");
  book.cells.write(area(1, 1, 1, 1), [[3]]);
  expect(after).not.toBe(before);
  expect(draw("ColumnClustered")).toBe(before);
});
