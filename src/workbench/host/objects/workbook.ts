import { defineClass, notFound, rangeRef, ref } from "../classes";
import type { Ref } from "../classes";

export const workbook = defineClass<null>({
  name: "Workbook",
  scalars: {
    Name: (_self, host) => host.book.name,
    ReadOnly: () => false,
    AutoSave: () => false,
    PreviouslySaved: () => true,
  },
  navigations: {
    Application: () => ref("Application", null),
    Worksheets: () => ref("WorksheetCollection", null),
    Tables: () => ref("TableCollection", undefined),
    Names: () => ref("NamedItemCollection", undefined),
    Settings: () => ref("SettingCollection", null),
    Functions: () => ref("Functions", null),
    _Runtime: () => ref("Runtime", null),
    CustomFunctions: () => ref("Microsoft.ExcelServices.CustomFunctions", null),
  },
  methods: {
    GetSelectedRange: (_self, _args, host) => rangeRef(host.book.selection.areas()[0]!),
    GetSelectedRanges: (_self, _args, host) => ref("RangeAreas", host.book.selection.areas()),
    GetActiveCell: (_self, _args, host) =>
      rangeRef({ ...host.book.selection.areas()[0]!, rows: 1, columns: 1 }),
    _RemoveReference: (_self, [id], host) => {
      host.references.delete(id as string);
    },
    _RemoveAllReferences: (_self, _args, host) => host.references.clear(),
    _GetReferenceCount: (_self, _args, host) => host.references.size,
    _GetRangeForEventByReferenceId: (_self, [id], host): Ref => {
      const kept = host.references.get(id as string);
      if (!kept) throw notFound();
      return kept;
    },
    _GetRangeOrNullObjectForEventByReferenceId: (_self, [id], host) =>
      host.references.get(id as string) ?? null,
  },
});

export const runtime = defineClass<null>({
  name: "Runtime",
  scalars: {
    EnableEvents: {
      get: (_self, host) => host.eventsEnabled,
      set: (_self, on: boolean, host) => host.enableEvents(on),
    },
  },
});

export const application = defineClass<null>({
  name: "Application",
  scalars: {
    CalculationMode: {
      get: (_self, host) => host.book.calculationMode,
      set: (_self, mode, host) => (host.book.calculationMode = mode),
    },
    CalculationState: (_self, host) => (host.book.calculating ? "Pending" : "Done"),
    CalculationEngineVersion: () => 191029,
    DecimalSeparator: () => ".",
    ThousandsSeparator: () => ",",
    UseSystemSeparators: () => true,
  },
  navigations: { CultureInfo: () => ref("CultureInfo", null) },
  methods: {
    Calculate: (_self, [type], host) =>
      host.book.recalculate(type === "Recalculate" ? "Recalculate" : "Full"),
    // Nothing is calculated or painted before a request ends anyway.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
});

export const cultureInfo = defineClass<null>({
  name: "CultureInfo",
  scalars: { Name: (_self, host) => host.contentLanguage },
  navigations: {
    NumberFormat: () => ref("NumberFormatInfo", null),
    DatetimeFormat: () => ref("DatetimeFormatInfo", null),
  },
});

export const numberFormatInfo = defineClass<null>({
  name: "NumberFormatInfo",
  scalars: { NumberDecimalSeparator: () => ".", NumberGroupSeparator: () => "," },
});

export const datetimeFormatInfo = defineClass<null>({
  name: "DatetimeFormatInfo",
  scalars: {
    DateSeparator: () => "/",
    TimeSeparator: () => ":",
    ShortDatePattern: (_self, host) => (host.contentLanguage.startsWith("zh") ? "yyyy/m/d" : "m/d/yyyy"),
    LongDatePattern: (_self, host) =>
      host.contentLanguage.startsWith("zh") ? 'yyyy"年"m"月"d"日"' : "dddd, mmmm d, yyyy",
    LongTimePattern: (_self, host) => (host.contentLanguage.startsWith("zh") ? "h:mm:ss" : "h:mm:ss AM/PM"),
  },
});
