/** Pieces of a formula, fine enough to rename functions and columns without touching texts, sheet names or headings. */
export interface FormulaToken {
  /** word: a name, function or cell. brackets: `[...]` with everything inside. quoted: `'Sheet name'`. */
  kind: "text" | "quoted" | "brackets" | "word" | "number" | "other";
  text: string;
}

const WORD = /[\p{L}_\\$][\p{L}\p{N}_.\\$?]*/uy;
const NUMBER = /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y;

/** Where a text or a quoted sheet name ends; the quote itself is doubled inside. */
function endOfQuoted(formula: string, start: number, quote: string): number {
  let at = start + 1;
  while (at < formula.length) {
    if (formula[at] !== quote) at += 1;
    else if (formula[at + 1] === quote) at += 2;
    else return at + 1;
  }
  return formula.length;
}

/** Where brackets close; inside a heading `'` escapes the next character. */
function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at += 1) {
    const letter = formula[at];
    if (letter === "'") at += 1;
    else if (letter === "[") depth += 1;
    else if (letter === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  let at = 0;
  const take = (kind: FormulaToken["kind"], end: number): void => {
    tokens.push({ kind, text: formula.slice(at, end) });
    at = end;
  };
  while (at < formula.length) {
    const letter = formula[at];
    if (letter === '"') take("text", endOfQuoted(formula, at, '"'));
    else if (letter === "'") take("quoted", endOfQuoted(formula, at, "'"));
    else if (letter === "[") take("brackets", endOfBrackets(formula, at));
    else {
      WORD.lastIndex = NUMBER.lastIndex = at;
      if (NUMBER.test(formula)) take("number", NUMBER.lastIndex);
      else if (WORD.test(formula)) take("word", WORD.lastIndex);
      else take("other", at + 1);
    }
  }
  return tokens;
}
