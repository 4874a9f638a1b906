import type { CellValue, Fields } from "../register";
import { median, targetOf, type CellReader } from "./cellReader";
import type { ClassifiedRow } from "./classifyRows";
import { foldedHeading, type FoundColumn } from "./keptColumns";
import type { CellPlace } from "./keptLabels";
import type { KeptSheet } from "./keptSheet";
import type { Area, Cells } from "./sheetGrid";

interface OneOrder {
  readonly rows: readonly { readonly row: number; readonly fields: Fields }[];
  readonly down: {
    readonly nameColumn: number;
    readonly rows: readonly { readonly row: number; readonly milestone: string }[];
  };
  readonly kinds: readonly ClassifiedRow[];
  /** The cell of the due date, where no label has it. */
  readonly due: readonly CellPlace[];
}

/** A sheet of one style: its labels and the milestones down it are one order. */
export function keptMilestones(
  kept: KeptSheet,
  down: NonNullable<KeptSheet["down"]>,
  cells: Cells,
  reader: CellReader,
  columns: readonly FoundColumn[],
  anchor: Area,
  firstRow: number,
  once: Readonly<Record<string, CellValue>>,
): OneOrder {
  const at = (fieldId: string): FoundColumn | undefined =>
    columns.find((column) => column.fieldId === fieldId);
  const nameColumn = at("milestone")?.column ?? anchor.column + down.nameColumn;
  const byName = new Map(Object.entries(down.milestones).map(([name, id]) => [foldedHeading(name), id]));
  const names = new Set<string>();
  const found: { row: number; milestone: string }[] = [];
  const kinds: ClassifiedRow[] = [];
  for (let row = firstRow; row < cells.bottom; row += 1) {
    const name = cells.text(row, nameColumn);
    const milestone = byName.get(foldedHeading(name));
    kinds.push({ row, kind: name !== "" ? "data" : "blank" });
    if (name === "" || milestone === undefined || names.has(milestone)) continue;
    names.add(milestone);
    found.push({ row, milestone });
  }
  while (kinds.length > 0 && kinds[kinds.length - 1]?.kind === "blank") kinds.pop();

  const fields: Record<string, CellValue> = { ...once };
  const parts = (["plan", "actual"] as const).flatMap((part) => {
    const column = at(part);
    return column ? [{ part, ...column }] : [];
  });
  let nearAbove: number | undefined;
  for (const { row, milestone } of found) {
    const days = parts.flatMap(({ column }) => reader.day(row, column) ?? []);
    const near = median([...days]) ?? nearAbove;
    if (days.length > 0) nearAbove = near;
    for (const { part, column, heading, kept: how } of parts) {
      const target = targetOf(kept.register, `${milestone}.${part}`, heading, how);
      const value = reader.read({ ...target, kind: "date" }, row, column, near);
      fields[`${milestone}.${part}`] = value;
      // An order is placed once: when it was, or else when it is to be.
      if (milestone === "T00" && value !== "" && (part === "actual" || (fields.orderDate ?? "") === ""))
        fields.orderDate = value;
    }
  }
  // What leaves the factory on its planned day is due on it, unless a label says otherwise; a sheet without a style is named after it.
  const due: CellPlace[] = [];
  const plan = at("plan");
  const leaves = found.find(({ milestone }) => milestone === "T30");
  if ((fields.due ?? "") === "" && plan && leaves) {
    fields.due = fields["T30.plan"] ?? "";
    due.push({ row: leaves.row, column: plan.column });
  }
  if ((fields.po ?? "") === "" && (fields.style ?? "") === "") fields.style = cells.grid.name.trim();
  const row = found[0]?.row ?? firstRow;
  return { rows: [{ row, fields }], down: { nameColumn, rows: found }, kinds, due };
}
