/** The page's side of a worker. */
export interface WorkerLike {
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
}

/**
 * Starts a worker from the very script that is running, so that both sides hold the same functions; absent where there are no
 * workers or the script has no address. Only while the script is read does the page say which one it is.
 */
export function ownWorker(): (() => WorkerLike) | undefined {
  if (typeof Worker === "undefined" || typeof document === "undefined") return undefined;
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement) || script.src === "") return undefined;
  const { src } = script;
  return () => new Worker(src);
}
