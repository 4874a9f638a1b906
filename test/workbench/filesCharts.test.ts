/** @jest-environment node */
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { parseXml, type XmlElement } from "@cj-tech-master/excelts/xml";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { CHART_TYPES } from "../../src/workbench/sheet/chart";
import { createHeadlessBook } from "../../src/workbench/sheet/createHeadlessBook";
import { loadFileBook } from "../../src/workbench/sheet/loadFileBook";
import { saveFileBook } from "../../src/workbench/sheet/saveFileBook";
import type { UniverBook } from "../../src/workbench/sheet/univerBook";
import { READ, WRITE } from "./filesBooks";

installChartSupport();

let grid: UniverBook;
beforeAll(() => void (grid = createHeadlessBook()));
afterAll(() => grid.dispose());

const area = (row: number, column: number, rows: number, columns: number, sheet = active()) => ({
  sheet,
  row,
  column,
  rows,
  columns,
});
const active = () => grid.sheets.active().id;
const partsOf = (bytes: Uint8Array) => {
  const parts = unzipSync(bytes);
  return { names: Object.keys(parts), text: (part: string) => strFromU8(parts[part]!) };
};
const save = (original?: Uint8Array) =>
  writeXlsx(saveFileBook(grid), { ...WRITE, ...(original && { original }) });
const open = async (bytes: Uint8Array) => {
  const { book, notKept } = await readXlsx(bytes, READ);
  await loadFileBook(grid, book);
  return notKept;
};

/** The order that the standard (ECMA-376, DrawingML charts) demands of these elements' children. */
const ORDER: Readonly<Record<string, string>> = {
  "c:chartSpace":
    "date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst",
  "c:chart":
    "title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst",
  "c:title": "tx layout overlay spPr txPr extLst",
  "c:barChart": "barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst",
  "c:lineChart": "grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst",
  "c:areaChart": "grouping varyColors ser dLbls dropLines axId extLst",
  "c:pieChart": "varyColors ser dLbls firstSliceAng extLst",
  "c:doughnutChart": "varyColors ser dLbls firstSliceAng holeSize extLst",
  "c:ser":
    "idx order tx spPr invertIfNegative pictureOptions marker explosion dPt dLbls trendline errBars cat val smooth shape extLst",
  "c:catAx":
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst",
  "c:valAx":
    "axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst",
  "c:legend": "legendPos legendEntry layout overlay spPr txPr extLst",
  "c:dLbls":
    "dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines leaderLines extLst",
};

function outOfOrder(element: XmlElement, wrong: string[] = []): string[] {
  const order = ORDER[element.name]?.split(" ");
  let last = -1;
  for (const child of element.children) {
    if (child.type !== "element") continue;
    const place = order?.indexOf(child.name.replace(/^\w+:/, "")) ?? 0;
    if (order && (place < 0 || place < last)) wrong.push(`${element.name} > ${child.name}`);
    last = place;
    outOfOrder(child, wrong);
  }
  return wrong;
}

async function weeks(): Promise<void> {
  await loadFileBook(grid);
  grid.cells.write(area(0, 0, 4, 3), [
    ["Week", "On time", "Late"],
    ["W36", 3, 1],
    ["W37", 5, 0],
    ["W38", 2, 2],
  ]);
}

