/* global document, window */
// node scripts/screenshots.mjs [name…]: takes the pictures of README and guides from the running product, into assets/screenshots.
//
//   PORT       the first port to try, 3170 if not said
//   CHROMIUM   the browser, /usr/bin/chromium if not said
//   --no-build serve what was built before
import { mkdirSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { serve } from "./start.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = path.join(ROOT, "assets/screenshots");
const MOST_BYTES = 2.5 * 1024 * 1024;

/** The page's own theme decides: Playwright's idea of light and dark would override it. */
const CONTEXT = { viewport: { width: 1400, height: 860 }, colorScheme: null };

const goTo = async (pane, screen) => {
  const bar = pane.getByRole("navigation");
  const button = bar.getByRole("button", { name: screen, exact: true });
  if (!(await button.isVisible())) await bar.getByRole("button", { name: /^(More|更多)$/ }).click();
  await button.click();
};
const fill = (pane, label, text) =>
  pane
    .getByRole("textbox", { name: label })
    .or(pane.getByRole("combobox", { name: label }))
    .first()
    .fill(text);

/** To the columns that are calculated, as with a wheel. */
async function scrollSheet(page, right, down) {
  await page.locator(".grid").hover();
  await page.mouse.wheel(right, 0);
  await page.mouse.wheel(0, down);
}

/** Chooses the order in the inspection screen, counts the defects of `tally`, and says how many pieces were looked at. */
async function inspect(pane, { screen, order, inspectedLabel, inspected, tally }) {
  await goTo(pane, screen);
  await pane.getByRole("searchbox").fill(order);
  await pane.getByRole("listitem").filter({ hasText: order }).getByRole("button").first().click();
  await fill(pane, inspectedLabel, String(inspected));
  const search = pane.getByRole("searchbox");
  for (const [defect, count] of tally) {
    await search.fill(defect);
    for (let tapped = 0; tapped < count; tapped++) await search.press("Enter");
  }
  await search.fill("");
}

/** The risk board once every open order has its chance. */
async function board({ page, pane }, screen) {
  await goTo(pane, screen);
  await pane.getByRole("progressbar").waitFor({ state: "detached" });
  await scrollSheet(page, 3104, 560);
}

/** An order that may or may not be in time, ahead. */
async function outlook(at, screen, open, amber) {
  await board(at, screen);
  await at.pane.getByRole("button", { name: amber }).first().click();
  await at.pane
    .getByRole("listitem")
    .first()
    .getByRole("button", { name: new RegExp(`^${open}`) })
    .click();
  await at.pane.getByRole("img").first().waitFor();
}

/** The first party of the chase list with its message. */
async function chase({ pane }, screen, write) {
  await goTo(pane, screen);
  await pane.getByRole("button", { name: write }).first().click();
  await pane.getByRole("textbox").last().waitFor();
}

/** The report's sheet. */
async function report(at, screen, make) {
  await board(at, screen);
  await at.pane.getByRole("button", { name: make }).click();
  await at.pane
    .getByText(/2026-09-15/)
    .first()
    .waitFor();
}

/** What each picture shows: the page it opens, what is done there, and whether the picture is of the pane alone. */
const pictures = {
  "today-zh": {
    query: "sample=zh&lang=zh&theme=light",
    act: ({ page }) => scrollSheet(page, 3104, 560),
  },
  "today-dark-en": {
    query: "sample=en&lang=en&theme=dark",
  },
  "risk-zh": { query: "sample=zh&lang=zh&theme=light", act: (at) => board(at, "风险") },
  "risk-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 1000,
    act: (at) => board(at, "Risk"),
  },
  "outlook-zh": {
    query: "sample=zh&lang=zh&theme=light",
    paneOnly: true,
    height: 1700,
    act: (at) => outlook(at, "风险", "查看", /黄$/),
  },
  "outlook-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 1700,
    act: (at) => outlook(at, "Risk", "Look into", /Amber$/),
  },
  "chase-zh": {
    query: "sample=zh&lang=zh&theme=light",
    paneOnly: true,
    height: 1100,
    act: (at) => chase(at, "催办", "写消息"),
  },
  "chase-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 1100,
    act: (at) => chase(at, "Chase", "Write message"),
  },
  "report-zh": {
    query: "sample=zh&lang=zh&theme=light",
    height: 1180,
    act: (at) => report(at, "风险", "周报"),
  },
  "report-en": {
    query: "sample=en&lang=en&theme=light",
    height: 1180,
    act: (at) => report(at, "Risk", "Weekly report"),
  },
  "inspection-zh": {
    query: "sample=zh&lang=zh&theme=light",
    paneOnly: true,
    height: 1180,
    act: ({ pane }) =>
      inspect(pane, {
        screen: "验货",
        order: "QH2026",
        inspectedLabel: "已验件数",
        inspected: 125,
        tally: [
          ["S01", 4],
          ["F02", 3],
          ["A01", 1],
          ["A03", 6],
        ],
      }),
  },
  "pending-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 1180,
    act: ({ pane }) =>
      inspect(pane, {
        screen: "Inspect",
        order: "",
        inspectedLabel: "Pieces inspected",
        inspected: 50,
        tally: [
          ["S01", 2],
          ["A03", 3],
        ],
      }),
  },
  "order-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 1700,
    act: async ({ pane }) => {
      await goTo(pane, "Order");
      await fill(pane, "PO number", "4500018301");
      await fill(pane, "Style", "FF-1142");
      await fill(pane, "Description", "Men's crew neck T-shirt");
      await fill(pane, "Customer", "Fjord & Finch");
      await fill(pane, "Factory", "Padma Knit Composite");
      await fill(pane, "Merchandiser", "Farhana Akter");
      await fill(pane, "Currency", "USD");
      await fill(pane, "Unit price", "4.35");
      await fill(pane, "Order date", "2026-09-14");
      await fill(pane, "Ex-factory due", "2026-12-18");
      await fill(pane, "Sizes", "S, M, L, XL");
      await fill(pane, "Colour", "Navy");
      for (const [size, count] of [
        ["S", 300],
        ["M", 600],
        ["L", 500],
        ["XL", 200],
      ])
        await fill(pane, `Navy, size ${size}`, String(count));
      await pane.getByLabel("T&A template").selectOption({ index: 1 });
    },
  },
  "adopt-zh": {
    query: "sample=own-zh&lang=zh&theme=light",
    act: async ({ pane }) => {
      await pane.getByRole("button", { name: "读我的表" }).click();
      await pane.getByRole("button", { name: "用这张表" }).waitFor();
      // Pointing at a question shows its columns on the sheet.
      await pane.getByRole("button", { name: "在表里看" }).first().hover();
    },
  },
  "adopt-en": {
    query: "sample=own-en&lang=en&theme=light",
    paneOnly: true,
    height: 1250,
    act: async ({ pane }) => {
      await pane.getByRole("button", { name: "Read my sheet" }).click();
      await pane.getByRole("button", { name: "Use this sheet" }).waitFor();
      await pane.getByRole("button", { name: "Tick the risk columns" }).click();
    },
  },
  "functions-zh": {
    query: "sample=zh&lang=zh&theme=light",
    paneOnly: true,
    height: 1150,
    act: async ({ pane }) => {
      await goTo(pane, "函数");
      await pane.getByRole("searchbox").fill("DAYSLATE");
      await pane.getByRole("button", { name: /DAYSLATE/ }).click();
    },
  },
  "milestones-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 1000,
    act: async ({ pane }) => {
      await pane
        .getByRole("button", { name: /^Update milestone dates/ })
        .first()
        .click();
      await pane.getByRole("heading", { name: "Milestone dates" }).waitFor();
    },
  },
  "settings-en": {
    query: "sample=en&lang=en&theme=light",
    paneOnly: true,
    height: 960,
    act: async ({ pane }) => {
      await goTo(pane, "Setup");
      await pane.getByText("Work calendar").waitFor();
    },
  },
};

