import { readNumber } from "../ui/NumberInput";
import { colourDraft, sizeNames, type ColourDraft, type OrderDraft } from "./orderDraft";

/** A block of cells copied from a sheet: colours down, sizes across. */
export interface SizeGrid {
  /** From its heading row; undefined where it was copied without one. */
  readonly sizes: readonly string[] | undefined;
  readonly rows: readonly SizeGridRow[];
}

interface SizeGridRow {
  /** Undefined where only quantities were copied. */
  readonly colour: string | undefined;
  readonly counts: readonly (number | undefined)[];
  readonly total: number | undefined;
}

/** Why a block cannot be taken. Codes here, sentences in the catalogues. */
export type SizeGridProblem =
  | { readonly code: "notANumber"; readonly text: string }
  | { readonly code: "moreThanSizes"; readonly columns: number; readonly sizes: number }
  | { readonly code: "sizeTwice"; readonly text: string }
  | { readonly code: "severalColours" };

const colourWord = /^(颜色|顏色|色号|色|colou?rs?|colou?r name|sizes?|尺码|尺碼|码数)$/i;
const totalWord =
  /^((合|总|總|小)[计計数數]|数量|數量|total|totals|sum|sub-?total|grand total|q(uanti)?ty)$/i;

const isBlank = (cell: string) => /^[-–—/]?$/.test(cell);
const isCount = (cell: string) => isBlank(cell) || readNumber(cell) !== undefined;

/** Whether this is several cells, as a sheet hands them over: anything else is pasted as text. */
export const isBlock = (text: string): boolean => /\t|\S\s*\n\s*\S/.test(text);

function isHeading(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const [corner = "", ...names] = first;
  if (rest.length === 0 || names.every((name) => name === "")) return false;
  if (colourWord.test(corner) || names.some((name) => !isCount(name))) return true;
  // Sizes may be numbers (110, 120, 130) over colours.
  return corner === "" && rest.some(([cell = ""]) => !isCount(cell));
}

/** Sizes stand in one field, so that none may hold what parts them there. */
const sizeName = (heading: string) => heading.replace(/[,;、/\s]+/g, "-");

/** Reads cells copied from a sheet. Totals are taken as the colours' quantities, so that the form checks them. */
export function readSizeGrid(text: string): SizeGrid | SizeGridProblem {
  const lines = text
    .normalize("NFKC")
    .split(/\r?\n/)
    .map((line) => line.split("\t").map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ""));
  const [first = [], ...rest] = lines;
  const heading = isHeading(first, rest) ? first : undefined;
  const body = (heading ? rest : lines).filter(([cell = ""]) => !totalWord.test(cell));
  const named =
    body.some(([cell = ""]) => !isCount(cell)) || (heading !== undefined && colourWord.test(first[0] ?? ""));
  const from = named ? 1 : 0;
  const width = Math.max(0, ...body.map(({ length }) => length), heading?.length ?? 0);
  const headed = heading?.findIndex((name, index) => index >= from && totalWord.test(name)) ?? -1;
  const wrong = body.flatMap((cells) => cells.slice(from)).find((cell) => !isCount(cell));
  if (wrong !== undefined) return { code: "notANumber", text: wrong };
  const numbers = (cells: readonly string[]) =>
    cells.slice(from).map((cell) => (isBlank(cell) ? undefined : readNumber(cell)));
  const totalAt = headed - from;
  const kept = <T>(cells: readonly T[]) => cells.filter((_, index) => headed < 0 || index !== totalAt);
  const columns = kept(Array.from({ length: width - from }, (_, index) => heading?.[index + from] ?? ""));
  // Columns without a name and without numbers are the rest of the sheet.
  const used = columns.map(
    (name, index) => name !== "" || body.some((cells) => kept(numbers(cells))[index] !== undefined),
  );
  const sizes = heading && columns.filter((name, index) => used[index] && name !== "").map(sizeName);
  const twice = sizes?.find((name, index) => sizes.indexOf(name) !== index);
  if (twice !== undefined) return { code: "sizeTwice", text: twice };
  return {
    sizes,
    rows: body.map((cells) => ({
      colour: named ? (cells[0] ?? "") : undefined,
      counts: kept(numbers(cells)).filter((_, index) => used[index] && (!heading || columns[index] !== "")),
      total: headed < 0 ? undefined : numbers(cells)[totalAt],
    })),
  };
}

/** Without headings, one column more than there are sizes is the total, where it adds up in every row. */
function withoutTotal(grid: SizeGrid, sizes: number): SizeGrid {
  const sums = grid.rows.map(({ counts }) =>
    counts.slice(0, -1).reduce<number>((sum, count) => sum + (count ?? 0), 0),
  );
  const isTotal = grid.rows.every(
    ({ counts }, row) => counts.length === sizes + 1 && counts[sizes] === sums[row],
  );
  if (grid.sizes || !isTotal) return grid;
  return {
    sizes: undefined,
    rows: grid.rows.map(({ colour, counts }) => ({
      colour,
      counts: counts.slice(0, -1),
      total: counts[sizes],
    })),
  };
}

const isEmpty = ({ colour, qty, bySize }: ColourDraft) =>
  colour.trim() === "" && qty === undefined && Object.values(bySize).every((count) => count === undefined);

/**
 * Puts a block into the form. With headings each number goes to its size; without, it goes to the sizes of the form in their
 * order, from the field that it was pasted into. Colours are found by name; new ones fill empty cards first. `single`: the
 * form edits one row, which cannot become several.
 */
export function withSizeGrid(
  draft: OrderDraft,
  block: SizeGrid,
  at: { readonly colour: number; readonly size: string | undefined },
  single: boolean,
): OrderDraft | SizeGridProblem {
  if (single && block.rows.length > 1) return { code: "severalColours" };
  const own = sizeNames(draft.sizes);
  const begin = at.size === undefined ? 0 : Math.max(0, own.indexOf(at.size));
  const grid = withoutTotal(block, own.length - begin);
  const columns = Math.max(0, ...grid.rows.map(({ counts }) => counts.length));
  if (!grid.sizes && begin + columns > own.length) {
    return { code: "moreThanSizes", columns, sizes: own.length - begin };
  }
  const names = grid.sizes ?? own.slice(begin);
  const filled = own.filter((size) => draft.colours.some(({ bySize }) => bySize[size] !== undefined));
  const sizes = grid.sizes ? [...new Set([...grid.sizes, ...filled])] : own;
  const colours = [...draft.colours];
  let next = Math.max(
    0,
    colours.findIndex(({ number }) => number === at.colour),
  );
  for (const { colour, counts, total } of grid.rows) {
    const name = colour?.toLowerCase();
    const same = single
      ? 0
      : name
        ? colours.findIndex((each) => each.colour.trim().toLowerCase() === name)
        : -1;
    const free = colours.findIndex((each, index) => index >= next && (colour === undefined || isEmpty(each)));
    const place = same >= 0 ? same : free >= 0 ? free : colours.length;
    const before = colours[place] ?? colourDraft(Math.max(...colours.map(({ number }) => number)) + 1);
    const given = counts.map((count, index) => [names[index] ?? "", count] as const);
    colours[place] = {
      ...before,
      colour: colour ?? before.colour,
      qty: total ?? (colour === undefined ? before.qty : undefined),
      bySize: { ...before.bySize, ...Object.fromEntries(given) },
    };
    next = place + 1;
  }
  return { ...draft, sizes: sizes.join(", "), colours };
}
