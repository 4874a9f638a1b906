/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { orderRisks, type OrderRisk } from "../../src/domain/schedule/orderRisk";
import { taTemplate, type TaTask } from "../../src/domain/schedule/taTemplate";
import { milestones } from "../../src/registers/milestones";
import { riskFieldIds } from "../../src/registers/riskFieldIds";
import { addColumns } from "../../src/workbook/addColumns";
import { adopt } from "../../src/workbook/adopt";
import { appendOrders } from "../../src/workbook/appendOrders";
import { mend } from "../../src/workbook/mend";
import { readBook } from "../../src/workbook/readBook";
import { askRiskColumns, writeRiskColumns } from "../../src/workbook/riskFormulas";
import { saveSettings } from "../../src/workbook/saveSettings";
import { knownSession } from "../../src/workbook/session";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import { updateRow } from "../../src/workbook/updateRow";
import type { TestWorkbook } from "./openWorkbook";
import { plainCandidate } from "./plainCandidate";
import { close, openWorkbook } from "./openWorkbook";

/** 2026-09-15 */
const D = 46280;

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook(true);
});
beforeEach(async () => {
  await workbook.clean();
  await readBook();
});
afterAll(() => {
  close(workbook);
});

async function rows(): Promise<Record<string, unknown>[]> {
  await workbook.book.settle();
  return (await readBook()).tables.orders?.rows.map(({ fields }) => fields) ?? [];
}

/** What the domain says of the rows, from the fields that the register has. */
function expected(
  orders: readonly Record<string, unknown>[],
  headings: Readonly<Record<string, string>>,
  tasks: readonly TaTask[] = taTemplate("knit"),
): OrderRisk[] {
  const given = (id: string, row: Record<string, unknown>): [string, number][] =>
    typeof row[id] === "number" ? [[id === "orderDate" ? "T00.actual" : id, row[id]]] : [];
  const ids = ["orderDate", ...milestones.flatMap(({ id }) => [`${id}.plan`, `${id}.actual`])];
  return orderRisks({
    asOf: D,
    calendar: "CN6",
    closures: [],
    templates: { knit: tasks },
    followed: [
      ...("orderDate" in headings ? ["T00"] : []),
      ...milestones.map(({ id }) => id).filter((id) => `${id}.actual` in headings),
    ],
    orders: orders.map((row, i) => ({
      key: String(i),
      template: "knit",
      ...(typeof row.due === "number" && { due: row.due }),
      dates: Object.fromEntries(ids.flatMap((id) => given(id, row))),
    })),
  });
}

const shown = (row: Record<string, unknown> | undefined): unknown[] =>
  ["risk", "chance", "forecastShip", "nextDate"].map((id) => row?.[id]);
const said = ({ level, chance, ship, next }: OrderRisk): unknown[] => [
  { GREEN: "绿", AMBER: "黄", RED: "红", SHIPPED: "已出" }[level ?? "GREEN"],
  chance,
  ship,
  next?.date ?? next?.forecast ?? "",
];

const base = { style: "K88", qty: 2000, template: "knit" };
const UNDER_WAY = {
  ...base,
  po: "A1",
  colour: "藏青",
  orderDate: D - 70,
  due: D + 25,
  "T04.actual": D - 50,
  "T09.plan": D - 20,
  "T09.actual": D - 16,
  "T12.actual": D - 17,
  "T17.actual": D - 18,
  "T19S.plan": D - 12,
  "T19S.actual": D - 6,
  "T21.plan": D + 5,
};
const GONE = { ...base, po: "A2", colour: "红", orderDate: D - 90, due: D - 3, "T30.actual": D - 5 };

async function setUpOrders(): Promise<void> {
  await setUp("zh-CN", "refuse", ["orders"]);
  await saveSettings({ asOf: D });
  await appendOrders([UNDER_WAY, GONE, { ...base, po: "A3", colour: "绿" }]);
}

test("the columns say what the forecast says of each row, follow an edit, and are blank in a row without dates", async () => {
  await setUpOrders();
  const { tables } = await readBook();
  const before = await rows();
  const headings = tables.orders!.headings;
  expect(before.slice(0, 2).map(shown)).toEqual(expected(before.slice(0, 2), headings).map(said));
  expect(riskFieldIds.map((id) => before[2]?.[id])).toEqual(riskFieldIds.map(() => ""));
  expect(before[0]).toMatchObject({ nextStep: "车缝完成", nextOwner: "工厂" });
  expect(before[0]?.riskWhy).toMatch(/晚于交期 \d+ 天；下一步：车缝完成 2026-09-20（工厂）$/);
  await updateRow("orders", "a1|k88|藏青", { "T21.actual": D }, { "T21.actual": "" });
  const after = await rows();
  expect(shown(after[0])).toEqual(said(expected(after, headings)[0]!));
  expect(after[0]?.chance).toBeGreaterThan(before[0]?.chance as number);
  expect(shown(after[1])).toEqual(shown(before[1]));
  const formats = await workbook.formats("订单!AJ2:AP4");
  expect(formats[2]).toEqual(["General", "0%", "yyyy-mm-dd", "General", "General", "yyyy-mm-dd", "General"]);
});

