import { openWorkbench, serial } from "./openWorkbench";
import type { OpenWorkbench } from "./openWorkbench";

let w: OpenWorkbench;
beforeAll(async () => {
  w = await openWorkbench("sample=empty&lang=zh&theme=light");
});
afterAll(() => w.close());

const message = () => w.pane.getByRole("status", { name: "提示" });
const headings = (): Promise<string[]> =>
  w.page.evaluate(() =>
    (window as any).workbench.book.tables.find("表1").columns.map(({ name }: { name: string }) => name),
  );

let before: string[];

test("somebody's own table is recognised by its Chinese headings, and only what was ticked is added", async () => {
  await w.page.locator("#open-file").setInputFiles(`${__dirname}/../fixtures/ownTable.xlsx`);
  await w.page.getByRole("heading", { name: "ownTable.xlsx" }).waitFor();
  await w.pane.getByText("这个工作簿还没有设置").waitFor();
  before = await headings();
  const rows = await w.rows("表1");

  await w.go("设置");
  await w.button("读我的表").click();
  await w.pane.getByText(/订单，每行一个.*共 12 行/).waitFor();
  // Goods leave on that day: said once, the days late can be counted.
  await w.pane.getByRole("heading", { name: /“走货日期”是计划日期还是实际日期/ }).waitFor();
  await w.button("实际").click();
  await w.field(/^延误天数/).check();
  await w.button("用这张表").click();
  await message()
    .getByText(/^跟单已改用 表1/)
    .waitFor();

  expect(await headings()).toEqual([...before, "延误天数"]);
  const after = await w.rows("表1");
  expect(after).toHaveLength(rows.length);
  // Nothing of the owner's is another than it was.
  expect(after.map((row) => before.map((heading) => row[heading]))).toEqual(
    rows.map((row) => before.map((heading) => row[heading])),
  );
  expect((await w.formulas("表1", 0))["延误天数"]).toMatch(/^=MERCH\.DAYSLATE\(/);
  // The first style left a day before it was due, the second three days after. The names that the formula looks at came along.
  const late = await w.until(
    async () => (await w.rows("表1")).slice(0, 3).map((row) => row["延误天数"]),
    (found) => found.every((cell) => typeof cell === "number"),
  );
  expect(late).toEqual([-1, -1, 3]);
  expect(await w.pane.getByRole("button", { name: "补上设置" }).count()).toBe(0);
});

test("from then on the forms work on that table: the board has its orders, a new one goes to its end", async () => {
  const rows = await w.rows("表1");
  await w.go("今日");
  const first = rows.find((row) => row["款式号"] !== "")!;
  await w.type("查找订单", String(first["款式号"]));
  await w.pane.getByText(String(first["款式号"]), { exact: false }).first().waitFor();

  await w.go("订单");
  await w.type("订单号", "PO-NEW-1");
  await w.type("款号", "QZ-1");
  await w.type("离厂交期", "2026-12-20");
  await w.type("颜色", "藏青");
  await w.type("数量", "500");
  await w.button("新增订单").click();
  await message()
    .getByText(/^已新增 1 张订单 PO-NEW-1 QZ-1/)
    .waitFor();
  const after = await w.rows("表1");
  expect(after).toHaveLength(rows.length + 1);
  const added = after.at(-1)!;
  expect(Object.values(added)).toEqual(
    expect.arrayContaining(["PO-NEW-1", "QZ-1", "藏青", serial("2026-12-20")]),
  );
  expect(added["数量（件）"]).toBe(500);
  expect(String(added["延误天数"])).not.toContain("#");
  const formulas = await w.formulas("表1", rows.length);
  expect(formulas["延误天数"]).toMatch(/^=MERCH\.DAYSLATE\(/);
  // The owner's own formula comes along.
  expect(formulas["金额"]).toMatch(/^=/);
});

test("nothing went wrong on the way: no error, no broken policy, nobody else asked", () => {
  expect(w.complaints).toEqual([]);
  expect(w.strangers).toEqual([]);
});
