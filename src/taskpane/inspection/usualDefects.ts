import { defects, findDefect, type Defect } from "../../domain/quality/defects";
import type { Book } from "../../workbook/book";
import { numberOf, textOf } from "../ui/dates";

/** What sewing factories find most, for a workbook that has no history yet. */
const atFirst = ["S01", "S04", "S02", "S09", "A03", "A01", "F01", "M01"];

/** The defects that this workbook's inspections found most, those of the last inspections counting more. */
export function usualDefects(book: Book, most: number): readonly Defect[] {
  const rows = book.tables.defects?.rows ?? [];
  const weights = new Map<string, number>();
  rows.forEach(({ fields }, index) => {
    const code = textOf(fields.code).toUpperCase();
    const recent = (index + 1) / rows.length;
    weights.set(code, (weights.get(code) ?? 0) + (numberOf(fields.count) ?? 1) * (1 + recent));
  });
  const found = [...weights].sort((a, b) => b[1] - a[1]).map(([code]) => code);
  const list = [...new Set([...found, ...atFirst])].flatMap((code) => findDefect(code) ?? []);
  return (list.length ? list : defects).slice(0, most);
}
