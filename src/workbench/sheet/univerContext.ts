import {
  ICommandService,
  IUndoRedoService,
  IUniverInstanceService,
  UniverInstanceType,
} from "@univerjs/core";
import type {
  IExecutionOptions,
  IMutationInfo,
  Injector,
  IRange,
  Univer,
  Workbook,
  Worksheet,
} from "@univerjs/core";
import { SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from "@univerjs/sheets";
import { LAST_COLUMN, LAST_ROW } from "./a1";
import { BookError } from "./book";
import type { Area, BookEvent } from "./book";

/** A change and what takes it back. */
export interface MutationPair {
  readonly redo: IMutationInfo;
  readonly undo: IMutationInfo;
}

/** Univer turns to a sheet that appears unless somebody else made it appear; Excel's interface stays where it is. */
export const STAY_ON_SHEET: IExecutionOptions = { fromCollab: true };

/** What the parts of a Univer book share: the workbook, its commands, undo, and who is at work. */
export class UniverContext {
  readonly injector: Injector;
  readonly commands: ICommandService;
  private readonly undo: IUndoRedoService;
  private readonly listeners = new Set<(event: BookEvent) => void>();
  private editing = 0;
  private gathered: { redo: IMutationInfo[]; undo: IMutationInfo[] } = { redo: [], undo: [] };
  origin: string | undefined;

  constructor(readonly univer: Univer) {
    this.injector = univer.__getInjector();
    this.commands = this.injector.get(ICommandService);
    this.undo = this.injector.get(IUndoRedoService);
  }

  get workbook(): Workbook {
    const workbook = this.injector
      .get(IUniverInstanceService)
      .getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET);
    if (!workbook) throw new BookError("GeneralException", "There is no workbook.");
    return workbook;
  }

  get unitId(): string {
    return this.workbook.getUnitId();
  }

  worksheet(id: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new BookError("ItemNotFound", "The requested resource doesn't exist.");
    return sheet;
  }

  by<T>(origin: string, work: () => T): T {
    const before = this.origin;
    this.origin = origin;
    try {
      return work();
    } finally {
      this.origin = before;
    }
  }

  onEvent(listener: (event: BookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  emit(event: BookEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  /** Everything in `work` is one step for undo. */
  edit<T>(work: () => T): T {
    this.editing++;
    try {
      return work();
    } finally {
      if (--this.editing === 0) {
        const { redo, undo } = this.gathered;
        this.gathered = { redo: [], undo: [] };
        if (redo.length)
          this.undo.pushUndoRedo({ unitID: this.unitId, redoMutations: redo, undoMutations: undo });
      }
    }
  }

  /** Carry out mutations; `undo` lists what takes them back, in the order in which to run it. */
  mutate(redo: readonly IMutationInfo[], undo: readonly IMutationInfo[], options?: IExecutionOptions): void {
    this.edit(() => {
      for (const { id, params } of redo) this.run(id, params, options);
      this.gathered.redo.push(...redo);
      this.gathered.undo.unshift(...undo);
    });
  }

  /** Carry out mutations as part of the step that the user can take back next. */
  addToLastStep(redo: readonly IMutationInfo[], undo: readonly IMutationInfo[]): void {
    for (const { id, params } of redo) this.run(id, params);
    const step = this.undo.pitchTopUndoElement();
    step?.redoMutations.push(...redo);
    step?.undoMutations.unshift(...undo);
  }

  /** Run one command or mutation without undo. */
  run(id: string, params?: object, options?: IExecutionOptions): void {
    if (!this.commands.syncExecuteCommand(id, params, options)) {
      throw new BookError("GeneralException", `The sheet refused ${id}.`);
    }
  }

  /** Run a command of Univer's; what it puts on the undo stack becomes part of this edit. */
  command(id: string, params: object): void {
    this.edit(() => {
      const focus = this.undo;
      const push = focus.pushUndoRedo.bind(focus);
      focus.pushUndoRedo = (item) => {
        this.gathered.redo.push(...item.redoMutations);
        this.gathered.undo.unshift(...item.undoMutations);
      };
      try {
        this.run(id, params);
      } finally {
        focus.pushUndoRedo = push;
      }
    });
  }

  /** Some of Univer's commands look at the active sheet only. */
  withActive(sheetId: string, work: () => void): void {
    const { workbook } = this;
    const before = workbook.getActiveSheet();
    if (before.getSheetId() === sheetId) return work();
    workbook.setActiveSheet(this.worksheet(sheetId));
    try {
      work();
    } finally {
      workbook.setActiveSheet(before);
    }
  }

  /** Univer's sheets are as large as they have to be; Excel's are always full size. */
  makeRoom(area: Area): void {
    const sheet = this.worksheet(area.sheet);
    const target = { unitId: this.unitId, subUnitId: area.sheet };
    const rows = Math.min(area.row + area.rows, LAST_ROW);
    const columns = Math.min(area.column + area.columns, LAST_COLUMN);
    if (rows > sheet.getRowCount())
      this.run(SetWorksheetRowCountMutation.id, { ...target, rowCount: Math.min(rows + 100, LAST_ROW) });
    if (columns > sheet.getColumnCount())
      this.run(SetWorksheetColumnCountMutation.id, {
        ...target,
        columnCount: Math.min(columns + 5, LAST_COLUMN),
      });
  }

  /** The part of an area that the sheet really has. */
  clip(area: Area): Area {
    const sheet = this.worksheet(area.sheet);
    return {
      ...area,
      rows: Math.max(0, Math.min(area.rows, sheet.getRowCount() - area.row)),
      columns: Math.max(0, Math.min(area.columns, sheet.getColumnCount() - area.column)),
    };
  }
}

export const toRange = (area: Area): IRange => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: area.row + area.rows - 1,
  endColumn: area.column + area.columns - 1,
});

export const toArea = (sheet: string, range: IRange): Area => ({
  sheet,
  row: range.startRow,
  column: range.startColumn,
  rows: range.endRow - range.startRow + 1,
  columns: range.endColumn - range.startColumn + 1,
});
