import { intersect } from "../../sheet/a1";
import type { Area, CellValue, Grid, TableInfo } from "../../sheet/book";
import { defineClass, eventMethods, EVENTS, invalidArgument, notFound, rangeRef, ref } from "../classes";
import type { HostServices, Ref } from "../classes";
import { areaOf } from "./range";

function info(id: string, host: HostServices): TableInfo {
  const found = host.book.tables.find(id);
  if (!found) throw notFound();
  return found;
}

const part = (area: Area | undefined): Ref => {
  if (!area) throw notFound();
  return rangeRef(area);
};

type Changeable = "showHeaders" | "showTotals" | "style" | "showBandedRows" | "showBandedColumns" | "highlightFirstColumn" | "highlightLastColumn" | "showFilterButton" | "name"; // prettier-ignore
const property = (key: Changeable) => ({
  get: (id: string, host: HostServices) => info(id, host)[key],
  set: (id: string, value: unknown, host: HostServices) => host.book.tables.update(id, { [key]: value }),
});

export const table = defineClass<string>({
  name: "Table",
  id: (id) => id,
  scalars: {
    Id: (id) => id,
    LegacyId: (id) => id,
    Name: property("name"),
    Style: property("style"),
    ShowHeaders: property("showHeaders"),
    ShowTotals: property("showTotals"),
    ShowBandedRows: property("showBandedRows"),
    ShowBandedColumns: property("showBandedColumns"),
    ShowFilterButton: property("showFilterButton"),
    HighlightFirstColumn: property("highlightFirstColumn"),
    HighlightLastColumn: property("highlightLastColumn"),
  },
  navigations: {
    Worksheet: (id, host) => ref("Worksheet", info(id, host).area.sheet),
    Rows: (id) => ref("TableRowCollection", id),
    Columns: (id) => ref("TableColumnCollection", id),
    Sort: (id) => ref("TableSort", id),
  },
  methods: {
    GetRange: (id, _args, host) => rangeRef(info(id, host).area),
    GetHeaderRowRange: (id, _args, host) => part(host.book.tables.header(info(id, host).id)),
    GetDataBodyRange: (id, _args, host) => part(host.book.tables.body(info(id, host).id)),
    GetTotalRowRange: (id, _args, host) => part(host.book.tables.totals(info(id, host).id)),
    Resize: (id, [place], host) =>
      host.book.tables.resize(id, areaOf(place, host, info(id, host).area.sheet)),
    ConvertToRange: (id, _args, host) => {
      const { area } = info(id, host);
      host.book.tables.convertToRange(id);
      return rangeRef(area);
    },
    Delete: (id, _args, host) => host.book.tables.delete(id),
    ...eventMethods<string>("DataChangedEvent", EVENTS.tableChanged, (id) => id),
    ...eventMethods<string>("SelectionChangedEvent", EVENTS.tableSelection, (id) => id),
  },
});

/** `self` is a sheet, or undefined for the whole workbook. */
const listed = (sheet: string | undefined, host: HostServices) =>
  host.book.tables.list().filter((found) => sheet === undefined || found.area.sheet === sheet);

function find(sheet: string | undefined, key: unknown, host: HostServices): TableInfo | undefined {
  const found = host.book.tables.find(String(key));
  return found && (sheet === undefined || found.area.sheet === sheet) ? found : undefined;
}

const target = (sheet: string | undefined) => sheet ?? "Workbook";

