import { IUndoRedoService, IUniverInstanceService, RedoCommand, UndoCommand } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import { calculateFormula } from "@univerjs/sheets-formula";
import { BookError } from "./book";
import type {
  Area,
  Book,
  BookEvent,
  CalculationMode,
  CellValue,
  CustomFunctionRunner,
  History,
} from "./book";
import { BookEvents } from "./bookEvents";
import { Calculation } from "./calculation";
import { keepConditionalPlaces } from "./conditionalPlaces";
import {
  forgetFormulasThatAreGone,
  forgetTablePlaces,
  indexOnlyForMovingReferences,
  keepSheetsOfTableParts,
} from "./engineMemory";
import { pasteIntoTables } from "./pasteIntoTables";
import { TableKeeper } from "./tableKeeper";
import { TableStore } from "./tableStore";
import { keepCopiesOwn } from "./sheetCopies";
import { readTypedFormulas } from "./typedFormulas";
import { UniverCells } from "./univerCells";
import { UniverCharts } from "./univerCharts";
import { UniverConditionals } from "./univerConditionals";
import { UniverContext } from "./univerContext";
import { UniverFilters } from "./univerFilters";
import { UniverFormats } from "./univerFormats";
import { UniverNames } from "./univerNames";
import { UniverSelection } from "./univerSelection";
import { UniverSheets } from "./univerSheets";
import { UniverTables } from "./univerTables";
import { UniverValidations } from "./univerValidations";

/** A workbook in Univer, with a screen or without. Univer holds everything; nothing is kept twice. */
export class UniverBook implements Book {
  readonly context: UniverContext;
  readonly sheets: UniverSheets;
  readonly cells: UniverCells;
  readonly formats: UniverFormats;
  readonly filters: UniverFilters;
  readonly tables: UniverTables;
  readonly names: UniverNames;
  readonly validations: UniverValidations;
  readonly conditionals: UniverConditionals;
  readonly charts: UniverCharts;
  readonly selection: UniverSelection;
  readonly history: History;
  readonly settings = new Map<string, unknown>();
  readonly store: TableStore;
  private readonly calculation: Calculation;
  private readonly keeper: TableKeeper;
  private readonly events: BookEvents;
  private readonly typing: { dispose(): void };
  private readonly copies: { dispose(): void };
  private readonly places: { dispose(): void };

  constructor(readonly univer: Univer) {
    const context = (this.context = new UniverContext(univer));
    const guard = (area: Area, what?: string) => this.guard(area, what);
    this.store = new TableStore(context);
    forgetTablePlaces(context);
    forgetFormulasThatAreGone(context);
    indexOnlyForMovingReferences(context);
    keepSheetsOfTableParts();
    this.keeper = new TableKeeper(context, this.store);
    pasteIntoTables(context, this.keeper);
    this.typing = readTypedFormulas(context, this.store);
    this.copies = keepCopiesOwn(context, this.store);
    this.places = keepConditionalPlaces(context);
    this.calculation = new Calculation(context);
    this.sheets = new UniverSheets(context, this.store);
    this.cells = new UniverCells(context, this.store, guard);
    this.formats = new UniverFormats(context, this.cells, guard);
    this.tables = new UniverTables(context, this.store, this.keeper, this.cells, guard);
    this.names = new UniverNames(context, this.store, this.sheets, this.cells);
    this.names.valueOfFormula = (formula) => this.evaluate(`=${formula}`);
    this.filters = new UniverFilters(context, this.names);
    this.validations = new UniverValidations(context, guard);
    this.conditionals = new UniverConditionals(context, guard);
    this.charts = new UniverCharts(context, this.cells, guard);
    this.keeper.growsWith = (before, after) => [
      ...this.validations.grown(before, after),
      ...this.conditionals.grown(before, after),
    ];
    this.selection = new UniverSelection(context, this.sheets);
    this.events = new BookEvents(
      context,
      (sheet, row, column) => this.valueAt(sheet, row, column),
      this.selection,
    );
    const undo = context.injector.get(IUndoRedoService);
    // Univer takes back what was done in the unit that has the focus.
    const focused = <T>(work: () => T): T => {
      context.injector.get(IUniverInstanceService).focusUnit(context.unitId);
      return work();
    };
    this.history = {
      canUndo: () => focused(() => Boolean(undo.pitchTopUndoElement())),
      undo: () => focused(() => context.run(UndoCommand.id)),
      redo: () => focused(() => context.run(RedoCommand.id)),
    };
  }

  get name(): string {
    return this.context.workbook.name;
  }

  private valueAt(sheet: string, row: number, column: number): CellValue {
    return this.cells.values({ sheet, row, column, rows: 1, columns: 1 })[0]![0]!;
  }

  /** Functions of the add-in are not called for such a formula. */
  evaluate(formula: string): CellValue {
    const sheet = this.sheets.active().id;
    const result: unknown = calculateFormula(this.context.injector, formula, this.context.unitId, {
      [sheet]: {},
    } as never);
    const value = Array.isArray(result) ? (result as unknown[][])[0]?.[0] : result;
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? value
      : "#VALUE!";
  }

  /** A protected sheet refuses whatever its protection does not allow, locked cells above all. */
  private guard(area: Area, what?: string): void {
    const protection = this.sheets.protection(area.sheet);
    if (!protection.protected) return;
    const allowed =
      what === undefined
        ? this.formats.get(area).locked === false
        : protection.options[`allow${what.charAt(0).toUpperCase()}${what.slice(1)}`] === true;
    if (!allowed) {
      throw new BookError(
        "AccessDenied",
        "You can't perform the requested operation because the sheet is protected.",
      );
    }
  }

  /** Custom functions answer later; the book waits for them when asked to settle. */
  useFunctions(runner: CustomFunctionRunner): void {
    this.calculation.runner?.dispose();
    this.calculation.runner = runner;
  }

  by<T>(origin: string, work: () => T): T {
    return this.context.by(origin, work);
  }

  onEvent(listener: (event: BookEvent) => void): () => void {
    return this.context.onEvent(listener);
  }

  get calculationMode(): CalculationMode {
    return this.calculation.mode;
  }

  set calculationMode(mode: CalculationMode) {
    this.calculation.mode = mode;
    if (mode !== "Manual") this.calculation.start();
  }

  recalculate(type: "Recalculate" | "Full"): void {
    if (type === "Full") this.calculation.full();
    else this.calculation.start();
  }

  get calculating(): boolean {
    return this.calculation.calculating;
  }

  calculated(): Promise<void> {
    return this.calculation.calculated();
  }

  settle(): Promise<void> {
    return this.calculation.settle();
  }

  dispose(): void {
    this.events.dispose();
    this.charts.dispose();
    this.typing.dispose();
    this.copies.dispose();
    this.places.dispose();
    this.keeper.dispose();
    this.store.dispose();
    this.calculation.dispose();
    this.univer.dispose();
  }
}
