import { fieldOf } from "../registers/registers";
import type { AdoptedTable } from "./adopt";
import type { AdoptedSheets } from "./carryOut";
import type { WrittenRows } from "./appendRows";
import type { Receipt } from "./book";
import { WorkbookProblem } from "./book";
import type { InsertedFormula } from "./insertFormula";
import { removeFormula } from "./insertFormula";
import type { ChangedMapping } from "./mend";
import type { ChangedKept, FilledFormulas } from "./mendKept";
import type { MendedCells } from "./mendCells";
import type { MadeGantt } from "./removeGantt";
import type { MadeReport } from "./removeReport";
import { removeRows } from "./removeRows";
import type { SavedSettings } from "./saveSettings";
import type { SavedTemplates } from "./saveTemplates";
import type { MadeSheets } from "./setUp";
import type { ChangedCells } from "./updateRow";
import { updateRows } from "./updateRow";
import type { ChangedKeptCells } from "./updateKeptRows";

type Revert =
  | WrittenRows
  | ChangedCells
  | ChangedKeptCells
  | InsertedFormula
  | AdoptedTable
  | AdoptedSheets
  | MadeSheets
  | SavedSettings
  | ChangedMapping
  | ChangedKept
  | FilledFormulas
  | MadeReport
  | MadeGantt
  | SavedTemplates
  | MendedCells;

/** Take a write back, unless somebody has changed since what it wrote. */
export async function undo({ revert }: Receipt): Promise<void> {
  const how = revert as Revert | undefined;
  switch (how?.kind) {
    case "rows":
      return removeRows(how);
    case "cells": {
      const { register, rows } = how;
      const isDate = (id: string) => fieldOf(register, id)?.type === "date";
      await updateRows(
        register,
        rows.map(({ key, before, after }) => ({
          key,
          changes: before,
          seen: after,
          agreed: Object.keys(before).filter(isDate),
        })),
      );
      return;
    }
    case "keptCells": {
      const { restoreKeptCells } = await import(/* webpackChunkName: "kept-sheets" */ "./updateKeptRows");
      return restoreKeptCells(how);
    }
    case "kept": {
      const { restoreKept } = await import(/* webpackChunkName: "kept-sheets" */ "./mendKept");
      return restoreKept(how);
    }
    case "filled": {
      const { unfill } = await import(/* webpackChunkName: "kept-sheets" */ "./mendKept");
      return unfill(how);
    }
    case "formula":
      return removeFormula(how);
    case "adopted": {
      const { unadopt } = await import(/* webpackChunkName: "adopt" */ "./unadopt");
      return unadopt(how);
    }
    case "sheetsAdopted": {
      const { unadoptSheets } = await import(/* webpackChunkName: "kept-sheets" */ "./unadoptSheets");
      return unadoptSheets(how);
    }
    case "sheets": {
      const { removeMade } = await import(/* webpackChunkName: "set-up" */ "./removeMade");
      return removeMade(how);
    }
    case "settings": {
      const { restoreSettings } = await import(/* webpackChunkName: "set-up" */ "./saveSettings");
      return restoreSettings(how);
    }
    case "report": {
      const { removeReport } = await import(/* webpackChunkName: "weekly-report" */ "./removeReport");
      return removeReport(how);
    }
    case "gantt": {
      const { removeGantt } = await import(/* webpackChunkName: "gantt-sheet" */ "./removeGantt");
      return removeGantt(how);
    }
    case "templates": {
      const { removeTemplates } = await import(/* webpackChunkName: "save-templates" */ "./removeTemplates");
      return removeTemplates(how);
    }
    case "mapping": {
      const { restoreMapping } = await import(/* webpackChunkName: "set-up" */ "./mend");
      return restoreMapping(how);
    }
    case "mendedCells": {
      const { restoreCells } = await import(/* webpackChunkName: "mend-cells" */ "./mendCells");
      return restoreCells(how);
    }
    default:
      throw new WorkbookProblem("notUndoable");
  }
}
