import { findChild, type XmlElement } from "@cj-tech-master/excelts/xml";

/** A colour as files give it: `FFRRGGBB`, a place in the theme with a tint, or a place in the old palette. */
export interface StoredColor {
  argb?: string;
  theme?: number;
  tint?: number;
  indexed?: number;
}

/** Office's theme of 2013, for files that bring none. In the file's order: dark and light are swapped in pairs. */
const OFFICE_THEME = [
  "FFFFFF",
  "000000",
  "E7E6E6",
  "44546A",
  "4472C4",
  "ED7D31",
  "A5A5A5",
  "FFC000",
  "5B9BD5",
  "70AD47",
  "0563C1",
  "954F72",
];

/** ECMA-376 18.8.27, places 0 to 63. */
const PALETTE = (
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF " +
  "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF " +
  "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 " +
  "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
).split(" ");

/** The theme's colours in the order that cells count them. */
export function themeColors(theme: XmlElement | undefined): string[] {
  const elements = theme && findChild(theme, "a:themeElements");
  const scheme = elements && findChild(elements, "a:clrScheme");
  if (!scheme) return OFFICE_THEME;
  const colors = scheme.children.flatMap((child) => {
    const value =
      child.type === "element" ? child.children.find((inner) => inner.type === "element") : undefined;
    return value?.type === "element" ? [value.attributes.lastClr ?? value.attributes.val ?? "000000"] : [];
  });
  const [dark1, light1, dark2, light2, ...accents] = colors;
  return [light1, dark1, light2, dark2, ...accents].map((color) => color ?? "000000");
}

export function resolveColor(color: StoredColor | undefined, theme: readonly string[]): string | undefined {
  if (!color) return undefined;
  if (color.argb !== undefined) return `#${color.argb.slice(-6).toUpperCase()}`;
  if (color.theme !== undefined) {
    const base = theme[color.theme];
    return base === undefined ? undefined : `#${tinted(base, color.tint ?? 0)}`;
  }
  const entry = color.indexed === undefined ? undefined : PALETTE[color.indexed];
  return entry === undefined ? undefined : `#${entry}`;
}

export const storedColor = (color: string): StoredColor => ({ argb: `FF${color.slice(1).toUpperCase()}` });

/** ECMA-376 18.8.19: the tint moves the lightness of the colour towards black or white. */
function tinted(rgb: string, tint: number): string {
  if (tint === 0) return rgb.toUpperCase();
  const [red, green, blue] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const lightness = (most + least) / 2;
  const spread = most - least;
  const saturation = spread === 0 ? 0 : spread / (1 - Math.abs(2 * lightness - 1));
  const sector =
    spread === 0
      ? 0
      : most === red
        ? ((green - blue) / spread + 6) % 6
        : most === green
          ? (blue - red) / spread + 2
          : (red - green) / spread + 4;
  const moved = tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * moved - 1)) * saturation;
  const second = chroma * (1 - Math.abs((sector % 2) - 1));
  const wheel: [number, number, number][] = [
    [chroma, second, 0],
    [second, chroma, 0],
    [0, chroma, second],
    [0, second, chroma],
    [second, 0, chroma],
    [chroma, 0, second],
  ];
  const shift = moved - chroma / 2;
  return wheel[Math.floor(sector) % 6]!.map((part) =>
    Math.round((part + shift) * 255)
      .toString(16)
      .padStart(2, "0"),
  )
    .join("")
    .toUpperCase();
}
