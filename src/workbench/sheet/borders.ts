import { BorderStyleTypes } from "@univerjs/core";
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from "@univerjs/core";
import type { Rect } from "./a1";
import type { Border, Side } from "./book";

const STYLES: readonly (readonly [BorderStyleTypes, string, string])[] = [
  [BorderStyleTypes.NONE, "None", "Thin"],
  [BorderStyleTypes.THIN, "Continuous", "Thin"],
  [BorderStyleTypes.HAIR, "Continuous", "Hairline"],
  [BorderStyleTypes.MEDIUM, "Continuous", "Medium"],
  [BorderStyleTypes.THICK, "Continuous", "Thick"],
  [BorderStyleTypes.DASHED, "Dash", "Thin"],
  [BorderStyleTypes.MEDIUM_DASHED, "Dash", "Medium"],
  [BorderStyleTypes.DOTTED, "Dot", "Thin"],
  [BorderStyleTypes.DOUBLE, "Double", "Thick"],
  [BorderStyleTypes.DASH_DOT, "DashDot", "Thin"],
  [BorderStyleTypes.DASH_DOT_DOT, "DashDotDot", "Thin"],
  [BorderStyleTypes.SLANT_DASH_DOT, "SlantDashDot", "Thin"],
];

const KEYS: Readonly<Record<Side, keyof IBorderData>> = {
  EdgeTop: "t",
  EdgeBottom: "b",
  EdgeLeft: "l",
  EdgeRight: "r",
  InsideHorizontal: "b",
  InsideVertical: "r",
  DiagonalDown: "tl_br",
  DiagonalUp: "bl_tr",
};

function fromUniver(border: Nullable<IBorderStyleData>): Border {
  const [, style, weight] =
    STYLES.find(([own]) => own === (border?.s ?? BorderStyleTypes.NONE)) ?? STYLES[0]!;
  return { style, weight, color: border?.cl.rgb ?? "#000000" };
}

function toUniver({ style, color, weight }: Border): IBorderStyleData | null {
  if (style === "None") return null;
  const found =
    STYLES.find(([, own, ownWeight]) => own === style && ownWeight === weight) ??
    STYLES.find(([, own]) => own === style);
  return { s: found?.[0] ?? BorderStyleTypes.THIN, cl: { rgb: color } };
}

function touches(rect: Rect, side: Side, row: number, column: number): boolean {
  switch (side) {
    case "EdgeTop":
      return row === rect.row;
    case "EdgeBottom":
      return row === rect.row + rect.rows - 1;
    case "EdgeLeft":
      return column === rect.column;
    case "EdgeRight":
      return column === rect.column + rect.columns - 1;
    case "InsideHorizontal":
      return row < rect.row + rect.rows - 1;
    case "InsideVertical":
      return column < rect.column + rect.columns - 1;
    default:
      return true;
  }
}

/** The border that one cell of a range gets; undefined where that side of the range is not its own. */
export function borderOn(
  rect: Rect,
  side: Side,
  border: Border,
  row: number,
  column: number,
): IBorderData | undefined {
  return touches(rect, side, row, column) ? { [KEYS[side]]: toUniver(border) } : undefined;
}

export function readBorder(
  rect: Rect,
  side: Side,
  styleAt: (row: number, column: number) => Nullable<IStyleData>,
): Border {
  const bottom = side === "EdgeBottom" ? rect.row + rect.rows - 1 : rect.row;
  const right = side === "EdgeRight" ? rect.column + rect.columns - 1 : rect.column;
  return fromUniver(styleAt(bottom, right)?.bd?.[KEYS[side]]);
}
