import seen from "../../test/registers/headings.json";
import type { ColumnSpec, SheetSpec } from "./composeSheet";

/** Every second heading seen in real sheets: recognition was built on the others. */
const fields = (seen.fields as [string, string[]][]).filter((_, index) => index % 2 === 1);
const others = seen.others.filter((_, index) => index % 2 === 1);

const SHEETS = 10;

/** Sheets put together of such headings, each meaning once a sheet, with columns of other matters between them. */
export const heldOutSheets: readonly SheetSpec[] = Array.from({ length: SHEETS }, (_, sheet): SheetSpec => {
  const columns: ColumnSpec[] = [];
  const used = new Set<string>();
  fields.forEach(([heading, meanings], index) => {
    if (index % SHEETS !== sheet && !missing(meanings, used, index, sheet)) return;
    if (meanings.some((meaning) => used.has(meaning))) return;
    meanings.forEach((meaning) => used.add(meaning));
    columns.push({ heading, meaning: meanings });
  });
  others.forEach((heading, index) => {
    if (index % SHEETS !== sheet) return;
    columns.splice((index * 3) % (columns.length + 1), 0, {
      heading,
      cell: (order, row) => (index % 3 === 0 ? order.status : (row * 17 + index) % 900),
    });
  });
  return {
    name: `held out ${sheet + 1}`,
    lang: "en",
    seed: 40 + sheet,
    rows: 16,
    at: [sheet % 3, sheet % 2],
    columns,
    heldOut: true,
  };
});

/** Every sheet has an order number and a style, so that it is a tracker at all. */
function missing(
  meanings: readonly string[],
  used: ReadonlySet<string>,
  index: number,
  sheet: number,
): boolean {
  const [meaning] = meanings;
  return (
    (meaning === "po" || meaning === "style" || meaning === "due" || meaning === "qty") &&
    !used.has(meaning) &&
    index % 7 === sheet % 7
  );
}
