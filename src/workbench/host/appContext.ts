import type { HostOptions } from "./hostTypes";

/** What this host claims to know. Versions are texts: 1.10 is not 1.1. */
const REQUIREMENTS: Readonly<Record<string, string>> = {
  ExcelApi: "1.14",
  SharedRuntime: "1.2",
  CustomFunctionsRuntime: "1.3",
  CustomFunctions: "1.9",
  AddinCommands: "1.3",
  RibbonApi: "1.1",
  Settings: "1.1",
  DelayForCellEdit: "1.1",
  KeyboardShortcuts: "1.1",
};

export function appContext(
  appId: string,
  options: HostOptions,
  settings: readonly [string, string][],
): object {
  const ui = options.displayLanguage ?? "en-US";
  return {
    _id: appId,
    _appName: 16,
    _appVersion: "16.00",
    _appUILocale: ui,
    _dataLocale: options.contentLanguage ?? ui,
    _docUrl: options.documentUrl ?? "https://localhost/Workbook.xlsx",
    _clientMode: 1,
    _settings: settings,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: "00000000-0000-0000-0000-000000000000",
    _appInstanceId: appId,
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify({ ...REQUIREMENTS, ...options.requirements }),
    _hostFullVersion: "16.0.18000.0",
    _addinName: "Workbench",
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: 2,
    _clientWindowHeight: 800,
    _clientWindowWidth: 400,
    ...(options.theme ? { _officeTheme: options.theme } : {}),
  };
}
