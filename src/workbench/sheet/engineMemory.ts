import type { IRange } from "@univerjs/core";
import {
  BaseFunction,
  IActiveDirtyManagerService,
  IDefinedNamesService,
  IDependencyManagerService,
  IFormulaDependencyGenerator,
  IFunctionService,
  RemoveDefinedNameMutation,
  RemoveSuperTableMutation,
  SetDefinedNameMutation,
  SetSuperTableMutation,
} from "@univerjs/engine-formula";
import type { ISetSuperTableMutationParam } from "@univerjs/engine-formula";
import type { UniverContext } from "./univerContext";

/** A function that the engine's service has and its interface does not tell of. */
interface TreeCache {
  /** Forgets the trees whose key has one of these parts; keys of long formulas are hashes. */
  deleteFormulaAstCacheKey(...parts: string[]): void;
}

/** What changes the meaning of a formula that is written as before. */
const CHANGES_MEANING: ReadonlySet<string> = new Set([
  SetSuperTableMutation.id,
  RemoveSuperTableMutation.id,
  SetDefinedNameMutation.id,
  RemoveDefinedNameMutation.id,
]);

/**
 * The engine keeps the parsed tree of a formula with the place that a table had when it was parsed, or with a name that was not
 * known then, and uses it whatever happens to table and name. When they change, forget the trees.
 */
export function forgetTablePlaces(context: UniverContext): void {
  const trees = context.injector.get(IFunctionService) as unknown as TreeCache;
  context.commands.onCommandExecuted((command) => {
    if (CHANGES_MEANING.has(command.id)) trees.deleteFormulaAstCacheKey(EVERY_KEY);
  });
  const dirty = context.injector.get(IActiveDirtyManagerService);
  const original = dirty.get.bind(dirty);
  const ofTables: Answer = {
    commandId: SetSuperTableMutation.id,
    getDirtyData: (command) => {
      const { unitId, tableName, reference } = command.params as ISetSuperTableMutationParam;
      // A calculation may have been under way meanwhile.
      trees.deleteFormulaAstCacheKey(EVERY_KEY);
      return {
        dirtyRanges: [{ unitId, sheetId: reference.sheetId, range: reference.range }],
        dirtySuperTableMap: { [unitId]: { [tableName]: "1" } },
      };
    },
  };
  const ofNames: Answer = {
    commandId: SetDefinedNameMutation.id,
    getDirtyData: (command) => {
      const { name, tableName } = command.params as { name?: string; tableName?: string };
      trees.deleteFormulaAstCacheKey(EVERY_KEY);
      return {
        ...original(command.id)?.getDirtyData(command),
        dirtyRanges: formulasNaming(context, name ?? tableName!),
      };
    },
  };
  // The engine registers its own answers later than this.
  dirty.get = (commandId) => {
    if (commandId === SetSuperTableMutation.id) return ofTables;
    return CHANGES_MEANING.has(commandId) ? ofNames : original(commandId);
  };
}

type Answer = NonNullable<ReturnType<IActiveDirtyManagerService["get"]>>;

/** Every cell whose formula says the name, or another name that says it: the engine finds only some of them. */
function formulasNaming(context: UniverContext, name: string) {
  const names = context.injector.get(IDefinedNamesService).getDefinedNameMap(context.unitId) ?? {};
  const wanted = new Set([name.toLowerCase()]);
  const says = (formula: string) => {
    const text = formula.toLowerCase();
    return [...wanted].some((word) => text.includes(word));
  };
  for (let before = -1; before !== wanted.size;) {
    before = wanted.size;
    for (const other of Object.values(names)) {
      if (says(other.formulaOrRefString)) wanted.add(other.name.toLowerCase());
    }
  }
  return context.workbook.getSheets().flatMap((sheet) => {
    const found: { unitId: string; sheetId: string; range: IRange }[] = [];
    sheet.getCellMatrix().forValue((row, column, cell) => {
      if (!cell?.f || !says(cell.f)) return;
      const range = { startRow: row, endRow: row, startColumn: column, endColumn: column };
      found.push({ unitId: context.unitId, sheetId: sheet.getSheetId(), range });
    });
    return found;
  });
}

