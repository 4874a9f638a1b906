import type { Univer } from "@univerjs/core";
import { Image, IRenderManagerService } from "@univerjs/engine-render";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { Area } from "../sheet/book";
import type { UniverBook } from "../sheet/univerBook";

/** Univer's own command, which its package does not name. */
const SHOW_LIST = "sheet.operation.show-data-validation-dropdown";
const SIZE = 18;
/** Above the frame around the selected cell. */
const LAYER = 100;
/** What moves columns and rows. */
const MOVES = /worksheet-(col|row)|(row|col)-(hidden|visible)|insert-|remove-|move-/;

const PICTURE = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}"><rect x=".5" y=".5" width="17" height="17" fill="#f3f3f3" stroke="#8a8a8a"/><path d="M5 7.5h8l-4 4.5z" fill="#444"/></svg>`,
)}`;

/** As in Excel, a cell with a list of choices shows an arrow beside it while it is selected; Alt+Down opens the list as well. */
export class ListArrow {
  private arrow: Image | undefined;
  private cell: Area | undefined;

  constructor(
    private readonly univer: Univer,
    private readonly book: UniverBook,
    grid: HTMLElement,
  ) {
    book.onEvent(({ type }) => {
      if (type === "selected" || type === "activated") this.show();
    });
    book.context.commands.onCommandExecuted(({ id }) => {
      if (MOVES.test(id)) this.show();
    });
    grid.addEventListener(
      "keydown",
      (event) => {
        if (!event.altKey || event.key !== "ArrowDown" || !this.cell) return;
        event.preventDefault();
        event.stopPropagation();
        this.open();
      },
      { capture: true },
    );
  }

  private show(): void {
    this.arrow?.dispose();
    this.arrow = this.cell = undefined;
    const [selected, ...others] = this.book.selection.areas();
    if (!selected || others.length > 0) return;
    const cell = { ...selected, rows: 1, columns: 1 };
    const rule = this.book.validations.get(cell);
    if (rule?.type !== "List" || rule.inCellDropDown === false) return;
    this.cell = cell;
    const render = this.univer
      .__getInjector()
      .get(IRenderManagerService)
      .getRenderById(this.book.context.unitId);
    const skeleton = render?.with(SheetSkeletonManagerService).getCurrentSkeleton();
    if (!render || !skeleton) return;
    const right = skeleton.rowHeaderWidth + (skeleton.columnWidthAccumulation[cell.column] ?? 0);
    const bottom = skeleton.columnHeaderHeight + (skeleton.rowHeightAccumulation[cell.row] ?? 0);
    this.arrow = new Image("list-arrow", {
      url: PICTURE,
      left: right + 1,
      top: bottom - SIZE,
      width: SIZE,
      height: SIZE,
      zIndex: LAYER,
      evented: true,
    });
    this.arrow.onPointerDown$.subscribeEvent((_event, state) => {
      state.stopPropagation();
      // The list closes at a click beside it, and this is still going to be one.
      addEventListener("click", () => setTimeout(() => this.open(), 0), { once: true });
    });
    render.scene.addObject(this.arrow, LAYER);
  }

  private open(): void {
    if (!this.cell) return;
    const { sheet: subUnitId, row, column } = this.cell;
    const place = { unitId: this.book.context.unitId, subUnitId, row, column };
    void this.book.context.commands.executeCommand(SHOW_LIST, place);
  }
}
