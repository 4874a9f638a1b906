import { openWorkbench, serial } from "./openWorkbench";
import type { OpenWorkbench } from "./openWorkbench";

let w: OpenWorkbench;
beforeAll(async () => {
  w = await openWorkbench("sample=en&lang=en&theme=light");
});
afterAll(() => w.close());

const message = () => w.pane.getByRole("status", { name: "Messages" });
const misbehave = (how: object) => w.page.evaluate((next) => (window as any).workbench.misbehave(next), how);
const protect = (on: boolean) =>
  w.page.evaluate((wanted) => {
    const { sheets } = (window as any).workbench.book;
    const { id } = sheets.find("Orders");
    if (wanted) sheets.protect(id, {});
    else sheets.unprotect(id);
  }, on);
/** How light what stands behind a screen is, from 0 to 255. */
const lightness = () =>
  w.pane
    .locator("main")
    .evaluate((main) => Number(/\d+/.exec(getComputedStyle(main.parentElement!).backgroundColor)?.[0]));

test("the theme changes under the pane, which keeps what was typed", async () => {
  await w.type("Search orders", "MS");
  const search = w.pane.getByRole("searchbox").filter({ visible: true });
  expect(await lightness()).toBeGreaterThan(240);
  await w.page.evaluate(() => (window as any).workbench.setTheme("dark"));
  expect(await w.until(lightness, (light) => light < 60)).toBeLessThan(60);
  expect(await search.inputValue()).toBe("MS");
  await w.page.evaluate(() => (window as any).workbench.setTheme("light"));
  expect(await w.until(lightness, (light) => light > 240)).toBeGreaterThan(240);
  await search.fill("");
});

test("the language changes on every screen at once, which keep what was typed", async () => {
  await w.type("Search orders", "MS");
  await w.go("Setup");
  await w.field("Language of this pane").selectOption("zh-CN");
  await w.pane.getByRole("navigation").getByRole("button", { name: "今日", exact: true }).waitFor();
  await w.go("今日");
  await w.pane.getByRole("heading", { name: "今日" }).waitFor();
  expect(await w.pane.getByRole("searchbox").filter({ visible: true }).inputValue()).toBe("MS");
  expect(await w.pane.locator("html").getAttribute("lang")).toBe("zh-CN");
  await w.go("设置");
  await w.field("本窗格的语言").selectOption("en");
  await w.go("Today");
  await w.pane.getByRole("searchbox").filter({ visible: true }).fill("");
});

describe("a date that cannot be written", () => {
  let before: string;
  const actuals = async () =>
    JSON.stringify((await w.rows("Orders")).map((row) => Object.values(row).filter((_, at) => at > 0)));
  const field = () => w.field(/^Actual date of Ex-factory/);
  const save = () => w.button(/^Save 1 date/);
  const told = async (sentence: RegExp) => {
    await save().click();
    await message().getByText(sentence).first().waitFor();
    // Nothing is lost: the date stands where it was typed, and can be saved again.
    expect(await field().inputValue()).toBe("2026-09-14");
    expect(await save().isEnabled()).toBe(true);
    await w.button("Dismiss this message").click();
  };

  beforeAll(async () => {
    await w.go("Today");
    await w.button(/^Update milestone dates of/).click();
    await w.pane.getByRole("heading", { name: "Milestone dates" }).waitFor();
    await w.type(/^Actual date of Ex-factory/, "2026-9-14");
    before = await actuals();
  });

  test("while a cell is being edited", async () => {
    await misbehave({ cellEditing: true });
    await told(/^A cell is being edited\. Press Enter or Esc in the sheet/);
    await misbehave({});
    expect(await actuals()).toBe(before);
  });

  test("on a protected sheet, which is named", async () => {
    await protect(true);
    await told(/^The sheet Orders is protected/);
    await protect(false);
    expect(await actuals()).toBe(before);
  });

  test("when Excel has too much to do, and when it fails", async () => {
    await misbehave({ activityLimit: true });
    await told(/^Excel has too much to do at the moment/);
    await misbehave({ failAtAction: 0 });
    await told(/^Excel reports: /);
    await misbehave({});
    expect(await actuals()).toBe(before);
  });

  test("and is written when nothing is in the way any more", async () => {
    await save().click();
    await message()
      .getByText(/written/)
      .first()
      .waitFor();
    const day = serial("2026-09-14");
    const written = await w.until(
      async () => (await w.rows("Orders")).filter((row) => row["Ex-factory actual"] === day).length,
      (count) => count > 0,
    );
    expect(written).toBeGreaterThan(0);
  });
});

test("a board that cannot be read again says so, and shows what was read before", async () => {
  await w.go("Today");
  const cards = w.pane.getByRole("list", { name: "Orders, most urgent first" }).getByRole("listitem");
  const shown = await cards.count();
  await misbehave({ activityLimit: true });
  await w.button("Read the workbook again").click();
  await w.pane
    .getByText(/could not be read/)
    .first()
    .waitFor();
  expect(await cards.count()).toBe(shown);
  await misbehave({});
  await w.button("Read the workbook again").click();
  await w.pane
    .getByText(/could not be read/)
    .first()
    .waitFor({ state: "detached" });
  expect(await cards.count()).toBe(shown);
});
