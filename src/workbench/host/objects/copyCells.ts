import { BookError } from "../../sheet/book";
import type { Area, CellValue } from "../../sheet/book";
import type { HostServices } from "../classes";

/** `All`, `Values`, `Formulas` or `Formats`; a smaller source is repeated. Relative addresses move along. */
export function copyCells(target: Area, source: Area, kind: string, host: HostServices): void {
  if (kind === "Link") {
    throw new BookError("NotImplemented", `This host cannot copy ${kind}.`);
  }
  const { cells } = host.book;
  const rows = Math.max(target.rows, source.rows);
  const columns = Math.max(target.columns, source.columns);
  const whole = { ...target, rows, columns };
  const each = <T>(read: (row: number, column: number) => T) =>
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_unused, column) => read(row, column)),
    );
  const values = cells.values(source);
  const at = ({ row, column }: Area, r: number, c: number) => ({ row: row + r, column: column + c });
  if (kind === "Formats" || kind === "All") {
    cells.copyFormats(source, whole);
    if (source.sheet === whole.sheet) host.book.conditionals.copy(source, whole);
  }
  if (kind === "Formats") return;
  cells.write(
    whole,
    each((r, c) => {
      const [sr, sc] = [r % source.rows, c % source.columns];
      if (kind === "Values") return asTyped(values[sr]![sc]!);
      const from = { sheet: source.sheet, ...at(source, sr, sc) };
      return (
        cells.formulaFor(from, { sheet: target.sheet, ...at(target, r, c) }) ?? asTyped(values[sr]![sc]!)
      );
    }),
  );
}

/** A text is copied as it is, whatever it looks like. */
const asTyped = (value: CellValue): CellValue =>
  typeof value === "string" && value !== "" ? `'${value}` : value;
