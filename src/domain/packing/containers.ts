import { piecesUp } from "../orders/wholePieces";

export type ContainerType = "20'" | "40'" | "40HQ";

/**
 * What garment cartons fill in practice (of 33.1, 67.6 and 76.2 m³ inside) and the payload, smallest first. Forwarders' figures:
 * 26-28, 55-58 and 60-68 m³; 22, 24 and 24 t, less on roads in the USA.
 */
const containerTypes: readonly { readonly type: ContainerType; readonly cbm: number; readonly kg: number }[] =
  [
    { type: "20'", cbm: 28, kg: 22_000 },
    { type: "40'", cbm: 58, kg: 24_000 },
    { type: "40HQ", cbm: 68, kg: 24_000 },
  ];

export interface ContainerLoad {
  readonly count: number;
  readonly type: ContainerType;
  /** How full they are, by volume or by weight, whichever is more. */
  readonly fill: number;
}

/** The fewest containers of one type for a shipment; of types that need equally many, the smallest. */
export function containers(cbm: number, kg = 0, only?: ContainerType): ContainerLoad {
  let best: ContainerLoad | undefined;
  for (const container of containerTypes) {
    if (only !== undefined && container.type !== only) continue;
    const load = Math.max(cbm / container.cbm, kg / container.kg);
    const count = Math.max(1, piecesUp(load));
    if (!best || count < best.count) best = { count, type: container.type, fill: load / count };
  }
  return best as ContainerLoad;
}

/** 20', 40' and 40HQ, also as 20GP, 40尺, 40HC, 小柜, 大柜 or 高柜; undefined for any other word. */
export function readContainerType(word: string): ContainerType | undefined {
  const name = word
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s'’′"]|尺|英尺|呎|FT|FEET|FOOT/g, "");
  if (/^(?:20(?:GP|DC|DV|柜|小柜)?|小柜)$/.test(name)) return "20'";
  if (/^(?:40(?:GP|DC|DV|柜|平柜|大柜)?|大柜|平柜)$/.test(name)) return "40'";
  return /^(?:40(?:HQ|HC|H|高柜)|高柜|HQ|HC)$/.test(name) ? "40HQ" : undefined;
}
