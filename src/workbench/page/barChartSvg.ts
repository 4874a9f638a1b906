import type { ChartInfo } from "../sheet/chart";

/** What a bar or column chart is drawn from. */
export interface BarChart {
  readonly look: ChartInfo;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly fill: string;
    readonly values: readonly number[];
  }[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const INK = "#595959";
const LINE = "#D9D9D9";
const SMALL = 11;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Chinese characters are as wide as they are high. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, letter) => sum + (letter.codePointAt(0)! > 0x2e7f ? 1 : 0.56), 0) * size;

function fitted(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && widthOf(`${letters.join("")}…`, size) > room) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

function label(text: string, x: number, y: number, anchor: "start" | "middle" | "end", size = SMALL): string {
  return (
    `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-family="Calibri,Arial,sans-serif" ` +
    `font-size="${size}" fill="${INK}">${escaped(text)}</text>`
  );
}

const rect = ({ x, y, width, height }: Box, fill: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;

const line = (x1: number, y1: number, x2: number, y2: number): string =>
  `<path d="M${x1.toFixed(1)} ${y1.toFixed(1)}L${x2.toFixed(1)} ${y2.toFixed(1)}" stroke="${LINE}"/>`;

/** 1, 2 or 5 times a power of ten. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((times) => times * power >= rough) ?? 10) * power;
}

function scaleOf({ look: { valueAxis, type }, series, categories }: BarChart) {
  const stacked = type.includes("Stacked");
  const whole = type.endsWith("100");
  const sums = categories.map((_, point) => {
    const values = series.map(({ values: own }) => own[point] ?? 0);
    return stacked ? values.reduce((sum, value) => sum + Math.max(0, value), 0) : Math.max(0, ...values);
  });
  const top = valueAxis.maximum ?? (whole ? 1 : Math.max(1, ...sums));
  const step = valueAxis.majorUnit ?? roundStep(top / 5);
  const bottom = valueAxis.minimum ?? 0;
  const most = valueAxis.maximum ?? Math.ceil((top - bottom) / step) * step + bottom;
  const ticks: number[] = [];
  for (let tick = bottom; tick <= most + step / 1000 && ticks.length < 50; tick += step) ticks.push(tick);
  const words = ticks.map((tick) =>
    whole || valueAxis.numberFormat?.includes("%")
      ? `${Math.round(tick * 100)}%`
      : String(Number(tick.toFixed(6))),
  );
  return { stacked, whole, sums, bottom, most, ticks, words };
}

/** Bars and columns, beside each other or stacked: what a report shows. Positive values only, as counts are. */
export function barChartSvg(chart: BarChart, width: number, height: number): string {
  const { look, title, categories, series } = chart;
  const across = look.type.startsWith("Bar");
  const { stacked, whole, sums, bottom, most, ticks, words } = scaleOf(chart);
  const parts: string[] = [rect({ x: 0, y: 0, width, height }, "#FFFFFF")];
  let [top, low] = [10, height - 10];
  const [left, right] = [12, width - 14];
  if (title) {
    const size = ((look.titleSize ?? 14) * 4) / 3;
    parts.push(label(fitted(title, size, width - 20), width / 2, top + size, "middle", Math.round(size)));
    top += size + 14;
  }
  if (look.legendVisible) {
    const widths = series.map(({ name }) => 26 + widthOf(name, SMALL));
    let x = (width - widths.reduce((sum, one) => sum + one, 0)) / 2;
    const y = look.legend === "Top" ? top + 4 : low - 4;
    series.forEach(({ name, fill }, index) => {
      parts.push(rect({ x, y: y - 8, width: 9, height: 9 }, fill), label(name, x + 13, y, "start"));
      x += widths[index]!;
    });
    if (look.legend === "Top") top += 20;
    else low -= 22;
  }
  const axisTitle = look.valueAxis.titleVisible ? look.valueAxis.title : "";
  const names = across ? categories : words;
  const beside = Math.min(width * 0.35, Math.max(0, ...names.map((name) => widthOf(name, SMALL))) + 10);
  const plot: Box = {
    x: left + beside,
    y: top,
    width: right - left - beside,
    height: low - top - 18 - (across && axisTitle ? 14 : 0),
  };
  const end = plot.y + plot.height;
  const share = (value: number): number => Math.min(1, Math.max(0, (value - bottom) / (most - bottom || 1)));
  ticks.forEach((tick, index) => {
    const x = plot.x + share(tick) * plot.width;
    const y = end - share(tick) * plot.height;
    if (look.valueAxis.gridlines)
      parts.push(across ? line(x, plot.y, x, end) : line(plot.x, y, plot.x + plot.width, y));
    if (look.valueAxis.visible)
      parts.push(
        across ? label(words[index]!, x, end + 14, "middle") : label(words[index]!, plot.x - 6, y + 4, "end"),
      );
  });
  if (axisTitle && across) parts.push(label(axisTitle, plot.x + plot.width / 2, end + 28, "middle"));
  if (axisTitle && !across) parts.push(label(axisTitle, plot.x - beside, plot.y - 3, "start"));

  const slot = (across ? plot.height : plot.width) / Math.max(1, categories.length);
  const group = slot / (1 + (look.gapWidth ?? 150) / 100);
  const bar = stacked ? group : group / Math.max(1, series.length);
  // From the origin on: Excel draws bars from the bottom up unless the order is reversed.
  const backwards = look.categoryAxis.reverse !== across;
  categories.forEach((name, point) => {
    const place = backwards ? categories.length - 1 - point : point;
    const from = (across ? plot.y : plot.x) + place * slot;
    const start = from + (slot - group) / 2;
    if (look.categoryAxis.visible)
      parts.push(
        across
          ? label(fitted(name, SMALL, beside - 8), plot.x - 6, from + slot / 2 + 4, "end")
          : label(fitted(name, SMALL, slot - 2), from + slot / 2, end + 14, "middle"),
      );
    let sum = bottom;
    series.forEach(({ values, fill }, index) => {
      const value = (values[point] ?? 0) / (whole ? sums[point] || 1 : 1);
      const [a, b] = stacked ? [share(sum), share(sum + value)] : [0, share(value)];
      sum += value;
      if (b <= a) return;
      const at = start + (stacked ? 0 : index * bar);
      parts.push(
        across
          ? rect({ x: plot.x + a * plot.width, y: at, width: (b - a) * plot.width, height: bar }, fill)
          : rect({ x: at, y: end - b * plot.height, width: bar, height: (b - a) * plot.height }, fill),
      );
    });
  });
  parts.push(across ? line(plot.x, plot.y, plot.x, end) : line(plot.x, end, plot.x + plot.width, end));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join("")}</svg>`;
}
