import { attr, findChild, xmlEncodeAttr, type XmlElement } from "@cj-tech-master/excelts/xml";
import { resolveColor, type StoredColor } from "./colors";
import type { FileBorder, FileFont, FileRuleStyle, FileStyle } from "./fileBook";

/** Differential formats (`dxf`): what a rule paints over a cell's own look. */

const SIDES = ["left", "right", "top", "bottom"] as const;

export function elementColor(element: XmlElement | undefined, theme: readonly string[]): string | undefined {
  if (!element) return undefined;
  const number = (name: string): number | undefined =>
    attr(element, name) === undefined ? undefined : Number(attr(element, name));
  const stored: StoredColor = {
    argb: attr(element, "rgb"),
    theme: number("theme"),
    tint: number("tint"),
    indexed: number("indexed"),
  };
  return resolveColor(stored, theme);
}

const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !["0", "false", "none"].includes(attr(element, "val") ?? "1");

export function readRuleStyle(dxf: XmlElement | undefined, theme: readonly string[]): FileRuleStyle {
  if (!dxf) return {};
  const style: FileRuleStyle = {};
  const font = findChild(dxf, "font");
  if (font) {
    const read: FileFont = {};
    if (isOn(findChild(font, "b"))) read.bold = true;
    if (isOn(findChild(font, "i"))) read.italic = true;
    if (isOn(findChild(font, "strike"))) read.strike = true;
    const underline = findChild(font, "u");
    if (isOn(underline)) read.underline = attr(underline!, "val")?.startsWith("double") ? "double" : "single";
    const color = elementColor(findChild(font, "color"), theme);
    if (color !== undefined) read.color = color;
    if (Object.keys(read).length > 0) style.font = read;
  }
  const format = findChild(dxf, "numFmt");
  if (format) style.numberFormat = attr(format, "formatCode") ?? "General";
  const fill = findChild(dxf, "fill");
  const pattern = fill && findChild(fill, "patternFill");
  // In these formats, unlike in cells, a plain fill has its colour in the background.
  const color =
    pattern && elementColor(findChild(pattern, "bgColor") ?? findChild(pattern, "fgColor"), theme);
  if (color !== undefined) style.fill = color;
  const border = readBorder(findChild(dxf, "border"), theme);
  if (border) style.border = border;
  return style;
}

function readBorder(border: XmlElement | undefined, theme: readonly string[]): FileStyle["border"] {
  const read: Partial<Record<(typeof SIDES)[number], FileBorder>> = {};
  for (const side of SIDES) {
    const element = border && findChild(border, side);
    const style = element && attr(element, "style");
    if (!style || style === "none") continue;
    const color = elementColor(findChild(element, "color"), theme);
    read[side] = color === undefined ? { style } : { style, color };
  }
  return Object.keys(read).length > 0 ? read : undefined;
}

export const colorXml = (name: string, color: string): string =>
  `<${name} rgb="FF${color.slice(1).toUpperCase()}"/>`;

export function ruleStyleXml(style: FileRuleStyle, formatId: number): string {
  const { font, fill, border, numberFormat } = style;
  const fontXml = font
    ? `<font>${font.bold ? "<b/>" : ""}${font.italic ? "<i/>" : ""}${font.strike ? "<strike/>" : ""}` +
      `${font.underline ? `<u${font.underline === "double" ? ` val="double"` : ""}/>` : ""}${font.color ? colorXml("color", font.color) : ""}</font>`
    : "";
  const formatXml =
    numberFormat === undefined
      ? ""
      : `<numFmt numFmtId="${formatId}" formatCode="${xmlEncodeAttr(numberFormat)}"/>`;
  const fillXml =
    fill === undefined
      ? ""
      : `<fill><patternFill patternType="solid">${colorXml("fgColor", fill)}${colorXml("bgColor", fill)}</patternFill></fill>`;
  const sides = SIDES.map((side) => {
    const edge = border?.[side];
    return edge
      ? `<${side} style="${edge.style}">${edge.color ? colorXml("color", edge.color) : ""}</${side}>`
      : "";
  });
  return `<dxf>${fontXml}${formatXml}${fillXml}${border ? `<border>${sides.join("")}</border>` : ""}</dxf>`;
}
