import type { FileFilterColumn } from "../files/fileBook";
import type { Area, Filters, Names } from "./book";
import { absoluteAddress } from "./a1";
import type { UniverContext } from "./univerContext";

/** As Excel itself does, the place of a sheet's filter is kept as a name of that sheet: so it moves with its cells. */
export const FILTER_NAME = "_xlnm._FilterDatabase";

/** Filters on plain cells. Rows that a filter keeps back are hidden rows; which values it lets through is kept as data. */
export class UniverFilters implements Filters {
  constructor(
    private readonly context: UniverContext,
    private readonly names: Names,
  ) {}

  private columnsBySheet(sheet: string): { filter?: readonly FileFilterColumn[] } {
    const config = this.context.worksheet(sheet).getConfig();
    config.custom ??= {};
    return config.custom as { filter?: readonly FileFilterColumn[] };
  }

  area(sheet: string): Area | undefined {
    const name = this.names.find(FILTER_NAME, sheet);
    return name && this.names.area(name);
  }

  columns(sheet: string): readonly FileFilterColumn[] {
    return this.columnsBySheet(sheet).filter ?? [];
  }

  set(area: Area, columns: readonly FileFilterColumn[]): void {
    this.remove(area.sheet);
    const name = this.context.worksheet(area.sheet).getName().replaceAll("'", "''");
    this.names.add({
      name: FILTER_NAME,
      scope: area.sheet,
      formula: `='${name}'!${absoluteAddress(area)}`,
      comment: "",
      visible: false,
    });
    this.columnsBySheet(area.sheet).filter = columns;
  }

  remove(sheet: string): void {
    if (this.names.find(FILTER_NAME, sheet)) this.names.delete(FILTER_NAME, sheet);
    delete this.columnsBySheet(sheet).filter;
  }
}
