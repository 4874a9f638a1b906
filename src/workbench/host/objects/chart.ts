import { isChartType } from "../../sheet/chart";
import type { Box, ChartInfo, LegendPosition } from "../../sheet/chart";
import { defineClass, invalidArgument, notFound, ref } from "../classes";
import type { HostServices } from "../classes";
import { BookError } from "../../sheet/book";
import type { Area } from "../../sheet/book";
import { areaOf } from "./range";

/** Which chart; its parts go by the same key. */
export interface ChartKey {
  readonly sheet: string;
  readonly id: string;
}

export type ChartChange = Parameters<HostServices["book"]["charts"]["update"]>[2];

export function chartOf({ sheet, id }: ChartKey, host: HostServices): ChartInfo {
  const found = host.book.charts.find(sheet, id);
  if (!found) throw notFound();
  return found;
}

export const changeChart = ({ sheet, id }: ChartKey, change: ChartChange, host: HostServices): void =>
  host.book.charts.update(sheet, id, change);

const chartRef = (chart: ChartInfo | undefined) =>
  chart ? ref("Chart", { sheet: chart.sheet, id: chart.id } satisfies ChartKey) : null;

function orThrow(chart: ChartInfo | undefined) {
  const found = chartRef(chart);
  if (!found) throw notFound();
  return found;
}

export function areaGiven(value: unknown): Area {
  const { type, self } = (value ?? {}) as { type?: string; self?: Area };
  if (type !== "Range" || !self) throw invalidArgument();
  return self;
}

const SERIES_BY = ["Auto", "Columns", "Rows"] as const;

function seriesBy(given: unknown): (typeof SERIES_BY)[number] {
  const found = SERIES_BY.find((word) => word === (given ?? "Auto"));
  if (!found) throw invalidArgument();
  return found;
}

function typeGiven(type: unknown) {
  if (!isChartType(type))
    throw new BookError("NotImplemented", `This host has no chart of type ${String(type)}.`);
  return type;
}

export const chartCollection = defineClass<string>({
  name: "ChartCollection",
  scalars: { Count: (sheet, host) => host.book.charts.list(sheet).length },
  items: (sheet, host) => host.book.charts.list(sheet).map((chart) => orThrow(chart)),
  item: (sheet, key, host) => orThrow(host.book.charts.find(sheet, String(key))),
  methods: {
    Add: (sheet, [type, source, by], host) => {
      const known = typeGiven(type);
      const added = host.book.charts.add(sheet, areaGiven(source), known, seriesBy(by));
      return orThrow(added);
    },
    GetCount: (sheet, _args, host) => host.book.charts.list(sheet).length,
    GetItem: (sheet, [name], host) => orThrow(host.book.charts.find(sheet, String(name))),
    GetItemAt: (sheet, [index], host) => orThrow(host.book.charts.list(sheet)[index as number]),
    GetItemOrNullObject: (sheet, [name], host) => chartRef(host.book.charts.find(sheet, String(name))),
  },
});

const side = (key: keyof Box) => ({
  get: (self: ChartKey, host: HostServices) => host.book.charts.box(chartOf(self, host))[key],
  set: ({ sheet, id }: ChartKey, points: number, host: HostServices) =>
    host.book.charts.setBox(sheet, id, { [key]: points }),
});

export const chart = defineClass<ChartKey>({
  name: "Chart",
  id: ({ id }) => id,
  scalars: {
    Id: ({ id }) => id,
    Name: {
      get: (self, host) => chartOf(self, host).name,
      set: (self, name: string, host) => changeChart(self, { name }, host),
    },
    ChartType: {
      get: (self, host) => chartOf(self, host).type,
      set: (self, type, host) => changeChart(self, { type: typeGiven(type) }, host),
    },
    Left: side("left"),
    Top: side("top"),
    Width: side("width"),
    Height: side("height"),
  },
  navigations: {
    Title: (self) => ref("ChartTitle", self),
    Legend: (self) => ref("ChartLegend", self),
    Axes: (self) => ref("ChartAxes", self),
    Series: (self) => ref("ChartSeriesCollection", self),
    Worksheet: ({ sheet }) => ref("Worksheet", sheet),
  },
  methods: {
    Delete: ({ sheet, id }, _args, host) => host.book.charts.delete(sheet, id),
    SetData: (self, [source, by], host) =>
      changeChart(self, { series: host.book.charts.seriesOf(areaGiven(source), seriesBy(by)) }, host),
    // From the first cell's corner to the last cell's opposite one; without a last cell the size stays.
    SetPosition: (self, [start, end], host) => {
      const first = areaOf(start, host, self.sheet);
      if (end === undefined || end === null) {
        const { width, height } = host.book.charts.box(chartOf(self, host));
        const at = { row: first.row, column: first.column, x: 0, y: 0 };
        changeChart(self, { anchor: { from: at, to: at } }, host);
        host.book.charts.setBox(self.sheet, self.id, { width, height });
        return;
      }
      const last = areaOf(end, host, self.sheet);
      const row = last.row + last.rows;
      const column = last.column + last.columns;
      if (row <= first.row || column <= first.column) throw invalidArgument();
      const anchor = {
        from: { row: first.row, column: first.column, x: 0, y: 0 },
        to: { row, column, x: 0, y: 0 },
      };
      changeChart(self, { anchor }, host);
    },
  },
});

/** Excel answers the name of the only series where nobody gave a title. */
function titleText(info: ChartInfo, host: HostServices): string {
  const [only] = info.series;
  return info.title || (info.series.length === 1 && only ? seriesName(only.name, host) : "");
}

export function seriesName(name: string | Area, host: HostServices): string {
  return typeof name === "string" ? name : String(host.book.cells.texts(name)[0]?.[0] ?? "");
}

export const chartTitle = defineClass<ChartKey>({
  name: "ChartTitle",
  scalars: {
    Text: {
      get: (self, host) => titleText(chartOf(self, host), host),
      set: (self, title: string, host) => changeChart(self, { title, titleVisible: true }, host),
    },
    Visible: {
      get: (self, host) => chartOf(self, host).titleVisible,
      set: (self, titleVisible: boolean, host) => changeChart(self, { titleVisible }, host),
    },
  },
  navigations: { Format: (self) => ref("ChartTitleFormat", self) },
});

export const chartTitleFormat = defineClass<ChartKey>({
  name: "ChartTitleFormat",
  navigations: { Font: (self) => ref("ChartFont", self) },
});

/** Of titles: fonts of other parts of a chart are not kept here. */
export const chartFont = defineClass<ChartKey>({
  name: "ChartFont",
  scalars: {
    Size: {
      get: (self, host) => chartOf(self, host).titleSize ?? 14,
      set: (self, titleSize: number, host) => changeChart(self, { titleSize }, host),
    },
  },
});

const LEGENDS: readonly LegendPosition[] = ["Top", "Bottom", "Left", "Right", "Corner"];

export const chartLegend = defineClass<ChartKey>({
  name: "ChartLegend",
  scalars: {
    Visible: {
      get: (self, host) => chartOf(self, host).legendVisible,
      set: (self, legendVisible: boolean, host) => changeChart(self, { legendVisible }, host),
    },
    Position: {
      get: (self, host) => chartOf(self, host).legend,
      set: (self, position, host) => {
        const legend = LEGENDS.find((one) => one === position);
        if (!legend) throw invalidArgument();
        changeChart(self, { legend }, host);
      },
    },
  },
});
