import { openWorkbench, serial } from "./openWorkbench";
import type { OpenWorkbench } from "./openWorkbench";
import workedPlans from "../fixtures/taPlanDates.json";

// One workbook, from empty to inspected: each test goes on where the one before stopped, as a morning's work does.
let w: OpenWorkbench;
beforeAll(async () => {
  w = await openWorkbench("sample=empty&lang=zh&theme=light");
});
afterAll(() => w.close());

const message = () => w.pane.getByRole("status", { name: "提示" });
const order = { po: "PO-26101", style: "KN-3310", customer: "Nordvik", factory: "华裕", colour: "藏青" };

/** Day on which each column's milestone is finished (开裁: begun) in the knit plan from 2 March 2026, worked out by hand. */
const plan = workedPlans.knit.mostLikelyDates;
const planned: Record<string, string> = {
  批色计划: plan.T04[1]!,
  面料到厂计划: plan.T09[1]!,
  辅料到厂计划: plan.T12[1]!,
  产前样批复计划: plan.T17[1]!,
  开裁计划: plan.T19[0]!,
  车缝完成计划: plan.T21[1]!,
  包装完成计划: plan.T27[1]!,
  尾查计划: plan.T29[1]!,
  离厂计划: plan.T30[1]!,
};

async function fillOrder(colour: string): Promise<void> {
  await w.type("订单号", order.po);
  await w.type("款号", order.style);
  await w.type("客户", order.customer);
  await w.type("工厂", order.factory);
  await w.type("下单日期", "2026-3-2");
  await w.type("离厂交期", "2026.5.20");
  await w.type("尺码", "S, M, L");
  await w.type("颜色", colour);
  await w.type(`${colour}，尺码 S`, "300");
  await w.type(`${colour}，尺码 M`, "600");
  await w.type(`${colour}，尺码 L`, "300");
  await w.choose("T&A 模板", "针织");
  await w.choose("排期", "从下单日期往后排");
}

test("an empty workbook says so, and is set up with sheets that were not there", async () => {
  await w.pane.getByText("这个工作簿还没有设置").waitFor();
  await w.button("去设置").click();
  await w.button("设置这个工作簿").click();
  await message().getByText("工作簿已设置好").waitFor();
  const sheets = await w.page.evaluate(() =>
    (window as any).workbench.book.sheets.list().map(({ name }: { name: string }) => name),
  );
  expect(sheets).toEqual(expect.arrayContaining(["订单", "验货", "疵点"]));
  const names = await w.page.evaluate(() =>
    (window as any).workbench.book.names.list().map(({ name }: { name: string }) => name),
  );
  expect(names).toEqual(expect.arrayContaining(["AsOf", "Calendar", "Closures"]));
  expect(await w.rows("Orders")).toHaveLength(1);
});

test("a new order with the template's plan is one row of dates and live formulas, in two syncs at most", async () => {
  await w.go("订单");
  await fillOrder(order.colour);
  expect(await w.field("数量").getAttribute("placeholder")).toBe("1200");
  // Shown before it is written.
  await expectValue("离厂", planned["离厂计划"]!);
  await expectValue("开裁", planned["开裁计划"]!);
  expect((await w.rows("Orders"))[0]!["订单号"]).toBe("");

  const syncs = await w.syncsOf(async () => {
    await w.button("新增订单").click();
    await message().getByText(`已新增 1 张订单 ${order.po} ${order.style}`).waitFor();
  });
  expect(syncs.length).toBeLessThanOrEqual(2);
  expect(syncs.filter(({ error }) => error)).toEqual([]);

  const rows = await w.rows("Orders");
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    订单号: order.po,
    款号: order.style,
    客户: order.customer,
    工厂: order.factory,
    颜色: order.colour,
    订单数量: 1200,
    尺码明细: "S 300, M 600, L 300",
    下单日期: serial("2026-03-02"),
    交期: serial("2026-05-20"),
    模板: "针织",
    ...Object.fromEntries(Object.entries(planned).map(([heading, day]) => [heading, serial(day)])),
    离厂实际: "",
  });
  const formulas = await w.formulas("Orders", 0);
  expect(formulas["状态"]).toMatch(/^=MERCH\.TASTATUS\(/);
  expect(formulas["延误天数"]).toMatch(/^=MERCH\.DAYSLATE\(/);
  // Live: late by as many days as have gone since, and back on time when the goods left early.
  const today = Math.floor(Date.now() / 86_400_000) + 25_569;
  expect(Math.abs(Number(rows[0]!["延误天数"]) - (today - serial("2026-05-20")))).toBeLessThanOrEqual(1);
  expect(rows[0]!["状态"]).toMatch(/逾期/);
});

