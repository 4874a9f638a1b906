import { realSizeSheet } from "../../samples/realSizeSheet";
import { WRITE_OPTIONS } from "../../samples/writeOptions";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";
import { openWorkbench, serial } from "./openWorkbench";
import type { OpenWorkbench } from "./openWorkbench";

type Cells = (string | number | boolean)[][];

/** What cells of the sheet in front hold once everything is calculated, by A1 addresses. */
const cells = (
  w: OpenWorkbench,
  address: string,
  what: "values" | "formulas" | "texts" = "values",
): Promise<Cells> =>
  w.page.evaluate(
    async ([range, kind]) => {
      const { book } = (window as any).workbench;
      await book.settle();
      const at = (corner: string) => {
        const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(corner)!;
        const column = [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
        return { row: Number(row) - 1, column };
      };
      const [from, to = from] = range.split(":").map((corner) => at(corner));
      const sheet = book.sheets.active().id;
      return book.cells[kind]({
        sheet,
        ...from,
        rows: to!.row - from!.row + 1,
        columns: to!.column - from!.column + 1,
      });
    },
    [address, what] as const,
  );

const message = (w: OpenWorkbench) => w.pane.getByRole("status", { name: "提示" });
const readSheet = async (w: OpenWorkbench) => {
  await w.go("设置");
  await w.button("读我的表").click();
  await w.pane.getByRole("heading", { name: "读我的表" }).waitFor();
};

describe("somebody's own sheet of two heading rows, with lots between the orders and dates typed as text", () => {
  let w: OpenWorkbench;
  let before: Cells;
  beforeAll(async () => {
    w = await openWorkbench("sample=own-zh&lang=zh&theme=light");
  });
  afterAll(() => w.close());

  test("it is read where it stands", async () => {
    before = await cells(w, "A1:AA40", "formulas");
    await readSheet(w);
    await w.pane.getByText(/订单，每行一个.*24 行，表头在第 3–4 行/).waitFor();
  });

  test("a question is answered with one tap, and the sheet shows what is meant", async () => {
    const question = w.pane.getByRole("heading", { name: /空着的格子，和上一行相同吗/ });
    await question.waitFor();
    const asked = await question.textContent();
    const selected = () =>
      w.page.evaluate(() => {
        const [area] = (window as any).workbench.book.selection.areas();
        return area.rows * area.columns;
      });
    await question.hover();
    expect(await w.until(selected, (count) => count > 1)).toBeGreaterThan(1);
    await w.button("是，相同").click();
    const next = () => w.pane.getByRole("heading", { level: 3 }).first().textContent();
    expect(await w.until(next, (text) => text !== asked)).not.toBe(asked);
  });

  test("ticked columns stand at its right with their values, and not another cell changes", async () => {
    await w.field(/^风险/).first().check();
    await w
      .field(/^延误天数/)
      .first()
      .check();
    await w.button("用这张表").click();
    await message(w)
      .getByText(/大货跟进/)
      .waitFor();
    expect(await cells(w, "A1:AA40", "formulas")).toEqual(before);
    const headings = (await cells(w, "AB4:AD4"))[0]!;
    expect(headings).toEqual(expect.arrayContaining(["风险", "延误天数"]));
    const risk = headings.indexOf("风险");
    const rows = await cells(w, "A6:AD13");
    // A day that is typed as text is no day to a formula, which says so; all others have their colour.
    const readable = rows.filter((line) =>
      [13, 17].every((column) => typeof line[column] !== "string" || line[column] === ""),
    );
    expect(readable.length).toBeGreaterThan(3);
    for (const line of readable) expect(line[27 + risk]).toMatch(/^(红|黄|绿|已完成)/);
    expect((await cells(w, "AB5:AD5"))[0]).toEqual(["", "", ""]);
    const formulas = await cells(w, "AB6:AC6", "formulas");
    expect(formulas[0]!.join()).toMatch(/=MERCH\./);
  });

  test("a milestone's day goes from the pane into the owner's column, in the owner's format", async () => {
    const rows = await cells(w, "A1:AA40");
    const row = rows.findIndex((line) => typeof line[1] === "number" && line[3] !== "" && line[23] === "");
    const [, , , po, , , colour] = rows[row] as string[];
    await w.go("今日");
    await w.type("查找订单", po!);
    await w.button(new RegExp(`^更新节点日期：${po}.*${colour}`)).click();
    await w.type("离厂 的实际日期", "2026-11-20");
    const syncs = await w.syncsOf(async () => {
      await w.button("保存 1 个日期").click();
      await message(w)
        .getByText(/已写入|已保存|已更新/)
        .first()
        .waitFor();
    });
    expect(syncs.length).toBeLessThanOrEqual(2);
    expect((await cells(w, `X${row + 1}`))[0]).toEqual([serial("2026-11-20")]);
    expect((await cells(w, `X${row + 1}`, "texts"))[0]).toEqual(["11/20"]);
  });

  test("rows may be inserted: a new order goes below the others, formulas and all", async () => {
    await w.page.evaluate(() => {
      const { book } = (window as any).workbench;
      book.cells.insert(
        { sheet: book.sheets.active().id, row: 7, column: 0, rows: 1, columns: 16384 },
        "Down",
      );
    });
    await w.go("订单");
    await w.type("订单号", "PO-NEW-1");
    await w.type("款号", "QZ-1");
    await w.type("离厂交期", "2026-12-20");
    await w.type("颜色", "墨绿");
    await w.type("数量", "500");
    await w.button("新增订单").click();
    await message(w)
      .getByText(/^已新增 1 张订单 PO-NEW-1 QZ-1/)
      .waitFor();
    const all = await cells(w, "A1:AE60");
    const row = all.findIndex((line) => line.includes("PO-NEW-1"));
    expect(all[row]).toEqual(expect.arrayContaining(["PO-NEW-1", "QZ-1", "墨绿", 500, serial("2026-12-20")]));
    // Before the total, which counts it in.
    expect(all.findIndex((line) => line.includes("合计"))).toBeGreaterThan(row);
  });

  test("nothing went wrong on the way", () => {
    expect(w.complaints).toEqual([]);
    expect(w.strangers).toEqual([]);
  });
});

describe("a book of 3,000 orders", () => {
  let w: OpenWorkbench;
  beforeAll(async () => {
    const { bytes } = await writeXlsx(realSizeSheet(3000), WRITE_OPTIONS);
    w = await openWorkbench("sample=empty&lang=zh&theme=light");
    await w.page.locator("#open-file").setInputFiles({
      name: "real.xlsx",
      mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      buffer: Buffer.from(bytes),
    });
    await w.page.getByRole("heading", { name: "real.xlsx" }).waitFor({ timeout: 60_000 });
    await w.page.evaluate(() => (window as any).workbench.book.settle());
  });
  afterAll(() => w.close());

  /** Everything that could be left behind, and where something stands. */
  const state = () =>
    w.page.evaluate(() => {
      const { book } = (window as any).workbench;
      const sheets = book.sheets.list();
      return {
        sheets: sheets.map(({ name }: { name: string }) => name),
        used: sheets.map(({ id }: { id: string }) => book.sheets.usedArea(id, false)),
        names: book.names.list(),
        settings: [...book.settings.keys()],
      };
    });

  test("it is read in a few seconds", async () => {
    const began = Date.now();
    await readSheet(w);
    await w.pane.getByText(/表头在第 2–3 行/).waitFor({ timeout: 20_000 });
    console.log(`A sheet of 3,000 orders was read in ${Date.now() - began} ms`);
    await w.button("勾选风险列").click();
  });

  test("stopped half-way it leaves nothing", async () => {
    const before = await state();
    // The test's own click would come when all is done: here somebody clicks as soon as the first orders have their columns.
    const frame = w.page
      .frames()
      .find((each) => each !== w.page.mainFrame() && each.url().includes("taskpane"))!;
    await frame.evaluate(() => {
      const observer = new MutationObserver(() => {
        const said = document.querySelector('[role="progressbar"]')?.getAttribute("aria-label") ?? "";
        const stop = [...document.querySelectorAll("button")].find(
          ({ textContent }) => textContent === "停止",
        );
        if (!/[1-9]\d* \/ 3,000/.test(said) || !stop) return;
        observer.disconnect();
        stop.click();
      });
      observer.observe(document.body, { subtree: true, childList: true, attributes: true });
    });
    await w.button("用这张表").click();
    await w.pane
      .getByText(/^已停止/)
      .first()
      .waitFor({ timeout: 60_000 });
    expect(await state()).toEqual(before);
  });

  test("it is taken into use in less than ten seconds, saying how far it is", async () => {
    const began = Date.now();
    await w.button("用这张表").click();
    await w.pane.getByRole("progressbar", { name: /[1-9]\d* \/ 3,000/ }).waitFor();
    await message(w)
      .getByText(/大货总表/)
      .waitFor({ timeout: 60_000 });
    const took = Date.now() - began;
    console.log(`3,000 orders were taken into use with the risk columns in ${took} ms`);
    expect(took).toBeLessThan(10_000);
  });
});
