import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { CFRuleType, CFSubRuleType } from "@univerjs/sheets-conditional-formatting";
import type {
  FileConditionalFormat,
  FileOperator,
  FileRuleStyle,
  FileThreshold,
  FileValidation,
} from "../files/fileBook";
import { areaRef, parseRef } from "../files/a1";
import type { Area, ConditionalLook, ConditionalRule, ValidationRule } from "./book";
import { columnName } from "./a1";
import { univerStyle } from "./fileStyles";

/** Conditional formats and validations between a file and the grid. */

export const areasOf = (sheet: string, refs: readonly string[]): Area[] =>
  refs.flatMap((ref) => {
    const area = parseRef(ref);
    if (!area) return [];
    const { top, left, bottom, right } = area;
    return [{ sheet, row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }];
  });

export const refOf = ({ row, column, rows, columns }: Omit<Area, "sheet">): string =>
  areaRef({ top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 });

type UniverRule = IConditionFormattingRule<any>;

/**
 * How Univer paints a rule. The rule itself comes along word for word (`file`) and is what is saved again, with the cells that
 * it has then: not every rule has a counterpart of the same kind.
 */
export function univerRule(format: FileConditionalFormat, id: string, sheet: string): UniverRule {
  const ranges = areasOf(sheet, format.refs).map(({ row, column, rows, columns }) => ({
    startRow: row,
    startColumn: column,
    endRow: row + rows - 1,
    endColumn: column + columns - 1,
  }));
  const painted = { ...paint(format, ranges[0] ?? { startRow: 0, startColumn: 0 }), file: format };
  return { cfId: id, ranges, stopIfTrue: format.stopIfTrue ?? false, rule: painted };
}

const SIGNS: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

function paint(
  format: FileConditionalFormat,
  first: { startRow: number; startColumn: number },
): Record<string, unknown> {
  const cell = `${columnName(first.startColumn)}${first.startRow + 1}`;
  const type = CFRuleType.highlightCell;
  const highlight = (rest: Record<string, unknown>): Record<string, unknown> => ({
    type,
    ...rest,
    style: "style" in format ? univerStyle(format.style) : {},
  });
  const byFormula = (formula: string): Record<string, unknown> =>
    highlight({ subType: CFSubRuleType.formula, value: `=${formula}` });
  switch (format.type) {
    case "expression":
      return byFormula(format.formula);
    case "cellIs": {
      const numbers = format.formulas.map(Number);
      const [a, b] = format.formulas;
      if (numbers.length > 0 && numbers.every((number) => !Number.isNaN(number))) {
        const value = numbers.length > 1 ? numbers : numbers[0];
        return highlight({ subType: CFSubRuleType.number, operator: format.operator, value });
      }
      if (format.operator === "between") return byFormula(`AND(${cell}>=${a},${cell}<=${b})`);
      if (format.operator === "notBetween") return byFormula(`OR(${cell}<${a},${cell}>${b})`);
      return byFormula(`${cell}${SIGNS[format.operator]}${a}`);
    }
    case "text": {
      const operator = format.operator === "notContains" ? "notContainsText" : format.operator;
      return highlight({ subType: CFSubRuleType.text, operator, value: format.text });
    }
    case "blanks":
      return byFormula(`LEN(TRIM(${cell}))${format.not ? ">" : "="}0`);
    case "errors":
      return byFormula(format.not ? `NOT(ISERROR(${cell}))` : `ISERROR(${cell})`);
    case "duplicates":
      return highlight({
        subType: format.unique ? CFSubRuleType.uniqueValues : CFSubRuleType.duplicateValues,
      });
    case "top":
      return highlight({
        subType: CFSubRuleType.rank,
        isBottom: format.bottom,
        isPercent: format.percent,
        value: format.rank,
      });
    case "average":
      return highlight({
        subType: CFSubRuleType.average,
        operator: format.above ? "greaterThan" : "lessThan",
      });
    case "period":
      return highlight({ subType: CFSubRuleType.timePeriod, operator: format.period });
    case "colorScale":
      return {
        type: CFRuleType.colorScale,
        config: format.stops.map(({ threshold, color }, index) => ({
          index,
          color,
          value: limit(threshold),
        })),
      };
    case "dataBar":
      return {
        type: CFRuleType.dataBar,
        isShowValue: format.showValue,
        config: {
          min: limit(format.min),
          max: limit(format.max),
          isGradient: format.gradient,
          positiveColor: format.color,
          nativeColor: "#FF0000",
        },
      };
    case "iconSet":
      return {
        type: CFRuleType.iconSet,
        isShowValue: format.showValue,
        config: iconSteps(format.icons, format.thresholds, format.reverse),
      };
  }
}

/** From the highest step down, as Univer wants them; the last one takes the rest. */
function iconSteps(
  iconType: string,
  thresholds: readonly FileThreshold[],
  reverse: boolean,
): Record<string, unknown>[] {
  const count = thresholds.length;
  return [...thresholds].reverse().map((threshold, step) => ({
    operator: step === count - 1 ? "lessThanOrEqual" : "greaterThanOrEqual",
    value: step === count - 1 ? { type: "num", value: Number.MAX_SAFE_INTEGER } : limit(threshold),
    iconType,
    iconId: String(reverse ? count - 1 - step : step),
  }));
}

