import { LocaleType, LogLevel, Univer, UniverInstanceType } from "@univerjs/core";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import type { CallFunction, FunctionMetadata } from "./book";
import { registerCustomFunctions } from "./customFunctions";
import { emptyWorkbook } from "./emptyWorkbook";
import { UniverBook } from "./univerBook";

/** A workbook without a screen: the same Univer, the same code. */
export function createHeadlessBook(
  metadata: readonly FunctionMetadata[] = [],
  call?: CallFunction,
): UniverBook {
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    locale: LocaleType.EN_US,
    // Univer's words are for its screen.
    locales: { [LocaleType.EN_US]: {} },
  });
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, emptyWorkbook());
  const book = new UniverBook(univer);
  if (call) book.useFunctions(registerCustomFunctions(univer.__getInjector(), metadata, call));
  return book;
}
