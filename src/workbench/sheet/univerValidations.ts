import { DataValidationErrorStyle, DataValidationRenderMode, generateRandomId } from "@univerjs/core";
import type {
  DataValidationOperator,
  IDataValidationRule,
  IRange,
  ISheetDataValidationRule,
} from "@univerjs/core";
import {
  AddDataValidationMutation,
  DataValidationModel,
  RemoveDataValidationMutation,
  UpdateDataValidationMutation,
  UpdateRuleType,
} from "@univerjs/data-validation";
import { intersect } from "./a1";
import type { Area, ValidationRule, Validations } from "./book";
import { without } from "./rectangles";
import { toArea, toRange } from "./univerContext";
import type { MutationPair, UniverContext } from "./univerContext";

const TYPES: readonly (readonly [ValidationRule["type"], string])[] = [
  ["List", "list"],
  ["WholeNumber", "whole"],
  ["Decimal", "decimal"],
  ["Date", "date"],
  ["Time", "time"],
  ["TextLength", "textLength"],
  ["Custom", "custom"],
];

const ALERTS: readonly (readonly [string, DataValidationErrorStyle])[] = [
  ["Stop", DataValidationErrorStyle.STOP],
  ["Warning", DataValidationErrorStyle.WARNING],
  ["Information", DataValidationErrorStyle.INFO],
];

const lower = (word: string) => word.charAt(0).toLowerCase() + word.slice(1);
const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
/** Excel says EqualTo, LessThanOrEqualTo... where Univer says equal, lessThanOrEqual... */
const toOperator = (word: string) => lower(word).replace(/To$/, "") as DataValidationOperator;
const fromOperator = (word: string) => (/[eE]qual$/.test(word) ? `${upper(word)}To` : upper(word));

export class UniverValidations implements Validations {
  private readonly model: DataValidationModel;

  constructor(
    private readonly context: UniverContext,
    private readonly guard: (area: Area) => void,
  ) {
    this.model = context.injector.get(DataValidationModel);
  }

  private rules(sheet: string): ISheetDataValidationRule[] {
    return this.model.getRules(this.context.unitId, sheet);
  }

  all(sheet: string) {
    return this.rules(sheet).map((rule) => ({
      areas: rule.ranges.map((range) => toArea(sheet, range)),
      rule: fromUniver(rule),
    }));
  }

  get(area: Area): ValidationRule | undefined | null {
    let covered = 0;
    let found: ValidationRule | undefined;
    for (const { areas, rule } of this.all(area.sheet)) {
      for (const own of areas) {
        const part = intersect(own, area);
        if (!part) continue;
        if (found && JSON.stringify(found) !== JSON.stringify(rule)) return null;
        found = rule;
        covered += part.rows * part.columns;
      }
    }
    return found && covered < area.rows * area.columns ? null : found;
  }

  set(area: Area, rule: ValidationRule): void {
    this.guard(area);
    this.context.edit(() => {
      this.clear(area);
      this.add(area.sheet, { ...toUniver(rule), uid: generateRandomId(8), ranges: [toRange(area)] });
    });
  }

  addRule(sheet: string, areas: readonly Area[], rule: ValidationRule): void {
    this.add(sheet, { ...toUniver(rule), uid: generateRandomId(8), ranges: areas.map(toRange) });
  }

  private add(sheet: string, rule: IDataValidationRule): void {
    const target = { unitId: this.context.unitId, subUnitId: sheet };
    this.context.mutate(
      [{ id: AddDataValidationMutation.id, params: { ...target, rule } }],
      [{ id: RemoveDataValidationMutation.id, params: { ...target, ruleId: rule.uid } }],
    );
  }

  clear(area: Area): void {
    this.guard(area);
    const target = { unitId: this.context.unitId, subUnitId: area.sheet };
    this.context.edit(() => {
      for (const rule of [...this.rules(area.sheet)]) {
        const left = rule.ranges.flatMap((range) => without(toArea(area.sheet, range), area));
        const touched = rule.ranges.some((range) => intersect(toArea(area.sheet, range), area));
        if (touched) this.replace(area.sheet, rule, left.map(toRange), target);
      }
    });
  }