function limit({ type, value }: FileThreshold): { type: string; value?: number | string } {
  if (type === "autoMin" || type === "min") return { type: "min" };
  if (type === "autoMax" || type === "max") return { type: "max" };
  if (type === "formula") return { type, value: `=${value ?? ""}` };
  return { type, value: Number(value ?? 0) };
}

const lower = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);
const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
/** Excel's interface says EqualTo where its files say equal. */
const fileOperator = (word: string): FileOperator => lower(word).replace(/To$/, "") as FileOperator;
const bookOperator = (word: string): string => (/[eE]qual$/.test(word) ? `${upper(word)}To` : upper(word));

const bare = (formula: string): string => formula.replace(/^=/, "");

/** A rule that was made in the grid or by the add-in. */
export function fileRule(rule: ConditionalRule, priority: number): FileConditionalFormat {
  const refs = rule.areas.map(refOf);
  const style = fileRuleStyle(rule.look);
  const common = { refs, priority, ...(rule.stopIfTrue && { stopIfTrue: true }) };
  if (rule.type === "CellValue") {
    const operator = conditionalOperator(rule.operator ?? "EqualTo");
    const formulas = [rule.formula1, ...(rule.formula2 === undefined ? [] : [rule.formula2])].map(bare);
    return { ...common, type: "cellIs", operator, formulas, style };
  }
  if (rule.type === "ContainsText") {
    const operator =
      rule.operator === "Contains" || rule.operator === undefined
        ? "containsText"
        : (lower(rule.operator) as "beginsWith");
    return { ...common, type: "text", operator, text: rule.formula1, style };
  }
  return { ...common, type: "expression", formula: bare(rule.formula1), style };
}

/** Rules say `GreaterThanOrEqual` where validations say `GreaterThanOrEqualTo`. */
const conditionalOperator = (word: string): FileOperator =>
  word === "EqualTo" || word === "NotEqualTo" ? fileOperator(word) : (lower(word) as FileOperator);

function fileRuleStyle(look: ConditionalLook): FileRuleStyle {
  const font = {
    ...(look.bold && { bold: true }),
    ...(look.italic && { italic: true }),
    ...(look.underline && look.underline !== "None" && { underline: "single" as const }),
    ...(look.strikethrough && { strike: true }),
    ...(look.fontColor && { color: look.fontColor.toUpperCase() }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(look.fill && { fill: look.fill.toUpperCase() }),
  };
}

const TYPES: readonly (readonly [FileValidation["type"], ValidationRule["type"]])[] = [
  ["list", "List"],
  ["whole", "WholeNumber"],
  ["decimal", "Decimal"],
  ["date", "Date"],
  ["time", "Time"],
  ["textLength", "TextLength"],
  ["custom", "Custom"],
];

/** undefined for a rule that only shows a prompt: the grid has none such. */
export function bookValidation(rule: FileValidation): ValidationRule | undefined {
  const type = TYPES.find(([name]) => name === rule.type)?.[1];
  if (!type) return undefined;
  const operand = (formula: string): string | number =>
    Number.isNaN(Number(formula)) || formula === "" ? `=${formula}` : Number(formula);
  const [first = "", second] = rule.formulas;
  const words = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
  return {
    type,
    formula1: type === "List" && words !== undefined ? words : operand(first),
    ...(second !== undefined && { formula2: operand(second) }),
    ...(rule.operator && { operator: bookOperator(rule.operator) }),
    ...(type === "List" && { inCellDropDown: true }),
    ignoreBlanks: rule.allowBlank,
    errorAlert: {
      message: rule.error ?? "",
      title: rule.errorTitle ?? "",
      showAlert: rule.showError,
      style: upper(rule.errorStyle ?? "stop"),
    },
    prompt: { message: rule.prompt ?? "", title: rule.promptTitle ?? "", showPrompt: rule.showPrompt },
  };
}

export function fileValidation(areas: readonly Area[], rule: ValidationRule): FileValidation {
  const type = TYPES.find(([, name]) => name === rule.type)![0];
  const operand = (value: string | number): string => bare(String(value));
  const isList = type === "list" && !String(rule.formula1).startsWith("=");
  const first = isList ? `"${String(rule.formula1).replaceAll('"', '""')}"` : operand(rule.formula1);
  const style = lower(rule.errorAlert?.style ?? "Stop") as NonNullable<FileValidation["errorStyle"]>;
  return {
    refs: areas.map(refOf),
    type,
    ...(rule.operator !== undefined &&
      type !== "list" &&
      type !== "custom" && { operator: fileOperator(rule.operator) }),
    formulas: [first, ...(rule.formula2 === undefined ? [] : [operand(rule.formula2)])],
    allowBlank: rule.ignoreBlanks,
    showError: rule.errorAlert?.showAlert ?? true,
    ...(style !== "stop" && { errorStyle: style }),
    ...(rule.errorAlert?.title && { errorTitle: rule.errorAlert.title }),
    ...(rule.errorAlert?.message && { error: rule.errorAlert.message }),
    showPrompt: rule.prompt?.showPrompt ?? false,
    ...(rule.prompt?.title && { promptTitle: rule.prompt.title }),
    ...(rule.prompt?.message && { prompt: rule.prompt.message }),
  };
}
