/**
 * What a realm must offer before the functions are loaded: a global CustomFunctions. Calls go by id, with the arguments that
 * Excel hands over: rows of cells for every parameter, null where one was left out, and the invocation last.
 */
class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

const associated = new Map<string, (...args: unknown[]) => unknown>();

Object.assign(globalThis, {
  CustomFunctions: {
    Error: CellError,
    ErrorCode: {
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
      nullReference: "#NULL!",
      invalidName: "#NAME?",
      invalidReference: "#REF!",
    },
    associate: (id: string, compute: (...args: unknown[]) => unknown) => {
      if (associated.has(id)) throw new Error(`${id} is associated twice`);
      associated.set(id, compute);
    },
  },
});

export { CellError };

export const associatedIds = (): string[] => [...associated.keys()];

/** Calls a function as Excel does: `undefined` for an argument that was left out, a range as rows, anything else as one cell. */
export function callCells(id: string, ...args: unknown[]): unknown[][] {
  const compute = associated.get(id);
  if (!compute) throw new Error(`${id} is not associated`);
  const handed = Array.from({ length: compute.length }, (_, i) => {
    const arg = args[i];
    return arg === undefined ? null : Array.isArray(arg) ? arg : [[arg]];
  });
  return compute(...handed, { functionName: id }) as unknown[][];
}

/** The same for one cell in, one cell out; an error comes back as its code. */
export function call(id: string, ...args: unknown[]): unknown {
  try {
    return callCells(id, ...args)[0]?.[0];
  } catch (error) {
    if (error instanceof CellError) return error.code;
    throw error;
  }
}

/** The sentence of the error that the call ends with. */
export function sentenceOf(id: string, ...args: unknown[]): string {
  try {
    callCells(id, ...args);
  } catch (error) {
    if (error instanceof CellError) return error.message;
    throw error;
  }
  throw new Error(`${id} gave a result`);
}

/** DATE(y,m,d) without Excel: days since 1899-12-30. */
export const date = (year: number, month: number, day: number): number =>
  Date.UTC(year, month - 1, day) / 86_400_000 + 25569;