export const tableCollection = defineClass<string | undefined>({
  name: "TableCollection",
  scalars: { Count: (sheet, host) => listed(sheet, host).length },
  items: (sheet, host) => listed(sheet, host).map((found) => ref("Table", found.id)),
  item: (sheet, key, host) => {
    const found = find(sheet, key, host);
    if (!found) throw notFound();
    return ref("Table", found.id);
  },
  methods: {
    Add: (sheet, [place, hasHeaders], host) => {
      const area = areaOf(place, host, sheet ?? host.book.sheets.active().id);
      return ref("Table", host.book.tables.add(area, hasHeaders === true).id);
    },
    GetCount: (sheet, _args, host) => listed(sheet, host).length,
    GetItemAt: (sheet, [index], host) => {
      const found = listed(sheet, host)[index as number];
      if (!found) throw invalidArgument();
      return ref("Table", found.id);
    },
    GetItemOrNullObject: (sheet, [key], host) => {
      const found = find(sheet, key, host);
      return found ? ref("Table", found.id) : null;
    },
    ...eventMethods<string | undefined>("DataChangedEvent", EVENTS.tableChanged, target),
    ...eventMethods<string | undefined>("AddedEvent", EVENTS.tableAdded, target),
    ...eventMethods<string | undefined>("DeletedEvent", EVENTS.tableDeleted, target),
  },
});

export const tableScopedCollection = defineClass<Area>({
  name: "TableScopedCollection",
  items: (area, host) => touching(area, host).map((found) => ref("Table", found.id)),
  item: (area, key, host) => {
    const found = touching(area, host).find(
      (t) => t.id === key || t.name.toLowerCase() === String(key).toLowerCase(),
    );
    if (!found) throw notFound();
    return ref("Table", found.id);
  },
  methods: {
    GetCount: (area, _args, host) => touching(area, host).length,
    GetFirst: (area, _args, host) => {
      const found = touching(area, host)[0];
      if (!found) throw notFound();
      return ref("Table", found.id);
    },
    GetItemOrNullObject: (area, [key], host) => {
      const found = touching(area, host).find(
        (t) => t.id === key || t.name.toLowerCase() === String(key).toLowerCase(),
      );
      return found ? ref("Table", found.id) : null;
    },
  },
});

const touching = (area: Area, host: HostServices) =>
  host.book.tables.list().filter((found) => intersect(found.area, area));

export const tableSort = defineClass<string>({
  name: "TableSort",
  methods: {
    Apply: (id, [fields], host) =>
      host.book.tables.sort(
        id,
        (fields as { key: number; ascending?: boolean }[]).map(({ key, ascending }) => ({
          key,
          ascending: ascending !== false,
        })),
      ),
  },
});

const rowArea = (id: string, index: number, host: HostServices): Area => {
  const body = host.book.tables.body(id);
  if (index < 0 || index >= body.rows) throw notFound();
  return { ...body, row: body.row + index, rows: 1 };
};

interface Row {
  table: string;
  index: number;
}

/** One value, one row of values, or rows of values. */
function rowsOf(values: unknown): Grid<CellValue | null> | undefined {
  if (values === null || values === undefined) return undefined;
  if (!Array.isArray(values)) return [[values as CellValue]];
  const rows: unknown[] = values;
  return (Array.isArray(rows[0]) ? rows : [rows]) as Grid<CellValue | null>;
}

export const tableRowCollection = defineClass<string>({
  name: "TableRowCollection",
  scalars: { Count: (id, host) => rowCount(id, host) },
  items: (id, host) =>
    Array.from({ length: rowCount(id, host) }, (_, index) =>
      ref("TableRow", { table: id, index } satisfies Row),
    ),
  methods: {
    GetCount: (id, _args, host) => rowCount(id, host),
    GetItemAt: (id, [index], host) => {
      rowArea(id, index as number, host);
      return ref("TableRow", { table: id, index: index as number } satisfies Row);
    },
    Add: (id, [index, values], host) => {
      const at = host.book.tables.insertRows(id, (index as number | null) ?? null, rowsOf(values) ?? 1);
      return ref("TableRow", { table: id, index: at } satisfies Row);
    },
    DeleteRowsAt: (id, [index, count], host) =>
      host.book.tables.deleteRows(id, index as number, (count as number | null) ?? 1),
    DeleteRows: (id, [rows], host) => {
      const indexes = (rows as (number | Ref)[]).map((row) =>
        typeof row === "number" ? row : (row.self as Row).index,
      );
      for (const index of [...indexes].sort((a, b) => b - a)) host.book.tables.deleteRows(id, index, 1);
    },
  },
});

