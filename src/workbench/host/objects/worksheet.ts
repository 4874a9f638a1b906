import { LAST_COLUMN, LAST_ROW } from "../../sheet/a1";
import { BookError } from "../../sheet/book";
import type { Area, SheetInfo } from "../../sheet/book";
import {
  defineClass,
  eventMethods,
  EVENTS,
  invalidArgument,
  notFound,
  rangeRef,
  ref,
  WORKBOOK,
} from "../classes";
import type { HostServices, Ref } from "../classes";
import { areaOf } from "./range";

function info(id: string, host: HostServices): SheetInfo {
  const found = host.book.sheets.find(id);
  if (!found) throw notFound();
  return found;
}

const whole = (sheet: string): Area => ({ sheet, row: 0, column: 0, rows: LAST_ROW, columns: LAST_COLUMN });
const sheetRef = (sheet: SheetInfo | undefined) => (sheet ? ref("Worksheet", sheet.id) : null);

function neighbour(id: string, step: number, visibleOnly: unknown, host: HostServices) {
  const sheets = host.book.sheets.list();
  let index = sheets.findIndex((sheet) => sheet.id === id) + step;
  while (visibleOnly === true && sheets[index] && sheets[index]!.visibility !== "Visible") index += step;
  return sheets[index];
}

const orThrow = (sheet: SheetInfo | undefined) => {
  if (!sheet) throw notFound();
  return ref("Worksheet", sheet.id);
};

export const worksheet = defineClass<string>({
  name: "Worksheet",
  id: (id) => id,
  scalars: {
    Id: (id) => id,
    Name: {
      get: (id, host) => info(id, host).name,
      set: (id, name: string, host) => host.book.sheets.update(id, { name }),
    },
    Position: {
      get: (id, host) => host.book.sheets.list().findIndex((sheet) => sheet.id === id),
      set: (id, position: number, host) => {
        if (position < 0 || position >= host.book.sheets.list().length) throw invalidArgument();
        host.book.sheets.move(id, position);
      },
    },
    Visibility: {
      get: (id, host) => info(id, host).visibility,
      set: (id, visibility, host) => host.book.sheets.update(id, { visibility }),
    },
    TabColor: {
      get: (id, host) => info(id, host).tabColor,
      set: (id, tabColor: string, host) => host.book.sheets.update(id, { tabColor }),
    },
    // On the web the client writes this one under another name than it reads it by.
    Gridlines: {
      get: (id, host) => info(id, host).gridlines,
      set: (id, gridlines: boolean, host) => host.book.sheets.update(id, { gridlines }),
    },
    ShowGridlines: {
      get: (id, host) => info(id, host).gridlines,
      set: (id, gridlines: boolean, host) => host.book.sheets.update(id, { gridlines }),
    },
  },
  navigations: {
    Tables: (id) => ref("TableCollection", id),
    Charts: (id) => ref("ChartCollection", id),
    Names: (id) => ref("NamedItemCollection", id),
    FreezePanes: (id) => ref("WorksheetFreezePanes", id),
    Protection: (id) => ref("WorksheetProtection", id),
    PageLayout: (id) => ref("PageLayout", id),
    AutoFilter: (id) => ref("AutoFilter", id),
  },
  methods: {
    Activate: (id, _args, host) => host.book.sheets.activate(id),
    Delete: (id, _args, host) => host.book.sheets.delete(id),
    Copy: (id, [position, relativeTo], host) => {
      const copy = host.book.sheets.copy(id);
      const others = host.book.sheets.list().filter((sheet) => sheet.id !== copy.id);
      const beside = others.findIndex((sheet) => sheet.id === (relativeTo as Ref | null)?.self);
      // Excel puts a copy at the end unless it is told otherwise.
      const place = { Beginning: 0, Before: beside, After: beside + 1, End: others.length };
      const word = (position as keyof typeof place | null) ?? "End";
      if (place[word] === undefined || (beside < 0 && /Before|After/.test(word))) throw invalidArgument();
      host.book.sheets.move(copy.id, place[word]);
      return ref("Worksheet", copy.id);
    },
    _GetAnotherWorksheetById: (_id, [other], host) => ref("Worksheet", info(String(other), host).id),
    Calculate: (_id, _args, host) => host.book.recalculate("Recalculate"),
    GetRange: (id, [address], host) => {
      if (address === undefined || address === null || address === "") return rangeRef(whole(id));
      return rangeRef(areaOf(address, host, id));
    },
    GetRanges: (id, [address], host) => {
      const parts = String(address ?? "").split(",");
      return ref("RangeAreas", parts[0] ? parts.map((part) => areaOf(part.trim(), host, id)) : [whole(id)]);
    },
    GetCell: (id, [row, column]: number[]) =>
      rangeRef({ sheet: id, row: row!, column: column!, rows: 1, columns: 1 }),
    GetRangeByIndexes: (id, [row, column, rows, columns]: number[]) => {
      if (row! < 0 || column! < 0 || rows! < 1 || columns! < 1) throw invalidArgument();
      if (row! + rows! > LAST_ROW || column! + columns! > LAST_COLUMN) throw invalidArgument();
      return rangeRef({ sheet: id, row: row!, column: column!, rows: rows!, columns: columns! });
    },
    GetUsedRange: (id, [valuesOnly], host) =>
      rangeRef(
        host.book.sheets.usedArea(id, valuesOnly === true) ?? {
          sheet: id,
          row: 0,
          column: 0,
          rows: 1,
          columns: 1,
        },
      ),
    GetUsedRangeOrNullObject: (id, [valuesOnly], host) => {
      const used = host.book.sheets.usedArea(id, valuesOnly === true);
      return used ? rangeRef(used) : null;
    },
    GetNext: (id, [visibleOnly], host) => orThrow(neighbour(id, 1, visibleOnly, host)),
    GetNextOrNullObject: (id, [visibleOnly], host) => sheetRef(neighbour(id, 1, visibleOnly, host)),
    GetPrevious: (id, [visibleOnly], host) => orThrow(neighbour(id, -1, visibleOnly, host)),
    GetPreviousOrNullObject: (id, [visibleOnly], host) => sheetRef(neighbour(id, -1, visibleOnly, host)),
    ...eventMethods<string>("DataChangedEvent", EVENTS.sheetChanged, (id) => id),
    ...eventMethods<string>("SelectionChangedEvent", EVENTS.sheetSelection, (id) => id),
    ...eventMethods<string>("ActivatedEvent", EVENTS.sheetActivated, (id) => id),
    ...eventMethods<string>("DeactivatedEvent", EVENTS.sheetDeactivated, (id) => id),
    ...eventMethods<string>("CalculatedEvent", EVENTS.sheetCalculated, (id) => id),
    ...eventMethods<string>("EventNameChanged", EVENTS.sheetRenamed, (id) => id),
  },
});

