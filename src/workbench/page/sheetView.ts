import { LocaleService, LocaleType, LogLevel, mergeLocales, ThemeService, Univer } from "@univerjs/core";
import type { ILocales } from "@univerjs/core";
import { UniverDataValidationPlugin } from "@univerjs/data-validation";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import { UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import { UniverSheetsDataValidationPlugin } from "@univerjs/sheets-data-validation";
import { UniverSheetsDataValidationUIPlugin } from "@univerjs/sheets-data-validation-ui";
import { UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import { UniverSheetsSortPlugin } from "@univerjs/sheets-sort";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { UniverSheetsTableUIPlugin } from "@univerjs/sheets-table-ui";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import { UniverUIPlugin } from "@univerjs/ui";
import type { ThemeName } from "./theme";
import type { Language } from "./words";

const LOCALES: Record<Language, LocaleType> = { "zh-CN": LocaleType.ZH_CN, "en-US": LocaleType.EN_US };

/** Univer's own words. Only those of the languages that are used are fetched. */
async function univerWords(language: Language): Promise<ILocales> {
  const parts =
    language === "zh-CN"
      ? await Promise.all([
          import("@univerjs/preset-sheets-core/locales/zh-CN"),
          import("@univerjs/preset-sheets-conditional-formatting/locales/zh-CN"),
          import("@univerjs/preset-sheets-data-validation/locales/zh-CN"),
          import("@univerjs/preset-sheets-table/locales/zh-CN"),
        ])
      : await Promise.all([
          import("@univerjs/preset-sheets-core/locales/en-US"),
          import("@univerjs/preset-sheets-conditional-formatting/locales/en-US"),
          import("@univerjs/preset-sheets-data-validation/locales/en-US"),
          import("@univerjs/preset-sheets-table/locales/en-US"),
        ]);
  return { [LOCALES[language]]: mergeLocales(...parts.map((part) => part.default)) };
}

/** Univer with its screen, in one element of the page. */
export async function createSheetView(
  container: HTMLElement,
  language: Language,
  theme: ThemeName,
): Promise<Univer> {
  const univer = new Univer({
    logLevel: LogLevel.WARN,
    locale: LOCALES[language],
    locales: await univerWords(language),
    darkMode: theme !== "light",
  });
  univer.registerPlugin(UniverDocsPlugin);
  univer.registerPlugin(UniverRenderEnginePlugin);
  univer.registerPlugin(UniverUIPlugin, { container, ribbonType: "simple", disableAutoFocus: true });
  univer.registerPlugin(UniverDocsUIPlugin);
  univer.registerPlugin(UniverFormulaEnginePlugin);
  univer.registerPlugin(UniverSheetsPlugin);
  univer.registerPlugin(UniverSheetsUIPlugin);
  univer.registerPlugin(UniverSheetsNumfmtPlugin);
  univer.registerPlugin(UniverSheetsNumfmtUIPlugin);
  univer.registerPlugin(UniverSheetsFormulaPlugin);
  univer.registerPlugin(UniverSheetsFormulaUIPlugin, { functionScreenTips: true });
  univer.registerPlugin(UniverDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationPlugin);
  univer.registerPlugin(UniverSheetsDataValidationUIPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingPlugin);
  univer.registerPlugin(UniverSheetsConditionalFormattingUIPlugin);
  univer.registerPlugin(UniverSheetsSortPlugin);
  univer.registerPlugin(UniverSheetsTablePlugin);
  univer.registerPlugin(UniverSheetsTableUIPlugin, { hideAnchor: true });
  return univer;
}

export async function setSheetLanguage(univer: Univer, language: Language): Promise<void> {
  univer
    .__getInjector()
    .get(LocaleService)
    .load(await univerWords(language));
  univer.setLocale(LOCALES[language]);
}

export function setSheetTheme(univer: Univer, theme: ThemeName): void {
  univer
    .__getInjector()
    .get(ThemeService)
    .setDarkMode(theme !== "light");
}
