import { ThemeService } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import { DRAWING_OBJECT_LAYER_INDEX, Image, IRenderManagerService } from "@univerjs/engine-render";
import type { SpreadsheetSkeleton } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { ChartCorner, ChartInfo } from "../sheet/chart";
import type { UniverBook } from "../sheet/univerBook";
import { POINTS } from "../sheet/univerFormats";
import { chartSvg } from "./chartSvg";
import { invertLuma } from "./darkSheet";

/** What moves columns and rows, or shows another sheet. */
const MOVES = /worksheet-(col|row)|(row|col)-(hidden|visible)|insert-|remove-|move-|set-worksheet-active/;

/** Charts over the cells of the sheet that is shown: pictures on Univer's own canvas, so that they scroll, freeze and zoom with it. */
export class ChartLayer {
  private readonly drawn = new Map<string, { picture: Image; look: string }>();
  private waiting = false;

  constructor(
    private readonly univer: Univer,
    private readonly book: UniverBook,
  ) {
    book.onEvent(({ type }) => {
      if (type !== "selected") this.soon();
    });
    book.context.commands.onCommandExecuted(({ id }) => {
      if (MOVES.test(id)) this.soon();
    });
    univer
      .__getInjector()
      .get(ThemeService)
      .darkMode$.subscribe(() => this.soon());
  }

  /** Many changes come at once; the picture of the last of them will do. */
  private soon(): void {
    if (this.waiting) return;
    this.waiting = true;
    setTimeout(() => {
      this.waiting = false;
      this.draw();
    }, 50);
  }

  private draw(): void {
    const render = this.univer
      .__getInjector()
      .get(IRenderManagerService)
      .getRenderById(this.book.context.unitId);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (!render || !skeleton) return this.clear();
    const charts = this.book.charts.list(this.book.sheets.active().id);
    const left = new Set(this.drawn.keys());
    for (const chart of charts) {
      left.delete(chart.id);
      const box = boxOf(chart, skeleton);
      if (box.width < 10 || box.height < 10) {
        this.remove(chart.id);
        continue;
      }
      const svg = this.svgOf(chart, box.width, box.height);
      const look = JSON.stringify([svg, box]);
      if (this.drawn.get(chart.id)?.look === look) continue;
      this.remove(chart.id);
      const url = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
      const picture = new Image(`chart-${chart.id}`, { url, ...box, evented: false });
      render.scene.addObject(picture, DRAWING_OBJECT_LAYER_INDEX);
      this.drawn.set(chart.id, { picture, look });
    }
    for (const id of left) this.remove(id);
  }

  private svgOf(chart: ChartInfo, width: number, height: number): string {
    const svg = chartSvg(this.book, chart, Math.round(width), Math.round(height));
    if (!this.univer.__getInjector().get(ThemeService).darkMode) return svg;
    // Only what has no hue of its own: paper, ink and lines. The colours of bars mean something.
    return svg.replace(/#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi, (hex) => {
      const long = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit).join("") : hex.slice(1);
      const rgb = [0, 2, 4].map((from) => parseInt(long.slice(from, from + 2), 16)) as [
        number,
        number,
        number,
      ];
      return Math.max(...rgb) - Math.min(...rgb) > 24 ? hex : `rgb(${invertLuma(rgb).join(",")})`;
    });
  }

  private remove(id: string): void {
    this.drawn.get(id)?.picture.dispose();
    this.drawn.delete(id);
  }

  private clear(): void {
    for (const id of [...this.drawn.keys()]) this.remove(id);
  }
}

function boxOf({ anchor: { from, to } }: ChartInfo, skeleton: SpreadsheetSkeleton) {
  const { rowHeaderWidth, columnHeaderHeight, columnWidthAccumulation, rowHeightAccumulation } = skeleton;
  const along = (sums: number[], index: number): number =>
    index === 0 ? 0 : (sums[Math.min(index, sums.length) - 1] ?? 0);
  const place = ({ row, column, x, y }: ChartCorner) => ({
    x: rowHeaderWidth + along(columnWidthAccumulation, column) + x / POINTS,
    y: columnHeaderHeight + along(rowHeightAccumulation, row) + y / POINTS,
  });
  const [a, b] = [place(from), place(to)];
  return { left: a.x, top: a.y, width: b.x - a.x, height: b.y - a.y };
}
