import type { Nullable } from "@univerjs/core";
import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorValueObject,
  NumberValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import type { BaseValueObject, ErrorType } from "@univerjs/engine-formula";
import { FunctionFailure } from "./book";
import type { FunctionMetadata } from "./book";

/** What a cell shows while its function has not answered. */
export const BUSY = "#BUSY!";

type Parameter = FunctionMetadata["parameters"][number];

/** One parameter of a call: read once for all cells of the result, or cell by cell where a range is given for one value. */
type Argument = { readonly once: Piece } | { readonly each: ArrayValueObject; readonly parameter: Parameter };

/** An argument as the function gets it, and as text to tell calls apart. */
interface Piece {
  readonly value: unknown;
  readonly key: string;
}

export interface PreparedCall {
  readonly args: readonly unknown[];
  readonly key: string;
}

/** Either nothing to call (an argument is an error, or is itself waiting) or one call for each cell of the result. */
export type Prepared =
  | { readonly error: string }
  | {
      readonly rows: number;
      readonly columns: number;
      at(row: number, column: number): PreparedCall | string;
    };

const OMITTED: Piece = { value: null, key: "null" };

/** Ranges are read once in a calculation, however many formulas point at them. */
export type RangeMemo = WeakMap<BaseValueObject, Map<string, Piece>>;

const errorObject = (code: string) => ErrorValueObject.create(code as ErrorType);
const errorOf = (value: BaseValueObject) => (value as ErrorValueObject).getErrorType() as string;
/** office.js turns this into a `CustomFunctions.Error`. */
const errorArgument = (code: string) => ({ type: "CustomFunctionError", code });

type Raw = string | number | boolean | null;

/** Excel's conversion of one cell to a parameter's type. `blank` is what a blank cell is. */
function convert(raw: Raw, type: string | undefined, blank: unknown): unknown {
  if (raw === null) return blank;
  switch (type) {
    case "number": {
      if (typeof raw === "boolean") return raw ? 1 : 0;
      if (typeof raw === "number") return raw;
      const text = String(raw).trim();
      const number = Number(text);
      if (text === "" || Number.isNaN(number)) throw new FunctionFailure("#VALUE!");
      return number;
    }
    case "boolean": {
      if (typeof raw === "boolean") return raw;
      if (typeof raw === "number") return raw !== 0;
      const text = String(raw).trim().toUpperCase();
      if (text === "TRUE") return true;
      if (text === "FALSE") return false;
      throw new FunctionFailure("#VALUE!");
    }
    case "string":
      if (typeof raw === "boolean") return raw ? "TRUE" : "FALSE";
      return String(raw);
    default:
      return raw;
  }
}

const blankScalar = (type: string | undefined) =>
  type === "number" ? 0 : type === "string" ? "" : type === "boolean" ? false : null;

function plain(value: BaseValueObject): Raw {
  if (value.isNull()) return null;
  if (value.isBoolean()) return Boolean(value.getValue());
  return value.getValue();
}

/** Reads the arguments of one formula as Excel hands them to a custom function. */
export class ArgumentReader {
  /** Fewest arguments a formula may have: trailing optional ones may be left out. */
  readonly least: number;
  readonly most: number;

  constructor(
    private readonly metadata: FunctionMetadata,
    private readonly acceptsErrors: boolean,
  ) {
    const { parameters } = metadata;
    const required = (parameter: Parameter) => !parameter.optional && !parameter.repeating;
    this.least = parameters.reduce((least, parameter, index) => (required(parameter) ? index + 1 : least), 0);
    const repeating = parameters.findIndex((parameter) => parameter.repeating);
    if (repeating >= 0 && repeating !== parameters.length - 1) {
      throw new Error(`${metadata.name}: only the last parameter may repeat in the workbench`);
    }
    this.most = repeating >= 0 ? 255 : parameters.length;
  }

  prepare(variants: readonly BaseValueObject[], memo: RangeMemo): Prepared {
    try {
      const { parameters, name } = this.metadata;
      const groups: Argument[][] = parameters.map((parameter, index) =>
        parameter.repeating
          ? variants.slice(index).map((variant) => this.argument(variant, parameter, memo))
          : [this.argument(variants[index], parameter, memo)],
      );
      const ranges = groups.flat().filter((argument) => "each" in argument);
      const rows = Math.max(1, ...ranges.map(({ each }) => each.getRowCount()));
      const columns = Math.max(1, ...ranges.map(({ each }) => each.getColumnCount()));

      const at = (row: number, column: number): PreparedCall | string => {
        try {
          const args: unknown[] = [];
          let key = `${name}(`;
          groups.forEach((group, index) => {
            const pieces = group.map((argument) =>
              "once" in argument ? argument.once : this.elementOf(argument, row, column),
            );
            const repeating = parameters[index]?.repeating;
            args.push(repeating ? pieces.map(({ value }) => value) : pieces[0]?.value);
            key += pieces.map((piece) => piece.key).join(",") + ";";
          });
          return { args, key };
        } catch (failure) {
          return codeOf(failure);
        }
      };
      return { rows, columns, at };
    } catch (failure) {
      return { error: codeOf(failure) };
    }
  }

