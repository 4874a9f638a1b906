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
/** The longest moment for which the page may stand still. */
const FROZEN_MS = 50;
const TASKSET = "/usr/bin/taskset";

/** What Excel gives the functions, and an observer of every moment for which the page stood still. */
const PAGE = `<!doctype html><script>
  const functions = new Map();
  globalThis.CustomFunctions = {
    Error: class extends Error { constructor(code, message) { super(message); this.code = code; } },
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    associate: (id, compute) => functions.set(id, compute),
  };
  let tasks = [];
  const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  watch.observe({ type: "longtask" });
  const pause = () => new Promise((done) => setTimeout(done, 200));
  async function timeCalls({ headings, dates, due, asOf }) {
    let ours = 0;
    const call = (id, ...args) => {
      const compute = functions.get(id);
      const entered = performance.now();
      const answer = compute(...args, {});
      ours += performance.now() - entered;
      return answer;
    };
    const none = [[null]], template = [["knit"]], day = [[asOf]];
    await pause();
    tasks = [];
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
    const called = performance.now();
    const cells = await Promise.all(answers);
    const ms = performance.now() - begun;
    // The observer hears of a task after it.
    await pause();
    const chances = cells.filter((cell, i) => i % 5 === 1 && typeof cell[0][0] === "number").length;
    const after = tasks.filter(({ startTime }) => startTime >= called).map(({ duration }) => duration);
    return { ms, calling: called - begun, ours, later: Math.max(0, ...after), chances };
  }
</script><script src="functions.js"></script>`;

interface Timed {
  readonly ms: number;
  /** The one task in which whoever calls makes all the calls, and the functions' part of it. */
  readonly calling: number;
  readonly ours: number;
  /** The longest task after it, which is all theirs; 0 where none took 50 ms, for shorter ones are not told. */
  readonly later: number;
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
    return [
      { what: "in Chromium: 1000 rows, a call a cell, cold", ms: cold.ms, atMostMs: 3000 },
      ...frozen(cold, FROZEN_MS),
      { what: "in Chromium: the same for other orders", ms: other.ms },
      ...frozen(other, FROZEN_MS),
      {
        what: "in Chromium: one row changed",
        ms: Math.min(...changed.map(({ ms }) => ms)),
        atMostMs: 30,
      },
      { what: "in Chromium: 10000 rows, a call a cell", ms: many.ms },
      ...frozen(many, undefined),
    ];
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * For how long the page stood still. That somebody makes thousands of calls in one task is the bench's doing, and Excel's where it
 * does so; the functions answer for their part of it, and for every task after it.
 */
const frozen = ({ calling, ours, later }: Timed, atMostMs: number | undefined): Measurement[] => [
  { what: "  frozen by the functions while all calls come", ms: ours, ...(atMostMs && { atMostMs }) },
  { what: "  with the caller's own part of that task", ms: calling },
  { what: "  longest task after that (0: under 50)", ms: later, atMostMs: FROZEN_MS },
];

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