  /** Rules keep their identity with fewer cells; without any they go. */
  private replace(sheet: string, rule: ISheetDataValidationRule, ranges: IRange[], target: object): void {
    const copy = { ...rule, ranges: [...rule.ranges] };
    this.context.mutate(
      [{ id: RemoveDataValidationMutation.id, params: { ...target, ruleId: rule.uid } }],
      [{ id: AddDataValidationMutation.id, params: { ...target, rule: copy } }],
    );
    if (ranges.length) this.add(sheet, { ...rule, ranges });
  }

  /** Rules that reach the last row of `before` reach the last row of `after`: tables take them along as they grow. */
  grown(before: Area, after: Area): MutationPair[] {
    const target = { unitId: this.context.unitId, subUnitId: before.sheet };
    return this.rules(before.sheet).flatMap((rule) => {
      const ranges = grownRanges(rule.ranges, before, after);
      if (!ranges) return [];
      const set = (to: readonly IRange[]) => ({
        id: UpdateDataValidationMutation.id,
        params: {
          ...target,
          ruleId: rule.uid,
          payload: { type: UpdateRuleType.RANGE, payload: [...to] },
        },
      });
      return [{ redo: set(ranges), undo: set(rule.ranges) }];
    });
  }
}

/** undefined where nothing has to grow. */
export function grownRanges(ranges: readonly IRange[], before: Area, after: Area): IRange[] | undefined {
  const end = before.row + before.rows - 1;
  let grew = false;
  const grown = ranges.map((range) => {
    const within = range.startColumn >= before.column && range.endColumn < before.column + before.columns;
    if (!within || range.endRow !== end || range.startRow < before.row) return range;
    grew = true;
    return { ...range, endRow: after.row + after.rows - 1 };
  });
  return grew ? grown : undefined;
}

function fromUniver(rule: IDataValidationRule): ValidationRule {
  const type = TYPES.find(([, own]) => own === rule.type || (own === "list" && rule.type === "listMultiple"));
  const operand = (text: string) => (text !== "" && !Number.isNaN(Number(text)) ? Number(text) : text);
  return {
    type: type?.[0] ?? "Custom",
    formula1: type?.[0] === "List" ? (rule.formula1 ?? "") : operand(rule.formula1 ?? ""),
    ...(rule.formula2 === undefined ? {} : { formula2: operand(rule.formula2) }),
    ...(rule.operator === undefined ? {} : { operator: fromOperator(rule.operator) }),
    ...(type?.[0] === "List" ? { inCellDropDown: rule.showDropDown ?? true } : {}),
    ignoreBlanks: rule.allowBlank ?? true,
    errorAlert: {
      message: rule.error ?? "",
      showAlert: rule.showErrorMessage ?? true,
      style: ALERTS.find(([, own]) => own === rule.errorStyle)?.[0] ?? "Stop",
      title: rule.errorTitle ?? "",
    },
    prompt: {
      message: rule.prompt ?? "",
      showPrompt: rule.showInputMessage ?? false,
      title: rule.promptTitle ?? "",
    },
  };
}

function toUniver(rule: ValidationRule): Omit<IDataValidationRule, "uid" | "ranges"> {
  return {
    type: TYPES.find(([own]) => own === rule.type)![1],
    formula1: String(rule.formula1),
    ...(rule.formula2 === undefined ? {} : { formula2: String(rule.formula2) }),
    ...(rule.operator === undefined ? {} : { operator: toOperator(rule.operator) }),
    allowBlank: rule.ignoreBlanks,
    ...(rule.type === "List"
      ? { showDropDown: rule.inCellDropDown ?? true, renderMode: DataValidationRenderMode.TEXT }
      : {}),
    showErrorMessage: rule.errorAlert?.showAlert ?? true,
    errorStyle:
      ALERTS.find(([own]) => own === (rule.errorAlert?.style ?? "Stop"))?.[1] ??
      DataValidationErrorStyle.STOP,
    ...(rule.errorAlert?.message ? { error: rule.errorAlert.message } : {}),
    ...(rule.errorAlert?.title ? { errorTitle: rule.errorAlert.title } : {}),
    showInputMessage: rule.prompt?.showPrompt ?? false,
    ...(rule.prompt?.message ? { prompt: rule.prompt.message } : {}),
    ...(rule.prompt?.title ? { promptTitle: rule.prompt.title } : {}),
  };
}
