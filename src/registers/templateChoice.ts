import { network } from "../domain/schedule/network";
import { taTemplate, taTemplateName, type DurationUnit, type TaTask } from "../domain/schedule/taTemplate";
import { requireOrder } from "../domain/schedule/threePoint";
import { TradeError } from "../domain/tradeError";
import type { CellValue, Fields } from "./register";

declare module "../domain/tradeError" {
  interface TradeErrors {
    templateCode: { row: number };
    templateNumber: { row: number; column: string; text: string };
    templateUnit: { row: number; text: string };
    templateHeldUp: { row: number; text: string };
  }
}

/** Which tasks an order is made of. */
export interface TemplateChoice {
  /** Names the tasks: orders that have the same have the same name. */
  readonly keyOf: (order: Fields) => string;
  /** The tasks of that name. Throws what is wrong with the template, or that there is none. */
  readonly tasksOf: (key: string) => readonly TaTask[];
  /** Names of the workbook's own copies. */
  readonly copies: readonly string[];
}

/** What an order without a template is made by, in the functions too. */
const usualTemplate = "knit";

const textOf = (value: CellValue | undefined): string => String(value ?? "").trim();

/** As Excel compares, so that the pane and the formulas choose alike. */
const folded = (text: string): string => text.toLowerCase();

/** What a row of the copies says that it is for; what an order looks for first. */
export function templateKey(template: CellValue | undefined, factory: CellValue | undefined): string {
  const [name, at] = [textOf(template), textOf(factory)];
  return at === "" ? name : `${name}|${at}`;
}

/**
 * The template of each order: the workbook's copy for its factory, else the workbook's copy for all, else the built-in one.
 * `rows` are those of the register of templates.
 */
export function templateChoice(rows: readonly Fields[]): TemplateChoice {
  const copies = new Map<string, { key: string; rows: Fields[] }>();
  for (const row of rows) {
    const key = templateKey(row.template, row.factory);
    if (key === "") continue;
    const copy = copies.get(folded(key));
    if (copy) copy.rows.push(row);
    else copies.set(folded(key), { key, rows: [row] });
  }
  const read = new Map<string, readonly TaTask[] | TradeError>();
  const readOnce = (key: string): readonly TaTask[] | TradeError => {
    try {
      const copy = copies.get(folded(key));
      return copy ? tasksIn(copy.rows) : taTemplate(taTemplateName(key || usualTemplate));
    } catch (error) {
      if (error instanceof TradeError) return error;
      throw error;
    }
  };
  return {
    keyOf: ({ template, factory }) => {
      for (const key of [templateKey(template, factory), textOf(template)]) {
        const copy = copies.get(folded(key));
        if (copy) return copy.key;
      }
      return textOf(template);
    },
    tasksOf: (key) => {
      let tasks = read.get(key);
      if (!tasks) read.set(key, (tasks = readOnce(key)));
      if (tasks instanceof TradeError) throw tasks;
      return tasks;
    },
    copies: [...copies.values()].map(({ key }) => key),
  };
}

/**
 * The tasks that rows of the register describe, in order. Throws where a number, a chance or a unit cannot be read, where durations are
 * not in order, and for circles and unknown or doubled names among the predecessors.
 */
export function tasksIn(rows: readonly Fields[]): TaTask[] {
  const tasks = rows.map((row, i): TaTask => {
    const code = textOf(row.code);
    if (code === "") throw new TradeError("badInput", "templateCode", { row: i + 1 });
    const m = duration(row.m, "m", i + 1);
    return {
      code,
      name: textOf(row.task),
      owner: textOf(row.owner),
      o: row.o === undefined || row.o === "" ? m : duration(row.o, "o", i + 1),
      m,
      p: row.p === undefined || row.p === "" ? m : duration(row.p, "p", i + 1),
      unit: unitOf(row.unit, i + 1),
      predecessors: textOf(row.predecessors),
      ...heldUpOf(row.heldUp, i + 1),
    };
  });
  tasks.forEach(requireOrder);
  network(tasks);
  return tasks;
}

function duration(value: CellValue | undefined, column: string, row: number): number {
  const text = textOf(value);
  const number = text === "" || typeof value === "boolean" ? NaN : Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new TradeError("badInput", "templateNumber", { row, column, text });
}

function unitOf(value: CellValue | undefined, row: number): DurationUnit {
  const text = textOf(value);
  const unit = text === "" ? "WD" : text.normalize("NFKC").toUpperCase();
  if (unit === "WD" || unit === "CD") return unit;
  throw new TradeError("badInput", "templateUnit", { row, text });
}

/** Blank is none. */
function heldUpOf(value: CellValue | undefined, row: number): { heldUp?: number } {
  const text = textOf(value);
  if (text === "") return {};
  const share = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  if (typeof value === "boolean" || !(share >= 0 && share <= 1))
    throw new TradeError("badInput", "templateHeldUp", { row, text });
  return share > 0 ? { heldUp: share } : {};
}
