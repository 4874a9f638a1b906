import fc from "fast-check";
import { associatedIds, call, callCells, CellError, date } from "./excelRealm";
import { callOf } from "./formula";
import { functionSources } from "./functionSources";
import "../../src/functions/index";

// The rules that hold for all functions: shapes, blanks, errors in cells, no NaN, no Infinity, no hang, a sentence for each error.
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

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    "",
    " ",
    0,
    -0,
    1,
    -1,
    NaN,
    Infinity,
    -Infinity,
    1e308,
    5e-324,
    2 ** 53,
  ),
  fc.constantFrom<unknown>(
    true,
    false,
    "TRUE",
    "#N/A",
    new CellError("#DIV/0!"),
    "=1+1",
    "'",
    "０",
    "1e5",
    "0x1F",
  ),
  fc.constantFrom<unknown>(
    46086,
    46086.5,
    2958465,
    2958466,
    "2026-03-05",
    "03/05/2026",
    "CN5",
    "knit",
    "zh",
    "II",
  ),
  fc.constantFrom<unknown>(
    {},
    { basicValue: 46086 },
    { basicValue: null },
    { type: "Error", basicValue: "#REF!" },
    [],
  ),
  fc.double(),
  fc.integer(),
  fc.string(),
  fc.string({ unit: "binary" }),
);
const hostileArgument = fc.oneof(
  { weight: 4, arbitrary: hostile.map((value) => [[value]]) },
  { weight: 2, arbitrary: hostile },
  fc.array(fc.array(hostile, { maxLength: 9 }), { maxLength: 4 }),
  fc.array(
    hostile.map((value) => [value]),
    { minLength: 2, maxLength: 3 },
  ),
);

describe("whatever stands in the cells", () => {
  const cell = (value: unknown): boolean =>
    typeof value === "string" ||
    typeof value === "boolean" ||
    (typeof value === "number" && Number.isFinite(value) && !Object.is(value, -0)) ||
    (value instanceof CellError && wellMade(value));

  // Passed errors carry no sentence; ours carry one, in Chinese too or in the language asked for, save #NUM!, where Excel shows none.
  const wellMade = ({ code, message }: CellError): boolean =>
    /^#[A-Z/0]+[!?]?$/.test(code) &&
    (message === "" || ["#VALUE!", "#N/A"].includes(code)) &&
    !/\{(?:argument|text|choices|least|limit|most|year|row|column)\}|undefined/.test(message);

  it.each(sources.map(({ id, parameters }) => [id, parameters] as const))(
    "%s answers with cells or an error in a sentence",
    (id, parameters) => {
      const args = fc.tuple(...parameters.map(() => hostileArgument));
      fc.assert(
        fc.property(args, (given) => {
          const result = outcome(id, given);
          if (result instanceof CellError) return wellMade(result);
          const width = result[0]?.length ?? 0;
          return width > 0 && result.every((row) => row.length === width && row.every(cell));
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(sources.map(({ id }) => [id]))("%s understands its example with one argument gone wrong", (id) => {
    const parameters = exampleOf(id);
    fc.assert(
      fc.property(fc.nat({ max: Math.max(0, parameters.length - 1) }), hostileArgument, (at, value) => {
        const result = outcome(
          id,
          parameters.map((parameter, i) => (i === at ? value : parameter.value)),
        );
        return result instanceof CellError ? wellMade(result) : result.every((row) => row.every(cell));
      }),
      { numRuns: 300 },
    );
  });
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

describe("values as people type them", () => {
  it("reads numbers with separators, units, percent signs and full-width digits", () => {
    expect(call("SHIPTOL", "5,000件", "４８２０", "3%", "5%")).toBe("SHORT -3.6%");
    expect(call("SHIPTOL", "5000 pcs", " 4,850 ")).toBe("OK");
    expect(call("SHIPTOL", 5000, "4.85千")).toBe("#VALUE!");
    expect(call("SHIPTOL", "50,00", 4850)).toBe("#VALUE!");
    expect(call("SHIPTOL", "10打", 120)).toBe("#VALUE!");
    expect(call("SHIPTOL", true, 4850)).toBe("#VALUE!");
  });

  it("reads words in either language, any case and width", () => {
    for (const calendar of ["CN5", "cn5", " cn 5 ", "ＣＮ５"]) {
      expect(call("ISWORKDAY", date(2026, 9, 20), calendar)).toBe(true);
    }
    for (const calendar of ["CN", "CN8", "XX", "constructor", "__proto__"]) {
      expect(call("ISWORKDAY", date(2026, 9, 20), calendar)).toBe("#VALUE!");
    }
    for (const lang of ["zh", "ZH-cn", "中文"])
      expect(call("RISKLEVEL", 0.9, undefined, undefined, lang)).toBe("绿");
    expect(call("RISKLEVEL", 0.9, undefined, undefined, "fr")).toBe("#VALUE!");
  });

  it("takes a date of 0 for blank, and cuts the time of day off", () => {
    expect(call("DAYSLATE", 0)).toBe("");
    expect(call("DAYSLATE", date(2026, 10, 1), 0, date(2026, 10, 4))).toBe(3);
    expect(call("DAYSLATE", date(2026, 10, 1) + 0.9, date(2026, 10, 2) + 0.1)).toBe(1);
    expect(call("DAYSLATE", "2026年10月1日", "3-Oct-2026")).toBe(2);
  });
});
