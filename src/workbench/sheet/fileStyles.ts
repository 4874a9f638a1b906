import {
  BaselineOffset,
  BooleanNumber,
  BorderStyleTypes,
  HorizontalAlign,
  TextDecoration,
  VerticalAlign,
  WrapStrategy,
} from "@univerjs/core";
import type { IStyleBase, IStyleData, Nullable } from "@univerjs/core";
import type { FileBorder, FileFont, FileRuleStyle, FileStyle } from "../files/fileBook";

/** Looks of cells between a file and Univer. What Univer's styles have no place for stands in the cell's own data. */
export interface CellExtras {
  locked?: boolean;
  formulaHidden?: boolean;
  shrink?: boolean;
}

const BORDERS: readonly (readonly [string, BorderStyleTypes])[] = [
  ["thin", BorderStyleTypes.THIN],
  ["hair", BorderStyleTypes.HAIR],
  ["dotted", BorderStyleTypes.DOTTED],
  ["dashed", BorderStyleTypes.DASHED],
  ["dashDot", BorderStyleTypes.DASH_DOT],
  ["dashDotDot", BorderStyleTypes.DASH_DOT_DOT],
  ["double", BorderStyleTypes.DOUBLE],
  ["medium", BorderStyleTypes.MEDIUM],
  ["mediumDashed", BorderStyleTypes.MEDIUM_DASHED],
  ["mediumDashDot", BorderStyleTypes.MEDIUM_DASH_DOT],
  ["mediumDashDotDot", BorderStyleTypes.MEDIUM_DASH_DOT_DOT],
  ["slantDashDot", BorderStyleTypes.SLANT_DASH_DOT],
  ["thick", BorderStyleTypes.THICK],
];

const SIDES = [
  ["top", "t"],
  ["bottom", "b"],
  ["left", "l"],
  ["right", "r"],
  ["diagonalDown", "tl_br"],
  ["diagonalUp", "bl_tr"],
] as const;

const HORIZONTAL: readonly (readonly [NonNullable<FileStyle["horizontal"]>, HorizontalAlign])[] = [
  ["left", HorizontalAlign.LEFT],
  ["center", HorizontalAlign.CENTER],
  ["right", HorizontalAlign.RIGHT],
  ["justify", HorizontalAlign.JUSTIFIED],
  ["distributed", HorizontalAlign.DISTRIBUTED],
];

const VERTICAL: readonly (readonly [NonNullable<FileStyle["vertical"]>, VerticalAlign])[] = [
  ["top", VerticalAlign.TOP],
  ["middle", VerticalAlign.MIDDLE],
  ["bottom", VerticalAlign.BOTTOM],
];

/** Pixels that one step of Excel's indent takes. */
const INDENT = 10;

export function univerFont(font: FileFont | undefined): IStyleBase {
  if (!font) return {};
  return {
    ...(font.name !== undefined && { ff: font.name }),
    ...(font.size !== undefined && { fs: font.size }),
    ...(font.bold && { bl: BooleanNumber.TRUE }),
    ...(font.italic && { it: BooleanNumber.TRUE }),
    ...(font.underline && {
      ul: { s: BooleanNumber.TRUE, ...(font.underline === "double" && { t: TextDecoration.DOUBLE }) },
    }),
    ...(font.strike && { st: { s: BooleanNumber.TRUE } }),
    ...(font.color !== undefined && { cl: { rgb: font.color } }),
    ...(font.script && {
      va: font.script === "super" ? BaselineOffset.SUPERSCRIPT : BaselineOffset.SUBSCRIPT,
    }),
  };
}

