import type { SheetReader } from "./sheetReader";

const inPage: SheetReader = {
  read: async (request) => {
    const { readWithLayouts } = await import(/* webpackChunkName: "sheet-reader" */ "./sheetReader");
    return readWithLayouts(request);
  },
  stop: () => undefined,
};

/** In a worker, so that the pane never waits for a large sheet; in the page where there can be none. */
export function startReader(): SheetReader {
  let broken = typeof Worker !== "function";
  let started: Promise<SheetReader> | undefined;
  const worker = () =>
    (started ??= import(/* webpackChunkName: "reading-thread" */ "./startReadingWorker").then(
      ({ startReadingWorker }) =>
        startReadingWorker(() => {
          broken = true;
        }),
    ));
  return {
    read: async (request) => {
      if (broken) return inPage.read(request);
      try {
        return await (await worker()).read(request);
      } catch (problem) {
        if (started && !broken) throw problem;
        // A web view that knows workers and does not allow them.
        return inPage.read(request);
      }
    },
    stop: () => {
      void started?.then((reader) => reader.stop());
      started = undefined;
    },
  };
}
