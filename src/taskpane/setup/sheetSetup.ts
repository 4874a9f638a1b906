import type { ReadingAnswers } from "../../registers/sheet/sheetReading";
import type { SheetLook } from "../../workbook/book";
import type { PaneWorkbook } from "../paneWorkbook";
import { createStore, type Store } from "../store";
import type { KeptLayout } from "./keptLayouts";
import type { ReadResult, SheetReader } from "./sheetReader";

/** A sheet as it was looked at and understood. */
export interface ReadSheet extends ReadResult {
  readonly look: SheetLook;
  /** What the user has said of it. */
  readonly said: ReadingAnswers;
  /** Layouts that it may have. */
  readonly layouts: readonly KeptLayout[];
}

/** Another sheet of the workbook, of which a few rows were looked at. */
export interface OtherSheet {
  readonly name: string;
  /** It has the layout of the sheet that was asked for. */
  readonly like: boolean;
  readonly hasTable: boolean;
  readonly rows: number;
}

type Sheets = readonly [ReadSheet, ...ReadSheet[]];

export const nameOf = ({ look }: ReadSheet): string => look.grid.name;

export type SheetSetupState =
  | { readonly status: "looking"; readonly step: "reading" | "understanding" }
  | { readonly status: "failed"; readonly problem: unknown }
  | {
      readonly status: "ready";
      /** The sheet that was asked for, then those that become one list with it. */
      readonly sheets: Sheets;
      /** Undefined while the other sheets are being looked at. */
      readonly others?: readonly OtherSheet[];
      /** An answer is being taken in. */
      readonly busy: boolean;
      /** Why a sheet could not be taken in, or read again. */
      readonly problem?: unknown;
    };

/** The way from somebody's own sheet to what is agreed of it. Nothing here writes to the workbook. */
export interface SheetSetup extends Pick<Store<SheetSetupState>, "get" | "subscribe"> {
  /** The first look, unless there was one. */
  readonly start: (which?: string) => Promise<void>;
  /** Looks at the active sheet, or at the one of that name, and forgets what was said of another. */
  readonly look: (which?: string) => Promise<void>;
  /** Looks at the same sheets again, as they are now; what was said stays. */
  readonly lookAgain: () => Promise<void>;
  readonly say: (sheet: string, said: ReadingAnswers) => Promise<void>;
  /** Takes another sheet into the list, or leaves it out again. */
  readonly take: (sheet: string, taken: boolean) => Promise<void>;
  /** Reads without what was said in another workbook. */
  readonly readAfresh: () => Promise<void>;
  /** The rows of the sheet that are selected now, from 0; undefined where another sheet is. */
  readonly selectedRows: (sheet: string) => Promise<readonly number[] | undefined>;
  readonly stop: () => void;
}

/** More rows than this are no headings. */
const mostHeadingRows = 6;