export function univerStyle(style: FileStyle | FileRuleStyle): IStyleData {
  const look = style as FileStyle;
  const borders = SIDES.flatMap(([side, key]) => {
    const edge = look.border?.[side];
    const kind = BORDERS.find(([name]) => name === edge?.style)?.[1];
    return edge && kind !== undefined ? [[key, { s: kind, cl: { rgb: edge.color ?? "#000000" } }]] : [];
  });
  const horizontal = HORIZONTAL.find(([name]) => name === look.horizontal)?.[1];
  const vertical = VERTICAL.find(([name]) => name === look.vertical)?.[1];
  return {
    ...univerFont(look.font),
    ...(look.numberFormat !== undefined && { n: { pattern: look.numberFormat } }),
    ...(look.fill !== undefined && { bg: { rgb: look.fill } }),
    ...(horizontal !== undefined && { ht: horizontal }),
    ...(vertical !== undefined && { vt: vertical }),
    ...(look.wrap && { tb: WrapStrategy.WRAP }),
    ...(look.indent !== undefined && { pd: { l: look.indent * INDENT } }),
    ...(look.rotation !== undefined && {
      tr: look.rotation === "vertical" ? { a: 0, v: BooleanNumber.TRUE } : { a: -look.rotation },
    }),
    ...(borders.length > 0 && { bd: Object.fromEntries(borders) as IStyleData["bd"] }),
  };
}

export const cellExtras = (style: FileStyle): CellExtras => ({
  ...(style.locked === false && { locked: false }),
  ...(style.formulaHidden && { formulaHidden: true }),
  ...(style.shrink && { shrink: true }),
});

export function hexColor(rgb: Nullable<string>): string | undefined {
  if (!rgb) return undefined;
  const parts = /^rgba?\((\d+),\s*(\d+),\s*(\d+)/.exec(rgb);
  if (!parts) return rgb.toUpperCase();
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, "0"))
    .join("")
    .toUpperCase()}`;
}

export function fileFont(style: IStyleBase): FileFont | undefined {
  const color = hexColor(style.cl?.rgb);
  const font: FileFont = {
    ...(style.ff && { name: style.ff }),
    ...(style.fs && { size: style.fs }),
    ...(style.bl === BooleanNumber.TRUE && { bold: true }),
    ...(style.it === BooleanNumber.TRUE && { italic: true }),
    ...(style.ul?.s && {
      underline: style.ul.t === TextDecoration.DOUBLE ? ("double" as const) : ("single" as const),
    }),
    ...(style.st?.s && { strike: true }),
    ...(color !== undefined && { color }),
    ...(style.va === BaselineOffset.SUPERSCRIPT && { script: "super" as const }),
    ...(style.va === BaselineOffset.SUBSCRIPT && { script: "sub" as const }),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** Keys in the order in which files are read, so that equal styles are written alike. */
export function fileStyle(style: Nullable<IStyleData>, extras: CellExtras = {}): FileStyle {
  const look = style ?? {};
  const font = fileFont(look);
  const fill = hexColor(look.bg?.rgb);
  const horizontal = HORIZONTAL.find(([, align]) => align === look.ht)?.[0];
  const vertical = VERTICAL.find(([, align]) => align === look.vt)?.[0];
  const indent = Math.round((look.pd?.l ?? 0) / INDENT);
  const rotation = look.tr?.v ? ("vertical" as const) : look.tr?.a ? -look.tr.a : undefined;
  const pattern = look.n?.pattern;
  const edges = SIDES.flatMap(([side, key]): [string, FileBorder][] => {
    const edge = look.bd?.[key];
    const name = BORDERS.find(([, kind]) => kind === edge?.s)?.[0];
    return edge && name !== undefined
      ? [[side, { style: name, color: hexColor(edge.cl.rgb) ?? "#000000" }]]
      : [];
  });
  return {
    ...(pattern && pattern !== "General" && { numberFormat: pattern }),
    ...(font && { font }),
    ...(fill !== undefined && { fill }),
    ...(horizontal && { horizontal }),
    ...(vertical && vertical !== "bottom" && { vertical }),
    ...(look.tb === WrapStrategy.WRAP && { wrap: true }),
    ...(extras.shrink && { shrink: true }),
    ...(indent > 0 && { indent }),
    ...(rotation !== undefined && { rotation }),
    ...(edges.length > 0 && { border: Object.fromEntries(edges) }),
    ...(extras.formulaHidden && { formulaHidden: true }),
    ...(extras.locked === false && { locked: false }),
  };
}