test("the order that was written can be taken back, and is then offered to nobody", async () => {
  await message().getByRole("button", { name: "撤销" }).click();
  await message()
    .getByText(/^已撤销：/)
    .waitFor();
  const rows = await w.until(
    () => w.rows("Orders"),
    ([first]) => first?.["订单号"] === "",
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({ 订单号: "", 款号: "", 订单数量: "", 离厂计划: "" });
  await w.go("今日");
  await w.pane.getByText("还没有订单", { exact: true }).waitFor();
});

test("two colours are two rows under one plan; the same order again is noticed before it is written", async () => {
  await w.go("订单");
  await fillOrder(order.colour);
  await w.button("增加颜色").click();
  const second = w.pane.getByRole("group", { name: "颜色 2" });
  await second.getByLabel("颜色", { exact: true }).fill("漂白");
  await w.pane.getByRole("group", { name: "漂白" }).getByLabel("数量", { exact: true }).fill("800");
  await w.button("新增 2 张订单").click();
  await message().getByText(`已新增 2 张订单 ${order.po} ${order.style}`).waitFor();
  const rows = await w.rows("Orders");
  expect(rows.map((row) => [row["颜色"], row["订单数量"], row["离厂计划"]])).toEqual([
    ["藏青", 1200, serial("2026-05-07")],
    ["漂白", 800, serial("2026-05-07")],
  ]);
  expect((await w.formulas("Orders", 1))["状态"]).toMatch(/^=MERCH\.TASTATUS\(/);

  await w.type("订单号", order.po);
  await w.type("款号", order.style);
  await w.type("颜色", order.colour);
  await w.pane.getByText(/^表里已经有 /).waitFor();
  await w.button("放弃修改").click();
});

const pick = async () => {
  await w.go("验货");
  await w.pane.getByPlaceholder("订单号、款号或颜色").fill(order.colour);
  await w.button(new RegExp(`${order.po}.*${order.colour}`)).click();
};
const verdict = () => w.pane.getByRole("status", { name: "判定" });
const found = (name: string) => w.field(`${name}疵点件数`);

test("defects are tallied against the plan until the lot fails, live; the sheet and the order say the same", async () => {
  await pick();
  // ISO 2859-1, level II, lot 1200: letter J, 80 pieces; AQL 2.5 Ac 5, AQL 4.0 Ac 7.
  await w.pane.getByText("字码 J，抽 80 件").waitFor();
  await w.button("80 件全部已验").click();
  await w.type("查找疵点", "破洞");
  const hole = w.pane.getByTitle(/^破洞.* 加一$/).first();
  const name = (await hole.getAttribute("title"))!.replace(/ 加一$/, "");
  for (let count = 1; count <= 5; count++) await hole.click();
  expect(await found("主要").inputValue()).toBe("5");
  await verdict().getByText("合格", { exact: true }).waitFor();
  // One tap too many, and that taken back, and done again.
  await hole.click();
  await verdict().getByText("不合格", { exact: true }).waitFor();
  expect(await verdict().textContent()).toContain("主要 6 > 5");
  await w.button(`${name} 减一`).click();
  await verdict().getByText("合格", { exact: true }).waitFor();
  await w.button(`${name} 加一`).click();

  const syncs = await w.syncsOf(async () => {
    await w.button("保存验货").click();
    await message()
      .getByText(/^已保存验货 FRI-\d{6}-01/)
      .waitFor();
  });
  expect(syncs.length).toBeLessThanOrEqual(2);
  expect(syncs.filter(({ error }) => error)).toEqual([]);

  const [inspection, ...others] = await w.rows("Inspections");
  expect(others).toEqual([]);
  expect(inspection).toMatchObject({
    订单号: order.po,
    款号: order.style,
    验货类型: "尾期验货",
    批量: 1200,
    抽样数: 80,
    实检数: 80,
    致命疵: 0,
    主要疵: 6,
    次要疵: 0,
    结论: "不合格",
  });
  expect((await w.formulas("Inspections", 0))["结论"]).toMatch(/^=MERCH\.QCSTATUS\(/);
  const defects = await w.rows("Defects");
  expect(defects).toHaveLength(1);
  expect(Object.values(defects[0]!)).toEqual(
    expect.arrayContaining([inspection!["验货编号"], name, "主要", "A", 6]),
  );
  const orders = await w.rows("Orders");
  expect(orders.map((row) => row["验货结果"])).toEqual(["不合格", "不合格"]);
  expect(String(orders[0]!["验货说明"])).toContain("6");

  await w.go("今日");
  const failed = w.pane.getByRole("group", { name: /^统计/ }).getByRole("button", { name: /不合格$/ });
  expect(
    await w.until(
      () => failed.textContent(),
      (text) => text === "2不合格",
    ),
  ).toBe("2不合格");
});

test("a half-done inspection is pending, and the order's QC cell follows the latest one", async () => {
  await pick();
  // What is inspected after a failure is the reworked lot.
  expect(await w.field("类型").locator("option:checked").textContent()).toBe("复检");
  expect(await w.field("复检对象").inputValue()).toMatch(/^FRI-\d{6}-01$/);
  await w.type("已验件数", "30");
  await verdict().getByText("待定", { exact: true }).waitFor();
  expect(await verdict().textContent()).toContain("已验 30 / 80 件");
  await w.button("保存验货").click();
  await message()
    .getByText(/^已保存验货 RE-\d{6}-01/)
    .waitFor();
  const inspections = await w.rows("Inspections");
  expect(inspections.map((row) => [row["验货类型"], row["实检数"], row["结论"]])).toEqual([
    ["尾期验货", 80, "不合格"],
    ["复检", 30, "待定"],
  ]);
  const [first] = await w.rows("Orders");
  expect(first!["验货结果"]).toBe("待定");
  expect(await w.rows("Defects")).toHaveLength(1);
});

test("nothing went wrong on the way: no error, no broken policy, nobody else asked", () => {
  expect(w.complaints).toEqual([]);
  expect(w.strangers).toEqual([]);
});

async function expectValue(label: string, value: string): Promise<void> {
  expect(
    await w.until(
      () => w.field(label).inputValue(),
      (text) => text === value,
    ),
  ).toBe(value);
}
