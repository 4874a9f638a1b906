import type { ChartAxisLook } from "../../sheet/chart";
import { defineClass, invalidArgument, ref } from "../classes";
import type { HostServices } from "../classes";
import { changeChart, chartOf } from "./chart";
import type { ChartKey } from "./chart";

type Which = "categoryAxis" | "valueAxis";

interface AxisKey extends ChartKey {
  readonly axis: Which;
}

const AXES: Readonly<Record<string, Which>> = { Category: "categoryAxis", Value: "valueAxis" };

const axis = (which: Which) => (self: ChartKey) => ref("ChartAxis", { ...self, axis: which });

export const chartAxes = defineClass<ChartKey>({
  name: "ChartAxes",
  navigations: { CategoryAxis: axis("categoryAxis"), ValueAxis: axis("valueAxis") },
  methods: {
    GetItem: (self, [type, group]) => {
      const which = AXES[type as string];
      if (!which || (group ?? "Primary") !== "Primary") throw invalidArgument();
      return axis(which)(self);
    },
  },
});

const look = (self: AxisKey, host: HostServices): ChartAxisLook => chartOf(self, host)[self.axis];

function change(self: AxisKey, part: Partial<ChartAxisLook>, host: HostServices): void {
  changeChart(self, { [self.axis]: { ...look(self, host), ...part } }, host);
}

const property = <K extends keyof ChartAxisLook>(key: K, none?: ChartAxisLook[K]) => ({
  get: (self: AxisKey, host: HostServices) => look(self, host)[key] ?? none,
  set: (self: AxisKey, value: ChartAxisLook[K], host: HostServices) => change(self, { [key]: value }, host),
});

/** "" puts Excel's own choice back. */
const limit = (key: "minimum" | "maximum" | "majorUnit") => ({
  get: (self: AxisKey, host: HostServices) => look(self, host)[key] ?? "",
  set: (self: AxisKey, value: unknown, host: HostServices) => {
    if (value !== "" && (typeof value !== "number" || (key === "majorUnit" && value <= 0)))
      throw invalidArgument();
    change(self, { [key]: value === "" ? undefined : value }, host);
  },
});

export const chartAxis = defineClass<AxisKey>({
  name: "ChartAxis",
  scalars: {
    Type: (self) => (self.axis === "valueAxis" ? "Value" : "Category"),
    Visible: property("visible"),
    NumberFormat: property("numberFormat", "General"),
    ReversePlotOrder: property("reverse"),
    Minimum: limit("minimum"),
    Maximum: limit("maximum"),
    MajorUnit: limit("majorUnit"),
  },
  navigations: {
    Title: (self) => ref("ChartAxisTitle", self),
    MajorGridlines: (self) => ref("ChartGridlines", self),
  },
});

export const chartAxisTitle = defineClass<AxisKey>({
  name: "ChartAxisTitle",
  scalars: {
    Text: {
      get: (self, host) => look(self, host).title,
      set: (self, title: string, host) => change(self, { title, titleVisible: true }, host),
    },
    Visible: property("titleVisible"),
  },
});

export const chartGridlines = defineClass<AxisKey>({
  name: "ChartGridlines",
  scalars: { Visible: property("gridlines") },
});
