/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bootOffice } from "./officeClient";
import type { OfficeClient } from "./officeClient";

let client: OfficeClient;
beforeAll(async () => {
  client = await bootOffice();
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

const WEEKS = [
  ["Week", "On time", "Late"],
  ["W36", 3, 1],
  ["W37", 5, 0],
  ["W38", 2, 2],
];

const onSheet = <T>(
  work: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<T>,
  values: unknown[][] = WEEKS,
) =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRangeByIndexes(1, 1, values.length, values[0]!.length).values = values;
    sheet.load("id,name");
    await context.sync();
    return work(context, sheet);
  });

const area = (sheet: string, row: number, column: number, rows: number, columns: number) => ({
  sheet,
  row,
  column,
  rows,
  columns,
});

test("a chart takes its series from a range, headings and categories included", () =>
  onSheet(async (context, sheet) => {
    const chart = sheet.charts.add("ColumnStacked", sheet.getRange("B2:D5"), "Columns");
    chart.name = "OnTime";
    chart.title.text = "On-time record";
    chart.setPosition("F2", "K12");
    chart.legend.position = "Top";
    chart.axes.valueAxis.title.text = "Orders";
    chart.axes.valueAxis.numberFormat = "0";
    chart.axes.valueAxis.majorUnit = 1;
    chart.series.getItemAt(1).format.fill.setSolidColor("#C00000");
    chart.series.getItemAt(0).gapWidth = 60;
    sheet.charts.load("items/name,items/chartType,items/left,items/top,items/width,items/height");
    chart.series.load("items/name,count");
    chart.title.load("text,visible");
    chart.axes.valueAxis.load("majorUnit,numberFormat,type");
    chart.axes.valueAxis.title.load("text,visible");
    await context.sync();
    expect(sheet.charts.items).toHaveLength(1);
    const [listed] = sheet.charts.items;
    expect(listed).toMatchObject({ name: "OnTime", chartType: "ColumnStacked" });
    // Columns are 48 points wide and rows 15 high.
    expect([listed!.left, listed!.top, listed!.width, listed!.height]).toEqual([240, 15, 288, 165]);
    expect(chart.series.items.map(({ name }) => name)).toEqual(["On time", "Late"]);
    expect(chart.title).toMatchObject({ text: "On-time record", visible: true });
    expect(chart.axes.valueAxis).toMatchObject({ majorUnit: 1, numberFormat: "0", type: "Value" });
    expect(chart.axes.valueAxis.title).toMatchObject({ text: "Orders", visible: true });
    const { id } = sheet;
    expect(client.book.charts.list(id)[0]).toMatchObject({
      overlap: 100,
      gapWidth: 60,
      legend: "Top",
      series: [
        { name: area(id, 1, 2, 1, 1), categories: area(id, 2, 1, 3, 1), values: area(id, 2, 2, 3, 1) },
        { name: area(id, 1, 3, 1, 1), values: area(id, 2, 3, 3, 1), fill: "#C00000" },
      ],
    });
  }));

test("series are added one by one, from another sheet too", () =>
  onSheet(async (context, sheet) => {
    const other = context.workbook.worksheets.add();
    const chart = other.charts.add("Line", sheet.getRange("C3:C5"));
    const late = chart.series.add("Late orders");
    late.setValues(sheet.getRange("D3:D5"));
    late.setXAxisValues(sheet.getRange("B3:B5"));
    late.hasDataLabels = true;
    chart.series.getItemAt(0).delete();
    const count = chart.series.getCount();
    chart.load("name");
    other.load("id");
    await context.sync();
    expect(count.value).toBe(1);
    expect(chart.name).toBe("Chart 1");
    const { id } = sheet;
    expect(client.book.charts.list(other.id)[0]?.series).toEqual([
      {
        name: "Late orders",
        values: area(id, 2, 3, 3, 1),
        categories: area(id, 2, 1, 3, 1),
        labels: true,
      },
    ]);
    // Found by name or id, and gone once deleted.
    const found = other.charts.getItem("chart 1");
    other.charts.add("Pie", sheet.getRange("B2:C5"));
    found.delete();
    const nobody = other.charts.getItemOrNullObject("Chart 1");
    other.charts.load("items/name,count");
    await context.sync();
    expect(nobody.isNullObject).toBe(true);
    expect(other.charts.items.map(({ name }) => name)).toEqual(["Chart 2"]);
  }));

test("place and size in points, whatever the columns' widths are afterwards", () =>
  onSheet(async (context, sheet) => {
    const chart = sheet.charts.add("BarClustered", sheet.getRange("B2:D5"));
    chart.left = 100;
    chart.top = 50;
    chart.width = 240;
    chart.height = 120;
    const box = () => chart.load("left,top,width,height").toJSON();
    box();
    await context.sync();
    expect(box()).toMatchObject({ left: 100, top: 50, width: 240, height: 120 });
    // It hangs on cells: a wider column before it moves it.
    sheet.getRange("A:A").format.columnWidth = 96;
    box();
    await context.sync();
    expect(box()).toMatchObject({ left: 148, width: 240 });
    chart.setPosition("B7");
    box();
    await context.sync();
    expect(box()).toMatchObject({ left: 96, top: 90, width: 240, height: 120 });
    chart.width = -1;
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  }));

test("rows that come and go before it take the chart and what it shows along", () =>
  onSheet(async (context, sheet) => {
    sheet.charts.add("ColumnClustered", sheet.getRange("B2:D5")).setPosition("F2", "K12");
    sheet.getRange("1:2").insert("Down");
    await context.sync();
    const chart = () => client.book.charts.list(sheet.id)[0]!;
    expect(chart().anchor.from).toMatchObject({ row: 3, column: 5 });
    expect(chart().series[0]?.values).toMatchObject({ row: 4, rows: 3 });
    sheet.getRange("4:5").delete("Up");
    await context.sync();
    // The row of headings and the first week are gone.
    expect(chart().series[0]).toMatchObject({ name: "", values: { row: 3, rows: 2 } });
  }));

test("undo takes a chart away, and a sheet that comes back brings its charts", () =>
  onSheet(async (context, sheet) => {
    sheet.charts.add("ColumnClustered", sheet.getRange("B2:D5"));
    await context.sync();
    const { book } = client;
    expect(book.charts.list(sheet.id)).toHaveLength(1);
    book.sheets.delete(sheet.id);
    book.history.undo();
    expect(book.charts.list(sheet.id)).toHaveLength(1);
  }));

test.each([
  ["a kind that is not here", "Treemap", "NotImplemented", "Treemap"],
  ["no kind at all", "Fantasy", "NotImplemented", "Fantasy"],
])("%s is refused by name", (_, type, code, named) =>
  onSheet(async (context, sheet) => {
    sheet.charts.add(type as Excel.ChartType, sheet.getRange("B2:D5"));
    await expect(context.sync()).rejects.toMatchObject({
      code,
      message: expect.stringContaining(named) as string,
    });
  }),
);

test("what this host does not know of a chart says so", () =>
  onSheet(async (context, sheet) => {
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("B2:D5"));
    chart.plotArea.load("height");
    await expect(context.sync()).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("Chart.plotArea") as string,
    });
  }));
