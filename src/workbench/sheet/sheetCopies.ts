import { generateRandomId, IConfigService } from "@univerjs/core";
import type { ICellData, IMutationInfo, IObjectMatrixPrimitiveType } from "@univerjs/core";
import {
  IDefinedNamesService,
  RemoveDefinedNameMutation,
  SetDefinedNameMutation,
} from "@univerjs/engine-formula";
import {
  CopySheetCommand,
  SetRangeValuesMutation,
  SetWorksheetNameMutation,
  SHEETS_PLUGIN_CONFIG_KEY,
  SheetInterceptorService,
} from "@univerjs/sheets";
import { AddSheetTableMutation } from "@univerjs/sheets-table";
import { quotedSheet } from "./a1";
import { renameTable } from "./structuredReferences";
import type { TableStore } from "./tableStore";
import type { UniverContext } from "./univerContext";

interface Copying {
  readonly subUnitId: string;
  readonly targetSubUnitId: string;
}

/**
 * What Excel does when a sheet is copied, by a person or by an add-in: the copy is called `Name (2)`, its tables get names of
 * their own, formulas that name their own sheet or table name the copy's, and workbook names that lie on the sheet get twins that
 * belong to the copy.
 */
export function keepCopiesOwn(context: UniverContext, store: TableStore): { dispose(): void } {
  // Univer copies large sheets piece by piece, later than what follows here.
  context.injector
    .get(IConfigService)
    .setConfig(
      SHEETS_PLUGIN_CONFIG_KEY,
      { largeSheetOperation: { largeSheetCellCountThreshold: Number.MAX_SAFE_INTEGER } },
      { merge: true },
    );
  const copies = context.injector.get(SheetInterceptorService).interceptCommand({
    getMutations: (command) =>
      command.id === CopySheetCommand.id
        ? afterCopy(context, store, command.params as Copying)
        : { redos: [], undos: [] },
  });
  const tables = context.commands.beforeCommandExecuted((command) => {
    if (command.id !== AddSheetTableMutation.id) return;
    const params = command.params as { name: string };
    params.name = freeTableName(store, params.name);
  });
  return {
    dispose: () => {
      copies.dispose();
      tables.dispose();
    },
  };
}

function afterCopy(
  context: UniverContext,
  store: TableStore,
  { subUnitId, targetSubUnitId }: Copying,
): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
  const { unitId } = context;
  const source = context.worksheet(subUnitId);
  const copy = { unitId, subUnitId: targetSubUnitId };
  const before = source.getName();
  const name = nameOfCopy(
    before,
    context.workbook.getSheets().map((sheet) => sheet.getName()),
  );
  const tables = store
    .list()
    .filter(({ area }) => area.sheet === subUnitId)
    .map((table) => ({ from: table.name, to: freeTableName(store, table.name) }));
  const own = (formula: string): string =>
    tables.reduce((text, { from, to }) => renameTable(text, from, to), withSheet(formula, before, name));

  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  source.getCellMatrix().forValue((row, column, cell) => {
    if (!cell?.f) return;
    const formula = own(cell.f);
    if (formula !== cell.f) (cellValue[row] ??= {})[column] = { f: formula };
  });
  const twins = Object.values(
    context.injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {},
  ).flatMap((param) => {
    const formula = withSheet(param.formulaOrRefString, before, name);
    return param.localSheetId === subUnitId || formula !== param.formulaOrRefString
      ? [
          {
            ...param,
            unitId,
            id: generateRandomId(10),
            formulaOrRefString: formula,
            localSheetId: targetSubUnitId,
          },
        ]
      : [];
  });
  return {
    redos: [
      { id: SetWorksheetNameMutation.id, params: { ...copy, name } },
      ...(Object.keys(cellValue).length
        ? [{ id: SetRangeValuesMutation.id, params: { ...copy, cellValue } }]
        : []),
      ...twins.map((params) => ({ id: SetDefinedNameMutation.id, params })),
    ],
    undos: twins.map((params) => ({ id: RemoveDefinedNameMutation.id, params })),
  };
}

function nameOfCopy(name: string, taken: readonly string[]): string {
  const base = name.replace(/ \(\d+\)$/, "");
  for (let number = 2; ; number++) {
    const tail = ` (${number})`;
    const found = base.slice(0, 31 - tail.length) + tail;
    if (!taken.some((other) => other.toLowerCase() === found.toLowerCase())) return found;
  }
}

function freeTableName(store: TableStore, name: string): string {
  let free = name;
  for (let number = 2; store.byName(free); number++) free = `${name}_${number}`;
  return free;
}

/** A formula in which one sheet is called otherwise; what stands between quotation marks is text. */
function withSheet(formula: string, before: string, after: string): string {
  const escaped = [`'${before.replaceAll("'", "''")}'`, before].map((text) =>
    text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  const named = new RegExp(`(^|[^\\p{L}\\p{N}_.'\\]])(?:${escaped.join("|")})!`, "giu");
  return formula
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) =>
      index % 2 ? part : part.replace(named, (_, mark: string) => `${mark}${quotedSheet(after)}!`),
    )
    .join("");
}
