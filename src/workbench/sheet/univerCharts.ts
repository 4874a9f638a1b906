import { BooleanNumber, CommandType, IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import type { IMutation, Workbook } from "@univerjs/core";
import { badArgument } from "./a1";
import { BookError } from "./book";
import type { Area, BookEvent, Cells } from "./book";
import type {
  Box,
  ChartAnchor,
  ChartAxisLook,
  ChartCorner,
  ChartInfo,
  ChartLook,
  Charts,
  ChartSeries,
  ChartType,
} from "./chart";
import { movedArea, movedCorner } from "./chartPlaces";
import { guid } from "./emptyWorkbook";
import type { UniverContext } from "./univerContext";
import { POINTS } from "./univerFormats";

interface ChartParams {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly charts: readonly ChartInfo[];
}

/** Charts live in their sheet's own data: they go with the sheet and come back with it. */
export const SetChartsMutation: IMutation<ChartParams> = {
  id: "workbench.mutation.set-charts",
  type: CommandType.MUTATION,
  handler: (accessor, { unitId, subUnitId, charts }) => {
    const workbook = accessor
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    const config = workbook?.getSheetBySheetId(subUnitId)?.getConfig();
    if (!config) return false;
    config.custom = { ...config.custom, charts };
    return true;
  },
};

/** Five by three inches, as Excel makes them. */
const USUAL = { left: 144, top: 60, width: 360, height: 216 };

const AXIS: ChartAxisLook = {
  title: "",
  titleVisible: false,
  visible: true,
  gridlines: false,
  reverse: false,
};

export class UniverCharts implements Charts {
  private readonly stop: () => void;

  constructor(
    private readonly context: UniverContext,
    private readonly cells: Cells,
    private readonly guard: (area: Area, what?: string) => void,
  ) {
    context.commands.registerCommand(SetChartsMutation);
    const commands = context.commands.onCommandExecuted(({ id, params }) => {
      if (id !== SetChartsMutation.id) return;
      const { origin } = context;
      const sheet = (params as ChartParams).subUnitId;
      context.emit({ type: "chartsChanged", sheet, ...(origin !== undefined && { origin }) });
    });
    const events = context.onEvent((event) => this.follow(event));
    this.stop = () => {
      commands.dispose();
      events();
    };
  }

  list(sheet: string): readonly ChartInfo[] {
    const custom = this.context.worksheet(sheet).getConfig().custom as { charts?: ChartInfo[] } | undefined;
    // A copied sheet brings its charts; they stand on the copy then.
    return (custom?.charts ?? []).map((chart) => (chart.sheet === sheet ? chart : { ...chart, sheet }));
  }

  find(sheet: string, idOrName: string): ChartInfo | undefined {
    const all = this.list(sheet);
    const name = idOrName.toLowerCase();
    return all.find(({ id }) => id === idOrName) ?? all.find((chart) => chart.name.toLowerCase() === name);
  }

  add(sheet: string, source: Area, type: ChartType, seriesBy: "Auto" | "Columns" | "Rows"): ChartInfo {
    this.guard({ sheet, row: 0, column: 0, rows: 1, columns: 1 }, "editObjects");
    const charts = this.list(sheet);
    const series = this.seriesOf(source, seriesBy);
    const chart: ChartInfo = {
      id: guid(),
      sheet,
      name: freeName(charts),
      anchor: this.anchorOf(sheet, USUAL),
      ...usualLook(type, series.length),
      series,
    };
    this.put(sheet, [...charts, chart]);
    return chart;
  }

  /** Charts of a file that is opened; nothing to undo. */
  load(sheet: string, charts: readonly ChartInfo[]): void {
    const { unitId } = this.context;
    this.context.run(SetChartsMutation.id, { unitId, subUnitId: sheet, charts });
  }

  update(sheet: string, id: string, change: Partial<Omit<ChartInfo, "id" | "sheet" | "foreign">>): void {
    this.guard({ sheet, row: 0, column: 0, rows: 1, columns: 1 }, "editObjects");
    const charts = this.list(sheet);
    if (!charts.some((chart) => chart.id === id)) throw gone();
    if (change.name !== undefined) {
      const holder = this.find(sheet, change.name);
      if (change.name === "" || (holder && holder.id !== id)) throw badArgument();
    }
    const onlyMoved = Object.keys(change).every((key) => key === "name" || key === "anchor");
    this.put(
      sheet,
      charts.map((chart) => {
        if (chart.id !== id) return chart;
        if (onlyMoved) return { ...chart, ...change };
        if (chart.type === "Invalid" && change.type === undefined)
          throw new BookError("NotImplemented", "This host cannot change a chart of this kind.");
        // From here on it is what the fields say, no longer what the file said.
        const { foreign: _, ...own } = chart;
        return { ...own, ...change };
      }),
    );
  }

  delete(sheet: string, id: string): void {
    this.guard({ sheet, row: 0, column: 0, rows: 1, columns: 1 }, "editObjects");
    const charts = this.list(sheet);
    if (!charts.some((chart) => chart.id === id)) throw gone();
    this.put(
      sheet,
      charts.filter((chart) => chart.id !== id),
    );
  }

  seriesOf(source: Area, seriesBy: "Auto" | "Columns" | "Rows"): ChartSeries[] {
    const area = this.context.clip(source);
    const values = this.cells.values(area);
    const byRows = seriesBy === "Rows" || (seriesBy === "Auto" && area.columns > area.rows);
    const at = (one: number, other: number) => (byRows ? values[one]![other]! : values[other]![one]!);
    const lines = byRows ? area.rows : area.columns;
    const points = byRows ? area.columns : area.rows;
    const isNumber = (value: unknown) => typeof value === "number";
    // A blank corner, or words where the first series would be, say that the first line names the points.
    const blankCorner = at(0, 0) === "";
    const firstLine = Array.from({ length: points - 1 }, (_, point) => at(0, point + 1));
    const hasCategories = lines > 1 && (blankCorner || firstLine.some((value) => !isNumber(value)));
    const first = hasCategories ? 1 : 0;
    const heads = Array.from({ length: lines - first }, (_, line) => at(line + first, 0));
    const hasNames = points > 1 && (blankCorner || heads.every((value) => value !== "" && !isNumber(value)));
    const skip = hasNames ? 1 : 0;
    const part = (line: number, from: number, count: number): Area =>
      byRows
        ? { ...area, row: area.row + line, rows: 1, column: area.column + from, columns: count }
        : { ...area, column: area.column + line, columns: 1, row: area.row + from, rows: count };
    return heads.map((_, line) => ({
      name: hasNames ? part(line + first, 0, 1) : `Series${line + 1}`,
      values: part(line + first, skip, points - skip),
      ...(hasCategories && { categories: part(0, skip, points - skip) }),
      labels: false,
    }));
  }

  box({ sheet, anchor: { from, to } }: ChartInfo): Box {
    const place = (corner: ChartCorner) => ({
      x: this.along(sheet, "column", corner.column) + corner.x,
      y: this.along(sheet, "row", corner.row) + corner.y,
    });
    const [a, b] = [place(from), place(to)];
    const rounded = (points: number) => Math.round(points * 100) / 100;
    return {
      left: rounded(a.x),
      top: rounded(a.y),
      width: rounded(Math.max(0, b.x - a.x)),
      height: rounded(Math.max(0, b.y - a.y)),
    };
  }

  setBox(sheet: string, id: string, change: Partial<Box>): void {
    const chart = this.find(sheet, id);
    if (!chart) throw gone();
    const box = { ...this.box(chart), ...change };
    if (box.left < 0 || box.top < 0 || box.width <= 0 || box.height <= 0) throw badArgument();
    this.update(sheet, id, { anchor: this.anchorOf(sheet, box) });
  }

  /** The anchor of a chart of this size whose first corner is given. */
  anchorFrom(sheet: string, from: ChartCorner, width: number, height: number): ChartAnchor {
    const left = this.along(sheet, "column", from.column) + from.x;
    const top = this.along(sheet, "row", from.row) + from.y;
    return { from, to: this.anchorOf(sheet, { left, top, width, height }).to };
  }

  dispose(): void {
    this.stop();
  }

  private put(sheet: string, charts: readonly ChartInfo[]): void {
    const params = (next: readonly ChartInfo[]): ChartParams => ({
      unitId: this.context.unitId,
      subUnitId: sheet,
      charts: next,
    });
    this.context.mutate(
      [{ id: SetChartsMutation.id, params: params(charts) }],
      [{ id: SetChartsMutation.id, params: params(this.list(sheet)) }],
    );
  }

  /** Points of one column or row; hidden ones have none. */
  private size(sheet: string, what: "row" | "column", index: number): number {
    const worksheet = this.context.worksheet(sheet);
    const data =
      what === "row"
        ? worksheet.getRowManager().getRow(index)
        : worksheet.getColumnManager().getColumn(index);
    if (data?.hd === BooleanNumber.TRUE) return 0;
    return (what === "row" ? worksheet.getRowHeight(index) : worksheet.getColumnWidth(index)) * POINTS;
  }

  private along(sheet: string, what: "row" | "column", count: number): number {
    let sum = 0;
    for (let index = 0; index < count; index += 1) sum += this.size(sheet, what, index);
    return sum;
  }

  private anchorOf(sheet: string, { left, top, width, height }: Box): ChartAnchor {
    const find = (what: "row" | "column", points: number) => {
      let [index, rest] = [0, points];
      for (let size = this.size(sheet, what, 0); rest >= size; size = this.size(sheet, what, index)) {
        rest -= size;
        index += 1;
      }
      return { index, rest: Math.round(rest * 100) / 100 };
    };
    const corner = (x: number, y: number): ChartCorner => {
      const [column, row] = [find("column", x), find("row", y)];
      return { column: column.index, x: column.rest, row: row.index, y: row.rest };
    };
    return { from: corner(left, top), to: corner(left + width, top + height) };
  }

  /** Whole rows and columns that come and go take charts and what they show along. */
  private follow(event: BookEvent): void {
    if (event.type !== "changed" || event.change === "RangeEdited") return;
    for (const sheet of this.context.workbook.getSheets().map((one) => one.getSheetId())) {
      const charts = this.list(sheet);
      if (charts.length === 0) continue;
      const area = (own: Area | undefined) => own && movedArea(own, event);
      const name = (own: string | Area) => (typeof own === "string" ? own : (movedArea(own, event) ?? ""));
      const moved = charts.map((chart): ChartInfo => ({
        ...chart,
        ...(chart.sheet === event.area.sheet && {
          anchor: { from: movedCorner(chart.anchor.from, event), to: movedCorner(chart.anchor.to, event) },
        }),
        series: chart.series.map((one) => ({
          ...one,
          name: name(one.name),
          values: area(one.values),
          categories: area(one.categories),
        })),
        ...(chart.foreign && {
          foreign: {
            ...chart.foreign,
            sources: chart.foreign.sources.map((source) =>
              typeof source === "string" ? source : (area(source) ?? "#REF!"),
            ),
          },
        }),
      }));
      if (JSON.stringify(moved) !== JSON.stringify(charts)) this.load(sheet, moved);
    }
  }
}

const gone = () => new BookError("ItemNotFound", "The requested resource doesn't exist.");

function freeName(charts: readonly ChartInfo[]): string {
  for (let number = 1; ; number += 1) {
    const name = `Chart ${number}`;
    if (!charts.some((chart) => chart.name.toLowerCase() === name.toLowerCase())) return name;
  }
}

export function usualLook(type: ChartType, series: number): ChartLook {
  return {
    type,
    title: series > 1 ? "Chart Title" : "",
    titleVisible: true,
    legend: "Bottom",
    legendVisible: series > 1 || type === "Pie" || type === "Doughnut",
    categoryAxis: AXIS,
    valueAxis: { ...AXIS, gridlines: true },
    ...(/Stacked/.test(type) && /^(Column|Bar)/.test(type) && { overlap: 100 }),
  };
}