describe("charts made in the grid", () => {
  test("are chart parts in the file and come back", async () => {
    await weeks();
    const made = grid.charts.add(active(), area(0, 0, 4, 3), "ColumnStacked", "Columns");
    grid.charts.update(active(), made.id, {
      name: "On <time> & $1",
      title: "On-time record",
      titleSize: 12,
      legend: "Top",
      gapWidth: 50,
      anchor: { from: { row: 5, column: 1, x: 3, y: 4 }, to: { row: 20, column: 7, x: 0, y: 0 } },
      valueAxis: { ...made.valueAxis, majorUnit: 1, numberFormat: "0", title: "Orders", titleVisible: true },
      series: made.series.map((one, index) => ({
        ...one,
        fill: index ? "#B3261E" : "#2E7D5B",
        labels: false,
      })),
    });
    const before = grid.charts.list(active())[0]!;
    const { bytes, notKept } = await save();
    expect(notKept).toEqual([]);
    const { names, text } = partsOf(bytes);
    expect(names).toEqual(
      expect.arrayContaining([
        "xl/charts/chart1.xml",
        "xl/drawings/drawing1.xml",
        "xl/drawings/_rels/drawing1.xml.rels",
      ]),
    );
    const types = text("[Content_Types].xml");
    expect(types).toContain("application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
    expect(types).toContain("application/vnd.openxmlformats-officedocument.drawing+xml");
    expect(text("xl/drawings/_rels/drawing1.xml.rels")).toMatch(
      /relationships\/chart" Target="[^"]*charts\/chart1.xml"/,
    );
    expect(text("xl/worksheets/_rels/sheet1.xml.rels")).toMatch(/relationships\/drawing"/);
    expect(text("xl/worksheets/sheet1.xml")).toMatch(/<drawing r:id="/);
    expect(text("xl/drawings/drawing1.xml")).toContain('name="On &lt;time&gt; &amp; $1"');
    const chart = text("xl/charts/chart1.xml");
    expect(chart).toContain("<c:f>Sheet1!$B$2:$B$4</c:f>");
    expect(chart).toContain("<c:v>W37</c:v>");
    expect(outOfOrder(parseXml(chart).root)).toEqual([]);

    await open(bytes);
    const { id, sheet, foreign, ...again } = grid.charts.list(active())[0]!;
    const { id: _id, sheet: _sheet, ...was } = before;
    const own = JSON.stringify(was).replaceAll(before.sheet, "");
    expect(JSON.parse(JSON.stringify(again).replaceAll(sheet, ""))).toEqual(JSON.parse(own));
    expect(foreign?.formulas).toContain("Sheet1!$B$2:$B$4");
    expect(id).not.toBe(before.id);
  });

  test("of every kind keep their kind and stand in the standard's order", async () => {
    await weeks();
    for (const type of CHART_TYPES) grid.charts.add(active(), area(0, 0, 4, 3), type, "Columns");
    const { bytes } = await save();
    const { names, text } = partsOf(bytes);
    const charts = names.filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(CHART_TYPES.length);
    expect(charts.flatMap((part) => outOfOrder(parseXml(text(part)).root))).toEqual([]);
    await open(bytes);
    expect(grid.charts.list(active()).map(({ type }) => type)).toEqual([...CHART_TYPES]);
  });
});

/** Two charts as a user might bring them: one that can be made here, one that cannot, with looks of their own. */
async function foreignBook(): Promise<Uint8Array> {
  const book = new Workbook();
  const data = book.addWorksheet("数据");
  data.addRows([
    ["客户", "数量"],
    ["Aster", 10],
    ["Birch", 20],
  ]);
  const series = [
    {
      name: { formula: "数据!$B$1" },
      categories: "数据!$A$2:$A$3",
      values: "数据!$B$2:$B$3",
      fill: "336699",
    },
  ];
  data.addChart({ type: "bar", barDir: "col", series, title: "订单", style: 7 }, "D2:J12");
  data.addChart(
    { type: "radar", series, title: "Radar" },
    { tl: { col: 11, row: 1 }, ext: { cx: 3_600_000, cy: 1_800_000 } },
  );
  return book.xlsx.writeBuffer({ validate: false });
}

describe("charts of a file", () => {
  test("stay byte for byte when nothing concerns them", async () => {
    const original = await foreignBook();
    expect(await open(original)).toEqual([]);
    const charts = grid.charts.list(active());
    expect(charts.map(({ type, title }) => [type, title])).toEqual([
      ["ColumnClustered", "订单"],
      ["Invalid", "Radar"],
    ]);
    const radar = grid.charts.box(charts[1]!);
    expect([radar.width, radar.height]).toEqual([283.46, 141.73]);
    grid.cells.write(area(1, 1, 1, 1), [[11]]);
    const saved = partsOf((await save(original)).bytes);
    const before = partsOf(original);
    for (const part of ["xl/charts/chart1.xml", "xl/charts/chart2.xml"])
      expect(saved.text(part)).toBe(before.text(part));
    expect(saved.names.filter((name) => /chart\d/.test(name))).toHaveLength(2);
  });

  test("follow their sheet's new name and rows that come before their cells", async () => {
    const original = await foreignBook();
    await open(original);
    grid.sheets.update(active(), { name: "订单 2026" });
    grid.cells.insert(area(0, 0, 2, 16_384), "Down");
    const saved = partsOf((await save(original)).bytes);
    const chart = saved.text("xl/charts/chart1.xml").replaceAll("&apos;", "'");
    expect(chart).toContain("<c:f>'订单 2026'!$B$4:$B$5</c:f>");
    expect(chart).toContain('<c:style val="7"/>');
    expect(saved.text("xl/drawings/drawing1.xml")).toContain("<xdr:row>3</xdr:row>");
  });

  test("one deleted is gone, one changed is written anew, the other stays", async () => {
    const original = await foreignBook();
    await open(original);
    const [column, radar] = grid.charts.list(active());
    expect(() => grid.charts.update(active(), radar!.id, { title: "New" })).toThrow("cannot change a chart");
    grid.charts.delete(active(), radar!.id);
    grid.charts.update(active(), column!.id, { title: "Orders" });
    const { bytes } = await save(original);
    const saved = partsOf(bytes);
    const charts = saved.names.filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(1);
    expect(saved.text(charts[0]!)).toContain("<a:t>Orders</a:t>");
    await open(bytes);
    expect(grid.charts.list(active()).map(({ title }) => title)).toEqual(["Orders"]);
  });
});