export const worksheetCollection = defineClass<null>({
  name: "WorksheetCollection",
  items: (_self, host) => host.book.sheets.list().map((sheet) => ref("Worksheet", sheet.id)),
  item: (_self, key, host) => orThrow(host.book.sheets.find(String(key))),
  methods: {
    Add: (_self, [name], host) =>
      ref("Worksheet", host.book.sheets.add((name as string | null) ?? undefined).id),
    GetItemOrNullObject: (_self, [key], host) => sheetRef(host.book.sheets.find(String(key))),
    GetActiveWorksheet: (_self, _args, host) => ref("Worksheet", host.book.sheets.active().id),
    GetFirst: (_self, _args, host) => orThrow(host.book.sheets.list()[0]),
    GetLast: (_self, _args, host) => orThrow(host.book.sheets.list().at(-1)),
    GetCount: (_self, [visibleOnly], host) =>
      host.book.sheets.list().filter((sheet) => visibleOnly !== true || sheet.visibility === "Visible")
        .length,
    ...eventMethods<null>("DataChangedEvent", EVENTS.sheetChanged, () => WORKBOOK),
    ...eventMethods<null>("SelectionChangedEvent", EVENTS.sheetSelection, () => WORKBOOK),
    ...eventMethods<null>("ActivatedEvent", EVENTS.sheetActivated, () => WORKBOOK),
    ...eventMethods<null>("DeactivatedEvent", EVENTS.sheetDeactivated, () => WORKBOOK),
    ...eventMethods<null>("AddedEvent", EVENTS.sheetAdded, () => WORKBOOK),
    ...eventMethods<null>("DeletedEvent", EVENTS.sheetDeleted, () => WORKBOOK),
    ...eventMethods<null>("CalculatedEvent", EVENTS.sheetCalculated, () => WORKBOOK),
    ...eventMethods<null>("EventNameChanged", EVENTS.sheetRenamed, () => WORKBOOK),
  },
});

export const worksheetFreezePanes = defineClass<string>({
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: (id, [count = 1], host) => host.book.sheets.freeze(id, count as number, 0),
    FreezeColumns: (id, [count = 1], host) => host.book.sheets.freeze(id, 0, count as number),
    FreezeAt: (id, [place], host) => {
      const area = areaOf(place, host, id);
      const rows = area.rows >= LAST_ROW ? 0 : area.row + area.rows;
      host.book.sheets.freeze(id, rows, area.columns >= LAST_COLUMN ? 0 : area.column + area.columns);
    },
    Unfreeze: (id, _args, host) => host.book.sheets.freeze(id, 0, 0),
    GetLocation: (id, _args, host) => {
      const area = frozenArea(id, host);
      if (!area) throw notFound();
      return rangeRef(area);
    },
    GetLocationOrNullObject: (id, _args, host) => {
      const area = frozenArea(id, host);
      return area ? rangeRef(area) : null;
    },
  },
});

function frozenArea(sheet: string, host: HostServices): Area | undefined {
  const { rows, columns } = host.book.sheets.frozen(sheet);
  if (!rows && !columns) return undefined;
  return { sheet, row: 0, column: 0, rows: rows || LAST_ROW, columns: columns || LAST_COLUMN };
}

const PROTECTION_DEFAULTS = {
  allowAutoFilter: false,
  allowDeleteColumns: false,
  allowDeleteRows: false,
  allowEditObjects: false,
  allowEditScenarios: false,
  allowFormatCells: false,
  allowFormatColumns: false,
  allowFormatRows: false,
  allowInsertColumns: false,
  allowInsertHyperlinks: false,
  allowInsertRows: false,
  allowPivotTables: false,
  allowSort: false,
  selectionMode: "Normal",
};

export const worksheetProtection = defineClass<string>({
  name: "WorksheetProtection",
  scalars: {
    Protected: (id, host) => host.book.sheets.protection(id).protected,
    Options: (id, host) => {
      const { protected: on, options } = host.book.sheets.protection(id);
      return on ? { ...PROTECTION_DEFAULTS, ...options } : null;
    },
  },
  methods: {
    Protect: (id, [options, password], host) => {
      if (host.book.sheets.protection(id).protected) {
        throw new BookError("AccessDenied", "You cannot perform the requested operation.");
      }
      host.book.sheets.protect(
        id,
        (options as Record<string, unknown> | null) ?? {},
        (password as string | null) ?? undefined,
      );
    },
    Unprotect: (id, [password], host) =>
      host.book.sheets.unprotect(id, (password as string | null) ?? undefined),
  },
});
