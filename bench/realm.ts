/** A realm like Excel's for the functions: a global CustomFunctions that remembers what is associated. */
type WorksheetFunction = (...args: unknown[]) => unknown[][];

const functions = new Map<string, WorksheetFunction>();

class CellError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

Object.assign(globalThis, {
  CustomFunctions: {
    Error: CellError,
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    associate: (id: string, compute: WorksheetFunction) => functions.set(id, compute),
  },
});

export function associated(id: string): WorksheetFunction {
  const found = functions.get(id);
  if (!found) throw new Error(`${id} is not associated`);
  return found;
}
