import {
  IActiveDirtyManagerService,
  IDependencyManagerService,
  IFunctionService,
  SetSuperTableMutation,
} from "@univerjs/engine-formula";
import type { IFormulaDirtyData, ISetSuperTableMutationParam } from "@univerjs/engine-formula";
import type { UniverContext } from "./univerContext";

/** A function that the engine's service has and its interface does not tell of. */
interface TreeCache {
  /** Forgets the trees whose key has one of these parts; keys of long formulas are hashes. */
  deleteFormulaAstCacheKey(...parts: string[]): void;
}

/**
 * The engine keeps the parsed tree of a formula with the place that a table had when it was parsed, and uses it even after the
 * table has grown or moved. When a table changes, forget the trees.
 */
export function forgetTablePlaces(context: UniverContext): void {
  const trees = context.injector.get(IFunctionService) as unknown as TreeCache;
  const dirty = context.injector.get(IActiveDirtyManagerService);
  const original = dirty.get.bind(dirty);
  const ofTables: ReturnType<typeof original> = {
    commandId: SetSuperTableMutation.id,
    getDirtyData: (command) => {
      const { unitId, tableName, reference } = command.params as ISetSuperTableMutationParam;
      trees.deleteFormulaAstCacheKey(EVERY_KEY);
      return {
        dirtyRanges: [{ unitId, sheetId: reference.sheetId, range: reference.range }],
        dirtySuperTableMap: { [unitId]: { [tableName]: "1" } },
      };
    },
  };
  // The engine registers its own answer later than this.
  dirty.get = (commandId) => (commandId === SetSuperTableMutation.id ? ofTables : original(commandId));
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
}

const FORMULA_IN_CELL = 0;
