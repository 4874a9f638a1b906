import type { Area, Border, Format, Side } from "../../sheet/book";
import { defineClass, invalidArgument, notFound, ref } from "../classes";
import type { HostServices } from "../classes";

const property = <K extends keyof Format>(key: K) => ({
  get: (area: Area, host: HostServices) => host.book.formats.get(area)[key],
  set: (area: Area, value: unknown, host: HostServices) => host.book.formats.set(area, { [key]: value }),
});

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#FFFFFF",
  red: "#FF0000",
  green: "#008000",
  blue: "#0000FF",
  yellow: "#FFFF00",
  orange: "#FFA500",
  gray: "#808080",
  grey: "#808080",
};

export function colour(value: unknown): string {
  const text = String(value);
  if (/^#?[0-9a-f]{6}$/i.test(text)) return `#${text.replace("#", "").toUpperCase()}`;
  const named = NAMED_COLOURS[text.toLowerCase()];
  if (!named) throw invalidArgument();
  return named;
}

export const rangeFormat = defineClass<Area>({
  name: "RangeFormat",
  scalars: {
    HorizontalAlignment: property("horizontalAlignment"),
    VerticalAlignment: property("verticalAlignment"),
    WrapText: property("wrapText"),
    IndentLevel: property("indentLevel"),
    TextOrientation: property("textOrientation"),
    ColumnWidth: {
      get: (area, host) => host.book.formats.columnWidth(area),
      set: (area, points: number, host) => host.book.formats.setColumnWidth(area, points),
    },
    RowHeight: {
      get: (area, host) => host.book.formats.rowHeight(area),
      set: (area, points: number, host) => host.book.formats.setRowHeight(area, points),
    },
  },
  navigations: {
    Fill: (area) => ref("RangeFill", area),
    Font: (area) => ref("RangeFont", area),
    Borders: (area) => ref("RangeBorderCollection", area),
    Protection: (area) => ref("FormatProtection", area),
  },
  methods: {
    AutofitColumns: (area, _args, host) => host.book.formats.autofitColumns(area),
    AutofitRows: (area, _args, host) => host.book.formats.autofitRows(area),
  },
});

export const rangeFill = defineClass<Area>({
  name: "RangeFill",
  scalars: {
    Color: {
      // Excel says white where there is no fill.
      get: (area, host) => {
        const { fill } = host.book.formats.get(area);
        return fill === "" ? "#FFFFFF" : (fill ?? "");
      },
      set: (area, value, host) => host.book.formats.set(area, { fill: value === "" ? "" : colour(value) }),
    },
  },
  methods: { Clear: (area, _args, host) => host.book.formats.set(area, { fill: "" }) },
});

export const rangeFont = defineClass<Area>({
  name: "RangeFont",
  scalars: {
    Name: property("fontName"),
    Size: property("fontSize"),
    Color: {
      get: (area, host) => host.book.formats.get(area).fontColor ?? "",
      set: (area, value, host) => host.book.formats.set(area, { fontColor: colour(value) }),
    },
    Bold: property("bold"),
    Italic: property("italic"),
    Underline: property("underline"),
    Strikethrough: property("strikethrough"),
  },
});

export const formatProtection = defineClass<Area>({
  name: "FormatProtection",
  scalars: { Locked: property("locked"), FormulaHidden: property("formulaHidden") },
});

const SIDES: readonly Side[] = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
];

interface OneBorder {
  area: Area;
  side: Side;
}

export const rangeBorderCollection = defineClass<Area>({
  name: "RangeBorderCollection",
  scalars: { Count: () => SIDES.length },
  items: (area) => SIDES.map((side) => ref("RangeBorder", { area, side } satisfies OneBorder)),
  item: (area, key) => {
    const side = SIDES.find((word) => word === key);
    if (!side) throw notFound();
    return ref("RangeBorder", { area, side } satisfies OneBorder);
  },
  methods: {
    GetItemAt: (area, [index]) => {
      const side = SIDES[index as number];
      if (!side) throw notFound();
      return ref("RangeBorder", { area, side } satisfies OneBorder);
    },
  },
});

const borderProperty = (key: keyof Border, read: (value: unknown) => string = String) => ({
  get: ({ area, side }: OneBorder, host: HostServices) => host.book.formats.border(area, side)[key],
  set: ({ area, side }: OneBorder, value: unknown, host: HostServices) =>
    host.book.formats.setBorder(area, side, { [key]: read(value) }),
});

export const rangeBorder = defineClass<OneBorder>({
  name: "RangeBorder",
  id: ({ side }) => side,
  scalars: {
    SideIndex: ({ side }) => side,
    Style: borderProperty("style"),
    Weight: borderProperty("weight"),
    Color: borderProperty("color", colour),
  },
});
