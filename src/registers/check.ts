import { readDate } from "../domain/calendar/readDate";
import { serialDate } from "../domain/calendar/serialDate";
import { TradeError } from "../domain/tradeError";
import { choiceOf } from "./choice";
import { readField } from "./readField";
import type { CellValue, Field, Fields, Register } from "./register";
import { rowKey } from "./rowKey";
import { readSizes, sizesTotal } from "./sizes";

/**
 * notNumber, notWhole, tooSmall {least}, notDate, ambiguousDate, dateOutOfSense, notAChoice {choices},
 * sizesUnclear, sizesDiffer {total, qty}, dueBeforeOrder, inTheFuture, inspectedOverLot {lot}, outOverMeasured {measured},
 * duplicate (another row has this key).
 */
export type CheckCode =
  | "required"
  | "notNumber"
  | "notWhole"
  | "tooSmall"
  | "notDate"
  | "ambiguousDate"
  | "dateOutOfSense"
  | "notAChoice"
  | "sizesUnclear"
  | "sizesDiffer"
  | "dueBeforeOrder"
  | "inTheFuture"
  | "inspectedOverLot"
  | "outOverMeasured"
  | "duplicate";

export interface Finding {
  readonly field: string;
  readonly code: CheckCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface CheckContext {
  /** Today by the workbook: nothing that happened lies after it. */
  readonly asOf?: number;
  /** Keys of the other rows. */
  readonly otherKeys?: ReadonlySet<string>;
  /** Year of dates typed without one. */
  readonly year?: number;
}

/** Orders outside these years are slips of the finger. */
const FIRST_DATE = serialDate(2000, 1, 1) ?? 0;
const LAST_DATE = serialDate(2099, 12, 31) ?? 0;

type Found = Pick<Finding, "code"> & Partial<Pick<Finding, "params">>;

function dateProblem(value: CellValue): Found | undefined {
  if (typeof value === "number") {
    return value < FIRST_DATE || value > LAST_DATE ? { code: "dateOutOfSense" } : undefined;
  }
  try {
    readDate(String(value));
  } catch (error) {
    if (error instanceof TradeError && error.code === "ambiguousDate") return { code: "ambiguousDate" };
  }
  return { code: "notDate" };
}

function numberProblem(field: Field, value: CellValue): Found | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return { code: "notNumber" };
  if (field.type === "whole" && !Number.isInteger(value)) return { code: "notWhole" };
  if (field.least !== undefined && value < field.least) {
    return { code: "tooSmall", params: { least: field.least } };
  }
  return undefined;
}

function fieldProblem(field: Field, value: CellValue): Found | undefined {
  if (value === "") return field.required ? { code: "required" } : undefined;
  switch (field.type) {
    case "date":
      return dateProblem(value);
    case "whole":
    case "number":
    case "money":
      return numberProblem(field, value);
    case "choice":
      return field.open || choiceOf(field, value)
        ? undefined
        : { code: "notAChoice", params: { choices: (field.choices ?? []).map(({ en }) => en).join(", ") } };
    default:
      return undefined;
  }
}

/** What two fields say that cannot both be true. */
function contradictions(values: Fields, context: CheckContext): Finding[] {
  const found: Finding[] = [];
  const tell = (field: string, code: CheckCode, params: Finding["params"] = {}): void => {
    found.push({ field, code, params });
  };
  const number = (id: string): number | undefined => {
    const value = values[id];
    return typeof value === "number" ? value : undefined;
  };
  const after = (a: string, b: string): boolean => (number(a) ?? -Infinity) > (number(b) ?? Infinity);

  const { sizes } = values;
  if (typeof sizes === "string" && sizes !== "") {
    const read = readSizes(sizes);
    const qty = number("qty");
    if (!read) tell("sizes", "sizesUnclear");
    else if (qty !== undefined && sizesTotal(read) !== qty) {
      tell("sizes", "sizesDiffer", { total: sizesTotal(read), qty });
    }
  }
  if (after("orderDate", "due")) tell("due", "dueBeforeOrder");
  if (after("inspected", "lot")) tell("inspected", "inspectedOverLot", { lot: number("lot") ?? 0 });
  if (after("measuredOut", "measured")) {
    tell("measuredOut", "outOverMeasured", { measured: number("measured") ?? 0 });
  }
  const { asOf } = context;
  if (asOf !== undefined) {
    for (const id of Object.keys(values)) {
      if ((id.endsWith(".actual") || id === "date") && (number(id) ?? 0) > asOf) tell(id, "inTheFuture");
    }
  }
  return found;
}

/** Everything wrong with a row as typed: codes, for which the catalogues have sentences. */
export function check(register: Register, fields: Fields, context: CheckContext = {}): Finding[] {
  const values: Record<string, CellValue> = {};
  for (const field of register.fields) {
    if (field.type !== "formula") values[field.id] = readField(field, fields[field.id] ?? "", context.year);
  }
  const found = register.fields.flatMap((field): Finding[] => {
    const problem = field.type === "formula" ? undefined : fieldProblem(field, values[field.id] ?? "");
    return problem ? [{ field: field.id, params: {}, ...problem }] : [];
  });
  const key = rowKey(register, values);
  if (key !== undefined && context.otherKeys?.has(key)) {
    found.push({ field: register.key[0] ?? "", code: "duplicate", params: {} });
  }
  return [...found, ...contradictions(values, context)];
}
