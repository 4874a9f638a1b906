import type { Border, Borders, Fill, Font, Style } from "@cj-tech-master/excelts";
import { resolveColor, storedColor } from "./colors";
import type { FileBorder, FileFont, FileStyle } from "./fileBook";

type LibraryStyle = Partial<Style>;

const SIDES = ["top", "bottom", "left", "right"] as const;

/** Leaves out what is undefined, so that equal styles look equal. */
const given = <T extends object>(value: T): T =>
  Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined && entry !== false),
  ) as T;

const filled = <T extends object>(value: T): T | undefined =>
  Object.keys(value).length > 0 ? value : undefined;

export function readFont(
  font: Partial<Font> | undefined,
  theme: readonly string[],
  base: FileFont = {},
): FileFont | undefined {
  if (!font) return undefined;
  const underline = font.underline;
  const color = resolveColor(font.color, theme);
  return filled(
    given({
      name: font.name === base.name ? undefined : font.name,
      size: font.size === base.size ? undefined : font.size,
      bold: font.bold,
      italic: font.italic,
      underline:
        !underline || underline === "none"
          ? undefined
          : /^double/.test(String(underline))
            ? ("double" as const)
            : ("single" as const),
      strike: font.strike,
      color: color === base.color ? undefined : color,
      script:
        font.vertAlign === "superscript"
          ? ("super" as const)
          : font.vertAlign === "subscript"
            ? ("sub" as const)
            : undefined,
    }),
  );
}

export function writeFont(font: FileFont | undefined, base: FileFont = {}): Partial<Font> {
  const all = { ...base, ...font };
  return given({
    name: all.name,
    size: all.size,
    bold: all.bold,
    italic: all.italic,
    underline: all.underline === "double" ? ("double" as const) : all.underline ? true : undefined,
    strike: all.strike,
    color: all.color === undefined ? undefined : (storedColor(all.color) as Font["color"]),
    vertAlign:
      all.script === "super"
        ? ("superscript" as const)
        : all.script === "sub"
          ? ("subscript" as const)
          : undefined,
  });
}

/** A line without a colour of its own is black. */
const edgeOf = ({ style, color }: Partial<Border>, theme: readonly string[]): FileBorder => ({
  style: style!,
  color: resolveColor(color, theme) ?? "#000000",
});

function readBorder(border: Partial<Borders> | undefined, theme: readonly string[]): FileStyle["border"] {
  const sides = SIDES.flatMap((side): [string, FileBorder][] => {
    const edge = border?.[side];
    if (!edge?.style) return [];
    return [[side, edgeOf(edge, theme)]];
  });
  const diagonal = border?.diagonal;
  if (diagonal?.style && diagonal.down) sides.push(["diagonalDown", edgeOf(diagonal, theme)]);
  if (diagonal?.style && diagonal.up) sides.push(["diagonalUp", edgeOf(diagonal, theme)]);
  return sides.length > 0 ? Object.fromEntries(sides) : undefined;
}

function writeBorder(border: NonNullable<FileStyle["border"]>): Partial<Borders> {
  const line = (edge: FileBorder) =>
    given({ style: edge.style, color: edge.color && storedColor(edge.color) }) as Partial<Border>;
  const { diagonalDown: down, diagonalUp: up } = border;
  const diagonal = down ?? up;
  return {
    ...Object.fromEntries(SIDES.flatMap((side) => (border[side] ? [[side, line(border[side])]] : []))),
    ...(diagonal && { diagonal: { ...line(diagonal), up: up !== undefined, down: down !== undefined } }),
  };
}

function readFill(
  fill: Fill | undefined,
  theme: readonly string[],
  loses: (feature: string) => void,
): string | undefined {
  if (!fill) return undefined;
  if (fill.type === "pattern") {
    if (fill.pattern === "none") return undefined;
    if (fill.pattern !== "solid") loses("fillPattern");
    return resolveColor(fill.fgColor ?? fill.bgColor, theme);
  }
  loses("fillGradient");
  return resolveColor(fill.stops[0]?.color, theme);
}

/** `loses` hears of what only the file can hold: gradients, patterns. */
export function readStyle(
  style: LibraryStyle,
  theme: readonly string[],
  base: FileFont,
  loses: (feature: string) => void,
): FileStyle {
  const { alignment, protection } = style;
  const format = typeof style.numFmt === "string" ? style.numFmt : style.numFmt?.formatCode;
  const rotation = alignment?.textRotation;
  const read = given({
    numberFormat: format === "General" ? undefined : format,
    font: readFont(style.font, theme, base),
    fill: readFill(style.fill, theme, loses),
    horizontal: alignment?.horizontal,
    vertical: alignment?.vertical === "bottom" ? undefined : alignment?.vertical,
    wrap: alignment?.wrapText,
    shrink: alignment?.shrinkToFit,
    indent: alignment?.indent || undefined,
    rotation: rotation || undefined,
    border: readBorder(style.border, theme),
    formulaHidden: protection?.hidden,
  });
  return protection?.locked === false ? { ...read, locked: false } : read;
}

export function writeStyle(style: FileStyle, base: FileFont): LibraryStyle {
  const alignment = given({
    horizontal: style.horizontal,
    vertical: style.vertical,
    wrapText: style.wrap,
    shrinkToFit: style.shrink,
    indent: style.indent,
    textRotation: style.rotation,
  });
  const locked = style.locked === false || style.formulaHidden;
  return given({
    numFmt: style.numberFormat,
    font: style.font && writeFont(style.font, base),
    fill:
      style.fill === undefined
        ? undefined
        : { type: "pattern", pattern: "solid", fgColor: storedColor(style.fill) },
    alignment: filled(alignment),
    border: style.border && writeBorder(style.border),
    protection: locked ? { locked: style.locked !== false, hidden: style.formulaHidden === true } : undefined,
  });
}
