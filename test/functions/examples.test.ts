import { CellError } from "./excelRealm";
import { evaluate } from "./formula";
import { functionSources } from "./functionSources";
import "../../src/functions/index";

/** What a cell shows, in the words of the examples: dates year first, numbers to as many places as the example gives. */
function shown(value: unknown, expected: string): string {
  if (value instanceof CellError) return value.code;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value !== "number") return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(expected))
    return new Date((value - 25569) * 86_400_000).toISOString().slice(0, 10);
  const places = /\.(\d+)$/.exec(expected)?.[1]?.length;
  return places === undefined ? String(Number(value.toPrecision(12))) : value.toFixed(places);
}

/** An expected result as rows: "16", "{1,2;3,4}". */
function expectedRows(result: string): string[][] {
  const array = /^\{(.*)\}$/.exec(result);
  const rows = array ? (array[1] as string).split(";").map((row) => row.split(",")) : [[result]];
  const tidy = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");
  return rows.map((row) => row.map(tidy));
}

function run(formula: string): unknown[][] {
  try {
    return evaluate(formula);
  } catch (error) {
    if (error instanceof CellError) return [[error]];
    throw error;
  }
}

const examples = functionSources().flatMap(({ id, examples }) =>
  examples.map((example) => [id, example] as const),
);

describe("every example in a function's comment is true", () => {
  it.each(examples)("%s: %s", (_, example) => {
    const [formula, result] = example.split(" → ") as [string, string];
    const expected = expectedRows(result);
    expect(run(formula).map((row, r) => row.map((value, c) => shown(value, expected[r]?.[c] ?? "")))).toEqual(
      expected,
    );
  });
});

it("each function has an example", () => {
  const without = functionSources().filter(({ examples }) => examples.length === 0);
  expect(without).toEqual([]);
});
