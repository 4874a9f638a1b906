import {
  ICommandService,
  IUniverInstanceService,
  ObjectMatrix,
  Quantity,
  UniverInstanceType,
} from "@univerjs/core";
import type { Injector, Workbook } from "@univerjs/core";
import {
  BaseFunction,
  ERROR_TYPE_SET,
  FormulaDataModel,
  FormulaExecutedStateType,
  FunctionType,
  IFunctionService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import type { BaseValueObject, ErrorType, IFunctionInfo } from "@univerjs/engine-formula";
import { IDescriptionService } from "@univerjs/sheets-formula";
import { columnName, quotedSheet } from "./a1";
import { FunctionFailure } from "./book";
import type { CallFunction, CustomFunctionRunner, FunctionMetadata } from "./book";
import { keyOf, rangesOf } from "./cellPlace";
import type { CellPlace, DirtyRange } from "./cellPlace";
import {
  ArgumentReader,
  BUSY,
  arrayOf,
  busyCell,
  errorCell,
  failureToCell,
  toCell,
} from "./customFunctionValues";
import type { PreparedCall, RangeMemo } from "./customFunctionValues";

/** A formula cell and the calls that its last calculation asked for. */
interface FormulaCell {
  readonly place: CellPlace;
  /** The calculation in which `calls` was gathered. */
  pass: number;
  calls: Set<Call>;
  /** What it had asked for before this calculation. */
  readonly before: Set<Call>;
}

/** One call of one function with one set of arguments, for every cell that asks for it. */
interface Call {
  readonly key: string;
  readonly abort: AbortController;
  readonly cells: Map<string, FormulaCell>;
  /** Absent while the function has not answered. */
  answer?: BaseValueObject;
  failure?: FunctionFailure;
}

export interface CustomFunctionOptions {
  /** `allowErrorForDataTypeAny` of functions.json: error values reach parameters of type any. */
  readonly acceptsErrors?: boolean;
}

/** Rows or columns came, went or moved: remembered places may no longer be right. */
const MOVES_CELLS = /^sheet\.mutation\.(insert|remove|move|reorder)-/;

/** How many formula cells may be remembered before those that are gone are looked for. */
const SWEEP_AT_LEAST = 1000;

class CustomFunctionExecutor extends BaseFunction {
  private readonly reader: ArgumentReader;

  constructor(
    private readonly metadata: FunctionMetadata,
    private readonly runner: Runner,
    acceptsErrors: boolean,
  ) {
    super(metadata.name.toUpperCase());
    this.reader = new ArgumentReader(metadata, acceptsErrors);
    this.minParams = this.reader.least;
    this.maxParams = this.reader.most;
  }

  override calculate(...variants: BaseValueObject[]): BaseValueObject {
    const prepared = this.reader.prepare(variants, this.runner.memo);
    if ("error" in prepared) return errorCell(prepared.error);
    if (prepared.rows * prepared.columns === 1) return this.ask(prepared.at(0, 0));

    // A range where one value is expected: the function is called for every cell of it, and the answers spill.
    const rows: BaseValueObject[][] = [];
    let waiting = false;
    for (let row = 0; row < prepared.rows; row++) {
      const line: BaseValueObject[] = [];
      for (let column = 0; column < prepared.columns; column++) {
        const answer = this.ask(prepared.at(row, column));
        waiting ||= answer.isError() && answer.getValue() === BUSY;
        line.push(answer.isArray() ? errorCell("#CALC!") : answer);
      }
      rows.push(line);
    }
    return waiting ? busyCell() : arrayOf(rows);
  }

  private ask(prepared: PreparedCall | string): BaseValueObject {
    if (typeof prepared === "string") return errorCell(prepared);
    const place = {
      unitId: this.unitId ?? "",
      sheetId: this.subUnitId ?? "",
      row: this.row,
      column: this.column,
    };
    return this.runner.ask(this.metadata, prepared, place);
  }
}

/**
 * Excel's way with custom functions: the cell shows #BUSY! at once, the function is called outside the calculation, and answers
 * are put in by calculating the waiting cells again, all of them together. An answer is kept as long as a cell uses it.
 */
class Runner implements CustomFunctionRunner {
  /** How often answers were put into the sheet. */
  recalculations = 0;
  memo: RangeMemo = new WeakMap();

  private readonly calls = new Map<string, Call>();
  private readonly cells = new Map<string, FormulaCell>();
  private readonly names: string[];
  /** Calls under way; answered ones not handed over; handed over and not calculated yet; in the calculation that runs. */
  private readonly waiting = new Set<Call>();
  private answered = new Set<Call>();
  private handedOver = new Set<Call>();
  private inCalculation = new Set<Call>();

  private pass = 0;
  private calculating = false;
  /** A calculation that this class asked for: not begun, under way, or none. */
  private recalculation: "asked" | "running" | "none" = "none";
  private touched: FormulaCell[] = [];
  private sweepAt = SWEEP_AT_LEAST;
  private moved = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;
  private readonly settling: (() => void)[] = [];
  private readonly subscriptions: { dispose(): void }[] = [];
  private descriptions: { dispose(): void } | undefined;

  constructor(
    private readonly injector: Injector,
    private metadata: readonly FunctionMetadata[],
    private readonly call: CallFunction,
    options: CustomFunctionOptions,
  ) {
    for (const { name, options: how } of metadata) {
      if (how?.stream || how?.volatile)
        throw new Error(`${name}: the workbench does not run streaming or volatile functions`);
    }
    // Other formulas then read #BUSY! as the error that it is in Excel, not as text.
    ERROR_TYPE_SET.add(BUSY as ErrorType);
    this.names = metadata.map(({ name }) => `${name.toUpperCase()}(`);
    const acceptsErrors = options.acceptsErrors ?? false;
    injector
      .get(IFunctionService)
      .registerExecutors(...metadata.map((one) => new CustomFunctionExecutor(one, this, acceptsErrors)));
    this.describe(metadata);
    this.subscriptions.push(
      injector.get(ICommandService).onCommandExecuted(({ id, params }) => this.onCommand(id, params)),
    );
  }

  /** Names, descriptions and arguments for the formula bar, in whatever language they are given. */
  describe(metadata: readonly FunctionMetadata[]): void {
    this.metadata = metadata;
    this.descriptions?.dispose();
    const list = metadata.map(descriptionOf);
    const service = this.injector.get(IDescriptionService, Quantity.OPTIONAL);
    this.descriptions = service
      ? service.registerDescriptions(list)
      : this.injector.get(IFunctionService).registerDescriptions(...list);
  }

  get pending(): number {
    const asked = this.recalculation === "none" ? 0 : 1;
    return asked + this.waiting.size + this.answered.size + this.handedOver.size + this.inCalculation.size;
  }

  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.settling.push(resolve);
      this.tellSettled();
    });
  }

  /** Why the function in this cell failed: the text that Excel shows beside the error. */
  failureAt(place: CellPlace): FunctionFailure | undefined {
    for (const call of this.cells.get(keyOf(place))?.calls ?? []) if (call.failure) return call.failure;
    return undefined;
  }

  /** Forget what the functions answered and call them again: the add-in's code has changed. */
  forget(): void {
    for (const call of this.waiting) call.abort.abort();
    const ranges = this.rangesOf([...this.calls.values()]);
    this.calls.clear();
    this.cells.clear();
    for (const set of [this.waiting, this.answered, this.handedOver, this.inCalculation]) set.clear();
    this.trigger(ranges);
    this.tellSettled();
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    for (const call of this.waiting) call.abort.abort();
    this.waiting.clear();
    this.descriptions?.dispose();
    const functions = this.injector.get(IFunctionService);
    const names = this.metadata.map(({ name }) => name.toUpperCase()) as Parameters<
      typeof functions.unregisterExecutors
    >;
    functions.unregisterExecutors(...names);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  ask(metadata: FunctionMetadata, { args, key }: PreparedCall, place: CellPlace): BaseValueObject {
    const id = metadata.options?.requiresAddress ? `${keyOf(place)}${key}` : key;
    const call = this.calls.get(id) ?? this.begin(id, metadata, args, place);
    const cell = this.cellAt(place);
    cell.calls.add(call);
    call.cells.set(keyOf(place), cell);
    return call.answer ?? busyCell();
  }

  private begin(key: string, metadata: FunctionMetadata, args: readonly unknown[], place: CellPlace): Call {
    const call: Call = { key, abort: new AbortController(), cells: new Map() };
    this.calls.set(key, call);
    this.waiting.add(call);
    const finish = (answer: BaseValueObject, failure?: FunctionFailure) => {
      if (this.disposed || !this.waiting.delete(call)) return;
      call.answer = answer;
      call.failure = failure;
      this.answered.add(call);
      this.schedule();
    };
    // Never inside the calculation: a function may answer at once, and may write to the sheet.
    void Promise.resolve()
      .then(() => this.call(metadata.id, args, { address: this.addressOf(place), signal: call.abort.signal }))
      .then(
        (answer) => finish(toCell(answer)),
        (reason: unknown) => {
          const failure =
            reason instanceof FunctionFailure ? reason : new FunctionFailure("#VALUE!", String(reason));
          finish(failureToCell(failure), failure);
        },
      );
    return call;
  }

  private cellAt(place: CellPlace): FormulaCell {
    const key = keyOf(place);
    let cell = this.cells.get(key);
    if (!cell) {
      cell = { place, pass: 0, calls: new Set(), before: new Set() };
      this.cells.set(key, cell);
    }
    if (cell.pass !== this.pass) {
      cell.pass = this.pass;
      // A calculation that was stopped half-way has left something here.
      for (const call of cell.calls) cell.before.add(call);
      cell.calls = new Set();
      this.touched.push(cell);
    }
    return cell;
  }

  private onCommand(id: string, params: unknown): void {
    if (id === SetFormulaCalculationStartMutation.id) {
      this.pass++;
      this.calculating = true;
      if (this.recalculation === "asked") this.recalculation = "running";
      this.memo = new WeakMap();
      for (const call of this.handedOver) this.inCalculation.add(call);
      this.handedOver.clear();
    } else if (id === SetFormulaCalculationNotificationMutation.id) {
      const state = (params as { functionsExecutedState?: FormulaExecutedStateType }).functionsExecutedState;
      // A stopped calculation starts again with what has become of the sheet since.
      if (state !== undefined && state !== FormulaExecutedStateType.STOP_EXECUTION) this.afterCalculation();
    } else if (MOVES_CELLS.test(id) && this.calls.size > 0) {
      this.moved = true;
      this.schedule();
    }
  }

  private afterCalculation(): void {
    this.calculating = false;
    if (this.recalculation === "running") this.recalculation = "none";
    for (const cell of this.touched) {
      for (const call of cell.before) if (!cell.calls.has(call)) this.release(call, cell);
      cell.before.clear();
    }
    this.touched = [];
    this.inCalculation.clear();
    for (const call of this.waiting) for (const cell of call.cells.values()) this.dropIfGone(cell);
    if (this.cells.size > this.sweepAt) {
      for (const cell of this.cells.values()) this.dropIfGone(cell);
      this.sweepAt = Math.max(SWEEP_AT_LEAST, this.cells.size * 2);
    }
    if (this.answered.size > 0 || this.moved) this.schedule();
    // Univer applies the results before it says that it is done, but tells its listeners in the same turn.
    setTimeout(() => this.tellSettled(), 0);
  }

  /** A cell uses the call no more; a call that nobody uses is forgotten, and cancelled if it is still under way. */
  private release(call: Call, cell: FormulaCell): void {
    call.cells.delete(keyOf(cell.place));
    if (call.cells.size > 0) return;
    this.calls.delete(call.key);
    this.answered.delete(call);
    if (this.waiting.delete(call)) call.abort.abort();
  }

  private dropIfGone(cell: FormulaCell): void {
    const { unitId, sheetId, row, column } = cell.place;
    const raw = this.workbook(unitId)?.getSheetBySheetId(sheetId)?.getCellRaw(row, column);
    // A formula that was filled down is kept at its first cell only; `si` points there.
    if (raw?.f ? this.callsUs(raw.f) : raw?.si) return;
    this.cells.delete(keyOf(cell.place));
    for (const call of cell.calls) this.release(call, cell);
  }

  private callsUs(formula: string): boolean {
    const upper = formula.toUpperCase();
    return this.names.some((name) => upper.includes(name));
  }

  /** Answers that arrive in one turn go in together, and never while others are still being put in. */
  private schedule(): void {
    if (this.disposed || this.timer !== undefined || this.handedOver.size + this.inCalculation.size > 0)
      return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      const calls = [...this.answered];
      this.answered.clear();
      for (const call of calls) this.handedOver.add(call);
      const ranges = this.rangesOf(calls);
      if (this.moved) ranges.push(...this.rangesOfUnfinished());
      this.moved = false;
      if (!this.trigger(ranges)) {
        this.handedOver.clear();
        this.tellSettled();
      }
    }, 0);
  }

  private trigger(dirtyRanges: DirtyRange[]): boolean {
    if (dirtyRanges.length === 0) return false;
    this.recalculations++;
    this.recalculation = "asked";
    this.injector.get(ICommandService).syncExecuteCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      {
        commands: [],
        dirtyRanges,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        clearDependencyTreeCache: {},
        forceCalculation: false,
      },
      { onlyLocal: true },
    );
    return true;
  }

  private rangesOf(calls: readonly Call[]): DirtyRange[] {
    const places = new Map<string, CellPlace>();
    for (const call of calls) for (const [key, { place }] of call.cells) places.set(key, place);
    return rangesOf([...places.values()]);
  }

  /** After cells have moved: those that show #BUSY! or an error of ours, wherever they are now. */
  private rangesOfUnfinished(): DirtyRange[] {
    const found: CellPlace[] = [];
    const units = this.injector.get(FormulaDataModel).getFormulaData();
    for (const [unitId, sheets] of Object.entries(units)) {
      for (const [sheetId, formulas] of Object.entries(sheets ?? {})) {
        const worksheet = this.workbook(unitId)?.getSheetBySheetId(sheetId);
        new ObjectMatrix(formulas ?? {}).forValue((row, column, item) => {
          const shown = worksheet?.getCellRaw(row, column)?.v;
          if (item?.f && this.callsUs(item.f) && ERROR_TYPE_SET.has(shown as ErrorType)) {
            found.push({ unitId, sheetId, row, column });
          }
        });
      }
    }
    return rangesOf(found);
  }

  private workbook(unitId: string) {
    return this.injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
  }

  /** `Orders!F2`, as the function would be told by Excel. */
  private addressOf({ unitId, sheetId, row, column }: CellPlace): string {
    const name = this.workbook(unitId)?.getSheetBySheetId(sheetId)?.getName() ?? "";
    return `${quotedSheet(name)}!${columnName(column)}${row + 1}`;
  }

  private tellSettled(): void {
    if (this.pending > 0) return;
    for (const resolve of this.settling.splice(0)) resolve();
  }
}

function descriptionOf(metadata: FunctionMetadata): IFunctionInfo {
  const description = metadata.description ?? "";
  return {
    functionName: metadata.name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: metadata.parameters.map(
      ({ name, description: detail, dimensionality, optional, repeating }) => ({
        name,
        detail: detail ?? "",
        example: dimensionality === "matrix" ? "A1:B9" : "A1",
        require: optional ? 0 : 1,
        repeat: repeating ? 1 : 0,
      }),
    ),
  };
}

export type { Runner as CustomFunctions };

/**
 * Makes the add-in's functions known to Univer's formula engine. `name` in the metadata carries the namespace (`MERCH.DAYSLATE`);
 * `call` reaches the add-in's own runtime.
 */
export function registerCustomFunctions(
  injector: Injector,
  metadata: readonly FunctionMetadata[],
  call: CallFunction,
  options: CustomFunctionOptions = {},
): Runner {
  return new Runner(injector, metadata, call, options);
}
