import type { Area, BookEvent } from "../sheet/book";
import type { Ref } from "./classes";

/** How many events' ranges may still be asked for. */
const KEPT_FOR_EVENTS = 500;

/** Objects that clients refer to by id: ranges they keep between requests, and the ranges of events. */
export class References extends Map<string, Ref> {
  private last = 0;
  private readonly ofEvents: string[] = [];

  keep(object: Ref): string {
    const id = `ref${++this.last}`;
    this.set(id, object);
    return id;
  }

  keepForEvent(object: Ref): string {
    const id = this.keep(object);
    this.ofEvents.push(id);
    if (this.ofEvents.length > KEPT_FOR_EVENTS) this.delete(this.ofEvents.shift()!);
    return id;
  }

  /** A range that is kept goes along when rows or columns come or go before it; one whose cells are all gone is gone. */
  follow({ area, change }: Extract<BookEvent, { type: "changed" }>): void {
    const rows = change === "RowInserted" || change === "RowDeleted";
    if (!rows && change !== "ColumnInserted" && change !== "ColumnDeleted") return;
    const inserted = change === "RowInserted" || change === "ColumnInserted";
    const start = rows ? area.row : area.column;
    const count = rows ? area.rows : area.columns;
    for (const [id, { type, self }] of this) {
      const kept = self as Area;
      if (type !== "Range" || kept.sheet !== area.sheet) continue;
      const from = rows ? kept.row : kept.column;
      const size = rows ? kept.rows : kept.columns;
      const moved = inserted ? pushed(from, size, start, count) : pulled(from, size, start, count);
      if (!moved.size) this.delete(id);
      else {
        const place = rows
          ? { row: moved.from, rows: moved.size }
          : { column: moved.from, columns: moved.size };
        this.set(id, { type, self: { ...kept, ...place } });
      }
    }
  }
}

function pushed(from: number, size: number, start: number, count: number) {
  if (start <= from) return { from: from + count, size };
  return start < from + size ? { from, size: size + count } : { from, size };
}

function pulled(from: number, size: number, start: number, count: number) {
  const end = start + count;
  const gone = Math.max(0, Math.min(from + size, end) - Math.max(from, start));
  const before = Math.max(0, Math.min(end, from) - Math.min(start, from));
  return { from: from - before, size: size - gone };
}