/** A table whose one row is blank has no rows for Excel's count all the same: the row is there. */
const rowCount = (id: string, host: HostServices): number => host.book.tables.body(id).rows;

export const tableRow = defineClass<Row>({
  name: "TableRow",
  scalars: {
    Index: ({ index }) => index,
    Values: {
      get: ({ table: id, index }, host) => host.book.cells.values(rowArea(id, index, host)),
      set: ({ table: id, index }, values, host) =>
        host.book.cells.write(rowArea(id, index, host), rowsOf(values) ?? [[]]),
    },
  },
  methods: {
    GetRange: ({ table: id, index }, _args, host) => rangeRef(rowArea(id, index, host)),
    Delete: ({ table: id, index }, _args, host) => host.book.tables.deleteRows(id, index, 1),
  },
});

interface Column {
  table: string;
  id: number;
}

function columnIndex({ table: id, id: column }: Column, host: HostServices): number {
  const index = info(id, host).columns.findIndex((found) => found.id === column);
  if (index < 0) throw notFound();
  return index;
}

function columnPart(self: Column, area: Area | undefined, host: HostServices): Area {
  if (!area) throw notFound();
  return { ...area, column: area.column + columnIndex(self, host), columns: 1 };
}

function findColumn(id: string, key: unknown, host: HostServices): Ref | null {
  const { columns } = info(id, host);
  const found =
    typeof key === "number"
      ? columns.find((column) => column.id === key)
      : columns.find((column) => column.name.toLowerCase() === String(key).toLowerCase());
  return found ? ref("TableColumn", { table: id, id: found.id } satisfies Column) : null;
}

export const tableColumnCollection = defineClass<string>({
  name: "TableColumnCollection",
  scalars: { Count: (id, host) => info(id, host).columns.length },
  items: (id, host) =>
    info(id, host).columns.map((column) => ref("TableColumn", { table: id, id: column.id } satisfies Column)),
  item: (id, key, host) => {
    const found = findColumn(id, key, host);
    if (!found) throw notFound();
    return found;
  },
  methods: {
    GetCount: (id, _args, host) => info(id, host).columns.length,
    GetItemAt: (id, [index], host) => {
      const column = info(id, host).columns[index as number];
      if (!column) throw notFound();
      return ref("TableColumn", { table: id, id: column.id } satisfies Column);
    },
    GetItemOrNullObject: (id, [key], host) => findColumn(id, key, host),
    Add: (id, [index, values, name], host) => {
      const given = rowsOf(values);
      const at = host.book.tables.insertColumns(
        id,
        (index as number | null) ?? null,
        given ?? 1,
        name === null || name === undefined ? [] : [name as string],
      );
      return ref("TableColumn", { table: id, id: info(id, host).columns[at]!.id } satisfies Column);
    },
  },
});

export const tableColumn = defineClass<Column>({
  name: "TableColumn",
  id: (self) => String(self.id),
  scalars: {
    Id: (self) => self.id,
    Index: columnIndex,
    Name: {
      get: (self, host) => info(self.table, host).columns[columnIndex(self, host)]!.name,
      set: (self, name: string, host) =>
        host.book.tables.renameColumn(self.table, columnIndex(self, host), name),
    },
    Values: {
      get: (self, host) => host.book.cells.values(columnPart(self, info(self.table, host).area, host)),
      set: (self, values, host) =>
        host.book.cells.write(columnPart(self, info(self.table, host).area, host), values as Grid<CellValue>),
    },
  },
  methods: {
    GetRange: (self, _args, host) => rangeRef(columnPart(self, info(self.table, host).area, host)),
    GetDataBodyRange: (self, _args, host) =>
      rangeRef(columnPart(self, host.book.tables.body(self.table), host)),
    GetHeaderRowRange: (self, _args, host) =>
      rangeRef(columnPart(self, host.book.tables.header(self.table), host)),
    GetTotalRowRange: (self, _args, host) =>
      rangeRef(columnPart(self, host.book.tables.totals(self.table), host)),
    Delete: (self, _args, host) => host.book.tables.deleteColumn(self.table, columnIndex(self, host)),
  },
});
