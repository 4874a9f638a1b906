import { textIn } from "./reportFields";
import type { CellValue } from "./register";

/** PO and style, however they are typed. */
export interface Goods {
  readonly po: CellValue | undefined;
  readonly style: CellValue | undefined;
}

const fold = (value: CellValue | undefined): string => textIn(value).normalize("NFKC").toLowerCase();

const goodsName = ({ po, style }: Goods): string => `${fold(po)}\n${fold(style)}`;

/** Whether an inspection speaks of these goods: what it leaves blank it says of all. */
export function speaksOf(inspection: Goods, goods: Goods): boolean {
  const [po, style] = [fold(inspection.po), fold(inspection.style)];
  return (
    po + style !== "" && (po === "" || po === fold(goods.po)) && (style === "" || style === fold(goods.style))
  );
}

/**
 * Inspections by the goods they name. One that names the PO only, or the style only, speaks of everything that has it: lists
 * that people keep themselves often name no more.
 */
export function byGoods<T>(
  inspections: readonly T[],
  goodsOf: (inspection: T) => Goods,
): (goods: Goods) => readonly T[] {
  const found = new Map<string, T[]>();
  for (const inspection of inspections) {
    const name = goodsName(goodsOf(inspection));
    if (name === "\n") continue;
    const same = found.get(name);
    if (same) same.push(inspection);
    else found.set(name, [inspection]);
  }
  return (goods) => {
    const [po, style] = [fold(goods.po), fold(goods.style)];
    const names = new Set([`${po}\n${style}`, `${po}\n`, `\n${style}`]);
    names.delete("\n");
    return [...names].flatMap((name) => found.get(name) ?? []);
  };
}
