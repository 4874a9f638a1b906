import { readDate } from "../domain/calendar/readDate";
import type { CellValue, Lang } from "../registers/register";
import type { BookSettings } from "./book";
import { names, usualCalendar } from "./names";
import { fromCellDate } from "./session";

/** A name of ours, asked for with what it stands for. */
export interface AskedName {
  readonly name: string;
  readonly value: unknown;
  readonly formula: unknown;
  readonly range: Excel.Range | undefined;
  readonly sheet: Excel.Worksheet | undefined;
}

const sheetOf = (range: Excel.Range): Excel.Worksheet => range.worksheet;

/** Ask for what a name of the workbook stands for. */
export function askName(workbook: Excel.Workbook, item: Excel.NamedItem): AskedName {
  const range = item.type === "Range" ? workbook.names.getItem(item.name).getRange() : undefined;
  range?.load("values,formulas");
  const sheet = range && sheetOf(range);
  sheet?.load("id");
  return { name: item.name, value: item.value, formula: item.formula, range, sheet };
}

/** Names that the settings are read from, in lower case. */
export const ours = new Set(Object.values(names).map((name) => name.toLowerCase()));

/** A date cell of the settings, typed as a date or as text. */
function settingsDate(value: unknown): number {
  if (typeof value === "number") return Math.floor(fromCellDate(value));
  try {
    return readDate(String(value));
  } catch {
    return 0;
  }
}

/** The settings that the names hold; what usually holds where the workbook has no such name. */
export function settingsOf(asked: readonly AskedName[], lang: Lang): BookSettings {
  const find = (name: string): AskedName | undefined =>
    asked.find((item) => item.name.toLowerCase() === name.toLowerCase());
  const first = (item: AskedName | undefined): unknown =>
    item?.range ? (item.range.values as unknown[][])[0]?.[0] : item?.value;
  const asOf = find(names.asOf);
  const formula = asOf?.range ? (asOf.range.formulas as unknown[][])[0]?.[0] : asOf?.formula;
  const calendar = first(find(names.calendar));
  const closures = (find(names.closures)?.range?.values ?? []) as CellValue[][];
  return {
    asOf: asOf ? settingsDate(first(asOf)) : 0,
    asOfIsToday: /\bTODAY\(\)/i.test(typeof formula === "string" ? formula : ""),
    calendar: typeof calendar === "string" && calendar !== "" ? calendar : usualCalendar,
    closures: closures
      .filter((row) => row.some((value) => value !== ""))
      .map(([date = "", ...rest]) => [typeof date === "number" ? fromCellDate(date) : date, ...rest]),
    lang,
  };
}
