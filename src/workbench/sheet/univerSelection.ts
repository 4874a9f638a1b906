import { RANGE_TYPE } from "@univerjs/core";
import { SetSelectionsOperation, SheetsSelectionsService } from "@univerjs/sheets";
import type { Area, Selection, Sheets } from "./book";
import { toArea, toRange } from "./univerContext";
import type { UniverContext } from "./univerContext";

export class UniverSelection implements Selection {
  constructor(
    private readonly context: UniverContext,
    private readonly sheets: Sheets,
  ) {}

  areas(): Area[] {
    const sheet = this.sheets.active().id;
    const selections = this.context.injector
      .get(SheetsSelectionsService)
      .getWorkbookSelections(this.context.unitId)
      .getSelectionsOfWorksheet(sheet);
    const areas = selections.map((selection) => toArea(sheet, selection.range));
    return areas.length ? areas : [{ sheet, row: 0, column: 0, rows: 1, columns: 1 }];
  }

  select(area: Area): void {
    this.sheets.activate(area.sheet);
    this.context.makeRoom(
      area.rows > 100_000 || area.columns > 10_000 ? { ...area, rows: 1, columns: 1 } : area,
    );
    const range = { ...toRange(this.context.clip(area)), rangeType: RANGE_TYPE.NORMAL };
    const primary = {
      actualRow: area.row,
      actualColumn: area.column,
      startRow: area.row,
      endRow: area.row,
      startColumn: area.column,
      endColumn: area.column,
      isMerged: false,
      isMergedMainCell: false,
    };
    this.context.run(SetSelectionsOperation.id, {
      unitId: this.context.unitId,
      subUnitId: area.sheet,
      selections: [{ range, primary, style: null }],
    });
  }
}
