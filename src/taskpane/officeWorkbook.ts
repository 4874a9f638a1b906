import { appendInspection } from "../workbook/appendInspection";
import { appendOrders } from "../workbook/appendOrders";
import { goTo } from "../workbook/goTo";
import { insertFormula } from "../workbook/insertFormula";
import { readBook } from "../workbook/readBook";
import { recalculate } from "../workbook/recalculate";
import { selection } from "../workbook/selection";
import { undo } from "../workbook/undo";
import { updateRow, updateRows } from "../workbook/updateRow";
import { watch } from "../workbook/watch";
import type { PaneWorkbook } from "./paneWorkbook";

export const officeWorkbook: PaneWorkbook = {
  readBook,
  watch,
  selection,
  goTo,
  insertFormula,
  appendOrders,
  appendInspection,
  updateRow,
  updateRows,
  undo,
  recalculate,
  // Asked for now and then: their code comes when they are.
  setUp: async (...args) => {
    const { setUp } = await import(/* webpackChunkName: "set-up" */ "../workbook/setUp");
    return setUp(...args);
  },
  addColumns: async (...args) => {
    const { addColumns } = await import(/* webpackChunkName: "set-up" */ "../workbook/addColumns");
    return addColumns(...args);
  },
  saveSettings: async (...args) => {
    const { saveSettings } = await import(/* webpackChunkName: "set-up" */ "../workbook/saveSettings");
    return saveSettings(...args);
  },
  mend: async (...args) => {
    const { mend } = await import(/* webpackChunkName: "set-up" */ "../workbook/mend");
    return mend(...args);
  },
  lookAtSheets: async (which) => {
    const { lookAtSheets } = await import(
      /* webpackChunkName: "look-at-sheets" */ "../workbook/lookAtSheets"
    );
    return lookAtSheets(which);
  },
  pointAt: async (sheet, address) => {
    const { pointAt } = await import(/* webpackChunkName: "point-at" */ "../workbook/pointAt");
    return pointAt(sheet, address);
  },
  goToCell: async (sheet, address) => {
    const { goToCell } = await import(/* webpackChunkName: "point-at" */ "../workbook/goToCell");
    return goToCell(sheet, address);
  },
  adopt: async (...args) => {
    const { adopt } = await import(/* webpackChunkName: "adopt" */ "../workbook/adopt");
    return adopt(...args);
  },
  adoptSheets: async (...args) => {
    const { adoptSheets } = await import(/* webpackChunkName: "adopt-sheets" */ "../workbook/adoptSheets");
    return adoptSheets(...args);
  },
  forgetSheet: async (register, sheet) => {
    const { forgetSheet } = await import(/* webpackChunkName: "adopt-sheets" */ "../workbook/forgetSheet");
    return forgetSheet(register, sheet);
  },
  saveTemplates: async (copies, agreed) => {
    const { saveTemplates } = await import(
      /* webpackChunkName: "save-templates" */ "../workbook/saveTemplates"
    );
    return saveTemplates(copies, agreed);
  },
  mendCells: async (cells, settled) => {
    const { mendCells } = await import(/* webpackChunkName: "mend-cells" */ "../workbook/mendCells");
    return mendCells(cells, settled);
  },
  makeWeeklyReport: async (content) => {
    const { makeWeeklyReport } = await import(
      /* webpackChunkName: "weekly-report" */ "../workbook/weeklyReport"
    );
    return makeWeeklyReport(content);
  },
  makeGantt: async (lang) => {
    const { makeGantt } = await import(/* webpackChunkName: "gantt-sheet" */ "../workbook/ganttSheet");
    return makeGantt(lang);
  },
};
