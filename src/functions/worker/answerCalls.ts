import type { WorksheetFunction } from "../catalogue";
import { pack, READY, unpack, type Answer, type Call } from "./callMessage";

/** The worker's side of a message channel. */
export interface Listener {
  onmessage: ((event: MessageEvent<readonly Call[]>) => void) | null;
  postMessage(message: unknown): void;
}

/** How long answers may be gathered before they are sent: thousands of single messages would hold the page. */
const GATHER_MS = 30;

class ExcelError {
  constructor(
    readonly code: string,
    readonly message?: string,
  ) {}
}

/** Answers calls as the page would. In a worker nobody provides Excel's errors, so a class of that form stands in. */
export function answerCalls(
  realm: typeof globalThis,
  catalogue: readonly (readonly [id: string, compute: WorksheetFunction])[],
): void {
  const ErrorCode = {
    invalidValue: "#VALUE!",
    notAvailable: "#N/A",
    divisionByZero: "#DIV/0!",
    invalidNumber: "#NUM!",
    nullReference: "#NULL!",
    invalidName: "#NAME?",
    invalidReference: "#REF!",
  };
  Object.assign(realm, { CustomFunctions: { Error: ExcelError, ErrorCode } });
  listen(realm, new Map(catalogue));
}

/** Answers every call of every message, many at a time. */
export function listen(to: Listener, functions: ReadonlyMap<string, WorksheetFunction>): void {
  to.onmessage = ({ data }) => {
    let answers: Answer[] = [];
    let since = performance.now();
    for (const call of data) {
      answers.push(answered(call, functions.get(call.id) as WorksheetFunction));
      if (performance.now() - since < GATHER_MS) continue;
      to.postMessage(answers);
      answers = [];
      since = performance.now();
    }
    if (answers.length > 0) to.postMessage(answers);
  };
  to.postMessage(READY);
}

function answered({ number, args }: Call, compute: WorksheetFunction): Answer {
  try {
    return { number, cells: pack(compute(...args.map(unpack))) as unknown[][] };
  } catch (thrown) {
    if (thrown instanceof CustomFunctions.Error) return { number, error: pack(thrown) };
    return { number, failure: String(thrown) };
  }
}