export function createSheetSetup(
  workbook: PaneWorkbook,
  layouts: () => readonly KeptLayout[],
  reader: SheetReader,
): SheetSetup {
  const store = createStore<SheetSetupState>({ status: "looking", step: "reading" });
  /** Counts up with everything that makes an answer under way worthless. */
  let latest = 0;
  let searched = 0;

  const read = async (
    look: SheetLook,
    said: ReadingAnswers,
    known: readonly KeptLayout[],
  ): Promise<ReadSheet> => {
    const result = await reader.read({ grid: look.grid, said, layouts: known });
    const layout = result.like === undefined ? undefined : known[result.like];
    return { ...result, look, said, layouts: layout ? [layout] : [] };
  };
  const layoutOf = ({ reading, answers, profile }: ReadSheet): KeptLayout => ({
    name: reading.sheet,
    profile,
    ...(answers.subject && { subject: answers.subject }),
  });

  /** Which of the other sheets have the same layout. */
  const search = async (main: ReadSheet) => {
    const mine = ++searched;
    const found: OtherSheet[] = [];
    try {
      for (const look of await workbook.lookAtSheets("all")) {
        if (look.grid.name === main.look.grid.name) continue;
        const result = await reader.read({ grid: look.grid, said: {}, layouts: [layoutOf(main)] });
        if (mine !== searched) return;
        const hasTable = result.reading.table !== undefined && result.reading.layout !== "none";
        found.push({
          name: look.grid.name,
          like: result.like !== undefined && hasTable && result.reading.layout === main.reading.layout,
          hasTable,
          rows: look.usedRows,
        });
      }
    } catch {
      // Without the others the one sheet serves as well.
    }
    if (mine !== searched) return;
    store.set((now) => (now.status === "ready" ? { ...now, others: found } : now));
  };

  const look = async (which?: string) => {
    const mine = ++latest;
    searched++;
    store.set({ status: "looking", step: "reading" });
    try {
      const [seen] = await workbook.lookAtSheets(which === undefined ? "active" : [which]);
      if (mine !== latest || !seen) return;
      store.set({ status: "looking", step: "understanding" });
      const main = await read(seen, {}, layouts());
      if (mine !== latest) return;
      store.set({ status: "ready", sheets: [main], busy: false });
      void search(main);
    } catch (problem) {
      if (mine === latest) store.set({ status: "failed", problem });
    }
  };

  let queue: Promise<void> = Promise.resolve();
  let pending = 0;
  /** Does something to what is agreed, one after the other; where it fails everything stays as it was, with the reason. */
  const change = (action: (sheets: Sheets) => Promise<Sheets>): Promise<void> => {
    const mine = latest;
    const update = (part: { sheets?: Sheets; busy?: boolean; problem?: unknown }) =>
      store.set((now) => {
        if (mine !== latest || now.status !== "ready") return now;
        const { problem: _, ...rest } = now;
        return { ...rest, ...part };
      });
    pending++;
    update({ busy: true });
    queue = queue.then(async () => {
      const now = store.get();
      pending--;
      if (mine !== latest || now.status !== "ready") return;
      try {
        const sheets = await action(now.sheets);
        update({ sheets, busy: pending > 0 });
      } catch (problem) {
        update({ problem, busy: pending > 0 });
      }
    });
    return queue;
  };

  /** What is said of the first sheet holds for those that are like it. */
  const follow = async (main: ReadSheet, others: readonly ReadSheet[]): Promise<Sheets> => {
    const layout = layoutOf(main);
    const again: ReadSheet[] = [];
    for (const other of others) again.push(await read(other.look, other.said, [layout]));
    return [main, ...again];
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    start: (which) => (latest === 0 ? look(which) : Promise.resolve()),
    look,
    say: (sheet, said) => {
      // Shown at once: another answer, given before this one is taken in, must not forget it.
      store.set((now) => {
        if (now.status !== "ready") return now;
        const [main, ...others] = now.sheets;
        const told = (each: ReadSheet) => (nameOf(each) === sheet ? { ...each, said } : each);
        return { ...now, sheets: [told(main), ...others.map(told)] };
      });
      return change(async ([main, ...others]) => {
        if (nameOf(main) === sheet) return follow(await read(main.look, main.said, main.layouts), others);
        const next: ReadSheet[] = [];
        for (const other of others) {
          next.push(nameOf(other) === sheet ? await read(other.look, other.said, [layoutOf(main)]) : other);
        }
        return [main, ...next];
      });
    },
    take: (sheet, taken) =>
      change(async ([main, ...others]) => {
        const rest = others.filter((other) => nameOf(other) !== sheet);
        if (!taken) return [main, ...rest];
        const [seen] = await workbook.lookAtSheets([sheet]);
        return seen ? [main, ...rest, await read(seen, {}, [layoutOf(main)])] : [main, ...rest];
      }),
    readAfresh: () => change(async ([main, ...others]) => follow(await read(main.look, {}, []), others)),
    lookAgain: () =>
      change(async ([main, ...others]) => {
        const looks = await workbook.lookAtSheets([main, ...others].map(nameOf));
        const seen = (sheet: ReadSheet) => looks.find(({ grid }) => grid.name === nameOf(sheet));
        const again = async (sheet: ReadSheet, known: readonly KeptLayout[]) => {
          const now = seen(sheet);
          if (!now) return sheet;
          // Columns may stand elsewhere now: then what was said of them is found again by their headings.
          const next = await read(now, sheet.said, known);
          const same = sheet.reading.columns.every(
            ({ column, heading }) =>
              next.reading.columns.find((each) => each.column === column)?.heading === heading,
          );
          return same ? next : read(now, {}, [layoutOf(sheet)]);
        };
        const first = await again(main, main.layouts);
        const rest: ReadSheet[] = [];
        for (const other of others) rest.push(await again(other, [layoutOf(first)]));
        return [first, ...rest];
      }),
    selectedRows: async (sheet) => {
      const [seen] = await workbook.lookAtSheets("active");
      if (!seen?.selected || seen.grid.name !== sheet) return undefined;
      const { row, rows } = seen.selected;
      return Array.from({ length: Math.min(rows, mostHeadingRows) }, (_, index) => row + index);
    },
    stop: () => {
      latest++;
      searched++;
      reader.stop();
    },
  };
}
