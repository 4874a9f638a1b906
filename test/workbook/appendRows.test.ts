/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import type { Fields } from "../../src/registers/register";
import { orders } from "../../src/registers/orders";
import { appendInspection } from "../../src/workbook/appendInspection";
import { appendOrders } from "../../src/workbook/appendOrders";
import { readBook } from "../../src/workbook/readBook";
import { waitForAnswers } from "../../src/workbook/runExcel";
import { knownSession, remember } from "../../src/workbook/session";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import type { TestWorkbook } from "./openWorkbook";
import { beforeSync, close, openWorkbook, problemOf } from "./openWorkbook";

/** 2026-09-15 */
const SEPT_15 = 46280;

const order: Fields = {
  po: "0045",
  style: "3-5",
  description: "=1+1",
  customer: "@SUM(A1)",
  merchandiser: "+86 138 0000",
  colour: "TRUE",
  qty: 1200,
  price: 4.85,
  currency: "USD",
  due: SEPT_15,
  template: "knit",
  "T19S.plan": SEPT_15 - 30,
  remarks: "'quoted",
};

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
  await setUp("en");
});
afterAll(() => {
  close(workbook);
});

const column = (id: string): number => orders.fields.findIndex((field) => field.id === id);
const lastRow = async (): Promise<string> => (await readBook()).tables.orders?.places[0]?.address ?? "";

describe("an order", () => {
  test("is written in two syncs, and every value reads back as what was typed", async () => {
    const { result, syncs } = await workbook.syncsOf(() => appendOrders([order]));
    expect(syncs).toHaveLength(2);
    expect(result).toMatchObject({ code: "ordersAdded", address: "Orders!A2:AS2" });
    const book = await readBook();
    expect(book.tables.orders?.rows).toHaveLength(1);
    expect(book.tables.orders?.rows[0]?.fields).toMatchObject(order);
    // What the cells hold, not only how we read it: text is text and dates are numbers with a date format.
    const [values] = await workbook.values("Orders!A2:AS2");
    expect(values?.slice(0, 4)).toEqual(["0045", "3-5", "=1+1", "@SUM(A1)"]);
    expect(values?.[column("due")]).toBe(SEPT_15);
    expect((await workbook.formats("Orders!A2:AS2"))[0]?.[column("due")]).toBe("yyyy-mm-dd");
  });

  test("text stays text in columns of any format", async () => {
    workbook.book.cells.setNumberFormats(
      { sheet: workbook.book.sheets.find("Orders")?.id ?? "", row: 1, column: 0, rows: 1, columns: 5 },
      [["General", "0.00", "yyyy-mm-dd", "@", "General"]],
    );
    await appendOrders([
      { po: "00123", style: "-5", description: "2026-03-05", customer: "=A1", factory: "1E5" },
    ]);
    expect((await workbook.values("Orders!A2:E2"))[0]).toEqual(["00123", "-5", "2026-03-05", "=A1", "1E5"]);
  });

  test("takes the blank first row, the next ones grow the table and get its formulas", async () => {
    await appendOrders([order]);
    await appendOrders([
      { ...order, colour: "Navy" },
      { ...order, colour: "Red" },
    ]);
    expect(await lastRow()).toBe("A1:AS4");
    const status = await workbook.formulas("Orders!AG2:AG4");
    expect(status[2]).toEqual(status[0]);
    expect(String(status[0])).toContain("MERCH.TASTATUS");
    expect((await workbook.formats("Orders!M2:M4")).flat()).toEqual(Array(3).fill("yyyy-mm-dd"));
  });

  test("a user's own formula with cell addresses is shifted like a copy", async () => {
    await workbook.type("Orders!I2", [["=H2*2"]]);
    await appendOrders([order]);
    await appendOrders([{ ...order, colour: "Navy" }]);
    expect(await workbook.formulas("Orders!I2:I3")).toEqual([["=H2*2"], ["=H3*2"]]);
  });

  test("a totals row makes room and comes back with what it held", async () => {
    await appendOrders([order]);
    const { tables } = workbook.book;
    tables.update(tables.find("Orders")?.id ?? "", { showTotals: true });
    await workbook.type("Orders!A3:B3", [["Total", "'=2"]]);
    await workbook.type("Orders!H3", [["=SUM(H2:H2)"]]);
    await appendOrders([
      { ...order, colour: "Navy" },
      { ...order, colour: "Red" },
    ]);
    expect((await workbook.formulas("Orders!A4:B5"))[1]).toEqual(["Total", "=2"]);
    expect(await workbook.values("Orders!G4:G5")).toEqual([["Red"], [""]]);
    expect((await readBook()).tables.orders?.rows).toHaveLength(3);
    expect(tables.find("Orders")).toMatchObject({ showTotals: true });
  });

  test("a row somebody has begun to type is left alone", async () => {
    await workbook.type("Orders!C2", [["begun"]]);
    await appendOrders([order]);
    expect(await workbook.values("Orders!A2:C3")).toEqual([
      ["", "", "begun"],
      ["0045", "3-5", "=1+1"],
    ]);
  });

  test("cells under the table are never overwritten", async () => {
    await appendOrders([order]);
    await workbook.type("Orders!D4", [["note"]]);
    const added = appendOrders([
      { ...order, colour: "Navy" },
      { ...order, colour: "Red" },
    ]);
    expect(await problemOf(added)).toMatchObject({ code: "noRoom", params: { address: "Orders!A3:AS4" } });
    expect(await lastRow()).toBe("A1:AS2");
  });

  test("fields without a column are told, not lost in silence", async () => {
    const { params } = await appendOrders([{ ...order, season: "SS27" }]);
    expect(params.leftOut).toBe("season");
  });
});

