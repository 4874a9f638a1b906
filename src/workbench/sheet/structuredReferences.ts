import { badArgument } from "./a1";

/** What a formula may say about a table. */
export interface NamedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface TableLookup {
  byName(name: string): NamedTable | undefined;
}

type Section = "All" | "Data" | "Headers" | "Totals" | "This Row";
const SECTIONS: readonly Section[] = ["All", "Data", "Headers", "Totals", "This Row"];

interface Reference {
  readonly table: string;
  readonly sections: readonly Section[];
  readonly from?: string;
  readonly to?: string;
}

/**
 * The engine's grammar of names is narrower than Excel's: these characters stand in for those that it stumbles over. They look
 * alike, so that the formula bar stays readable.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  "(": "❨",
  ")": "❩",
  ",": "‚",
  "#": "♯",
  "'": "ʼ",
  '"': "ʺ",
  "[": "⟦",
  "]": "⟧",
  ":": "꞉",
  "{": "❴",
  "}": "❵",
  "\n": "⏎",
  "\r": "",
};

/** A column heading as the engine knows it. */
export const engineColumn = (name: string): string =>
  name
    .replace(/[()[\]{},#'":\n\r]/g, (char) => STAND_INS[char] ?? char)
    .replace(/^\s+|\s+$/g, (spaces) => "␣".repeat(spaces.length));

/** A table name as the engine knows it: its grammar has no `_`, `.` or `\` there. */
export const engineTable = (name: string): string =>
  name.replace(/[_.\\]/g, (char) => (char === "_" ? "ˍ" : char === "." ? "․" : "⧵"));

const NAME_CHAR = /[\p{L}\p{N}_.\\?ˍ․⧵]/u;

/** Walk a formula, handing every `Table[...]` to `replace`. Texts and quoted sheet names are passed over. */
function eachReference(
  formula: string,
  replace: (table: string, inside: string) => string | undefined,
): string {
  let out = "";
  let at = 0;
  while (at < formula.length) {
    const char = formula[at]!;
    if (char === '"' || char === "'") {
      let end = at + 1;
      while (end < formula.length && (formula[end] !== char || formula[end + 1] === char)) {
        end += formula[end] === char ? 2 : 1;
      }
      out += formula.slice(at, end + 1);
      at = end + 1;
      continue;
    }
    if (char !== "[") {
      out += char;
      at++;
      continue;
    }
    const end = closing(formula, at);
    if (end < 0) throw badArgument();
    let start = out.length;
    while (start > 0 && NAME_CHAR.test(out[start - 1]!)) start--;
    const table = out.slice(start);
    const replaced = replace(table, formula.slice(at + 1, end));
    out = replaced === undefined ? out + formula.slice(at, end + 1) : out.slice(0, start) + replaced;
    at = end + 1;
  }
  return out;
}

/** Where the bracket that opens at `at` closes; an apostrophe takes the next character's meaning away. */
function closing(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    if (text[i] === "'" && depth > 0) i++;
    else if (text[i] === "[") depth++;
    else if (text[i] === "]" && --depth === 0) return i;
  }
  return -1;
}

const unescape = (name: string) => name.replace(/'(.)/gs, "$1");

function sectionOf(text: string): Section | undefined {
  const word = text.slice(1).replace(/\s+/g, " ").toLowerCase();
  return text.startsWith("#") ? SECTIONS.find((section) => section.toLowerCase() === word) : undefined;
}

function parse(table: string, inside: string): Reference {
  const sections: Section[] = [];
  let rest = inside.trim();
  if (rest.startsWith("@")) {
    sections.push("This Row");
    rest = rest.slice(1);
  }
  if (!rest) return { table, sections };
  if (!rest.startsWith("[")) {
    const section = sectionOf(rest);
    if (section) return { table, sections: [section] };
    // Spaces around a bare name are part of no name.
    const name = unescape(rest);
    return { table, sections, from: name, to: name };
  }
  const columns: string[] = [];
  let at = 0;
  while (at < rest.length) {
    if (rest[at] !== "[") {
      if (!/[\s,:]/.test(rest[at]!)) throw badArgument();
      at++;
      continue;
    }
    const end = closing(rest, at);
    if (end < 0) throw badArgument();
    const item = rest.slice(at + 1, end);
    const section = sectionOf(item.trim());
    if (section) sections.push(section);
    else columns.push(unescape(item));
    at = end + 1;
  }
  if (columns.length > 2) throw badArgument();
  return { table, sections, from: columns[0], to: columns[1] ?? columns[0] };
}

const sameName = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: "accent" }) === 0;

