import { BooleanNumber, Tools } from "@univerjs/core";
import type { IStyleBase } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  AddConditionalRuleMutation,
  CFRuleType,
  CFSubRuleType,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { columnName, intersect } from "./a1";
import { BookError } from "./book";
import type { Area, ConditionalLook, ConditionalRule, Conditionals } from "./book";
import { withFormulas } from "./conditionalPlaces";
import { guid } from "./emptyWorkbook";
import { without } from "./rectangles";
import { grownRanges } from "./univerValidations";
import { toArea, toRange } from "./univerContext";
import type { MutationPair, UniverContext } from "./univerContext";

const TEXT_OPERATORS: readonly (readonly [string, string])[] = [
  ["Contains", "containsText"],
  ["NotContains", "notContainsText"],
  ["BeginsWith", "beginsWith"],
  ["EndsWith", "endsWith"],
];
const CELL_OPERATORS: readonly (readonly [string, string])[] = [
  ["Between", "between"],
  ["NotBetween", "notBetween"],
  ["EqualTo", "equal"],
  ["NotEqualTo", "notEqual"],
  ["GreaterThan", "greaterThan"],
  ["GreaterThanOrEqual", "greaterThanOrEqual"],
  ["LessThan", "lessThan"],
  ["LessThanOrEqual", "lessThanOrEqual"],
];

type Univer = IConditionFormattingRule<any>;

export class UniverConditionals implements Conditionals {
  private readonly model: ConditionalFormattingRuleModel;
  private readonly lexer: LexerTreeBuilder;

  constructor(
    private readonly context: UniverContext,
    private readonly guard: (area: Area) => void,
  ) {
    this.model = context.injector.get(ConditionalFormattingRuleModel);
    this.lexer = context.injector.get(LexerTreeBuilder);
  }

  private rules(sheet: string): Univer[] {
    return (this.model.getSubunitRules(this.context.unitId, sheet) ?? []) as Univer[];
  }

  list(sheet: string): ConditionalRule[] {
    return this.rules(sheet).flatMap((rule) => fromUniver(sheet, rule) ?? []);
  }

  add(rule: Omit<ConditionalRule, "id">): ConditionalRule {
    const sheet = rule.areas[0]!.sheet;
    rule.areas.forEach((area) => this.guard(area));
    const added = { ...rule, id: guid() };
    const target = { unitId: this.context.unitId, subUnitId: sheet };
    this.context.mutate(
      [{ id: AddConditionalRuleMutation.id, params: { ...target, rule: toUniver(added) } }],
      [{ id: DeleteConditionalRuleMutation.id, params: { ...target, cfId: added.id } }],
    );
    return added;
  }

  update(sheet: string, id: string, change: Partial<Omit<ConditionalRule, "id">>): void {
    const before = this.list(sheet).find((rule) => rule.id === id);
    if (!before) throw new BookError("ItemNotFound", "The requested resource doesn't exist.");
    this.set(sheet, id, toUniver(before), toUniver({ ...before, ...change }));
  }

  private set(sheet: string, cfId: string, before: Univer, after: Univer): void {
    const target = { unitId: this.context.unitId, subUnitId: sheet, cfId };
    this.context.mutate(
      [{ id: SetConditionalRuleMutation.id, params: { ...target, rule: after } }],
      [{ id: SetConditionalRuleMutation.id, params: { ...target, rule: before } }],
    );
  }

  delete(sheet: string, id: string): void {
    const before = this.rules(sheet).find((rule) => rule.cfId === id);
    if (!before) throw new BookError("ItemNotFound", "The requested resource doesn't exist.");
    const target = { unitId: this.context.unitId, subUnitId: sheet };
    this.context.mutate(
      [{ id: DeleteConditionalRuleMutation.id, params: { ...target, cfId: id } }],
      [{ id: AddConditionalRuleMutation.id, params: { ...target, rule: before } }],
    );
  }

