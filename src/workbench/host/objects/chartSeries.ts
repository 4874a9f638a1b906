import type { ChartSeries } from "../../sheet/chart";
import { defineClass, invalidArgument, notFound, ref } from "../classes";
import type { HostServices } from "../classes";
import { areaGiven, changeChart, chartOf, seriesName } from "./chart";
import type { ChartKey } from "./chart";
import { colour } from "./rangeFormat";

interface SeriesKey extends ChartKey {
  readonly index: number;
}

const seriesRef = (self: ChartKey, index: number) => ref("ChartSeries", { ...self, index });

function at(self: SeriesKey, host: HostServices): ChartSeries {
  const found = chartOf(self, host).series[self.index];
  if (!found) throw notFound();
  return found;
}

function change(self: SeriesKey, part: Partial<ChartSeries>, host: HostServices): void {
  const changed = { ...at(self, host), ...part };
  const series = chartOf(self, host).series.map((one, index) => (index === self.index ? changed : one));
  changeChart(self, { series }, host);
}

export const chartSeriesCollection = defineClass<ChartKey>({
  name: "ChartSeriesCollection",
  scalars: { Count: (self, host) => chartOf(self, host).series.length },
  items: (self, host) => chartOf(self, host).series.map((_, index) => seriesRef(self, index)),
  methods: {
    Add: (self, [name, index], host) => {
      const { series } = chartOf(self, host);
      const place = (index as number | null) ?? series.length;
      if (place < 0 || place > series.length) throw invalidArgument();
      const added: ChartSeries = {
        name: (name as string | null) ?? `Series${series.length + 1}`,
        labels: false,
      };
      changeChart(self, { series: [...series.slice(0, place), added, ...series.slice(place)] }, host);
      return seriesRef(self, place);
    },
    GetCount: (self, _args, host) => chartOf(self, host).series.length,
    GetItemAt: (self, [index], host) => {
      at({ ...self, index: index as number }, host);
      return seriesRef(self, index as number);
    },
  },
});

/** Belongs to the whole group of columns, though Excel asks for it at each series. */
const ofGroup = (key: "gapWidth" | "overlap", usual: number, least: number, most: number) => ({
  get: (self: SeriesKey, host: HostServices) => chartOf(self, host)[key] ?? usual,
  set: (self: SeriesKey, value: number, host: HostServices) => {
    if (value < least || value > most) throw invalidArgument();
    changeChart(self, { [key]: value }, host);
  },
});

export const chartSeries = defineClass<SeriesKey>({
  name: "ChartSeries",
  scalars: {
    Name: {
      get: (self, host) => seriesName(at(self, host).name, host),
      set: (self, name: string, host) => change(self, { name }, host),
    },
    ChartType: (self, host) => chartOf(self, host).type,
    HasDataLabels: {
      get: (self, host) => at(self, host).labels,
      set: (self, labels: boolean, host) => change(self, { labels }, host),
    },
    GapWidth: ofGroup("gapWidth", 150, 0, 500),
    Overlap: ofGroup("overlap", 0, -100, 100),
  },
  navigations: { Format: (self) => ref("ChartSeriesFormat", self) },
  methods: {
    SetValues: (self, [source], host) => change(self, { values: areaGiven(source) }, host),
    SetXAxisValues: (self, [source], host) => change(self, { categories: areaGiven(source) }, host),
    Delete: (self, _args, host) => {
      at(self, host);
      changeChart(
        self,
        { series: chartOf(self, host).series.filter((_, index) => index !== self.index) },
        host,
      );
    },
  },
});

export const chartSeriesFormat = defineClass<SeriesKey>({
  name: "ChartSeriesFormat",
  navigations: { Fill: (self) => ref("ChartFill", self) },
});

/** Of series. */
export const chartFill = defineClass<SeriesKey>({
  name: "ChartFill",
  methods: {
    SetSolidColor: (self, [color], host) => change(self, { fill: colour(color) }, host),
    Clear: (self, _args, host) => change(self, { fill: undefined }, host),
  },
});
