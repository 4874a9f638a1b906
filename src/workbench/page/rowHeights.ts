import { BooleanNumber } from "@univerjs/core";
import type { IRange, Univer } from "@univerjs/core";
import { IRenderManagerService } from "@univerjs/engine-render";
import { SetWorksheetRowAutoHeightMutation, SetWorksheetRowIsAutoHeightMutation } from "@univerjs/sheets";
import type { ISetWorksheetRowIsAutoHeightMutationParams } from "@univerjs/sheets";
import { SheetSkeletonManagerService } from "@univerjs/sheets-ui";
import type { UniverBook } from "../sheet/univerBook";

/** Rows that an add-in asks to be as high as their text are measured here: only the page has letters to measure. */
export function fitRowsToText(univer: Univer, { context }: UniverBook): void {
  const waiting = new Map<string, IRange[]>();
  context.commands.onCommandExecuted(({ id, params }) => {
    if (id !== SetWorksheetRowIsAutoHeightMutation.id) return;
    const { subUnitId, ranges, autoHeightInfo } = params as ISetWorksheetRowIsAutoHeightMutationParams;
    if (autoHeightInfo !== BooleanNumber.TRUE) return;
    if (waiting.size === 0) setTimeout(measure, 100);
    waiting.set(subUnitId, [...(waiting.get(subUnitId) ?? []), ...ranges]);
  });

  function measure(): void {
    const { unitId, workbook } = context;
    const render = univer.__getInjector().get(IRenderManagerService).getRenderById(unitId);
    const skeletons = render?.with(SheetSkeletonManagerService);
    for (const [subUnitId, ranges] of waiting) {
      if (!workbook.getSheetBySheetId(subUnitId)) continue;
      const rowsAutoHeightInfo =
        skeletons?.ensureSkeleton(subUnitId)?.calculateAutoHeightInRange(ranges) ?? [];
      if (rowsAutoHeightInfo.length > 0)
        context.run(SetWorksheetRowAutoHeightMutation.id, { unitId, subUnitId, rowsAutoHeightInfo });
    }
    waiting.clear();
  }
}
