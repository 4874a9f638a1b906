import { BooleanNumber, CellValueType } from "@univerjs/core";
import type { ICellData, Nullable } from "@univerjs/core";
import { ConditionalFormattingRuleModel } from "@univerjs/sheets-conditional-formatting";
import type {
  FileBook,
  FileCell,
  FileColumn,
  FileConditionalFormat,
  FileName,
  FileRow,
  FileSheet,
  FileStyle,
  FileTable,
  FileTableColumn,
  FileValue,
} from "../files/fileBook";
import type { SheetInfo, TableInfo } from "./book";
import { ERRORS } from "./cellText";
import { fileChart } from "./fileCharts";
import { leftoversOf, type Leftovers } from "./fileLeftovers";
import { fileRule, fileValidation, refOf } from "./fileRules";
import { filePrint, fileProtection } from "./fileSheetSetup";
import { fileStyle, type CellExtras } from "./fileStyles";
import { fromEngine } from "./structuredReferences";
import type { UniverBook } from "./univerBook";
import { toArea } from "./univerContext";

const PADDING = 5;
const CHARACTER = 7;
const POINTS = 0.75;

/** Numbers styles as they turn up. */
class StyleList {
  readonly styles: FileStyle[] = [];
  private readonly known = new Map<string, number>();

  index(style: FileStyle): number | undefined {
    const key = JSON.stringify(style);
    if (key === "{}") return undefined;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.styles.push(style) - 1;
    this.known.set(key, index);
    return index;
  }
}

/** What the grid holds, for writing to a file. Sections it knows nothing of are left out: the opened file keeps its own. */
export function saveFileBook(book: UniverBook): FileBook {
  const leftovers = leftoversOf(book);
  const list = new StyleList();
  const infos = book.sheets.list();
  const sheets = infos.map((info) => fileSheet(book, info, list, leftovers));
  const active = infos.findIndex(({ id }) => id === book.sheets.active().id);
  const names = book.names.list().map(({ name, formula, scope, comment, visible }): FileName => {
    const sheet = infos.find(({ id }) => id === scope)?.name;
    return {
      name,
      formula,
      ...(sheet !== undefined && { sheet }),
      ...(!visible && { hidden: true }),
      ...(comment !== "" && { comment }),
    };
  });
  return {
    sheets,
    names: [...names, ...(leftovers?.names ?? [])],
    styles: list.styles,
    settings: Object.fromEntries(book.settings),
    date1904: false,
    ...(active > 0 && { activeSheet: active }),
    ...(leftovers?.defaultFont && { defaultFont: leftovers.defaultFont }),
  };
}