  clear(area: Area): void {
    this.guard(area);
    for (const rule of [...this.rules(area.sheet)]) {
      const places = rule.ranges.map((range) => toArea(area.sheet, range));
      const left = places.flatMap((place) => without(place, area));
      if (left.length === places.length && left.every((place, at) => place === places[at])) continue;
      const [first] = left;
      if (!first) {
        this.delete(area.sheet, rule.cfId);
        continue;
      }
      // Addresses in a rule are those for its first cell.
      const [rows, columns] = [first.row - places[0]!.row, first.column - places[0]!.column];
      const moved = withFormulas(rule.rule, (formula) =>
        this.lexer.moveFormulaRefOffset(formula, columns, rows),
      );
      this.set(area.sheet, rule.cfId, Tools.deepClone(rule), {
        ...rule,
        ranges: left.map(toRange),
        rule: moved,
      });
    }
  }

  copy(from: Area, to: Area): void {
    this.clear(to);
    for (const rule of [...this.rules(from.sheet)]) {
      const places = rule.ranges.map((range) => toArea(from.sheet, range));
      const more = places.flatMap((place) => {
        const part = intersect(place, from);
        return part ? repeated(part, from, to) : [];
      });
      if (more.length === 0) continue;
      const ranges = more.reduce(joined, places).map(toRange);
      this.set(from.sheet, rule.cfId, Tools.deepClone(rule), { ...rule, ranges });
    }
  }

  /** Rules that reach the last row of `before` reach the last row of `after`. */
  grown(before: Area, after: Area): MutationPair[] {
    const target = { unitId: this.context.unitId, subUnitId: before.sheet };
    return this.rules(before.sheet).flatMap((rule) => {
      const ranges = grownRanges(rule.ranges, before, after);
      if (!ranges) return [];
      const set = (to: Univer) => ({
        id: SetConditionalRuleMutation.id,
        params: { ...target, cfId: rule.cfId, rule: to },
      });
      return [{ redo: set({ ...rule, ranges }), undo: set(rule) }];
    });
  }
}

/** A part of an area as often as the area goes into another one; what fills it from side to side stays in one piece. */
function repeated(part: Area, from: Area, to: Area): Area[] {
  const along = (start: number, size: number, origin: number, whole: number, target: number, room: number) =>
    size === whole
      ? [{ at: target, size: room }]
      : Array.from({ length: Math.ceil(room / whole) }, (_, index) => ({
          at: target + index * whole + start - origin,
          size,
        }));
  const rows = along(part.row, part.rows, from.row, from.rows, to.row, to.rows);
  const columns = along(part.column, part.columns, from.column, from.columns, to.column, to.columns);
  return rows.flatMap((down) =>
    columns.map((across) => ({
      sheet: to.sheet,
      row: down.at,
      rows: down.size,
      column: across.at,
      columns: across.size,
    })),
  );
}

/** Places with one more, which lengthens one that it stands right below. */
function joined(places: readonly Area[], more: Area): Area[] {
  const at = places.findIndex(
    (place) =>
      place.column === more.column && place.columns === more.columns && place.row + place.rows === more.row,
  );
  if (at === -1) return [...places, more];
  return places.map((place, index) => (index === at ? { ...place, rows: place.rows + more.rows } : place));
}

/** What Excel was asked for, kept inside Univer's rule: not every such rule has a counterpart of the same kind there. */
type Excel = Pick<ConditionalRule, "type" | "formula1" | "formula2" | "operator">;

function fromUniver(sheet: string, { cfId, ranges, stopIfTrue, rule }: Univer): ConditionalRule | undefined {
  if (rule.type !== CFRuleType.highlightCell) return undefined;
  const common = {
    id: cfId,
    areas: ranges.map((range) => toArea(sheet, range)),
    stopIfTrue,
    look: lookOf(rule.style as IStyleBase),
  };
  if (rule.excel) return { ...common, ...(rule.excel as Excel) };
  if (rule.subType === CFSubRuleType.formula)
    return { ...common, type: "Custom", formula1: rule.value as string };
  if (rule.subType === CFSubRuleType.text) {
    const operator = TEXT_OPERATORS.find(([, own]) => own === rule.operator)?.[0] ?? "Contains";
    return { ...common, type: "ContainsText", formula1: (rule.value as string) ?? "", operator };
  }
  if (rule.subType === CFSubRuleType.number) {
    const operator = CELL_OPERATORS.find(([, own]) => own === rule.operator)?.[0] ?? "EqualTo";
    const [first, second] = (Array.isArray(rule.value) ? rule.value : [rule.value]) as number[];
    return {
      ...common,
      type: "CellValue",
      formula1: `=${first}`,
      ...(second === undefined ? {} : { formula2: `=${second}` }),
      operator,
    };
  }
  return undefined;
}