test("in a table of one's own the columns stand in any order, under any names, among text that is no date", async () => {
  await saveSettings({ asOf: D }).catch(() => undefined);
  workbook.book.sheets.add("跟单表");
  await workbook.type("跟单表!A1:K3", [
    [
      "离厂实际",
      "面料",
      "开裁计划",
      "PO",
      "我们开裁",
      "货期",
      "款号",
      "数量",
      "接单日期",
      "车缝完成计划",
      "面料到厂实际",
    ],
    ["", "全棉汗布", D - 12, "A1", D - 6, D + 25, "K88", 2000, D - 70, D + 5, D - 16],
    [D - 5, "罗纹", "", "A2", "", D - 3, "K88", 2000, D - 90, "", ""],
  ]);
  await readBook();
  const { candidate, columns: recognised } = await plainCandidate("跟单表");
  const columns = recognised.filter(
    ({ column }) => !["面料", "我们开裁"].includes(candidate.headings[column] ?? ""),
  );
  columns.push({ column: 4, fieldId: "T19S.actual" });
  await adopt(candidate, "orders", columns, [...riskFieldIds], "zh-CN", true);
  await readBook();
  await saveSettings({ asOf: D });
  const found = await rows();
  const { headings } = (await readBook()).tables.orders!;
  expect(found).toHaveLength(2);
  expect(found.map(shown)).toEqual(expected(found, headings).map(said));
});

test("a milestone column added later, or renamed, is read from then on; taking it back leaves no broken formula", async () => {
  await setUp("zh-CN", "refuse", ["orders"]);
  await saveSettings({ asOf: D });
  const { book } = workbook;
  const table = book.tables.find("Orders")!;
  const place = table.columns.findIndex(({ name }) => name === "车缝完成实际");
  book.tables.deleteColumn(table.id, place);
  const missing = (await readBook()).issues.find(({ code }) => code === "columnMissing")!;
  await mend(missing, "forget");
  await readBook();
  await appendOrders([UNDER_WAY]);
  await readBook();
  const receipt = await addColumns("orders", ["T21.actual"]);
  await updateRow("orders", "a1|k88|藏青", { "T21.actual": D - 1 }, { "T21.actual": "" });
  const added = await rows();
  expect(added[0]).toMatchObject({ nextStep: "包装完成" });
  await updateRow("orders", "a1|k88|藏青", { "T21.actual": "" }, { "T21.actual": D - 1 }, ["T21.actual"]);
  await undo(receipt);
  const { tables } = await readBook();
  const undone = await rows();
  expect(shown(undone[0])).toEqual(said(expected(undone, tables.orders!.headings)[0]!));

  await workbook.type("订单!X1", [["上刀"]]);
  expect((await workbook.values("订单!W1:Y1"))[0]).toEqual(["开裁计划", "上刀", "车缝完成计划"]);
  const renamed = (await readBook()).issues.find(({ code }) => code === "headingRenamed")!;
  await mend(renamed, "acceptHeading");
  const accepted = await rows();
  expect(shown(accepted[0])).toEqual(said(expected(accepted, tables.orders!.headings)[0]!));
});

test("a workbook's own template takes the place of the built-in one once the formulas look at it", async () => {
  await setUpOrders();
  await readBook();
  await setUp("zh-CN", "refuse", ["templates"]);
  const slow = taTemplate("knit").map((task) =>
    task.code === "T21" ? { ...task, o: task.o + 10, m: task.m + 10, p: task.p + 10 } : task,
  );
  const table = workbook.book.tables.find("Templates")!;
  workbook.book.tables.resize(table.id, { ...table.area, rows: slow.length + 1 });
  await workbook.type(
    `模板!A2:K${slow.length + 1}`,
    slow.map(({ code, name, owner, o, m, p, unit, predecessors }) => [
      '=[@模板]&""',
      "针织",
      "",
      code,
      name,
      owner,
      o,
      m,
      p,
      unit,
      predecessors,
    ]),
  );
  await readBook();
  await Excel.run(async (context) => {
    const { tables, lang } = knownSession();
    const asked = askRiskColumns(context.workbook, tables);
    await context.sync();
    writeRiskColumns(asked, tables, lang);
    await context.sync();
  });
  const found = await rows();
  const { headings } = (await readBook()).tables.orders!;
  expect(shown(found[0])).toEqual(said(expected(found, headings, slow)[0]!));
  expect(found[0]?.forecastShip).toBeGreaterThan(expected(found, headings)[0]!.ship!);
});