  private argument(variant: BaseValueObject | undefined, parameter: Parameter, memo: RangeMemo): Argument {
    if (variant === undefined || (variant.isNull() && !variant.isArray())) return { once: OMITTED };
    if (parameter.dimensionality === "matrix") return { once: this.matrix(variant, parameter, memo) };
    if (variant.isArray()) {
      const array = variant as ArrayValueObject;
      if (array.getRowCount() * array.getColumnCount() !== 1) return { each: array, parameter };
      return { once: this.scalar(array.get(0, 0), parameter) };
    }
    return { once: this.scalar(variant, parameter) };
  }

  private elementOf(argument: Extract<Argument, { each: ArrayValueObject }>, row: number, column: number) {
    const { each, parameter } = argument;
    const r = each.getRowCount() === 1 ? 0 : row;
    const c = each.getColumnCount() === 1 ? 0 : column;
    if (r >= each.getRowCount() || c >= each.getColumnCount()) throw new FunctionFailure("#N/A");
    return this.scalar(each.get(r, c), parameter);
  }

  private scalar(cell: Nullable<BaseValueObject>, parameter: Parameter): Piece {
    if (cell?.isError()) return piece(this.errorOrRefuse(cell, parameter));
    const raw = cell ? plain(cell) : null;
    return piece(convert(raw, parameter.type, blankScalar(parameter.type)));
  }

  private matrix(variant: BaseValueObject, parameter: Parameter, memo: RangeMemo): Piece {
    const type = parameter.type ?? "any";
    const known = memo.get(variant)?.get(type);
    if (known) return known;
    const array = variant.isArray() ? (variant as ArrayValueObject) : undefined;
    const rows = array?.getRowCount() ?? 1;
    const columns = array?.getColumnCount() ?? 1;
    // What is waiting hides every other error, else a range would show an error for a moment and then its value.
    let refused: FunctionFailure | undefined;
    const value: unknown[][] = [];
    for (let row = 0; row < rows; row++) {
      const line: unknown[] = [];
      for (let column = 0; column < columns; column++) {
        const cell = array ? array.get(row, column) : variant;
        try {
          line.push(
            cell?.isError()
              ? this.errorOrRefuse(cell, parameter)
              : convert(cell ? plain(cell) : null, type, ""),
          );
        } catch (failure) {
          if (codeOf(failure) === BUSY) throw failure;
          refused ??= failure as FunctionFailure;
        }
      }
      value.push(line);
    }
    if (refused) throw refused;
    const read = piece(value);
    const kept = memo.get(variant) ?? new Map<string, Piece>();
    memo.set(variant, kept.set(type, read));
    return read;
  }

  private errorOrRefuse(cell: BaseValueObject, parameter: Parameter): unknown {
    const code = errorOf(cell);
    const any = parameter.type === undefined || parameter.type === "any";
    if (code !== BUSY && this.acceptsErrors && any) return errorArgument(code);
    throw new FunctionFailure(code);
  }
}

const piece = (value: unknown): Piece => ({ value, key: JSON.stringify(value) });

function codeOf(failure: unknown): string {
  if (failure instanceof FunctionFailure) return failure.cellError;
  throw failure;
}

/** An answer as the cell takes it; a matrix spills. */
export function toCell(answer: unknown): BaseValueObject {
  if (!Array.isArray(answer)) return scalarToCell(answer);
  const rows = answer.map((row: unknown) => (Array.isArray(row) ? (row as unknown[]) : [row]));
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) return errorObject("#CALC!");
  if (rows.some((row) => row.length !== columns)) return errorObject("#VALUE!");
  if (rows.length === 1 && columns === 1) return scalarToCell(rows[0]?.[0]);
  return arrayOf(rows.map((row) => row.map(scalarToCell)));
}

export function arrayOf(rows: BaseValueObject[][]): ArrayValueObject {
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function scalarToCell(value: unknown): BaseValueObject {
  if (value === null || value === undefined) return NumberValueObject.create(0);
  if (typeof value === "number") {
    return Number.isFinite(value) ? NumberValueObject.create(value) : errorObject("#NUM!");
  }
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  if (value instanceof FunctionFailure) return errorObject(value.cellError);
  // CustomFunctions.Error inside a matrix comes over the wire in this form.
  const { basicValue, code } = value as { basicValue?: unknown; code?: unknown };
  const error = typeof basicValue === "string" ? basicValue : code;
  return errorObject(typeof error === "string" && error.startsWith("#") ? error : "#VALUE!");
}

export const failureToCell = (failure: FunctionFailure) => errorObject(failure.cellError);
export const busyCell = () => errorObject(BUSY);
export const errorCell = errorObject;
