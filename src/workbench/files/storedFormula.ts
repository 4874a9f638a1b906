import { STORED_NAMES } from "./formulaNames";
import { formulaTokens, type FormulaToken } from "./formulaTokens";

/**
 * Formulas as people read them and as Excel stores them.
 *
 * | read | stored |
 * |-|-|
 * | `MERCH.DAYSLATE(...)` | `_xldudf_MERCH_DAYSLATE(...)` |
 * | `XLOOKUP(...)`, `FILTER(...)` | `_xlfn.XLOOKUP(...)`, `_xlfn._xlws.FILTER(...)` |
 * | `[@Qty]`, `Orders[@[Unit price]]` | `Orders[[#This Row],[Qty]]`, ... |
 * | `LET(x,1,x+1)` | `_xlfn.LET(_xlpm.x,1,_xlpm.x+1)` |
 * | `A1#` | `_xlfn.ANCHORARRAY(A1)` |
 */
export class StoredFormulas {
  private readonly addIn = new Map<string, string>();
  private readonly namespaces: string[];

  /** `functions`: full names of the add-in's functions, `MERCH.DAYSLATE`. An underscore in a stored name may stand for a dot, so only the list tells. */
  constructor(functions: readonly string[]) {
    for (const name of functions) this.addIn.set(storedName(name).toUpperCase(), name.toUpperCase());
    this.namespaces = [...new Set(functions.map((name) => name.split(".")[0]!.toUpperCase()))];
  }

  /** From a file, without a leading `=`, to the formula bar, with it. `table`: the table that the cell's row belongs to. */
  read(stored: string, table?: string): string {
    const tokens = formulaTokens(stored);
    for (const [index, token] of tokens.entries()) {
      if (token.kind === "word") token.text = this.readWord(token.text);
      else if (token.kind === "brackets") readThisRow(tokens, index, table);
    }
    readOperators(tokens);
    return "=" + tokens.map((token) => token.text).join("");
  }

  /** From the formula bar, with or without `=`, to a file. */
  store(formula: string, table?: string): string {
    const tokens = formulaTokens(formula.replace(/^=/, ""));
    storeParameters(tokens);
    for (const [index, token] of tokens.entries()) {
      if (token.kind === "word" && next(tokens, index)?.text === "(")
        token.text = this.storeFunction(token.text);
      else if (token.kind === "brackets") storeThisRow(tokens, index, table);
    }
    return storeOperators(tokens);
  }

  private readWord(word: string): string {
    const known = this.addIn.get(word.toUpperCase());
    if (known) return known;
    const foreign = /^_xldudf_([A-Z][A-Z0-9]*)_(.+)$/i.exec(word);
    if (foreign && this.namespaces.includes(foreign[1]!.toUpperCase())) return `${foreign[1]}.${foreign[2]}`;
    return word.replace(/^_xlfn\.(?!ANCHORARRAY$|SINGLE$)(_xlws\.)?/i, "").replace(/^_xl(pm|op)\./i, "");
  }

  private storeFunction(name: string): string {
    const upper = name.toUpperCase();
    const namespace = upper.split(".")[0]!;
    if (upper.includes(".") && this.namespaces.includes(namespace)) return storedName(upper);
    return STORED_NAMES.get(upper) ?? name;
  }
}

const storedName = (name: string): string => `_xldudf_${name.replaceAll(".", "_")}`;

const next = (tokens: readonly FormulaToken[], index: number): FormulaToken | undefined => tokens[index + 1];

