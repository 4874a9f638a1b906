import { HorizontalAlign, VerticalAlign } from "@univerjs/core";

const HORIZONTAL: readonly (readonly [HorizontalAlign, string])[] = [
  [HorizontalAlign.UNSPECIFIED, "General"],
  [HorizontalAlign.LEFT, "Left"],
  [HorizontalAlign.CENTER, "Center"],
  [HorizontalAlign.RIGHT, "Right"],
  [HorizontalAlign.JUSTIFIED, "Justify"],
  [HorizontalAlign.DISTRIBUTED, "Distributed"],
];

const VERTICAL: readonly (readonly [VerticalAlign, string])[] = [
  [VerticalAlign.UNSPECIFIED, "Bottom"],
  [VerticalAlign.TOP, "Top"],
  [VerticalAlign.MIDDLE, "Center"],
  [VerticalAlign.BOTTOM, "Bottom"],
];

export const fromHorizontal = (align: HorizontalAlign) =>
  HORIZONTAL.find(([own]) => own === align)?.[1] ?? "General";
export const toHorizontal = (word: string) =>
  HORIZONTAL.find(([, own]) => own === word)?.[0] ?? HorizontalAlign.UNSPECIFIED;
export const fromVertical = (align: VerticalAlign) =>
  VERTICAL.find(([own]) => own === align)?.[1] ?? "Bottom";
export const toVertical = (word: string) =>
  VERTICAL.find(([, own]) => own === word)?.[0] ?? VerticalAlign.UNSPECIFIED;
