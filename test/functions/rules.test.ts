import { associatedIds, callCells, CellError, date } from "./excelRealm";
import { callOf } from "./formula";
import { functionSources } from "./functionSources";
import "../../src/functions/index";

// The rules that hold for all functions: shapes, blanks, errors in cells, sentences, values as people type them. What else may stand in cells: hostile.test.ts.
const sources = functionSources().filter(({ id }) => associatedIds().includes(id));

/** Functions that work cell by cell: so marked in the contract. */
const CELL_BY_CELL = [
  ...[
    "WORKDAY",
    "WORKDAYS",
    "ISWORKDAY",
    "NEXTWORKDAY",
    "STARTBY",
    "DAYSLEFT",
    "DAYSLATE",
    "SLIP",
    "CALCHECK",
  ],
  ...[
    "READDATE",
    "TASTATUS",
    "RISKLEVEL",
    "PERT",
    "AQLSIZE",
    "AQLAC",
    "AQLRE",
    "AQLCODE",
    "QCSTATUS",
    "QCREASON",
  ],
  ...[
    "AQLPA",
    "DEFECT",
    "DHU",
    "RFT",
    "CARTONSAMPLE",
    "INCH",
    "INCHTEXT",
    "SHRINK",
    "SHRINKALLOW",
    "DELTAE",
    "GREYSCALE",
  ],
  ...[
    "FOURPOINT",
    "ROLLLENGTH",
    "FABRICKG",
    "GSM",
    "KNITCONS",
    "WOVENCONS",
    "MARKERCONS",
    "BUYQTY",
    "CUTQTY",
    "SHIPTOL",
  ],
  ...[
    "CBM",
    "CHARGEWT",
    "CONTAINER",
    "FOBPRICE",
    "CIF",
    "FXCOST",
    "TAXREFUND",
    "PAYDUE",
    "LCLATEST",
    "AGING",
  ],
  ...["LATEPENALTY", "LINEOUTPUT", "EFFICIENCY", "CAPACITY"],
].filter((id) => associatedIds().includes(id));

/** Lists belong to all rows alike and have no part in the shape. */
const LISTS = ["closures", "bankHolidays", "steps"];

/** A count that is blank was not taken: the verdict is pending, not an error. */
const COUNTS = ["critical", "major", "minor"];

const exampleOf = (id: string) => {
  const { examples = [], parameters = [] } = sources.find((source) => source.id === id) ?? {};
  const args = callOf((examples[0] as string).split(" → ")[0] as string)?.args ?? [];
  return parameters.map((parameter, i) => {
    const value = args[i];
    const oneCell = value && !LISTS.includes(parameter.name) ? [[value[0]?.[0]]] : value;
    return { ...parameter, value: CELL_BY_CELL.includes(id) ? oneCell : value };
  });
};

const outcome = (id: string, args: unknown[]): unknown[][] | CellError => {
  try {
    return callCells(id, ...args);
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
};

const NO_ERROR_LEFT = [
  "#N/A",
  new CellError("#DIV/0!"),
  { type: "Error", basicType: "Error", basicValue: "#REF!", errorType: "Ref" },
];

describe.each(CELL_BY_CELL)("%s", (id) => {
  const parameters = exampleOf(id);
  const values = parameters.map(({ value }) => value);
  const withValue = (at: number, value: unknown) => values.map((given, i) => (i === at ? value : given));

  it("gives the same in a range as cell by cell", () => {
    const once = callCells(id, ...values)[0]?.[0];
    const tall = values.map((value, i) => (i === 0 ? [value?.[0], value?.[0], [""]] : value));
    expect(callCells(id, ...tall)).toEqual([[once], [once], [""]]);
    const wide = values.map((value, i) =>
      value === undefined || LISTS.includes(parameters[i]?.name ?? "")
        ? value
        : [[value[0]?.[0], value[0]?.[0]]],
    );
    expect(callCells(id, ...wide)).toEqual([[once, once]]);
  });

  it.each([[null], [""], [undefined], ["  "]])("is blank where its first argument is %p", (blank) => {
    expect(callCells(id, ...withValue(0, blank))).toEqual([[""]]);
    expect(
      callCells(id, ...withValue(0, blank).map((value, i) => (i > 0 && value ? "#N/A" : value))),
    ).toEqual([[""]]);
  });

  it("refuses ranges of different shapes, in a sentence", () => {
    if (parameters.length < 2) return;
    const first = values[0]?.[0]?.[0];
    const second = values[1]?.[0]?.[0] ?? null;
    const result = outcome(id, [[[first], [first]], [[second, second]], ...values.slice(2)]);
    expect(result).toMatchObject({
      code: "#VALUE!",
      message: expect.stringContaining(parameters[1]?.name ?? ""),
    });
  });

  it.each(parameters.map(({ name }, i) => [name, i] as const))(
    "lets an error in %s through as it is",
    (_, at) => {
      for (const error of NO_ERROR_LEFT) {
        const code = typeof error === "string" ? error : "code" in error ? error.code : error.basicValue;
        expect(outcome(id, withValue(at, error))).toMatchObject({ code });
      }
    },
  );

  it("keeps an error to its own cell", () => {
    const result = callCells(id, ...withValue(0, [values[0]?.[0], ["#N/A"]]));
    expect(result[0]).toEqual(callCells(id, ...values)[0]);
    expect(result[1]?.[0]).toMatchObject({ code: "#N/A" });
  });

  it.each(parameters.filter(({ optional }) => !optional).map(({ name }) => [name]))(
    "asks for %s by name",
    (name) => {
      const at = parameters.findIndex((parameter) => parameter.name === name);
      if (at === 0 || COUNTS.includes(name)) return;
      expect(outcome(id, withValue(at, null))).toMatchObject({
        code: "#VALUE!",
        message: expect.stringContaining(name),
      });
    },
  );
});

describe("sentences", () => {
  const messageOf = (id: string, ...args: unknown[]) => {
    const result = outcome(id, args);
    return result instanceof CellError ? result.message : undefined;
  };

  it("are in the language asked for, else in both", () => {
    expect(messageOf("RISKLEVEL", 2, undefined, undefined, "zh")).toBe("chance 至多应为 1，而不是 2");
    expect(messageOf("RISKLEVEL", 2, undefined, undefined, "en")).toBe("chance must be at most 1, not 2");
    expect(messageOf("RISKLEVEL", 2)).toBe("chance must be at most 1, not 2 / chance 至多应为 1，而不是 2");
    expect(messageOf("TAPLAN", "silk", date(2026, 3, 2), undefined, undefined, undefined, "zh")).toMatch(
      /^template 应为其中之一.*“silk”$/,
    );
  });

  it("cut long texts short", () => {
    expect(messageOf("READDATE", "x".repeat(5000))?.length).toBeLessThan(250);
  });
});