test("in a workbook of the 1904 date system dates are those that the calendar says", async () => {
  const known = knownSession();
  remember({ ...known, date1904: true });
  await appendOrders([order]);
  // 1904-01-01 is day 0 there, and day 1462 of the 1900 system.
  expect((await workbook.values("Orders!M2"))[0]).toEqual([SEPT_15 - 1462]);
  expect((await readBook()).tables.orders?.rows[0]?.fields.due).toBe(SEPT_15);
  remember({ ...known, date1904: false });
});

describe("when Excel is in the way", () => {
  test("a protected sheet is named and nothing is written", async () => {
    workbook.book.sheets.protect(workbook.book.sheets.find("Orders")?.id ?? "", {});
    expect(await problemOf(appendOrders([order]))).toMatchObject({
      code: "protectedSheet",
      params: { sheet: "Orders" },
    });
  });

  test("a cell being edited is said at once", async () => {
    workbook.host.misbehave({ cellEditing: true });
    const problem = await problemOf(appendOrders([order]));
    workbook.host.misbehave({});
    expect(problem.code).toBe("cellEditing");
    expect((await readBook()).tables.orders?.rows).toEqual([]);
  });

  test.each([0, 2, 5, 8, 11, 14])(
    "a failure at action %d of the write leaves nothing",
    async (failAtAction) => {
      await appendOrders([order]);
      beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
      const problem = await problemOf(
        appendOrders([
          { ...order, colour: "Navy" },
          { ...order, colour: "Red" },
        ]),
      );
      expect(problem).toMatchObject({ code: "host", params: { code: "GeneralException" } });
      expect(await lastRow()).toBe("A1:AS2");
      expect((await workbook.formulas("Orders!A3:AS5")).flat().every((cell) => cell === "")).toBe(true);
    },
  );

  test("a lost reply is neither repeated nor cleaned away: the user is told to look", async () => {
    waitForAnswers(3000);
    beforeSync(2, () => workbook.host.misbehave({ loseReply: true }));
    const problem = await problemOf(appendOrders([order]));
    waitForAnswers();
    expect(problem.code).toBe("offline");
    expect((await readBook()).tables.orders?.rows).toHaveLength(1);
  });

  test("a slow reply is waited for", async () => {
    workbook.host.misbehave({ slowReply: 300 });
    await appendOrders([order]);
    workbook.host.misbehave({});
    expect((await readBook()).tables.orders?.rows).toHaveLength(1);
  });

  test("a heading renamed since the last reading is noticed before anything is written", async () => {
    await workbook.type("Orders!A1", [["Order"]]);
    const problem = await problemOf(appendOrders([order]));
    expect(problem.code).toBe("changedMeanwhile");
    await readBook();
    await appendOrders([order]);
    expect((await readBook()).tables.orders?.rows).toHaveLength(1);
  });

  test("columns moved since the last reading do not matter", async () => {
    await workbook.type("Orders!D1:E1", [["x", "y"]]);
    await workbook.type("Orders!D1:E1", [["Factory", "Customer"]]);
    await appendOrders([{ ...order, factory: "F1", customer: "C1" }]);
    expect(await workbook.values("Orders!D2:E2")).toEqual([["F1", "C1"]]);
  });
});

