import fc from "fast-check";
import { balanceSign, materialLines } from "../../src/registers/materialLines";
import { materials } from "../../src/registers/materials";
import type { Fields } from "../../src/registers/register";
import { formulaOf } from "../../src/registers/formulaOf";
import { materialMeanings } from "../../src/registers/sheet/meaningsOther";

const line = (fields: Fields) =>
  materialLines([{ key: "k", fields: { item: "Jersey 180 g", ...fields } }])[0];

describe("whether a material is still to come", () => {
  test.each<[string, Fields, boolean, number | undefined]>([
    ["nothing has come", { ordered: 5000 }, true, 5000],
    ["a part has come", { ordered: 5000, received: 2000, receivedDate: 46000 }, true, 3000],
    ["all has come", { ordered: 5000, received: 5000, receivedDate: 46000 }, false, 0],
    ["more has come than was ordered", { ordered: 5000, received: 5100 }, false, 0],
    ["2 % less is what mills deliver", { ordered: 5000, received: 4900, receivedDate: 46000 }, false, 100],
    ["4 % less is a shortage", { ordered: 5000, received: 4800, receivedDate: 46000 }, true, 200],
    ["it has come, nobody has counted", { ordered: 5000, receivedDate: 46000 }, false, undefined],
    ["no quantity at all, no day of arrival", {}, true, undefined],
    ["no quantity at all, but it is here", { receivedDate: 46000 }, false, undefined],
  ])("%s", (_, fields, open, short) => {
    expect(line(fields)).toMatchObject({ open, short });
  });

  test("a row without an item is none", () => {
    expect(materialLines([{ key: "k", fields: { po: "1", item: " " } }])).toEqual([]);
  });
});

describe("the sign of a column of balances", () => {
  const quantities = fc.array(
    fc
      .record({ ordered: fc.integer({ min: 1, max: 9000 }), received: fc.integer({ min: 0, max: 9000 }) })
      .filter(({ ordered, received }) => Math.abs(ordered - received) > 1),
    { minLength: 1, maxLength: 20 },
  );

  test("is what the rows say that tell ordered and received, in either book", () => {
    fc.assert(
      fc.property(quantities, fc.constantFrom(1, -1), (rows, sign) => {
        expect(
          balanceSign(rows.map((row) => ({ ...row, balance: sign * (row.ordered - row.received) }))),
        ).toBe(sign);
      }),
    );
  });

  test("is not known where rows contradict each other or tell nothing: then nothing is read from it", () => {
    const both = [
      { ordered: 100, received: 40, balance: 60 },
      { ordered: 100, received: 40, balance: -60 },
    ];
    expect(balanceSign(both)).toBeUndefined();
    expect(balanceSign([{ balance: -60 }, { balance: 30 }])).toBeUndefined();
    const lines = materialLines([{ key: "k", fields: { item: "Zip", balance: -60, receivedDate: 46000 } }]);
    expect(lines[0]).toMatchObject({ short: undefined, open: false });
  });

  test("a book that writes shortages below zero is read like one that writes them above", () => {
    const rows = (sign: number) =>
      materialLines([
        { key: "a", fields: { item: "Zip", ordered: 1000, received: 400, balance: sign * 600 } },
        { key: "b", fields: { item: "Label", balance: sign * 250, receivedDate: 46000 } },
        { key: "c", fields: { item: "Button", balance: sign * -250, receivedDate: 46000 } },
      ]).map(({ short, open }) => [short, open]);
    expect(rows(1)).toEqual([
      [600, true],
      [250, true],
      [0, false],
    ]);
    expect(rows(-1)).toEqual(rows(1));
  });
});

test.each([
  [{ kind: "面料" }, "fabric"],
  [{ kind: "Trims" }, "trim"],
  [{ kind: "包装辅料" }, "packing"],
  [{ item: "32s 单面汗布 面料" }, "fabric"],
  [{ item: "Main label" }, "trim"],
  [{ item: "Poly bag 30x40" }, "packing"],
])("%p is %s", (fields, kind) => {
  expect(line(fields)?.kind).toBe(kind);
});

test("every meaning that the reader gives a column of materials is a field, but for money and use per piece", () => {
  const ids = new Set(materials.fields.map(({ id }) => id));
  expect(materialMeanings.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([
    "perPiece",
    "price",
    "amount",
  ]);
});

test("formula columns ask the functions for days and status, and leave out what the sheet lacks", () => {
  const headings = Object.fromEntries(materials.fields.map(({ id, heading }) => [id, heading.en]));
  const formulas = (own: Record<string, string>) =>
    materials.fields.flatMap((field) => {
      const formula = formulaOf(field, { table: "Materials", headings: own }, {}, "en");
      return formula === undefined ? [] : [formula];
    });
  expect(formulas(headings)).toEqual([
    '=IF([@Ordered]="","",MAX(0,[@Ordered]-N([@Received])))',
    "=MERCH.DAYSLATE([@ETA],[@[Received date]],AsOf)",
    '=MERCH.TASTATUS([@ETA],[@[Received date]],AsOf,7,,"en")',
  ]);
  expect(formulas({ item: "Item", eta: "ETA" })).toEqual([]);
});
