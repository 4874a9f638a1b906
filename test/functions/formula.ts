import { callCells } from "./excelRealm";

/**
 * Evaluates the formulas of the functions' examples: numbers, texts, TRUE and FALSE, array constants, DATE, INDEX and ROUND. Every value
 * is rows of cells; an argument left out is null.
 */
export function evaluate(formula: string): unknown[][] {
  const reader = new Reader(formula.replace(/^=/, ""));
  const value = reader.expression();
  reader.end();
  return value;
}

/** The id and arguments of an example that is one call: `=MERCH.ID(...)`. */
export function callOf(formula: string): { id: string; args: (unknown[][] | undefined)[] } | undefined {
  const match = /^=MERCH\.([A-Z0-9.]+)\(/.exec(formula);
  return match ? { id: match[1] as string, args: new Reader(formula, match[0].length).args() } : undefined;
}

class Reader {
  constructor(
    private readonly text: string,
    private at = 0,
  ) {}

  expression(): unknown[][] {
    const rest = this.text.slice(this.at);
    let match: RegExpExecArray | null;
    if (rest.startsWith("{")) return this.array();
    if ((match = /^(?:MERCH\.)?([A-Z][A-Z0-9.]*)\(/.exec(rest))) {
      this.at += match[0].length;
      return call(match[0].startsWith("MERCH."), match[1] as string, this.args());
    }
    return [[this.constant()]];
  }

  end(): void {
    if (this.at !== this.text.length) throw new Error(`Cannot read ${this.text} from ${this.at}`);
  }

  private constant(): unknown {
    const match = /^(?:"((?:[^"]|"")*)"|(-?\d+(?:\.\d+)?)(%?)|(TRUE|FALSE))/.exec(this.text.slice(this.at));
    if (!match) throw new Error(`Cannot read ${this.text} from ${this.at}`);
    this.at += match[0].length;
    const [, text, number, percent, truth] = match;
    if (text !== undefined) return text.replaceAll('""', '"');
    if (number !== undefined) return Number(number) / (percent ? 100 : 1);
    return truth === "TRUE";
  }

  private array(): unknown[][] {
    const rows: unknown[][] = [[]];
    do {
      this.at++;
      if (this.text[this.at - 1] === ";") rows.push([]);
      (rows[rows.length - 1] as unknown[]).push(this.constant());
    } while (",;".includes(this.text[this.at] as string));
    this.expect("}");
    return rows;
  }

  args(): (unknown[][] | undefined)[] {
    const args: (unknown[][] | undefined)[] = [];
    for (;;) {
      const next = this.text[this.at];
      args.push(next === "," || next === ")" ? undefined : this.expression());
      if (this.text[this.at] === ")") break;
      this.expect(",");
    }
    this.expect(")");
    return args;
  }

  private expect(character: string): void {
    if (this.text[this.at] !== character)
      throw new Error(`${character} expected in ${this.text} at ${this.at}`);
    this.at++;
  }
}

function call(ours: boolean, name: string, args: (unknown[][] | undefined)[]): unknown[][] {
  if (ours) return callCells(name, ...args);
  const numbers = args.map((arg) => Number(arg?.[0]?.[0]));
  if (name === "DATE") {
    const [year, month, day] = numbers as [number, number, number];
    return [[Date.UTC(year, month - 1, day) / 86_400_000 + 25569]];
  }
  if (name === "ROUND") {
    const [value, digits] = numbers as [number, number];
    return [[Number(value.toFixed(digits))]];
  }
  if (name === "INDEX") {
    const [, row, column = 1] = numbers as [number, number, number | undefined];
    return [[args[0]?.[row - 1]?.[column - 1]]];
  }
  throw new Error(`${name} is no function of ours, nor one that the examples use`);
}