describe("a co-author who is quicker by an instant", () => {
  const theirs = ["T-1", "S", "", "", "", "", "Grey"];

  test("keeps the row they have added where ours was to go", async () => {
    await appendOrders([order]);
    beforeSync(2, () => workbook.type("Orders!A3:G3", [theirs]));
    expect((await problemOf(appendOrders([{ ...order, colour: "Navy" }]))).code).toBe("changedMeanwhile");
    const { tables } = await readBook();
    expect(tables.orders?.rows.map(({ key }) => key)).toEqual(["0045|3-5|true", "t-1|s|grey"]);
    await appendOrders([{ ...order, colour: "Navy" }]);
    expect((await readBook()).tables.orders?.rows.at(-1)?.fields).toMatchObject({
      po: "0045",
      colour: "Navy",
    });
  });

  test("keeps the first row of an empty table", async () => {
    beforeSync(2, () => workbook.type("Orders!A2:G2", [theirs]));
    expect((await problemOf(appendOrders([order]))).code).toBe("changedMeanwhile");
    expect((await readBook()).tables.orders?.rows.map(({ fields }) => fields)).toMatchObject([
      { po: "T-1", qty: "", remarks: "" },
    ]);
  });
});

describe("an inspection", () => {
  const inspection: Fields = {
    id: "I-1",
    date: SEPT_15,
    po: "0045",
    style: "3-5",
    type: "FRI",
    lot: 2000,
    major: 8,
  };
  const found: Fields[] = [
    { code: "S01", class: "Major", zone: "A", count: 5 },
    { code: "S02", class: "Major", zone: "A", count: 3 },
  ];

  test("and its defects are one action of two syncs", async () => {
    const { result, syncs } = await workbook.syncsOf(() => appendInspection(inspection, found));
    expect(syncs).toHaveLength(2);
    expect(result.address).toBe("Inspections!A2:Y2, Defects!A2:F3");
    const { tables } = await readBook();
    expect(tables.inspections?.rows[0]?.fields).toMatchObject(inspection);
    expect(tables.defects?.rows.map(({ fields }) => fields)).toMatchObject(
      found.map((defect) => ({ ...defect, inspection: "I-1" })),
    );
  });

  test.each([3, 8, 12, 16, 20, 24])("a failure at action %d leaves neither", async (failAtAction) => {
    await appendInspection({ ...inspection, id: "I-0" }, found);
    beforeSync(2, () => workbook.host.misbehave({ failAtAction }));
    const problem = await problemOf(appendInspection(inspection, found));
    expect(problem.code).toBe("host");
    const { tables } = await readBook();
    expect(tables.inspections?.rows.map(({ key }) => key)).toEqual(["i-0"]);
    expect(tables.defects?.rows).toHaveLength(2);
  });

  test("undo takes both out again", async () => {
    await appendInspection({ ...inspection, id: "I-0" }, found);
    const receipt = await appendInspection(inspection, found);
    const { syncs } = await workbook.syncsOf(() => undo(receipt));
    expect(syncs).toHaveLength(2);
    const { tables } = await readBook();
    expect(tables.inspections?.rows.map(({ key }) => key)).toEqual(["i-0"]);
    expect(tables.defects?.rows).toHaveLength(2);
  });
});

describe("undo", () => {
  test("takes rows out wherever they stand by now", async () => {
    const first = await appendOrders([order]);
    await appendOrders([{ ...order, colour: "Navy" }]);
    await undo(first);
    const { tables } = await readBook();
    expect(tables.orders?.rows.map(({ fields }) => fields.colour)).toEqual(["Navy"]);
  });

  test("of the only row keeps the table's formulas", async () => {
    await undo(await appendOrders([order]));
    expect((await readBook()).tables.orders?.rows).toEqual([]);
    expect(String((await workbook.formulas("Orders!AG2"))[0])).toContain("MERCH.TASTATUS");
  });

  test("refuses where somebody has changed the row since", async () => {
    const receipt = await appendOrders([order]);
    await workbook.type("Orders!H2", [[999]]);
    expect(await problemOf(undo(receipt))).toMatchObject({ code: "changedMeanwhile" });
  });
});