async function take(browser, url, name) {
  const { query, act, paneOnly = false, height } = pictures[name];
  const context = await browser.newContext({
    ...CONTEXT,
    viewport: { ...CONTEXT.viewport, ...(height ? { height } : {}) },
  });
  const page = await context.newPage();
  await page.goto(`${url}?${query}`);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => window.workbench.ready);
  const settle = () =>
    page.evaluate(async () => {
      await window.workbench.whenFunctionsReady();
      await window.workbench.book.settle();
    });
  await settle();
  const pane = page.frameLocator(".pane iframe");
  await pane.getByRole("heading", { level: 1 }).first().waitFor();
  await act?.({ page, pane });
  await settle();
  // Nothing blinks, hovers or fades in a picture.
  await pane.locator("body").evaluate(() => document.activeElement?.blur());
  await page.mouse.move(500, 120);
  await page.waitForTimeout(1200);
  const target = paneOnly ? page.locator(".pane") : page;
  await target.screenshot({ path: path.join(OUT, `${name}.png`), animations: "disabled", caret: "hide" });
  await context.close();
}

const wanted = process.argv.slice(2).filter((word) => word in pictures);
const build = process.argv.includes("--no-build") ? "none" : "production";
mkdirSync(OUT, { recursive: true });
const { url, close } = await serve({ port: Number(process.env.PORT) || 3170, build });
const browser = await chromium.launch({
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
try {
  for (const name of wanted.length ? wanted : Object.keys(pictures)) {
    await take(browser, url, name);
    console.log(name);
  }
  const bytes = readdirSync(OUT).reduce((sum, file) => sum + statSync(path.join(OUT, file)).size, 0);
  console.log(`${Math.round(bytes / 1024)} KB in all`);
  if (bytes > MOST_BYTES) throw new Error("The pictures have grown too large for a repository.");
} finally {
  await browser.close();
  await close();
}
process.exit(0);
