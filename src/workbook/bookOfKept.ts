import { columnLetters } from "../registers/columnLetters";
import type { KeptReading } from "../registers/sheet/keptRows";
import type { UnreadCell } from "../registers/sheet/unreadCells";
import type { BookIssue } from "./book";
import { cellAddress } from "./cellAddress";
import { nameOf, type KeptNow } from "./keptSheets";

/** Headings and rows of a kept sheet as they stand, rows typed below the anchor too. */
export function addressOfKept({ area, kinds }: KeptReading): string {
  const last = kinds.reduce((row, one) => (one.kind === "data" ? one.row : row), area.row);
  const rows = Math.max(area.rows, last - area.row + 1);
  const address = cellAddress("S", area.row, area.column, rows, area.columns);
  return address.slice(address.indexOf("!") + 1);
}

/** Heading of each field: of a column, of a label, or the name that a milestone has where milestones run down. */
export function headingsOfKept(readings: readonly KeptReading[]): Record<string, string> {
  const headings: Record<string, string> = {};
  for (const { kept, columns, labels, down } of readings) {
    for (const { fieldId, heading } of columns) {
      if (!down) headings[fieldId] ??= heading;
    }
    for (const { fieldId } of labels) {
      const label = kept.labels.find((one) => one.fieldId === fieldId)?.label;
      if (label !== undefined) headings[fieldId] ??= label;
    }
    if (!down || !kept.down) continue;
    for (const [name, milestone] of Object.entries(kept.down.milestones)) {
      for (const part of ["plan", "actual"]) {
        const column = columns.find(({ fieldId }) => fieldId === part);
        if (column) headings[`${milestone}.${part}`] ??= `${name} / ${column.heading}`;
      }
    }
  }
  return headings;
}

/** Rows that hold something and do not say what they are: they are in no list, and the user is told so. */
function unnamedRows({ kept, rows, columns }: KeptReading): number[] {
  const own = columns.filter(({ kept: { added } }) => added !== true).map(({ fieldId }) => fieldId);
  return rows.flatMap((row) => {
    const filled = own.filter((id) => (row.fields[id] ?? "") !== "" && row.from?.[id] === undefined);
    return filled.length >= 2 && nameOf(kept.register, row) === undefined ? [row.row] : [];
  });
}

/** What the user should know of the kept sheets that were read. */
export function issuesOfKept(now: readonly KeptNow[]): BookIssue[] {
  return now.flatMap(({ reading, isProtected }): BookIssue[] => {
    const { kept, sheet, found, changes, missingFormulas } = reading;
    const { register } = kept;
    if (!found)
      return [{ code: "anchorLost", register, params: { sheet }, mends: ["findAgain", "forgetSheet"] }];
    const [firstUnnamed, ...unnamed] = unnamedRows(reading);
    const rows = new Set(missingFormulas.flatMap((missing) => missing.rows));
    return [
      ...changes.map(({ fieldId: field, was, now: today }): BookIssue =>
        today === undefined
          ? { code: "columnMissing", register, params: { field, was, sheet }, mends: ["findAgain", "forget"] }
          : {
              code: "headingRenamed",
              register,
              params: { field, was, now: today, sheet },
              mends: ["acceptHeading", "forget"],
            },
      ),
      ...(rows.size > 0
        ? [
            {
              code: "formulasMissing" as const,
              register,
              params: { sheet, count: rows.size },
              mends: ["fillFormulas" as const],
            },
          ]
        : []),
      ...(firstUnnamed !== undefined
        ? [
            {
              code: "rowsUnnamed" as const,
              register,
              params: {
                sheet,
                count: unnamed.length + 1,
                address: `${columnLetters(reading.area.column)}${firstUnnamed + 1}`,
              },
              mends: ["showRow" as const],
            },
          ]
        : []),
      ...(isProtected ? [{ code: "sheetProtected" as const, register, params: { sheet }, mends: [] }] : []),
    ];
  });
}

export const unreadOfKept = ({ kept: { register }, sheet, unread }: KeptReading): UnreadCell[] =>
  unread.map(({ row, column, formula, ...cell }) => ({
    register,
    sheet,
    address: `${columnLetters(column)}${row + 1}`,
    ...cell,
    ...(formula && { formula }),
  }));
