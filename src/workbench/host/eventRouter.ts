import { intersect, rectAddress } from "../sheet/a1";
import type { Area, Book, BookEvent } from "../sheet/book";
import { EVENTS, rangeRef, WORKBOOK } from "./classes";
import type { Ref } from "./classes";
import type { ClientConnection } from "./connection";

const OBJECT_EVENTS = 65536;

type Send = (event: number, targets: readonly string[], message: object) => void;

/** Tells clients what happened to the book, each in the terms of its own handlers. */
export class EventRouter {
  private selectedTables = new Set<string>();
  private selectedSheet: string | undefined;

  constructor(
    private readonly book: Book,
    private readonly clients: () => Iterable<ClientConnection>,
    private readonly keep: (object: Ref) => string,
  ) {}

  route(event: BookEvent): void {
    for (const client of this.clients()) {
      if (event.type !== "selected") continue;
      // A selection is each user's own; the grid's belongs to everybody here.
      client.fire("documentSelectionChanged", {});
    }
    switch (event.type) {
      case "changed":
        return this.changed(event);
      case "calculated":
        return this.toAll(event, (send) =>
          send(EVENTS.sheetCalculated, [event.sheet, WORKBOOK], { worksheetId: event.sheet, address: "" }),
        );
      case "selected":
        return this.selected(event);
      case "activated":
        return this.toAll(event, (send) => {
          if (event.before)
            send(EVENTS.sheetDeactivated, [event.before, WORKBOOK], { worksheetId: event.before });
          send(EVENTS.sheetActivated, [event.sheet, WORKBOOK], { worksheetId: event.sheet });
        });
      case "sheetAdded":
      case "sheetDeleted":
        return this.toAll(event, (send, source) =>
          send(EVENTS[event.type], [WORKBOOK], { worksheetId: event.sheet, source }),
        );
      case "sheetRenamed":
        return this.toAll(event, (send, source) =>
          send(EVENTS.sheetRenamed, [event.sheet, WORKBOOK], {
            worksheetId: event.sheet,
            nameBefore: event.before,
            nameAfter: event.after,
            source,
          }),
        );
      case "tableAdded":
      case "tableDeleted":
        return this.toAll(event, (send, source) =>
          send(EVENTS[event.type], [WORKBOOK, event.sheet], {
            tableId: event.table,
            tableName: event.name,
            worksheetId: event.sheet,
            source,
          }),
        );
    }
  }

  private toAll(event: BookEvent, tell: (send: Send, source: "Local" | "Remote") => void): void {
    const origin = "origin" in event ? event.origin : undefined;
    for (const client of this.clients()) {
      // What another client did comes from elsewhere; what the user does at the grid is the user's own.
      const remote = origin !== undefined && origin !== client.id;
      tell(
        (type, targets, message) => {
          for (const target of targets) {
            if (!client.listening.get(`${type}/${target}`)) continue;
            client.rich([OBJECT_EVENTS, type, target, JSON.stringify(message), 0, remote]);
          }
        },
        remote ? "Remote" : "Local",
      );
    }
  }

  private changed(event: Extract<BookEvent, { type: "changed" }>): void {
    const { area, change, before, after } = event;
    const tables = this.book.tables.list().filter((table) => intersect(table.area, area));
    let reference: string | undefined;
    this.toAll(event, (send, source) => {
      const message = {
        changeType: change,
        source,
        triggerSource: "Unknown",
        worksheetId: area.sheet,
        address: rectAddress(area),
        referenceId: (reference ??= this.keep(rangeRef(area))),
        ...(after === undefined ? {} : { details: details(before ?? "", after) }),
        ...(after === undefined
          ? {}
          : {
              valueBefore: before ?? "",
              valueAfter: after,
              valueTypeBefore: kind(before ?? ""),
              valueTypeAfter: kind(after),
            }),
        changeDirectionState: null,
      };
      send(EVENTS.sheetChanged, [area.sheet, WORKBOOK], message);
      for (const table of tables) {
        const part = intersect(table.area, area)!;
        send(EVENTS.tableChanged, [table.id, area.sheet, WORKBOOK], {
          ...message,
          tableId: table.id,
          address: rectAddress(part),
        });
      }
    });
  }

  private selected(event: Extract<BookEvent, { type: "selected" }>): void {
    const [area] = event.areas;
    if (!area) return;
    const address = rectAddress(area);
    const inside = new Map(this.insideTables(area));
    this.toAll(event, (send) => {
      send(EVENTS.sheetSelection, [area.sheet, WORKBOOK], { worksheetId: area.sheet, address });
      for (const [table, part] of inside) {
        send(EVENTS.tableSelection, [table], {
          tableId: table,
          worksheetId: area.sheet,
          address: rectAddress(part),
          isInsideTable: true,
        });
      }
      for (const table of this.selectedTables) {
        if (inside.has(table)) continue;
        send(EVENTS.tableSelection, [table], {
          tableId: table,
          worksheetId: this.selectedSheet ?? area.sheet,
          address: "",
          isInsideTable: false,
        });
      }
    });
    this.selectedTables = new Set(inside.keys());
    this.selectedSheet = area.sheet;
  }

  private insideTables(area: Area): [string, Area][] {
    return this.book.tables.list().flatMap((table) => {
      const part = intersect(table.area, area);
      return part ? [[table.id, part] as [string, Area]] : [];
    });
  }
}

const kind = (value: unknown) =>
  value === ""
    ? "Empty"
    : typeof value === "number"
      ? "Double"
      : typeof value === "boolean"
        ? "Boolean"
        : "String";

const details = (valueBefore: unknown, valueAfter: unknown) => ({
  valueBefore,
  valueAfter,
  valueTypeBefore: kind(valueBefore),
  valueTypeAfter: kind(valueAfter),
});
