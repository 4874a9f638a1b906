/** A call on its way to the worker. */
export interface Call {
  readonly number: number;
  readonly id: string;
  readonly args: readonly unknown[];
}

/** What became of it: cells, an Excel error, or the message of a failure that no function should have. */
export type Answer =
  | { readonly number: number; readonly cells: unknown[][] }
  | { readonly number: number; readonly error: unknown }
  | { readonly number: number; readonly failure: string };

/** The worker's first message: it has read the functions and listens. */
export const READY = "ready";

/** Excel's errors are objects of a class, which messages do not carry: they travel as data. */
interface PackedError {
  readonly excelError: readonly [code: CustomFunctions.ErrorCode, message: string | undefined];
}

export function pack(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(pack);
  if (value instanceof CustomFunctions.Error)
    return { excelError: [value.code, value.message] } satisfies PackedError;
  return value;
}

export function unpack(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(unpack);
  if (!("excelError" in value)) return value;
  const [code, message] = (value as PackedError).excelError;
  return message === undefined ? new CustomFunctions.Error(code) : new CustomFunctions.Error(code, message);
}