function toUniver(rule: ConditionalRule): Univer {
  const { type, formula1, formula2, operator } = rule;
  const excel: Excel = {
    type,
    formula1,
    ...(formula2 === undefined ? {} : { formula2 }),
    ...(operator === undefined ? {} : { operator }),
  };
  const univer = counterpart(rule);
  return { ...univer, rule: { ...univer.rule, excel } };
}

function counterpart(rule: ConditionalRule): Univer {
  const base = { cfId: rule.id, ranges: rule.areas.map(toRange), stopIfTrue: rule.stopIfTrue };
  const style = styleOf(rule.look);
  const type = CFRuleType.highlightCell;
  if (rule.type === "ContainsText") {
    const operator = TEXT_OPERATORS.find(([own]) => own === rule.operator)?.[1] ?? "containsText";
    return { ...base, rule: { type, subType: CFSubRuleType.text, operator, value: rule.formula1, style } };
  }
  const numbers = [rule.formula1, rule.formula2].flatMap((text) =>
    text === undefined || text === "" ? [] : [Number(text.replace(/^=/, ""))],
  );
  if (rule.type === "CellValue" && numbers.length && numbers.every((n) => !Number.isNaN(n))) {
    const operator = CELL_OPERATORS.find(([own]) => own === rule.operator)?.[1] ?? "equal";
    const value = numbers.length === 2 ? numbers : numbers[0];
    return { ...base, rule: { type, subType: CFSubRuleType.number, operator, value, style } };
  }
  return { ...base, rule: { type, subType: CFSubRuleType.formula, value: formulaFor(rule), style } };
}

const SIGNS: Readonly<Record<string, string>> = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  GreaterThanOrEqual: ">=",
  LessThan: "<",
  LessThanOrEqual: "<=",
};

/** Comparisons with texts and references become a formula about the first cell: Univer's own rule knows numbers only. */
function formulaFor(rule: ConditionalRule): string {
  if (rule.type === "Custom") return rule.formula1.startsWith("=") ? rule.formula1 : `=${rule.formula1}`;
  const { row, column } = rule.areas[0]!;
  const cell = `${columnName(column)}${row + 1}`;
  const operand = rule.formula1.replace(/^=/, "");
  const second = rule.formula2?.replace(/^=/, "");
  if (rule.operator === "Between") return `=AND(${cell}>=${operand},${cell}<=${second})`;
  if (rule.operator === "NotBetween") return `=OR(${cell}<${operand},${cell}>${second})`;
  return `=${cell}${SIGNS[rule.operator ?? "EqualTo"] ?? "="}${operand}`;
}

function lookOf(style: IStyleBase | undefined): ConditionalLook {
  return {
    ...(style?.bg?.rgb ? { fill: style.bg.rgb } : {}),
    ...(style?.cl?.rgb ? { fontColor: style.cl.rgb } : {}),
    ...(style?.bl === undefined ? {} : { bold: style.bl === BooleanNumber.TRUE }),
    ...(style?.it === undefined ? {} : { italic: style.it === BooleanNumber.TRUE }),
    ...(style?.ul === undefined ? {} : { underline: style.ul.s ? "Single" : "None" }),
    ...(style?.st === undefined ? {} : { strikethrough: Boolean(style.st.s) }),
  };
}

function styleOf(look: ConditionalLook): IStyleBase {
  const flag = (on: boolean) => (on ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  return {
    ...(look.fill ? { bg: { rgb: look.fill } } : {}),
    ...(look.fontColor ? { cl: { rgb: look.fontColor } } : {}),
    ...(look.bold === undefined ? {} : { bl: flag(look.bold) }),
    ...(look.italic === undefined ? {} : { it: flag(look.italic) }),
    ...(look.underline === undefined ? {} : { ul: { s: flag(look.underline !== "None") } }),
    ...(look.strikethrough === undefined ? {} : { st: { s: flag(look.strikethrough) } }),
  };
}
