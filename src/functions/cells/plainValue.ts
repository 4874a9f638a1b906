/** A cell's content once blanks are told from values. */
export type Plain = string | number | boolean;

/** An error value that stood in a cell: it comes out of the function as it is. */
export class PassedError extends Error {
  constructor(readonly cell: unknown) {
    super("an error value in a cell");
  }
}

const ERROR_TEXT = /^#(?:N\/A|[A-Z_/0]+[!?]|GETTING_DATA)$/;

/**
 * The only place that decides what is blank: Excel hands over null on the web, "" from a formula, undefined where an optional
 * argument is left out; spaces look blank to whoever typed them. Errors in cells are thrown as PassedError, values of
 * the data-types API ({basicValue}) are taken for what they show. (That a date of 0 is blank, the date reader knows.)
 */
export function plainValue(cell: unknown): Plain | undefined {
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell === "string") {
    if (cell.trim() === "") return undefined;
    if (cell.startsWith("#") && ERROR_TEXT.test(cell)) throw new PassedError(cell);
    return cell;
  }
  if (cell === null || cell === undefined) return undefined;
  if (typeof cell === "object") {
    if (isErrorValue(cell)) throw new PassedError(cell);
    if ("basicValue" in cell) return plainValue(cell.basicValue);
  }
  return Object.prototype.toString.call(cell);
}

function isErrorValue(cell: object): boolean {
  if (cell instanceof CustomFunctions.Error) return true;
  return ("type" in cell && cell.type === "Error") || ("basicType" in cell && cell.basicType === "Error");
}