/** By its own name or by the one that the engine has for it. */
function findColumn(table: NamedTable, name: string): string {
  const found =
    table.columns.find((column) => column === name) ??
    table.columns.find((column) => sameName(column, name)) ??
    table.columns.find((column) => sameName(engineColumn(column), name));
  if (found === undefined) throw badArgument();
  return found;
}

/** A formula as a person types it, put so that the engine understands it. `own` is the table the cell stands in. */
export function toEngine(formula: string, tables: TableLookup, own?: NamedTable): string {
  const plain = formula.replace(/_xlfn\.(_xlws\.)?/gi, "");
  if (!plain.includes("[")) return plain;
  return eachReference(plain, (name, inside) => {
    const table = name ? tables.byName(name) : own;
    if (!table) {
      if (name) return undefined;
      throw badArgument();
    }
    const ref = parse(table.name, inside);
    if (ref.sections.includes("This Row") && !own) throw badArgument();
    const head = engineTable(table.name);
    const sections = ref.sections.map((section) => `[#${section}]`);
    if (ref.from === undefined || ref.to === undefined) {
      if (!sections.length) return `${head}[#Data]`;
      return sections.length === 1 ? `${head}${sections[0]}` : `${head}[${sections.join(",")}]`;
    }
    const from = engineColumn(findColumn(table, ref.from));
    const to = engineColumn(findColumn(table, ref.to));
    const columns = from === to ? `[${from}]` : `[${from}]:[${to}]`;
    if (!sections.length) return from === to ? `${head}${columns}` : `${head}[${columns}]`;
    return `${head}[${[...sections, columns].join(",")}]`;
  });
}

const escapeName = (name: string) => name.replace(/[[\]#']/g, "'$&");
const isWord = (name: string) => /^[\p{L}\p{N}_.]+$/u.test(name);

/** A formula of the engine's, as Excel shows it. */
export function fromEngine(formula: string, tables: TableLookup, own?: NamedTable): string {
  if (!formula.includes("[")) return formula;
  return eachReference(formula, (name, inside) => {
    const table = name ? tables.byName(name) : own;
    if (!table) return undefined;
    const ref = parse(table.name, inside);
    const real = (column: string) => table.columns.find((c) => sameName(engineColumn(c), column)) ?? column;
    const inRow = ref.sections.length === 1 && ref.sections[0] === "This Row";
    const head = table.name === own?.name && (ref.from !== undefined || inRow) ? "" : table.name;
    if (ref.from === undefined || ref.to === undefined) {
      if (inRow) return `${head}[@]`;
      if (!ref.sections.length || (ref.sections.length === 1 && ref.sections[0] === "Data")) return head;
      const sections = ref.sections.map((section) => `#${section}`);
      return sections.length === 1
        ? `${head}[${sections[0]}]`
        : `${head}[${sections.map((s) => `[${s}]`).join(",")}]`;
    }
    const from = escapeName(real(ref.from));
    const to = escapeName(real(ref.to));
    const range = from === to ? `[${from}]` : `[${from}]:[${to}]`;
    if (inRow) return from === to && isWord(from) ? `${head}[@${from}]` : `${head}[@${range}]`;
    if (ref.sections.length) return `${head}[${[...ref.sections.map((s) => `[#${s}]`), range].join(",")}]`;
    return from === to ? `${head}[${from}]` : `${head}[${range}]`;
  });
}

/** The same formula after a column of a table has a new heading. Formulas here are the engine's. */
export function renameColumn(formula: string, table: string, before: string, after: string): string {
  if (!formula.includes("[")) return formula;
  const old = engineColumn(before);
  const now = engineColumn(after);
  return eachReference(formula, (name, inside) => {
    if (!sameName(name, engineTable(table))) return undefined;
    const bare = inside.trim();
    if (!bare.startsWith("[")) return sameName(bare, old) ? `${name}[${now}]` : undefined;
    return `${name}[${inside.replaceAll(`[${old}]`, `[${now}]`)}]`;
  });
}

/** The same formula after a table has a new name. */
export function renameTable(formula: string, before: string, after: string): string {
  const old = engineTable(before);
  if (!formula.toLowerCase().includes(old.toLowerCase())) return formula;
  return eachReference(formula, (name, inside) =>
    sameName(name, old) ? `${engineTable(after)}[${inside}]` : undefined,
  );
}
