import type { Fields } from "../registers/register";
import type { Book, RegisterTable } from "../workbook/book";

function sameFields(a: Fields, b: Fields): boolean {
  const ids = Object.keys(a);
  return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
}

function sameTable(a: RegisterTable | undefined, b: RegisterTable | undefined): boolean {
  if (!a || !b) return a === b;
  const { rows: left, ...ofLeft } = a;
  const { rows: right, ...ofRight } = b;
  return (
    left.length === right.length &&
    JSON.stringify(ofLeft) === JSON.stringify(ofRight) &&
    left.every((row, i) => {
      const other = right[i];
      return (
        other !== undefined &&
        row.key === other.key &&
        row.sheetRow === other.sheetRow &&
        sameFields(row.fields, other.fields)
      );
    })
  );
}

/**
 * Whether two readings say the same. In a workbook that counts from TODAY() Excel tells of a calculation after every edit
 * anywhere; what was read then is mostly what was there before, and nothing has to be drawn or forecast again.
 */
export function sameBook({ tables: left, ...a }: Book, { tables: right, ...b }: Book): boolean {
  const ids = new Set([...Object.keys(left), ...Object.keys(right)] as (keyof Book["tables"])[]);
  return JSON.stringify(a) === JSON.stringify(b) && [...ids].every((id) => sameTable(left[id], right[id]));
}