const EVERY_KEY = "";

interface Tree {
  readonly treeId: number;
  readonly type: number;
  readonly isVirtual: boolean;
  readonly unitId: string;
  readonly subUnitId: string;
  readonly row: number;
  readonly column: number;
}

interface Dependencies {
  addDependencyRTreeCache(tree: Tree): void;
  getFormulaDependency(unitId: string, sheetId: string, row: number, column: number): number | undefined;
  /** Numbers of the formulas that look at a place. */
  searchDependency(place: unknown, except?: ReadonlySet<number>): Set<number>;
  /** By number of the formula. */
  readonly _allTreeMap: ReadonlyMap<number, unknown>;
}

/**
 * A formula that is written while a calculation runs gets a new number, but the calculation enters the old one in the engine's
 * index all the same, where nobody ever takes it out. Found there later it is no formula any more.
 */
export function forgetFormulasThatAreGone(context: UniverContext): void {
  const dependencies = context.injector.get(IDependencyManagerService) as unknown as Dependencies;
  const add = dependencies.addDependencyRTreeCache.bind(dependencies);
  dependencies.addDependencyRTreeCache = (tree) => {
    const inCell = tree.type === FORMULA_IN_CELL && !tree.isVirtual;
    const { unitId, subUnitId, row, column, treeId } = tree;
    if (!inCell || dependencies.getFormulaDependency(unitId, subUnitId, row, column) === treeId) add(tree);
  };
  const search = dependencies.searchDependency.bind(dependencies);
  // Formulas of a sheet that are all forgotten at once are still found from the other sheets that they looked at.
  dependencies.searchDependency = (place, except) => {
    const found = search(place, except);
    for (const id of found) if (!dependencies._allTreeMap.has(id)) found.delete(id);
    return found;
  };
}

const FORMULA_IN_CELL = 0;

interface Generator {
  _calculateListByFunctionRefNode(
    trees: readonly { addressFunctionNodes?: readonly unknown[] }[],
  ): Promise<void>;
}

/**
 * For functions that make references while they calculate (OFFSET, INDIRECT) the engine builds an index of every formula in the
 * workbook, at every calculation, also where there is no such function. That was half the time of every edit.
 */
export function indexOnlyForMovingReferences(context: UniverContext): void {
  const generator = context.injector.get(IFormulaDependencyGenerator) as unknown as Generator;
  const original = generator._calculateListByFunctionRefNode.bind(generator);
  generator._calculateListByFunctionRefNode = async (trees) => {
    if (trees.some((tree) => tree.addressFunctionNodes?.length)) await original(trees);
  };
}

/** The part of the engine's references that says on which sheet they are. */
interface SheetReference {
  getForcedSheetId(): string | undefined;
  getForcedSheetName(): string | undefined;
  setForcedSheetId(sheets: unknown): void;
}

/**
 * A part of a table's column (`INDEX(Orders[PO],2)`) is on the table's sheet, which the engine looks up by a name that such a
 * reference does not have: then it is taken to be on the sheet of the formula.
 */
export function keepSheetsOfTableParts(): void {
  const functions = BaseFunction.prototype as unknown as {
    _setReferenceDefault: (this: unknown, from: SheetReference, made: SheetReference) => SheetReference;
    readonly keepsSheets?: true;
  };
  if (functions.keepsSheets) return;
  const original = functions._setReferenceDefault;
  Object.assign(functions, {
    keepsSheets: true,
    _setReferenceDefault(this: unknown, from: SheetReference, made: SheetReference) {
      const part = original.call(this, from, made);
      if (from.getForcedSheetId() !== undefined && !from.getForcedSheetName())
        part.setForcedSheetId = () => undefined;
      return part;
    },
  });
}