const THIS_ROW = /^\[\[#This Row\],(.*)\]$/is;
/** Headings that may stand behind `@` without brackets of their own. */
const PLAIN_HEADING = /^\[[\p{L}\p{N}_]+\]$/u;

function readThisRow(tokens: FormulaToken[], index: number, table: string | undefined): void {
  const token = tokens[index]!;
  const inner = THIS_ROW.exec(token.text)?.[1] ?? (/^\[#This Row\]$/i.test(token.text) ? "" : undefined);
  const owner = tokens[index - 1];
  const own = owner?.kind === "word" && owner.text.toLowerCase() === table?.toLowerCase();
  // Excel leaves out the table's name before its own columns, and keeps it before `#Totals` and the like.
  if (own && (inner !== undefined || !/^\[\[?#/.test(token.text))) owner.text = "";
  if (inner === undefined) return;
  token.text = PLAIN_HEADING.test(inner) ? `[@${inner.slice(1, -1)}]` : `[@${inner}]`;
}

function storeThisRow(tokens: FormulaToken[], index: number, table: string | undefined): void {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  const owned = before?.kind === "word";
  const after = next(tokens, index);
  const foreignBook = after?.kind === "word" || after?.kind === "quoted";
  const at = /^\[@(.*)\]$/s.exec(token.text);
  if (at) {
    const column = at[1]!;
    token.text =
      column === "" ? "[#This Row]" : `[[#This Row],${column.startsWith("[") ? column : `[${column}]`}]`;
  }
  if (!owned && !foreignBook && table) token.text = table + token.text;
}

/** `LET` and `LAMBDA` name their own variables; Excel marks each with `_xlpm.`. */
function storeParameters(tokens: FormulaToken[]): void {
  for (const [index, token] of tokens.entries()) {
    const name = token.text.toUpperCase();
    if (token.kind !== "word" || (name !== "LET" && name !== "LAMBDA") || next(tokens, index)?.text !== "(")
      continue;
    const parts = callArguments(tokens, index + 1);
    const naming = parts.slice(0, -1).filter((_, place) => name === "LAMBDA" || place % 2 === 0);
    const names = new Set<string>();
    for (const [from, to] of naming) {
      const part = tokens.slice(from, to).filter((piece) => piece.text.trim() !== "");
      if (part.length === 1 && part[0]!.kind === "word") names.add(part[0]!.text.toLowerCase());
    }
    const end = parts.at(-1)?.[1] ?? index;
    for (const piece of tokens.slice(index + 2, end)) {
      if (piece.kind === "word" && !piece.text.startsWith("_xlpm.") && names.has(piece.text.toLowerCase()))
        piece.text = `_xlpm.${piece.text}`;
    }
  }
}

/** First and last token of every argument of a call whose opening bracket stands at `open`. */
function callArguments(tokens: readonly FormulaToken[], open: number): [number, number][] {
  const parts: [number, number][] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < tokens.length; at += 1) {
    const { kind, text } = tokens[at]!;
    if (kind !== "other") continue;
    if (text === "(" || text === "{") depth += 1;
    else if (text === ")" || text === "}") depth -= 1;
    if (depth === 0 || (depth === 1 && text === ",")) {
      parts.push([from, at]);
      from = at + 1;
      if (depth === 0) break;
    }
  }
  return parts;
}

/** `_xlfn.ANCHORARRAY(A1)` is `A1#`, `_xlfn.SINGLE(A1)` is `@A1`; anything longer than one range keeps its stored form. */
function readOperators(tokens: FormulaToken[]): void {
  for (const [index, token] of tokens.entries()) {
    const name = token.text.toUpperCase();
    if (token.kind !== "word" || (name !== "_XLFN.ANCHORARRAY" && name !== "_XLFN.SINGLE")) continue;
    const close = tokens.findIndex((piece, at) => at > index && piece.text === ")");
    const inner = tokens.slice(index + 2, close);
    if (next(tokens, index)?.text !== "(" || inner.some((piece) => piece.text === "(" || piece.text === ","))
      continue;
    token.text = name === "_XLFN.SINGLE" ? "@" : "";
    tokens[index + 1]!.text = "";
    tokens[close]!.text = name === "_XLFN.SINGLE" ? "" : "#";
  }
}

function storeOperators(tokens: readonly FormulaToken[]): string {
  const out: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.text === "#" && before?.kind === "word") {
      const sheet = tokens[index - 2]?.text === "!" ? out.splice(-3, 2).join("") : "";
      out.push(`_xlfn.ANCHORARRAY(${sheet}${out.pop() ?? ""})`);
    } else if (token.text === "@" && next(tokens, index)?.kind === "word") {
      // A function's single value is what a formula without spilling stores anyway; a range must say so.
      const word = tokens[index + 1]!;
      if (tokens[index + 2]?.text !== "(") word.text = `_xlfn.SINGLE(${word.text})`;
    } else out.push(token.text);
  }
  return out.join("");
}
