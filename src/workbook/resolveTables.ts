import { headingReadings, headingText } from "../registers/headingText";
import type { Field, Lang, Register, RegisterId } from "../registers/register";
import { fieldOf, registerIds, registers } from "../registers/registers";
import type { BookIssue } from "./book";
import { livesInSheets, type StoredMapping, type StoredTable } from "./storedMapping";

/** A table as it stands in the workbook. */
export interface PresentTable {
  readonly id: string;
  readonly name: string;
  readonly headings: readonly string[];
}

/** A register's table with its headings of today. */
export interface ResolvedTable {
  readonly name: string;
  readonly id: string;
  readonly columns: Readonly<Record<string, string>>;
  /** All headings, in their order. */
  readonly headings: readonly string[];
}

export interface Resolution {
  readonly tables: Readonly<Partial<Record<RegisterId, ResolvedTable>>>;
  readonly issues: readonly BookIssue[];
  readonly lang: Lang | undefined;
}

/** Columns of a table whose headings are exactly a register's own, in either language. */
function ownHeadings(register: Register, headings: readonly string[]): Record<string, string> {
  const columns: Record<string, string> = {};
  for (const { id, heading } of register.fields) {
    const found = headings.find((text) => text === heading.zh || text === heading.en);
    if (found !== undefined) columns[id] = found;
  }
  return columns;
}

/** A table of ours in a workbook that has lost (or never had) its mapping: known by its name and headings. */
function unkept(register: Register, present: readonly PresentTable[]): StoredTable | undefined {
  const table = present.find(({ name }) => name.toLowerCase() === register.tableName.toLowerCase());
  if (!table) return undefined;
  const columns = ownHeadings(register, table.headings);
  const typed = register.fields.filter(({ type }) => type !== "formula");
  const had = typed.filter(({ id }) => columns[id] !== undefined).length;
  return had * 2 >= typed.length && register.key.every((id) => columns[id] !== undefined)
    ? { name: table.name, id: table.id, columns, headings: table.headings }
    : undefined;
}

const shared = (a: readonly string[], b: readonly string[]): number =>
  a.length === 0 ? 0 : a.filter((heading) => b.includes(heading)).length / a.length;

/** Whether a heading is one of a field's names, and says planned or actual as the field does. */
function isNameOf({ id, heading: own, synonyms }: Field, heading: string): boolean {
  if ([own.en, own.zh].some((name) => headingText(name) === headingText(heading))) return true;
  const part = id.split(".")[1];
  const names = [
    ...synonyms.map((name) => headingText(name)),
    ...[own.en, own.zh].flatMap((name) => headingReadings(name).map(({ about }) => about)),
  ];
  return headingReadings(heading).some((reading) => reading.part === part && names.includes(reading.about));
}

/**
 * The column a lost heading has become: the one new heading between the same neighbours, or one that is a name of the
 * field.
 */
function renamedTo(
  register: Register,
  fieldId: string,
  stored: StoredTable,
  headings: readonly string[],
): string | undefined {
  const was = stored.columns[fieldId] ?? "";
  const fresh = headings.filter((heading) => !stored.headings.includes(heading));
  const at = stored.headings.indexOf(was);
  const before = stored.headings[at - 1];
  const after = stored.headings[at + 1];
  const between = fresh.find((heading) => {
    const place = headings.indexOf(heading);
    return at >= 0 && headings[place - 1] === before && headings[place + 1] === after;
  });
  if (between !== undefined) return between;
  const samePlain = fresh.find((heading) => headingText(heading) === headingText(was));
  if (samePlain !== undefined) return samePlain;
  const field = fieldOf(register.id, fieldId);
  return field && fresh.find((heading) => isNameOf(field, heading));
}

function resolveColumns(
  register: Register,
  stored: StoredTable,
  table: PresentTable,
): { columns: Record<string, string>; issues: BookIssue[] } {
  const columns: Record<string, string> = {};
  const issues: BookIssue[] = [];
  for (const [fieldId, was] of Object.entries(stored.columns)) {
    if (!fieldOf(register.id, fieldId)) continue;
    if (table.headings.includes(was)) {
      columns[fieldId] = was;
      continue;
    }
    const now = renamedTo(register, fieldId, stored, table.headings);
    if (now !== undefined && !Object.values(columns).includes(now)) {
      columns[fieldId] = now;
      issues.push({
        code: "headingRenamed",
        register: register.id,
        params: { field: fieldId, was, now },
        mends: ["acceptHeading", "forget"],
      });
    } else {
      issues.push({
        code: "columnMissing",
        register: register.id,
        params: { field: fieldId, was },
        mends: ["addColumn", "forget"],
      });
    }
  }
  return { columns, issues };
}

/** Which table is which register today: by name, else by id, both borne out by the headings. Excel-free. */
export function resolveTables(
  mapping: StoredMapping | undefined,
  present: readonly PresentTable[],
): Resolution {
  const tables: Partial<Record<RegisterId, ResolvedTable>> = {};
  const issues: BookIssue[] = [];
  for (const id of registerIds) {
    const register = registers[id];
    if (livesInSheets(mapping, id)) continue;
    const kept = mapping?.tables[id];
    const stored = kept ?? unkept(register, present);
    if (!stored) continue;
    const fits = (table: PresentTable): boolean => shared(stored.headings, table.headings) >= 0.5;
    const table =
      present.find(({ name, ...rest }) => name === stored.name && fits({ name, ...rest })) ??
      present.find((candidate) => candidate.id === stored.id && fits(candidate)) ??
      present.find(({ name }) => name === stored.name);
    if (!table) {
      const best = [...present]
        .map((candidate) => ({ candidate, share: shared(stored.headings, candidate.headings) }))
        .sort((a, b) => b.share - a.share)[0];
      const suggestion = best && best.share >= 0.5 ? best.candidate.name : undefined;
      // Who deletes a sheet that came on demand wants it gone.
      if (register.onDemand && suggestion === undefined) continue;
      issues.push({
        code: "tableMissing",
        register: id,
        params: { table: stored.name, ...(suggestion !== undefined && { suggestion }) },
        mends: suggestion !== undefined ? ["useTable", "setUp"] : ["setUp"],
      });
      continue;
    }
    const resolved = resolveColumns(register, stored, table);
    tables[id] = { name: table.name, id: table.id, columns: resolved.columns, headings: table.headings };
    issues.push(...resolved.issues);
  }
  return { tables, issues, lang: mapping?.lang ?? languageOf(tables) };
}

/** The language most headings are in, for a workbook that does not say. */
function languageOf(tables: Resolution["tables"]): Lang | undefined {
  const headings = registerIds.flatMap((id) => Object.values(tables[id]?.columns ?? {}));
  if (headings.length === 0) return undefined;
  return headings.filter((heading) => /\p{Script=Han}/u.test(heading)).length * 2 > headings.length
    ? "zh-CN"
    : "en";
}
