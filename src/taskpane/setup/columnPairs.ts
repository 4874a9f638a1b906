import type { ColumnReading } from "../../registers/sheet/sheetReading";
import { milestoneOf } from "./answerQuestion";

/** Columns in the order of the sheet, an actual date beside its planned one wherever it stands. */
export function columnPairs(columns: readonly ColumnReading[]): readonly (readonly ColumnReading[])[] {
  const pairs = new Map<string, ColumnReading[]>();
  const groups: ColumnReading[][] = [];
  for (const column of columns) {
    const milestone = milestoneOf(column.meaning);
    const pair = milestone === undefined ? undefined : pairs.get(milestone);
    if (pair) {
      pair.push(column);
      continue;
    }
    const group = [column];
    groups.push(group);
    if (milestone !== undefined) pairs.set(milestone, group);
  }
  for (const pair of pairs.values()) {
    pair.sort((a, b) => Number(a.meaning?.endsWith(".actual")) - Number(b.meaning?.endsWith(".actual")));
  }
  return groups;
}
