import { taTemplate, taTemplateName, type DurationUnit, type TaTask } from "../../domain/schedule/taTemplate";
import { TradeError } from "../../domain/tradeError";
import { isSingle, required, wholeRange, type Argument, type Cells } from "./argument";
import type { Lang } from "./langCell";
import { rateCell, wholeCell } from "./numberCell";
import { plainValue, type Plain } from "./plainValue";
import { textCell } from "./textCell";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    templateShape: { columns: number };
    templateCode: { row: number };
    templateNumber: { row: number; column: string; text: string };
    templateUnit: { row: number; text: string };
    templateHeldUp: { row: number; text: string };
  }
}

/** The ninth, the chance of being held up, may be left out. */
const COLUMNS = [8, 9];

/** The tasks of a plan: a published template by its name, or a range with a task in each row. */
export function taTasksArgument(name: string, cells: Cells, lang: Lang): Argument<TaTask[]> {
  const byName = required(name, cells, (value): TaTask[] =>
    taTemplate(taTemplateName(textCell(value)), lang),
  );
  return isSingle(byName.cells) ? byName : wholeRange(name, cells, readTasks);
}

function readTasks(rows: readonly (readonly unknown[])[]): TaTask[] {
  const columns = rows[0]?.length ?? 0;
  if (rows.some((row) => row.length !== columns) || !COLUMNS.includes(columns))
    throw new TradeError("badInput", "templateShape", { columns });
  const tasks: TaTask[] = [];
  rows.forEach((cells, i) => {
    const row = cells.map(plainValue);
    if (row.some((value) => value !== undefined)) tasks.push(readTask(row, i + 1));
  });
  if (tasks.length === 0) throw new TradeError("badInput", "missing", {});
  return tasks;
}

function readTask(
  [code, title, owner, o, m, p, unit, predecessors, heldUp]: (Plain | undefined)[],
  row: number,
): TaTask {
  if (code === undefined) throw new TradeError("badInput", "templateCode", { row });
  const likely = duration(m, "m", row);
  return {
    code: textCell(code),
    name: textCell(title ?? ""),
    owner: textCell(owner ?? ""),
    o: o === undefined ? likely : duration(o, "o", row),
    m: likely,
    p: p === undefined ? likely : duration(p, "p", row),
    unit: durationUnit(unit, row),
    predecessors: textCell(predecessors ?? ""),
    ...heldUpOf(heldUp, row),
  };
}

const wholeDays = wholeCell({ least: 0 });

function duration(value: Plain | undefined, column: string, row: number): number {
  try {
    const days = value === undefined ? undefined : wholeDays(value);
    if (days !== undefined) return days;
  } catch (error) {
    if (!(error instanceof TradeError)) throw error;
  }
  throw new TradeError("badInput", "templateNumber", { row, column, text: String(value ?? "") });
}

const chance = rateCell({ least: 0, most: 1 });

function heldUpOf(value: Plain | undefined, row: number): { heldUp?: number } {
  if (value === undefined) return {};
  try {
    const share = chance(value) ?? 0;
    return share > 0 ? { heldUp: share } : {};
  } catch (error) {
    if (!(error instanceof TradeError)) throw error;
    throw new TradeError("badInput", "templateHeldUp", { row, text: String(value) });
  }
}

function durationUnit(value: Plain | undefined, row: number): DurationUnit {
  const unit = String(value ?? "WD")
    .normalize("NFKC")
    .trim()
    .toUpperCase();
  if (unit === "WD" || unit === "CD") return unit;
  throw new TradeError("badInput", "templateUnit", { row, text: String(value) });
}