function fileSheet(
  book: UniverBook,
  info: SheetInfo,
  list: StyleList,
  leftovers: Leftovers | undefined,
): FileSheet {
  const { id } = info;
  const config = book.context.worksheet(id).getConfig();
  const kept = leftovers?.sheets.get(id);
  const frozen = book.sheets.frozen(id);
  const protection = book.sheets.protection(id);
  const custom = config.custom as { page?: object; protection?: { password?: string } } | undefined;
  const merges = (config.mergeData ?? []).map((range) => refOf(toArea(id, range)));
  const filtered = book.filters.area(id);
  const visibility = ({ Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" } as const)[
    info.visibility
  ];
  return {
    name: info.name,
    ...(kept && { origin: kept.origin }),
    visibility,
    cells: fileCells(book, id, list),
    merges,
    columns: fileColumns(book, id, list),
    rows: fileRows(book, id, list),
    ...(kept?.defaultColumnWidth !== undefined && { defaultColumnWidth: kept.defaultColumnWidth }),
    ...(kept?.defaultRowHeight !== undefined && { defaultRowHeight: kept.defaultRowHeight }),
    filter: filtered ? { ref: refOf(filtered), columns: [...book.filters.columns(id)] } : null,
    frozen: frozen.rows > 0 || frozen.columns > 0 ? frozen : null,
    tables: book.tables
      .list()
      .filter(({ area }) => area.sheet === id)
      .map((table) => fileTable(book, table, leftovers)),
    validations: [
      ...book.validations.all(id).map(({ areas, rule }) => fileValidation(areas, rule)),
      ...(kept?.prompts ?? []),
    ],
    conditionalFormats: fileRules(book, id),
    charts: book.charts.list(id).map((chart) => fileChart(chart, book.sheets)),
    protection: protection.protected
      ? fileProtection(protection.options, custom?.protection?.password !== undefined)
      : null,
    ...(custom?.page && { print: filePrint(book.sheets.pageLayout(id), kept?.print) }),
    tabColor: info.tabColor ? info.tabColor.toUpperCase() : null,
    gridlines: info.gridlines,
    ...(config.zoomRatio !== 1 && { zoom: Math.round(config.zoomRatio * 100) }),
  };
}

interface CellCustom extends CellExtras {
  link?: FileCell["link"];
  rich?: FileCell["rich"];
}

function fileCells(book: UniverBook, sheet: string, list: StyleList): FileCell[] {
  const used = book.sheets.usedArea(sheet, false);
  if (!used) return [];
  const styles = book.context.workbook.getStyles();
  const matrix = book.context.worksheet(sheet).getCellMatrix();
  const cells: FileCell[] = [];
  const headings = headingTexts(book, sheet);
  for (let row = used.row; row < used.row + used.rows; row += 1) {
    for (let column = used.column; column < used.column + used.columns; column += 1) {
      const data = matrix.getValue(row, column);
      const heading = headings.get(`${row},${column}`);
      if (!data && heading === undefined) continue;
      const custom = data?.custom as CellCustom | undefined;
      const style = list.index(fileStyle(styles.getStyleByCell(data), custom));
      const formula = book.cells.formulaAt(sheet, data, row, column);
      const spill = formula === undefined ? undefined : book.cells.spillOf(sheet, row, column);
      const shown = fileValue(data) ?? heading ?? (spill && spilledValue(book, sheet, row, column));
      // Univer has nothing where a formula answers an empty text.
      const value = shown ?? (formula === undefined ? undefined : "");
      const cell: FileCell = {
        row,
        column,
        ...(value !== undefined && { value }),
        ...(formula !== undefined && { formula }),
        ...(spill && { array: { ref: refOf(spill), dynamic: true } }),
        ...(custom?.rich && custom.rich.map(({ text }) => text).join("") === value && { rich: custom.rich }),
        ...(custom?.link && { link: custom.link }),
        ...(style !== undefined && { style }),
      };
      if (Object.keys(cell).length > 2) cells.push(cell);
    }
  }
  return cells;
}

/** Headings that nobody typed stand in the table only. */
function headingTexts(book: UniverBook, sheet: string): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { area, columns, showHeaders } of book.tables.list()) {
    if (area.sheet !== sheet || !showHeaders) continue;
    columns.forEach(({ name }, index) => texts.set(`${area.row},${area.column + index}`, name));
  }
  return texts;
}

function spilledValue(book: UniverBook, sheet: string, row: number, column: number): FileValue | undefined {
  const value = book.cells.values({ sheet, row, column, rows: 1, columns: 1 })[0]![0]!;
  if (value === "") return undefined;
  return typeof value === "string" && ERRORS.has(value) ? { error: value } : value;
}

function fileValue(data: Nullable<ICellData>): FileValue | undefined {
  if (!data) return undefined;
  if (data.p) return data.p.body?.dataStream.replace(/\r\n$/, "").replaceAll("\r", "\n");
  const { v, t } = data;
  if (v === null || v === undefined) return undefined;
  if (t === CellValueType.BOOLEAN) return Boolean(v);
  if (t === CellValueType.NUMBER) return Number(v);
  if (typeof v === "string" && t !== CellValueType.FORCE_STRING && ERRORS.has(v)) return { error: v };
  return v;
}

const rounded = (number: number): number => Math.round(number * 100) / 100;

