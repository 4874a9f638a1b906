import { TradeError, type TradeErrorKind } from "../../domain/tradeError";
import { functionErrors } from "../../i18n/functionErrors";
import type { Argument } from "./argument";
import { langCell, type Lang } from "./langCell";
import { PassedError, plainValue } from "./plainValue";

/** Every code that a rule can throw has its sentence: a missing one does not compile. */
const sentences: Readonly<Record<Lang, Readonly<Record<TradeError["code"], string>>>> = functionErrors;

/**
 * What a cell shows for something thrown. Excel shows a sentence with #VALUE! and #N/A only. The sentence is in the language that
 * the function was asked for; a function cannot know Excel's own, so where nobody asked it is in both.
 */
export function cellError(thrown: unknown, lang: Lang | undefined): CustomFunctions.Error {
  if (thrown instanceof PassedError) return passed(thrown.cell);
  if (!(thrown instanceof TradeError)) throw thrown;
  if (thrown.kind === "noAnswer") return new CustomFunctions.Error(codeOf(thrown.kind));
  const text = lang ? sentence(thrown, lang) : `${sentence(thrown, "en")} / ${sentence(thrown, "zh")}`;
  return new CustomFunctions.Error(codeOf(thrown.kind), text);
}

/** Ends the function with an error in its cell. */
export function throwToCell(error: CustomFunctions.Error): never {
  // Excel wants its own error thrown, and its own error is no JavaScript Error.
  throw error as unknown as Error;
}

/** The language asked for by the `lang` argument, if there is one and it can be read. */
export function langOf(args: readonly Argument<any>[], row = 0, column = 0): Lang | undefined {
  const cells = args.find(({ name }) => name === "lang")?.cells;
  if (!cells) return undefined;
  try {
    const value = plainValue((cells[row] ?? cells[0])?.[column] ?? cells[0]?.[0]);
    return value === undefined ? undefined : langCell(value);
  } catch {
    return undefined;
  }
}

function codeOf(kind: TradeErrorKind): CustomFunctions.ErrorCode {
  if (kind === "noData") return CustomFunctions.ErrorCode.notAvailable;
  return kind === "noAnswer"
    ? CustomFunctions.ErrorCode.invalidNumber
    : CustomFunctions.ErrorCode.invalidValue;
}

function passed(cell: unknown): CustomFunctions.Error {
  if (cell instanceof CustomFunctions.Error) return cell;
  const code = typeof cell === "object" && cell !== null && "basicValue" in cell ? cell.basicValue : cell;
  return new CustomFunctions.Error(String(code) as CustomFunctions.ErrorCode);
}

/** A sentence must fit the box that Excel shows it in, whatever was typed. */
const LONGEST_QUOTE = 40;
const LONGEST_LIST = 240;

function sentence(error: TradeError, lang: Lang): string {
  const values: Readonly<Record<string, string | number | undefined>> = error.values;
  return sentences[lang][error.code].replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = `${values[name] ?? ""}`;
    const longest = name === "text" ? LONGEST_QUOTE : LONGEST_LIST;
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
  });
}
