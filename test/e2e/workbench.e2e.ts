import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

const URL = process.env.WORKBENCH_URL ?? "http://localhost:3000/";

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(() => browser.close());
afterEach(() => page.close());

/** Without Playwright's own idea of light and dark the pane follows the page's theme, as it does for people. */
async function open(query: string): Promise<string[]> {
  page = await browser.newPage({ viewport: { width: 1400, height: 850 }, colorScheme: null });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("response", (response) => {
    if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${URL}?${query}`);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => (window as any).workbench.ready);
  return errors;
}

const cell = (address: [row: number, column: number]) =>
  page.evaluate(async ([row, column]) => {
    const { book } = (window as any).workbench;
    await book.settle();
    return book.cells.values({ sheet: book.sheets.active().id, row, column, rows: 1, columns: 1 })[0][0];
  }, address);

/** The grid takes what is typed in its own time. */
async function eventually(address: [row: number, column: number], value: unknown): Promise<void> {
  const end = Date.now() + 15_000;
  while ((await cell(address)) !== value && Date.now() < end) await page.waitForTimeout(200);
  expect(await cell(address)).toBe(value);
}

const status = () => page.locator(".status .message").textContent();

test("a formula typed into the grid is answered by the add-in's own code, and errors say why", async () => {
  const errors = await open("sample=empty&lang=en&theme=light");
  const grid = (await page.locator(".grid").boundingBox())!;
  await page.mouse.click(grid.x + 80, grid.y + 52);
  await page.keyboard.type("=MERCH.DAYSLATE(DATE(2026,10,1),DATE(2026,10,9))");
  await page.keyboard.press("Enter");
  await eventually([0, 0], 8);
  await page.keyboard.type('=MERCH.DAYSLATE("no date")');
  await page.keyboard.press("Enter");
  await eventually([1, 0], "#VALUE!");
  await page.mouse.move(grid.x + 80, grid.y + 80);
  await page.mouse.move(grid.x + 84, grid.y + 82);
  await page.getByText(/must be a date/).waitFor();
  expect(errors).toEqual([]);
});

test("a function that is typed is proposed with what it does, and its arguments are shown", async () => {
  const errors = await open("sample=empty&lang=zh&theme=light");
  const grid = (await page.locator(".grid").boundingBox())!;
  await page.mouse.click(grid.x + 80, grid.y + 52);
  await page.keyboard.type("=MERCH.DAYSL", { delay: 30 });
  await page.getByText("延误天数", { exact: false }).first().waitFor();
  await page.keyboard.type("ATE(1,", { delay: 30 });
  await page.getByText("MERCH.DAYSLATE(", { exact: true }).waitFor();
  await page.getByText("[closures]", { exact: false }).first().waitFor();
  expect(errors).toEqual([]);
});

test("a cell with a list of choices opens it by its arrow or Alt+Down, and takes what is chosen", async () => {
  await open("sample=empty&lang=en&theme=light");
  await page.evaluate(() => {
    const { book } = (window as any).workbench;
    const area = { sheet: book.sheets.active().id, row: 0, column: 0, rows: 2, columns: 1 };
    book.validations.set(area, { type: "List", formula1: "Knit,Woven", ignoreBlanks: true });
  });
  const grid = (await page.locator(".grid").boundingBox())!;
  await page.mouse.click(grid.x + 80, grid.y + 52);
  await page.keyboard.press("Alt+ArrowDown");
  await page.getByText("Woven").click();
  await eventually([0, 0], "Woven");
  await page.mouse.click(grid.x + 80, grid.y + 72);
  await page.waitForTimeout(200);
  const corner = await page.evaluate(() => {
    const { book } = (window as any).workbench;
    return book.formats.columnWidth({
      sheet: book.sheets.active().id,
      row: 0,
      column: 0,
      rows: 1,
      columns: 1,
    });
  });
  await page.mouse.click(grid.x + 46 + (corner * 4) / 3 + 9, grid.y + 72);
  await page.getByText("Knit").click();
  await eventually([1, 0], "Knit");
});

test("rows pasted below a table become its rows, with its formulas and dates, and one undo takes them out", async () => {
  const errors = await open("sample=empty&lang=en&theme=light");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => {
    const { book } = (window as any).workbench;
    const sheet = book.sheets.active().id;
    const area = { sheet, row: 0, column: 0, rows: 2, columns: 3 };
    book.cells.write(area, [
      ["Plan", "Actual", "Late"],
      [46280, 46285, ""],
    ]);
    book.cells.setNumberFormats({ ...area, row: 1, rows: 1, columns: 2 }, [["yyyy-mm-dd", "yyyy-mm-dd"]]);
    book.tables.add(area, true, "T");
    book.cells.write({ ...area, row: 1, column: 2, rows: 1, columns: 1 }, [
      ["=MERCH.DAYSLATE([@Plan],[@Actual])"],
    ]);
    return navigator.clipboard.writeText("46300\t46301\n46302\t46305");
  });
  const grid = (await page.locator(".grid").boundingBox())!;
  await page.mouse.click(grid.x + 80, grid.y + 92);
  await page.keyboard.press("Control+v");
  await eventually([3, 2], 3);
  const table = () =>
    page.evaluate(() => {
      const { book } = (window as any).workbench;
      const { area, name } = book.tables.find("T");
      return { name, rows: area.rows, texts: book.cells.texts({ ...area, row: 2, rows: 2 }) };
    });
  expect(await table()).toEqual({
    name: "T",
    rows: 4,
    texts: [
      ["2026-10-05", "2026-10-06", "1"],
      ["2026-10-07", "2026-10-10", "3"],
    ],
  });
  await page.keyboard.press("Control+z");
  await eventually([3, 2], "");
  expect(await table()).toEqual({ name: "T", rows: 2, texts: [Array(3).fill(""), Array(3).fill("")] });
  await page.keyboard.press("Control+y");
  await eventually([3, 2], 3);
  expect(await table()).toMatchObject({ rows: 4 });
  expect(errors).toEqual([]);
});

test("ribbon and cell menu come from the manifest, in the page's language, and open the pane", async () => {
  await open("sample=empty&lang=en&theme=light");
  const pane = page.locator(".pane");
  await page.locator(".pane header button").click();
  expect(await pane.isVisible()).toBe(false);
  await page.locator('[data-command="Gendan.Functions"]').click();
  await pane.waitFor({ state: "visible" });
  await page.frameLocator(".pane iframe").getByText("WORKDAYS", { exact: false }).first().waitFor();

  await page.getByRole("button", { name: "中文" }).click();
  await page.getByRole("button", { name: "验货" }).waitFor();
  await page.frameLocator(".pane iframe").getByText("今日").first().waitFor();
  await page.mouse.click(300, 400, { button: "right" });
  await page.getByText("为本行登记验货").waitFor();
});

test("every address of the manifest and of the functions' help is there", async () => {
  await open("sample=empty&lang=en&theme=light");
  const text = async (path: string) => (await page.request.get(new globalThis.URL(path, URL).href)).text();
  const addresses = [...(await text("manifest.xml")).matchAll(/"(https?:\/\/localhost[^"]*)"/g)].map(
    ([, address]) => address!,
  );
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of new Set(addresses)) {
    const response = await page.request.get(address);
    expect({ address, status: response.status() }).toEqual({ address, status: 200 });
  }
  for (const list of ["functions.json", "functions.zh-CN.json"]) {
    const { functions } = JSON.parse(await text(list)) as { functions: { name: string; helpUrl: string }[] };
    for (const { name, helpUrl } of functions) {
      const [address = "", anchor = ""] = helpUrl.split("#");
      expect({ name, there: (await text(address)).includes(`id="${anchor}"`) }).toEqual({
        name,
        there: true,
      });
    }
  }
});

test.each([
  ["office.js", /\/office-js\/office\.js$/, "taskpane.html", "无法从 Microsoft 网络加载 office.js"],
  ["the pane's own script", /\/pane(\.\w+)?\.js$/, "?sample=empty&lang=zh", "窗格加载失败"],
])("a pane that cannot load %s says so, and is not blank", async (_what, missing, path, sentence) => {
  page = await browser.newPage();
  await page.route(missing, (route) => route.abort());
  await page.goto(`${URL}${path}`);
  const pane = path.startsWith("?") ? page.frameLocator(".pane iframe") : page;
  await pane.getByText(sentence, { exact: false }).waitFor();
});

test("the pane is as wide as it is dragged, between 320 and 480, by keyboard as well", async () => {
  await open("sample=empty&lang=en&theme=light");
  const width = async () => (await page.locator(".pane").boundingBox())!.width;
  const divider = page.getByRole("separator");
  await divider.focus();
  await page.keyboard.press("End");
  expect(await width()).toBe(480);
  await page.keyboard.press("Home");
  expect(await width()).toBe(320);
  const { x, y } = (await divider.boundingBox())!;
  await page.mouse.move(x + 4, y + 300);
  await page.mouse.down();
  await page.mouse.move(x - 76, y + 300, { steps: 5 });
  await page.mouse.up();
  expect(Math.abs((await width()) - 400)).toBeLessThanOrEqual(2);
});

test.each(["light", "dark"])("the pane follows the page's %s theme", async (theme) => {
  await open(`sample=empty&lang=en&theme=${theme}`);
  const frame = page.frames().find((one) => one.url().includes("taskpane"))!;
  expect(await frame.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(
    theme === "dark",
  );
});

test.each([
  ["zh", "tracker-zh.xlsx"],
  ["en", "tracker-en.xlsx"],
])("the %s sample opens with its formulas calculated, and is the same after saving", async (sample, file) => {
  const errors = await open(`sample=${sample}&lang=${sample}`);
  expect(await page.locator(".top h1").textContent()).toBe(file);
  const summary = () =>
    page.evaluate(() => {
      const { book } = (window as any).workbench;
      return book.tables.list().map(({ name, area }: any) => ({
        name,
        rows: area.rows,
        values: book.cells.values(area),
        formulas: book.cells.formulas(area),
      }));
    });
  const before = await summary();
  const orders = before.find(({ name }: any) => name === "Orders");
  expect(orders.rows).toBeGreaterThan(50);
  expect(JSON.stringify(orders.formulas)).toContain("MERCH.");
  for (const { values } of before) expect(JSON.stringify(values)).not.toMatch(/#(BUSY|NAME|VALUE|REF)/);

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: sample === "zh" ? "保存" : "Save", exact: true }).click(),
  ]);
  const saved = readFileSync(await download.path());
  await page.evaluate(async (bytes) => {
    const { workbench } = window as any;
    await workbench.openFile(
      "again.xlsx",
      Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0)),
    );
    await workbench.whenFunctionsReady();
    await workbench.book.settle();
  }, saved.toString("base64"));
  expect(await page.locator(".top h1").textContent()).toBe("again.xlsx");
  expect(await summary()).toEqual(before);
  expect(errors).toEqual([]);
});

test("a file that is no workbook is refused in words, and the open one stays", async () => {
  await open("sample=empty&lang=en&theme=light");
  await page
    .locator("#open-file")
    .setInputFiles({ name: "notes.xlsx", mimeType: "text/plain", buffer: Buffer.from("hello") });
  await page.getByText("it is not an .xlsx file").waitFor();
  expect(await status()).toContain("notes.xlsx");
  expect(await page.locator(".top h1").textContent()).toBe("New workbook.xlsx");
});
