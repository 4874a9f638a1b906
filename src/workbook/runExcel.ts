import { WorkbookProblem } from "./book";

/** An answer that takes longer is taken for lost: office.js itself would wait for ever. */
const ANSWER_WITHIN_MS = 60_000;
let answerWithin = ANSWER_WITHIN_MS;

/** For slow links; without an argument the usual time. */
export function waitForAnswers(milliseconds: number = ANSWER_WITHIN_MS): void {
  answerWithin = milliseconds;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What Excel said, as something to tell the user. The only place that knows Excel's error codes. */
export function problemOf(error: unknown): WorkbookProblem {
  if (error instanceof WorkbookProblem) return error;
  const said = error as { code?: unknown; message?: unknown; debugInfo?: { errorLocation?: unknown } };
  const code = text(said.code);
  const message = text(said.message);
  switch (code) {
    case "InvalidOperationInCellEditMode":
      return new WorkbookProblem("cellEditing");
    case "ActivityLimitReached":
    case "ServerBusy":
      return new WorkbookProblem("busy");
    case "AccessDenied":
      return new WorkbookProblem("protectedSheet", { sheet: "" });
    case "ItemNotFound":
      return new WorkbookProblem("changedMeanwhile", { what: message });
    case "RequestPayloadSizeLimitExceeded":
    case "ResponsePayloadSizeLimitExceeded":
    case "PayloadLimitExceeded":
    case "RangeExceedsLimit":
      return new WorkbookProblem("tooLarge");
    case "ConnectionFailure":
    case "HttpRequestError":
    case "NetworkError":
    case "RequestAborted":
    case "Timeout":
      return new WorkbookProblem("offline");
    default:
      return new WorkbookProblem("host", { code: code || "Error", message: message || String(error) });
  }
}

/**
 * The one Excel.run of a user's action. Reads wait until a cell that is being edited is left; writes say so at once, because
 * a write that comes minutes later surprises.
 */
export async function runExcel<T>(
  kind: "read" | "write",
  batch: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new WorkbookProblem("offline"));
    }, answerWithin);
  });
  try {
    return await Promise.race([Excel.run({ delayForCellEdit: kind === "read" }, batch), late]);
  } catch (error) {
    throw problemOf(error);
  } finally {
    clearTimeout(timer);
  }
}
