import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import { generateRandomId } from "@univerjs/core";
import { badArgument, parseRect, splitAddress } from "./a1";
import { BookError } from "./book";
import type { Area, Cells, CellValue, NameInfo, Names, Sheets } from "./book";
import { FILTER_NAME } from "./univerFilters";
import { fromEngine, toEngine } from "./structuredReferences";
import type { TableStore } from "./tableStore";
import type { UniverContext } from "./univerContext";

const WORKBOOK = "AllDefaultWorkbook";

export class UniverNames implements Names {
  private readonly service: IDefinedNamesService;

  constructor(
    private readonly context: UniverContext,
    private readonly store: TableStore,
    private readonly sheets: Sheets,
    private readonly cells: Cells,
  ) {
    this.service = context.injector.get(IDefinedNamesService);
  }

  private all(): IDefinedNamesServiceParam[] {
    return Object.values(this.service.getDefinedNameMap(this.context.unitId) ?? {});
  }

  private param(name: string, scope?: string): IDefinedNamesServiceParam {
    const found = this.all().find((param) => sameName(param, name, scope));
    if (!found) throw new BookError("ItemNotFound", "The requested resource doesn't exist.");
    return found;
  }

  list(): NameInfo[] {
    // The place of a filter is nobody's name.
    return this.all()
      .filter(({ name }) => name !== FILTER_NAME)
      .map((param) => this.info(param));
  }

  private info(param: IDefinedNamesServiceParam): NameInfo {
    const text = param.formulaOrRefString;
    const formula = text.startsWith("=") ? text : `=${text}`;
    const scope = param.localSheetId === WORKBOOK ? undefined : param.localSheetId;
    return {
      name: param.name,
      ...(scope === undefined ? {} : { scope }),
      formula: fromEngine(formula, this.store),
      comment: param.comment ?? "",
      visible: !param.hidden,
    };
  }

  find(name: string, scope?: string): NameInfo | undefined {
    const found = this.all().find((param) => sameName(param, name, scope));
    return found && this.info(found);
  }

  add(info: NameInfo): void {
    if (!/^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(info.name) || parseRect(info.name)) throw badArgument();
    if (this.find(info.name, info.scope)) {
      throw new BookError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
    }
    const param = this.toParam(generateRandomId(10), info);
    const id = { unitId: this.context.unitId, ...param };
    this.context.mutate(
      [{ id: SetDefinedNameMutation.id, params: id }],
      [{ id: RemoveDefinedNameMutation.id, params: id }],
    );
  }

  private toParam(id: string, info: NameInfo): IDefinedNamesServiceParam {
    const formula = toEngine(info.formula.startsWith("=") ? info.formula : `=${info.formula}`, this.store);
    // References are kept without the equals sign: so the engine knows them from formulas.
    const bare = formula.slice(1);
    const reference = parseRect(splitAddress(bare).rect) !== undefined;
    return {
      id,
      name: info.name,
      formulaOrRefString: reference ? bare : formula,
      comment: info.comment,
      hidden: !info.visible,
      localSheetId: info.scope ?? WORKBOOK,
    };
  }

  update(name: string, change: Partial<Omit<NameInfo, "scope">>, scope?: string): void {
    const before = this.param(name, scope);
    const after = this.toParam(before.id, { ...this.info(before), ...change });
    const unitId = this.context.unitId;
    this.context.mutate(
      [{ id: SetDefinedNameMutation.id, params: { unitId, ...after } }],
      [{ id: SetDefinedNameMutation.id, params: { unitId, ...before } }],
    );
  }

  delete(name: string, scope?: string): void {
    const params = { unitId: this.context.unitId, ...this.param(name, scope) };
    this.context.mutate(
      [{ id: RemoveDefinedNameMutation.id, params }],
      [{ id: SetDefinedNameMutation.id, params }],
    );
  }

  area(info: NameInfo): Area | undefined {
    const { sheet, rect } = splitAddress(info.formula.slice(1));
    const found = parseRect(rect);
    const owner = sheet === undefined ? undefined : this.sheets.find(sheet);
    if (found && owner) return { sheet: owner.id, ...found };
    const table = this.store.byName(info.formula.slice(1).replace(/\[.*$/s, ""));
    const column = /\[([^[\]@#]+)\]$/.exec(info.formula)?.[1];
    if (!table) return undefined;
    const top = table.showHeaders ? 1 : 0;
    const body = { ...table.area, row: table.area.row + top, rows: Math.max(1, table.area.rows - top) };
    if (column === undefined) return body;
    const index = table.columns.findIndex((name) => name.toLowerCase() === column.toLowerCase());
    return index < 0 ? undefined : { ...body, column: body.column + index, columns: 1 };
  }

  value(info: NameInfo): CellValue {
    const area = this.area(info);
    if (area && area.rows * area.columns === 1) return this.cells.values(area)[0]![0]!;
    const formula = info.formula.slice(1);
    if (area) return info.formula;
    if (/^".*"$/s.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
    if (formula !== "" && !Number.isNaN(Number(formula))) return Number(formula);
    if (/^(true|false)$/i.test(formula)) return formula.toLowerCase() === "true";
    return this.valueOfFormula?.(formula) ?? info.formula;
  }

  /** Set by the book: the last result of a formula that stands in a name. */
  valueOfFormula?: (formula: string) => CellValue | undefined;
}

const sameName = (param: IDefinedNamesServiceParam, name: string, scope?: string) =>
  param.name.toLowerCase() === name.toLowerCase() &&
  (param.localSheetId === undefined || param.localSheetId === WORKBOOK ? undefined : param.localSheetId) ===
    scope;
