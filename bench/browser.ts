import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { delivered } from "./delivered";
import type { Measurement } from "./measure";
import { AS_OF, orders } from "./trackerOrders";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const TASKSET = "/usr/bin/taskset";

/** What Excel gives the functions, and an observer of every moment for which the page stood still. */
const PAGE = `<!doctype html><script>
  const functions = new Map();
  globalThis.CustomFunctions = {
    Error: class extends Error { constructor(code, message) { super(message); this.code = code; } },
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    associate: (id, compute) => functions.set(id, compute),
  };
  const frozen = [];
  const watch = new PerformanceObserver((list) => frozen.push(...list.getEntries().map(({ duration }) => duration)));
  watch.observe({ type: "longtask" });
  const pause = () => new Promise((done) => setTimeout(done, 200));
  async function timeCalls({ headings, dates, due, asOf }) {
    const call = (id, ...args) => functions.get(id)(...args, {});
    const none = [[null]], template = [["knit"]], day = [[asOf]];
    await pause();
    frozen.length = 0;
    const begun = performance.now();
    const answers = dates.flatMap((row, i) => {
      const cells = [row], by = [due[i]];
      return [
        call("SHIPDATE", headings, cells, template, day, none, none),
        call("ONTIME", headings, cells, by, template, day, none, none),
        call("RISK", headings, cells, by, template, day, none, none, none),
        call("RISKWHY", headings, cells, by, template, day, none, none, none),
        call("NEXTSTEP", headings, cells, none, template, day),
      ];
    });
    const cells = await Promise.all(answers);
    const ms = performance.now() - begun;
    // The observer hears of a task after it.
    await pause();
    const chances = cells.filter((cell, i) => i % 5 === 1 && typeof cell[0][0] === "number").length;
    return { ms, frozen: Math.max(0, ...frozen), chances };
  }
</script><script src="functions.js"></script>`;

interface Timed {
  readonly ms: number;
  /** The longest task of the page; 0 where none took 50 ms, for shorter ones are not told. */
  readonly frozen: number;
  readonly chances: number;
}

/**
 * functions.js in Chromium, on one processor where the system can say so: the five risk functions of every row, one call for each
 * cell as a table asks, in one go. Without Chromium there is nothing to measure.
 */
export async function browserBench(): Promise<Measurement[]> {
  if (!existsSync(CHROMIUM)) {
    console.log(`     no browser at ${CHROMIUM}: nothing is measured there`);
    return [];
  }
  const code = await delivered();
  const server = createServer(({ url }, response) => {
    response.setHeader("Content-Type", url === "/functions.js" ? "text/javascript" : "text/html");
    response.end(url === "/functions.js" ? code : PAGE);
  }).listen(0);
  const folder = mkdtempSync(join(tmpdir(), "gendan-bench-"));
  const browser = await chromium.launch({
    executablePath: existsSync(TASKSET) ? onOneProcessor(folder) : CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
    const cold = await ask(page, 0, 1000);
    const other = await ask(page, 1, 1000);
    const changed: Timed[] = [];
    for (let run = 0; run < 5; run++) changed.push(await ask(page, 1, 1, 500 + run));
    const many = await ask(page, 2, 10_000);
    const frozen = Math.max(cold.frozen, other.frozen);
    return [
      { what: "in Chromium: 1000 rows, a call a cell, cold", ms: cold.ms, atMostMs: 3000 },
      { what: "in Chromium: the same for other orders", ms: other.ms },
      { what: "in Chromium: longest frozen moment (0: under 50)", ms: frozen, atMostMs: 50 },
      {
        what: "in Chromium: one row changed",
        ms: Math.min(...changed.map(({ ms }) => ms)),
        atMostMs: 30,
      },
      { what: "in Chromium: 10000 rows, a call a cell", ms: many.ms },
      { what: "in Chromium: longest frozen moment of these", ms: many.frozen },
    ];
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

function onOneProcessor(folder: string): string {
  const script = join(folder, "chromium");
  writeFileSync(script, `#!/bin/sh\nexec ${TASKSET} -c 0 "${CHROMIUM}" "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/** Asks for all five cells of these rows; `edited` is the row of which one date is another. */
async function ask(page: Page, shift: number, count: number, edited?: number): Promise<Timed> {
  const { headings, dates, due } = orders(shift, edited === undefined ? count : 1000);
  if (edited !== undefined) {
    const row = dates[edited] as (number | string)[];
    row[4] = (row[4] as number) + 1;
    dates.splice(0, dates.length, row);
    due.splice(0, due.length, due[edited] as number[]);
  }
  const asked = JSON.stringify({ headings, dates, due, asOf: AS_OF });
  const timed: Timed = await page.evaluate(`timeCalls(${asked})`);
  if (timed.chances < count) throw new Error(`${timed.chances} of ${count} rows have a chance`);
  return timed;
}
