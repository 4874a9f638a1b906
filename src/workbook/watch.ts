import { problemOf } from "./runExcel";
import { session } from "./session";

/** One's own typing is shown soon; a co-author's comes in bursts. */
const LOCAL_MS = 250;
const REMOTE_MS = 1000;

interface Handlers {
  readonly context: Excel.RequestContext;
  readonly results: readonly OfficeExtension.EventHandlerResult<unknown>[];
}

let handlers: Promise<Handlers> | undefined;

/** After the last of a burst, but for the sake of steady typing never later than after four times as long. */
function debounced(action: () => void): { soon(milliseconds: number): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Infinity;
  return {
    soon(milliseconds) {
      const now = Date.now();
      due = Math.min(due, now + 4 * milliseconds);
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          due = Infinity;
          action();
        },
        Math.min(milliseconds, Math.max(0, due - now)),
      );
    },
    cancel() {
      clearTimeout(timer);
      due = Infinity;
    },
  };
}

async function stopWatching(): Promise<void> {
  const running = handlers;
  handlers = undefined;
  if (!running) return;
  const { context, results } = await running;
  await Excel.run(context, async (same) => {
    for (const result of results) result.remove();
    await same.sync();
  });
}

/**
 * Tell of changes to the registers' sheets, one's own and co-authors', and of the selected cell. Events only say that
 * something happened: what stands in the workbook is then read again. There is one set of handlers; watching again replaces
 * it. Resolves to a function that stops it.
 */
export async function watch(onChange: () => void, onSelection?: () => void): Promise<() => Promise<void>> {
  await stopWatching();
  const change = debounced(onChange);
  const select = debounced(() => onSelection?.());
  const concerns = (sheetId: string): boolean => session()?.sheets.has(sheetId) ?? true;
  const keepsSheets = (): boolean => (session()?.mapping?.sheets ?? []).length > 0;
  const started = Excel.run(async (context): Promise<Handlers> => {
    const { workbook } = context;
    const { worksheets, tables } = workbook;
    const results: OfficeExtension.EventHandlerResult<unknown>[] = [
      worksheets.onChanged.add((event) => {
        if (concerns(event.worksheetId)) change.soon(event.source === "Remote" ? REMOTE_MS : LOCAL_MS);
        return Promise.resolve();
      }),
      worksheets.onCalculated.add((event) => {
        if (concerns(event.worksheetId)) change.soon(LOCAL_MS);
        return Promise.resolve();
      }),
      tables.onAdded.add((event) => {
        change.soon(event.source === "Remote" ? REMOTE_MS : LOCAL_MS);
        return Promise.resolve();
      }),
      tables.onDeleted.add((event) => {
        change.soon(event.source === "Remote" ? REMOTE_MS : LOCAL_MS);
        return Promise.resolve();
      }),
      // A month copied from the last; and a month that is thrown away.
      worksheets.onAdded.add((event) => {
        if (keepsSheets()) change.soon(event.source === "Remote" ? REMOTE_MS : LOCAL_MS);
        return Promise.resolve();
      }),
      worksheets.onDeleted.add((event) => {
        if (concerns(event.worksheetId)) change.soon(event.source === "Remote" ? REMOTE_MS : LOCAL_MS);
        return Promise.resolve();
      }),
      workbook.onSelectionChanged.add(() => {
        select.soon(LOCAL_MS / 2);
        return Promise.resolve();
      }),
    ];
    await context.sync();
    return { context, results };
  });
  handlers = started;
  try {
    await started;
  } catch (error) {
    if (handlers === started) handlers = undefined;
    throw problemOf(error);
  }
  return async () => {
    change.cancel();
    select.cancel();
    if (handlers === started) await stopWatching();
  };
}