function fileColumns(book: UniverBook, sheet: string, list: StyleList): FileColumn[] {
  const { columnData } = book.context.worksheet(sheet).getConfig();
  const styles = book.context.workbook.getStyles();
  return Object.entries(columnData ?? {}).flatMap(([index, data]): FileColumn[] => {
    const style = data?.s ? list.index(fileStyle(styles.getStyleByCell({ s: data.s }))) : undefined;
    const column = {
      column: Number(index),
      ...(data?.w !== undefined && { width: rounded((data.w - PADDING) / CHARACTER) }),
      ...(data?.hd === BooleanNumber.TRUE && { hidden: true }),
      ...(style !== undefined && { style }),
    };
    return Object.keys(column).length > 1 ? [column] : [];
  });
}

function fileRows(book: UniverBook, sheet: string, list: StyleList): FileRow[] {
  const { rowData } = book.context.worksheet(sheet).getConfig();
  const styles = book.context.workbook.getStyles();
  return Object.entries(rowData ?? {}).flatMap(([index, data]): FileRow[] => {
    const style = data?.s ? list.index(fileStyle(styles.getStyleByCell({ s: data.s }))) : undefined;
    const row = {
      row: Number(index),
      // Heights that follow the content are left to Excel.
      ...(data?.h !== undefined && data.ia === BooleanNumber.FALSE && { height: rounded(data.h * POINTS) }),
      ...(data?.hd === BooleanNumber.TRUE && { hidden: true }),
      ...(style !== undefined && { style }),
    };
    return Object.keys(row).length > 1 ? [row] : [];
  });
}

function fileRules(book: UniverBook, sheet: string): FileConditionalFormat[] {
  const model = book.context.injector.get(ConditionalFormattingRuleModel);
  const own = new Map(book.conditionals.list(sheet).map((rule) => [rule.id, rule]));
  return (model.getSubunitRules(book.context.unitId, sheet) ?? []).flatMap(
    ({ cfId, ranges, rule }, index): FileConditionalFormat[] => {
      const { file } = rule as { file?: FileConditionalFormat };
      const refs = ranges.map((range) => refOf(toArea(sheet, range)));
      if (file) return [{ ...file, refs, priority: index + 1 }];
      const made = own.get(cfId);
      return made ? [fileRule(made, index + 1)] : [];
    },
  );
}

/** Excel's numbers for the functions of a totals row. */
const TOTALS: Readonly<Record<string, string>> = {
  101: "average",
  102: "countNums",
  103: "count",
  104: "max",
  105: "min",
  107: "stdDev",
  109: "sum",
  110: "var",
};

function fileTable(book: UniverBook, table: TableInfo, leftovers: Leftovers | undefined): FileTable {
  const state = book.store.find(table.id)!;
  const totals = book.tables.totals(table.id);
  const bottom = totals && book.cells.formulas(totals)[0];
  const columns = table.columns.map(({ name, formula }, index): FileTableColumn => ({
    name,
    ...(formula !== undefined && { formula: fromEngine(formula, book.store, state) }),
    ...(bottom && totalOf(String(bottom[index] ?? ""))),
  }));
  return {
    name: table.name,
    ref: refOf(table.area),
    headings: table.showHeaders,
    totals: table.showTotals,
    columns,
    ...(table.style && { style: table.style }),
    stripes: table.showBandedRows,
    columnStripes: table.showBandedColumns,
    firstColumn: table.highlightFirstColumn,
    lastColumn: table.highlightLastColumn,
    filterButtons: table.showFilterButton,
    filter: leftovers?.filters.get(table.id) ?? [],
  };
}

function totalOf(content: string): Partial<FileTableColumn> {
  if (content === "") return {};
  if (!content.startsWith("=")) return { totalsLabel: content };
  const code = /^=SUBTOTAL\((\d+),[^(),]*\[[^@]*\]\)$/i.exec(content)?.[1];
  const known = code === undefined ? undefined : TOTALS[code];
  return known ? { totalsFunction: known } : { totalsFunction: "custom", totalsFormula: content };
}
