import { Tools } from "@univerjs/core";
import type { IMutationInfo, IRange } from "@univerjs/core";
import { LexerTreeBuilder } from "@univerjs/engine-formula";
import {
  DeleteRangeMoveLeftCommand,
  DeleteRangeMoveUpCommand,
  InsertColCommand,
  InsertRangeMoveDownCommand,
  InsertRangeMoveRightCommand,
  InsertRowCommand,
  RemoveColCommand,
  RemoveRowCommand,
  SheetInterceptorService,
} from "@univerjs/sheets";
import {
  AddConditionalRuleMutation,
  ConditionalFormattingRuleModel,
  DeleteConditionalRuleMutation,
  SetConditionalRuleMutation,
} from "@univerjs/sheets-conditional-formatting";
import type { IConditionFormattingRule } from "@univerjs/sheets-conditional-formatting";
import { FormulaRefRangeService } from "@univerjs/sheets-formula";
import { LAST_COLUMN, LAST_ROW } from "./a1";
import { shifted, shiftedFormula } from "./shiftedPlaces";
import type { Shifting } from "./shiftedPlaces";
import { toArea, toRange } from "./univerContext";
import type { UniverContext } from "./univerContext";

type Rule = IConditionFormattingRule<any>;

const ROWS = { along: "row", column: 0, columns: LAST_COLUMN } as const;
const COLUMNS = { along: "column", row: 0, rows: LAST_ROW } as const;
const SHIFTS: Readonly<Record<string, { inserted: boolean; along: "row" | "column" }>> = {
  [InsertRowCommand.id]: { ...ROWS, inserted: true },
  [RemoveRowCommand.id]: { ...ROWS, inserted: false },
  [InsertColCommand.id]: { ...COLUMNS, inserted: true },
  [RemoveColCommand.id]: { ...COLUMNS, inserted: false },
  [InsertRangeMoveDownCommand.id]: { along: "row", inserted: true },
  [DeleteRangeMoveUpCommand.id]: { along: "row", inserted: false },
  [InsertRangeMoveRightCommand.id]: { along: "column", inserted: true },
  [DeleteRangeMoveLeftCommand.id]: { along: "column", inserted: false },
};

/**
 * Rules that paint cells go along when cells are inserted or deleted, as in Excel: their places and the addresses in their
 * formulas. Univer does so only where it has a screen, and there it breaks a rule into pieces and leaves new rows out.
 */
export function keepConditionalPlaces(context: UniverContext): { dispose(): void } {
  const { injector } = context;
  const model = injector.get(ConditionalFormattingRuleModel);
  const lexer = injector.get(LexerTreeBuilder);
  letUniverBe(context, model);
  return injector.get(SheetInterceptorService).interceptCommand({
    getMutations: (command) => {
      const shift = SHIFTS[command.id];
      const params = command.params as { range?: IRange; subUnitId?: string } | undefined;
      if (!shift || !params?.range) return { redos: [], undos: [] };
      const sheet = params.subUnitId ?? context.workbook.getActiveSheet().getSheetId();
      const shifting: Shifting = {
        along: shift.along,
        inserted: shift.inserted,
        area: { ...toArea(sheet, params.range), ...shift },
      };
      return follow((model.getSubunitRules(context.unitId, sheet) ?? []) as Rule[], sheet, shifting);
    },
  });

  function follow(rules: readonly Rule[], sheet: string, shifting: Shifting) {
    const target = { unitId: context.unitId, subUnitId: sheet };
    const redos: IMutationInfo[] = [];
    const undos: IMutationInfo[] = [];
    for (const rule of rules) {
      const { cfId } = rule;
      const after = moved(rule, sheet, shifting);
      if (after === rule) continue;
      // Univer changes the rule that it holds.
      const before = Tools.deepClone(rule);
      redos.push(
        after
          ? { id: SetConditionalRuleMutation.id, params: { ...target, cfId, rule: after } }
          : { id: DeleteConditionalRuleMutation.id, params: { ...target, cfId } },
      );
      undos.push(
        after
          ? { id: SetConditionalRuleMutation.id, params: { ...target, cfId, rule: before } }
          : { id: AddConditionalRuleMutation.id, params: { ...target, rule: before } },
      );
    }
    return { redos, undos };
  }

  function moved(rule: Rule, sheet: string, shifting: Shifting): Rule | undefined {
    const before = rule.ranges.map((range) => toArea(sheet, range));
    const places = before.map((area) => shifted(area, shifting));
    const ranges = places.flatMap((area) => (area ? [toRange(area)] : []));
    if (!ranges.length) return undefined;
    // Addresses in a rule are those for its first cell: where that one goes, they are put for the first that stays.
    const first = before[places.findIndex((area) => area !== undefined)]!;
    const { along, inserted, area } = shifting;
    const lost =
      !inserted && first[along] >= area[along]
        ? Math.max(0, area[along] + area[along === "row" ? "rows" : "columns"] - first[along])
        : 0;
    const stays = {
      row: first.row + (along === "row" ? lost : 0),
      column: first.column + (along === "column" ? lost : 0),
    };
    const origin = before[0]!;
    const formula = (text: string): string => {
      const there = lexer.moveFormulaRefOffset(text, stays.column - origin.column, stays.row - origin.row);
      return shiftedFormula(there, sheet, shifting);
    };
    const after = { ...rule, ranges, rule: withFormulas(rule.rule, formula) };
    return JSON.stringify(after) === JSON.stringify(rule) ? rule : after;
  }
}

/** Whatever is a formula inside a rule, at any depth. */
export function withFormulas<T>(part: T, change: (formula: string) => string): T {
  if (typeof part === "string") return (part.startsWith("=") ? change(part) : part) as T;
  if (Array.isArray(part)) return part.map((one: unknown) => withFormulas(one, change)) as T;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => [key, withFormulas<unknown>(value, change)]),
  ) as T;
}

/** Its own follower asks to be told about the ranges of rules; what else asks (validations) is told as before. */
function letUniverBe(context: UniverContext, model: ConditionalFormattingRuleModel): void {
  const service = context.injector.get(FormulaRefRangeService);
  const register = service.registerRangeFormula.bind(service);
  service.registerRangeFormula = (unitId, sheet, ranges, formulas, callback) => {
    const isRule = (model.getSubunitRules(unitId, sheet) ?? []).some((rule) => rule.ranges === ranges);
    return isRule ? { dispose: () => undefined } : register(unitId, sheet, ranges, formulas, callback);
  };
}
