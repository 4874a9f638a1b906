import { FunctionFailure } from "../sheet/book";
import type { CallPlace } from "../sheet/book";
import type { ClientConnection } from "./connection";

interface Pending {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
}

/** Error codes that the client's custom function runtime sends. */
const CELL_ERRORS: Readonly<Record<number, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  8: "#NULL!",
  9: "#NAME?",
};

/** Errors among the arguments reach the function as `CustomFunctions.Error`. */
const FLAGS = { cancelable: 1, takesErrors: 4 };

const MESSAGE = { functions: 1, invoke: 1000, cancel: 1001 };

/** Calls of the add-in's functions that have not been answered. */
export class FunctionCalls {
  private readonly pending = new Map<number, Pending>();
  private last = 0;

  invoke(
    client: ClientConnection,
    id: string,
    args: readonly unknown[],
    place: Partial<CallPlace>,
  ): Promise<unknown> {
    const invocation = ++this.last;
    const flags = FLAGS.takesErrors | (place.signal ? FLAGS.cancelable : 0);
    const message = [invocation, id.toUpperCase(), args, place.address ?? null, flags];
    return new Promise((resolve, reject) => {
      this.pending.set(invocation, { resolve, reject });
      place.signal?.addEventListener("abort", () => this.cancel(client, invocation));
      client.rich([MESSAGE.functions, MESSAGE.invoke, "", JSON.stringify(message), 0, false]);
    });
  }

  private cancel(client: ClientConnection, invocation: number): void {
    const call = this.pending.get(invocation);
    if (!call) return;
    this.pending.delete(invocation);
    client.rich([
      MESSAGE.functions,
      MESSAGE.cancel,
      "",
      JSON.stringify({ invocationId: invocation }),
      0,
      false,
    ]);
    call.reject(new FunctionFailure("#VALUE!", "The call was cancelled."));
  }

  /** `[[id, ok, value, errorCode], ...]`; the text of an error comes in place of the value. */
  answered(results: readonly unknown[][]): void {
    for (const [id, ok, value, code] of results) {
      const call = this.pending.get(id as number);
      if (!call) continue;
      this.pending.delete(id as number);
      if (ok) call.resolve(value);
      else
        call.reject(
          new FunctionFailure(
            CELL_ERRORS[code as number] ?? "#VALUE!",
            typeof value === "string" ? value : "",
          ),
        );
    }
  }

  /** A client went away: nobody will answer. */
  abandon(): void {
    for (const call of this.pending.values())
      call.reject(new FunctionFailure("#VALUE!", "The add-in is gone."));
    this.pending.clear();
  }
}
