import { readField } from "../registers/readField";
import type { CellValue, Field, RegisterId } from "../registers/register";
import { fieldOf } from "../registers/registers";
import type { KeptReading, KeptRow } from "../registers/sheet/keptRows";
import type { KeptColumn } from "../registers/sheet/keptSheet";
import { swappedText, usersDateFormat, usersWord } from "../registers/sheet/usersWay";
import { WorkbookProblem } from "./book";
import { asText, DATE_FORMAT } from "./cellContent";
import { askKept, readKept, type AskedKept, type KeptNow } from "./keptSheets";
import { knownKept, knownSession, toCellDate } from "./session";

/** As many rows from the anchor's first on tell how a column's cells are formatted. */
const SAMPLE_ROWS = 60;

export interface AskedOpen {
  readonly asked: readonly AskedKept[];
  readonly samples: readonly Excel.Range[];
}

/** A kept sheet open for writing: what it says at this moment, and how its first rows are formatted. */
export interface OpenSheet extends KeptNow {
  /** Number formats and formulas of the rows from `sampleRow` on, over the anchor's columns. */
  readonly sampleRow: number;
  readonly formats: readonly (readonly string[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Ask for all kept sheets of a register as they are. */
export function askOpen(workbook: Excel.Workbook, register: RegisterId): AskedOpen {
  const kept = knownKept(register).flatMap(({ found, kept: one }) => (found ? [one] : []));
  if (kept.length === 0) throw new WorkbookProblem("notSetUp", { register });
  const asked = askKept(workbook, kept);
  const samples = asked.map(({ anchor }) => {
    const sample = anchor.getRow(0).getResizedRange(SAMPLE_ROWS - 1, 0);
    sample.load("numberFormat,formulas");
    return sample;
  });
  return { asked, samples };
}

export async function readOpen(
  context: Excel.RequestContext,
  { asked, samples }: AskedOpen,
): Promise<OpenSheet[]> {
  const now = await readKept(context, asked);
  for (const { reading } of now) {
    if (!reading.found) throw new WorkbookProblem("changedMeanwhile", { what: reading.sheet });
  }
  return now.map((one, index) => ({
    ...one,
    sampleRow: one.reading.area.row,
    formats: samples[index]?.numberFormat as string[][],
    formulas: samples[index]?.formulas as unknown[][],
  }));
}

/** The cell of a sheet as it was read. */
export const rawValue = ({ grid }: KeptNow, row: number, column: number): CellValue =>
  grid.values[row - grid.top]?.[column - grid.left] ?? "";

export const holdsFormula = ({ grid }: KeptNow, row: number, column: number): boolean =>
  grid.formulas[row - grid.top]?.[column - grid.left] === true;

/** Where a field of a row stands; undefined where the sheet has no place for it. */
export interface FieldPlace {
  readonly row: number;
  readonly column: number;
  readonly heading: string;
  /** It stands once for several rows, and not in this one. */
  readonly shared: boolean;
  readonly kept: Partial<KeptColumn>;
}

const PART = /^(.+)\.(plan|actual)$/;

export function fieldPlace({ reading }: KeptNow, row: KeptRow, fieldId: string): FieldPlace | undefined {
  const { columns, labels, down, rows, kept } = reading;
  if (kept.layout === "milestones") {
    const [, milestone, part] = PART.exec(fieldId) ?? [];
    const column = columns.find((one) => one.fieldId === part);
    const at = down?.rows.find((one) => one.milestone === milestone);
    if (column && at) {
      return {
        row: at.row,
        column: column.column,
        heading: column.heading,
        shared: false,
        kept: column.kept,
      };
    }
  } else {
    const column = columns.find((one) => one.fieldId === fieldId);
    if (column) {
      const from = row.from?.[fieldId];
      return {
        row: from ?? row.row,
        column: column.column,
        heading: column.heading,
        shared: from !== undefined,
        kept: column.kept,
      };
    }
  }
  const label = labels.find((one) => one.fieldId === fieldId);
  const of = kept.labels.find((one) => one.fieldId === fieldId);
  if (!label) return undefined;
  return {
    row: label.row,
    column: label.column,
    heading: of?.label ?? fieldId,
    shared: rows.length > 1 || label.inOne === true,
    kept: of?.dates ? { dates: of.dates } : {},
  };
}

/** The field, or for a milestone that has no field of its own a date. */
export const fieldOrDate = (register: RegisterId, fieldId: string): Field | undefined =>
  fieldOf(register, fieldId) ??
  (PART.test(fieldId)
    ? { id: fieldId, type: "date", heading: { en: fieldId, zh: fieldId }, synonyms: [], width: 12 }
    : undefined);

const commonest = (all: readonly string[]): string | undefined =>
  [...new Set(all)]
    .map((one) => ({ one, count: all.filter((other) => other === one).length }))
    .sort((a, b) => b.count - a.count)[0]?.one;

const dateColumns = ({ columns, kept }: KeptReading): number[] =>
  columns.flatMap(({ fieldId, column, kept: { added } }) =>
    !added && (/^(?:plan|actual)$/.test(fieldId) || fieldOrDate(kept.register, fieldId)?.type === "date")
      ? [column]
      : [],
  );

/** The column with the plan of an actual date, and the other way round; -1 where there is none. */
function partnerOf({ columns }: KeptReading, column: number): number {
  const fieldId = columns.find((one) => one.column === column)?.fieldId ?? "";
  const wanted = fieldId.replace(/(?:plan|actual)$/, (part) => (part === "plan" ? "actual" : "plan"));
  return columns.find((one) => one.fieldId === wanted && wanted !== fieldId)?.column ?? -1;
}

export interface UsersContent {
  readonly content: CellValue;
  readonly format: string;
  /** What the field will say when it is read again. */
  readonly value: CellValue;
}

/** What to write for a field's value, in the way in which the user's own cells of this column say it. */
export function usersContent(
  open: OpenSheet,
  field: Field,
  given: CellValue,
  { row, column, kept }: Pick<FieldPlace, "column" | "kept"> & { readonly row?: number },
): UsersContent {
  const { lang } = knownSession();
  const { reading, formats, sampleRow } = open;
  const inSample = (reading.down?.rows ?? reading.rows).filter((one) => one.row - sampleRow < formats.length);
  const formatAt = (at: number, beside = column): string | undefined =>
    formats[at - sampleRow]?.[beside - reading.area.column];
  const own = row === undefined ? undefined : formatAt(row);
  const usual = own ?? commonest(inSample.flatMap((one) => formatAt(one.row) ?? [])) ?? "General";
  const others = reading.rows.map((one) => rawValue(open, one.row, column));
  const word = usersWord(field, given, others, lang);
  const known = readField(field, word);
  if (field.type === "date" && typeof known === "number") {
    const text = swappedText(known, kept);
    if (text !== undefined) return { content: asText(text, usual), format: usual, value: known };
    const shown = (beside: number): string[] =>
      inSample.flatMap((one) =>
        typeof rawValue(open, one.row, beside) === "number" ? (formatAt(one.row, beside) ?? []) : [],
      );
    const format =
      usersDateFormat(own === undefined ? [] : [own], {}) ??
      usersDateFormat(shown(column), kept, others) ??
      // A column without a date yet: as the plan beside it is shown, else as most dates of the sheet.
      usersDateFormat(shown(partnerOf(reading, column)), {}) ??
      usersDateFormat(dateColumns(reading).flatMap(shown), {}) ??
      DATE_FORMAT;
    return { content: toCellDate(known), format, value: known };
  }
  if (typeof known === "number") {
    return { content: known, format: usual === "@" ? "General" : usual, value: known };
  }
  return {
    content: typeof known === "string" ? asText(known, usual) : known,
    format: usual,
    value: typeof known === "string" ? usersWord(field, given, [], lang) : known,
  };
}
