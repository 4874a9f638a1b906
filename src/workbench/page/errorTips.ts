import { IUniverInstanceService, UniverInstanceType } from "@univerjs/core";
import type { Univer, Workbook } from "@univerjs/core";
import { CellAlertManagerService } from "@univerjs/sheets-ui";
import type { ICellAlert } from "@univerjs/sheets-ui";
import type { CustomFunctions } from "../sheet/customFunctions";
import { BUSY } from "../sheet/customFunctionValues";
import { words } from "./words";
import type { Language } from "./words";

/** What Univer's own tip for formula errors goes by. */
const FORMULA_ALERT = "SHEET_FORMULA_ALERT";

/** Univer says what kind of error a cell shows; Excel says, for custom functions, what the function said. */
export function addErrorTips(univer: Univer, functions: CustomFunctions, language: () => Language): void {
  const injector = univer.__getInjector();
  const alerts = injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);

  const improve = (alert: ICellAlert): ICellAlert => {
    if (alert.key !== FORMULA_ALERT) return alert;
    const { unitId, subUnitId, row, col } = alert.location;
    const workbook = injector
      .get(IUniverInstanceService)
      .getUnit<Workbook>(unitId, UniverInstanceType.UNIVER_SHEET);
    const shown = workbook?.getSheetBySheetId(subUnitId)?.getCell(row, col)?.v;
    const said =
      shown === BUSY
        ? words(language(), "busy")
        : functions.failureAt({ unitId, sheetId: subUnitId, row, column: col })?.message;
    return said ? { ...alert, title: String(shown), message: said, width: 280 } : alert;
  };
  alerts.showAlert = (alert) => show(improve(alert));
}
