import type { Area, SheetGrid, SheetTable } from "../../src/registers/sheet/sheetGrid";
import type { Layout, RowKind, SheetSubject } from "../../src/registers/sheet/sheetReading";
import type { CellValue } from "../../src/registers/register";

/** What a reader should understand of a sheet. */
export interface RightAnswer {
  readonly subject: SheetSubject;
  readonly layout: Layout;
  readonly headingRows: readonly number[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** By column: its meaning, or the meanings that are as right; none for a column that no register keeps. */
  readonly meanings: ReadonlyMap<number, readonly string[]>;
  /** Rows that are no data. */
  readonly rows: ReadonlyMap<number, RowKind>;
  /** By column and row: the day, or that it cannot be known. */
  readonly dates: ReadonlyMap<number, ReadonlyMap<number, number | "unknown">>;
  readonly fillDown: readonly number[];
  /** Meanings of labels above the table. */
  readonly form: readonly string[];
  /** Milestones down the sheet, by row. */
  readonly milestones: ReadonlyMap<number, string>;
}

/** A made sheet with its right answer. */
export interface WildSheet {
  readonly name: string;
  readonly lang: "zh" | "tw" | "en";
  /** Its headings come from the part of the seen headings that recognition was not built on. */
  readonly heldOut: boolean;
  readonly grid: SheetGrid;
  readonly answer: RightAnswer;
}

export interface CellSpec {
  readonly value: CellValue;
  readonly format?: string;
  readonly formula?: boolean;
}

/** A sheet being made, cell by cell. */
export class SheetMaker {
  private readonly cells = new Map<string, CellSpec>();
  private readonly merges: Area[] = [];
  private readonly tables: SheetTable[] = [];
  readonly hiddenRows: number[] = [];
  readonly hiddenColumns: number[] = [];
  private top = Infinity;
  private left = Infinity;
  private bottom = 0;
  private right = 0;

  put(row: number, column: number, content: CellValue | CellSpec): this {
    const spec = typeof content === "object" ? content : { value: content };
    this.cells.set(`${row},${column}`, spec);
    this.top = Math.min(this.top, row);
    this.left = Math.min(this.left, column);
    this.bottom = Math.max(this.bottom, row + 1);
    this.right = Math.max(this.right, column + 1);
    return this;
  }

  at(row: number, column: number): CellSpec | undefined {
    return this.cells.get(`${row},${column}`);
  }

  merge(row: number, column: number, rows: number, columns: number): this {
    this.merges.push({ row, column, rows, columns });
    return this;
  }

  table(name: string, area: Area): this {
    this.tables.push({ name, area, headings: true, totals: false });
    return this;
  }

  /** The used range, as a look at the sheet gives it; it starts where the first content is. */
  grid(name: string): SheetGrid {
    const { top, left } = this;
    const each = <T>(pick: (cell: CellSpec | undefined) => T): T[][] =>
      Array.from({ length: this.bottom - top }, (_, row) =>
        Array.from({ length: this.right - left }, (__, column) => pick(this.at(top + row, left + column))),
      );
    return {
      name,
      top,
      left,
      values: each((cell) => cell?.value ?? ""),
      formats: each((cell) => cell?.format ?? "General"),
      formulas: each((cell) => cell?.formula ?? false),
      merges: this.merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
      tables: this.tables,
    };
  }
}
