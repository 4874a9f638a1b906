import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Page } from "playwright-core";
import webpack from "webpack";
import type { Measurement } from "./measure";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The longest moment for which the pane may stand still. Tasks under 50 ms are not told by the browser. */
const FROZEN_MS = 50;

const PAGE = `<!doctype html><meta charset="utf-8"><div id="pane"></div><script>
  const frozen = [];
  new PerformanceObserver((list) => frozen.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
</script><script src="screensPage.js"></script>`;

/** The pane as it is delivered, on a workbook in memory. */
async function bundle(folder: string): Promise<void> {
  const compiler = webpack({
    mode: "production",
    entry: { screensPage: join(__dirname, "screensPage.tsx") },
    output: { path: folder, filename: "[name].js", publicPath: "auto" },
    resolve: { extensions: [".ts", ".tsx", ".js"] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: { loader: "ts-loader", options: { transpileOnly: true } },
        },
      ],
    },
    performance: { hints: false },
  });
  const stats = await promisify(compiler.run.bind(compiler))();
  await promisify(compiler.close.bind(compiler))();
  if (stats?.hasErrors()) throw new Error(stats.toString("errors-only"));
}

/** Today, Risk and Chase on 1,000 and 10,000 orders in Chromium: how long each takes, and the longest moment it stands still. */
export async function screensBench(): Promise<Measurement[]> {
  if (!existsSync(CHROMIUM)) {
    console.log(`     no browser at ${CHROMIUM}: no screens are measured`);
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "gendan-bench-"));
  await bundle(folder);
  const server = createServer(({ url = "" }, response) => {
    const [path = "/"] = url.split("?");
    const file = join(folder, path);
    const isScript = path.endsWith(".js") && existsSync(file);
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? readFileSync(file) : PAGE);
  }).listen(0);
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const found: Measurement[] = [];
    for (const count of [1000, 10_000]) {
      const page = await browser.newPage({ viewport: { width: 360, height: 860 } });
      page.setDefaultTimeout(120_000);
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/?orders=${count}`);
      await page.getByRole("heading").first().waitFor();
      found.push(...(await screensOf(page, count)));
      await page.close();
    }
    return found;
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

async function screensOf(page: Page, count: number): Promise<Measurement[]> {
  const found: Measurement[] = [];
  const shown = (selector: string) => page.locator(selector).filter({ visible: true });
  /** Until the page has drawn what it has. */
  const drawn = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0))));
  const measure = async (what: string, atMostMs: number, act: () => Promise<unknown>): Promise<void> => {
    await page.waitForTimeout(150);
    await page.evaluate("void (frozen.length = 0)");
    const begun = performance.now();
    await act();
    await drawn();
    const ms = performance.now() - begun;
    await page.waitForTimeout(400);
    const longest = Math.max(0, ...(await page.evaluate<number[]>("frozen")));
    const of = `${what}, ${count} orders`;
    found.push({ what: of, ms, atMostMs });
    found.push({ what: `  longest frozen moment`, ms: longest, atMostMs: FROZEN_MS });
  };
  // By the page itself: a driver that looks for what to press holds it for longer than what is measured.
  const press = (selector: string, text: string) =>
    page.evaluate(
      ([among, says]) => {
        const found = [...document.querySelectorAll<HTMLElement>(among)].find(
          (each) => each.offsetParent !== null && each.textContent.includes(says),
        );
        found?.click();
      },
      [selector, text] as const,
    );
  const go = (screen: string) => press("nav button", screen);
  const list = () => shown("ul > li").first().waitFor();
  const search = async (text: string) => {
    await shown("input[type=search]").first().focus();
    await page.keyboard.type(text);
  };

  await measure("Today: opened", 2000, () => go("Today").then(list));
  await measure("Today: searched", 1000, () => search("black"));
  await measure("Today: scrolled", 2000, () => scroll(page));
  await measure("Today: more shown", 1000, () => press("button", "more"));
  await measure("Risk: opened, every chance there", 60_000, async () => {
    await go("Risk");
    await list();
    await page.getByRole("progressbar").waitFor({ state: "detached" });
  });
  await measure("Risk: searched", 1000, () => search("black"));
  await measure("Risk: only red", 1000, () => press("button", "Red"));
  await measure("Risk: scrolled", 2000, () => scroll(page));
  await measure("Risk: more shown", 1000, () => press("button", "more"));
  await measure("Chase: opened", 2000, () => go("Chase").then(list));
  await measure("Chase: searched", 1000, () => search("black"));
  await measure("Chase: two weeks", 1000, () => press("button", "14"));
  await measure("Chase: scrolled", 2000, () => scroll(page));
  await measure("Today: opened again", 1000, () => go("Today").then(list));
  await measure("Today: one date changed in the sheet", 2000, () => page.evaluate("edit()"));
  return found;
}

async function scroll(page: Page): Promise<void> {
  await page.mouse.move(180, 500);
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, 500);
    await page.waitForTimeout(16);
  }
}
