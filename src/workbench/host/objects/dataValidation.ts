import { absoluteAddress, quotedSheet } from "../../sheet/a1";
import type { Area, ValidationRule } from "../../sheet/book";
import { defineClass, invalidArgument } from "../classes";
import type { HostServices, Ref } from "../classes";

/** Key of the rule object in the interface, and the type it makes. */
const KINDS: readonly (readonly [string, ValidationRule["type"]])[] = [
  ["list", "List"],
  ["wholeNumber", "WholeNumber"],
  ["decimal", "Decimal"],
  ["date", "Date"],
  ["time", "Time"],
  ["textLength", "TextLength"],
  ["custom", "Custom"],
];

interface RuleBody {
  source?: unknown;
  formula?: string;
  formula1?: unknown;
  formula2?: unknown;
  operator?: string;
  inCellDropDown?: boolean;
}

function one(area: Area, host: HostServices): ValidationRule | undefined | null {
  return host.book.validations.get(area);
}

/** Operands may be numbers, formulas or ranges. */
function operand(value: unknown, host: HostServices): string | number {
  if (typeof value === "object" && value !== null) {
    const area = (value as Ref).self as Area;
    return `=${quotedSheet(host.book.sheets.find(area.sheet)!.name)}!${absoluteAddress(area)}`;
  }
  return value as string | number;
}

function toRule(
  given: Record<string, RuleBody>,
  before: ValidationRule | undefined | null,
  host: HostServices,
): ValidationRule {
  const kind = KINDS.find(([key]) => given[key]);
  if (!kind) throw invalidArgument();
  const body = given[kind[0]]!;
  const first = kind[1] === "List" ? body.source : kind[1] === "Custom" ? body.formula : body.formula1;
  if (first === undefined || first === null || first === "") throw invalidArgument();
  return {
    type: kind[1],
    formula1: operand(first, host),
    ...(body.formula2 === undefined || body.formula2 === null
      ? {}
      : { formula2: operand(body.formula2, host) }),
    ...(body.operator ? { operator: body.operator } : {}),
    ...(kind[1] === "List" ? { inCellDropDown: body.inCellDropDown !== false } : {}),
    ignoreBlanks: before?.ignoreBlanks ?? true,
    ...(before?.errorAlert ? { errorAlert: before.errorAlert } : {}),
    ...(before?.prompt ? { prompt: before.prompt } : {}),
  };
}

function fromRule(rule: ValidationRule): object {
  const [key] = KINDS.find(([, type]) => type === rule.type)!;
  if (rule.type === "List")
    return { list: { inCellDropDown: rule.inCellDropDown ?? true, source: rule.formula1 } };
  if (rule.type === "Custom") return { custom: { formula: rule.formula1 } };
  return {
    [key]: {
      formula1: rule.formula1,
      ...(rule.formula2 === undefined ? {} : { formula2: rule.formula2 }),
      operator: rule.operator ?? "Between",
    },
  };
}

/** Alert and prompt belong to a rule; without one there is nothing to hang them on. */
function change(area: Area, part: Partial<ValidationRule>, host: HostServices): void {
  const rule = one(area, host);
  if (!rule) throw invalidArgument();
  host.book.validations.set(area, { ...rule, ...part });
}

export const dataValidation = defineClass<Area>({
  name: "DataValidation",
  scalars: {
    Type: (area, host) => {
      const rule = one(area, host);
      return rule === null ? "MixedCriteria" : (rule?.type ?? "None");
    },
    Rule: {
      get: (area, host) => {
        const rule = one(area, host);
        return rule === null ? null : rule ? fromRule(rule) : {};
      },
      set: (area, value: Record<string, RuleBody>, host) =>
        host.book.validations.set(area, toRule(value, one(area, host), host)),
    },
    ErrorAlert: {
      get: (area, host) =>
        one(area, host)?.errorAlert ?? { message: "", showAlert: true, style: "Stop", title: "" },
      set: (area, errorAlert: NonNullable<ValidationRule["errorAlert"]>, host) =>
        change(area, { errorAlert }, host),
    },
    Prompt: {
      get: (area, host) => one(area, host)?.prompt ?? { message: "", showPrompt: true, title: "" },
      set: (area, prompt: NonNullable<ValidationRule["prompt"]>, host) => change(area, { prompt }, host),
    },
    IgnoreBlanks: {
      get: (area, host) => one(area, host)?.ignoreBlanks ?? true,
      set: (area, ignoreBlanks: boolean, host) => change(area, { ignoreBlanks }, host),
    },
  },
  methods: { Clear: (area, _args, host) => host.book.validations.clear(area) },
});
