import { chromium } from "playwright-core";
import type { FrameLocator, Locator, Page } from "playwright-core";

const ADDRESS = process.env.WORKBENCH_URL ?? "http://localhost:3000/";

/** One row of a table, by its headings. */
export type Row = Readonly<Record<string, string | number | boolean>>;

/** What the host's log keeps of one request. */
export interface Sync {
  readonly wrote: boolean;
  readonly did: readonly string[];
  readonly error?: unknown;
}

/** The page as somebody has it before them, and a look at the sheet behind the grid. */
export interface OpenWorkbench {
  readonly page: Page;
  readonly pane: FrameLocator;
  /** What the browser complained about: exceptions, errors on the console, refused requests, broken security policies. */
  readonly complaints: readonly string[];
  /** Addresses of other machines that something was asked from. */
  readonly strangers: readonly string[];
  /** Opens one of the pane's screens by its button. */
  go(screen: string): Promise<void>;
  /** The field with this label, of the screen that is shown. */
  field(label: string | RegExp): Locator;
  button(name: string | RegExp): Locator;
  type(label: string | RegExp, text: string): Promise<void>;
  choose(label: string | RegExp, option: string): Promise<void>;
  /** The rows of a table when everything is calculated. */
  rows(table: string): Promise<Row[]>;
  /** The formulas of a table's row, by heading; what is no formula reads as its value. */
  formulas(table: string, row: number): Promise<Row>;
  /** Waits until the sheet says what is expected, and answers it. */
  until<T>(look: () => Promise<T>, good: (found: T) => boolean): Promise<T>;
  /** Waits until nothing is asked of the host any more, then counts what an action asks up to its write. */
  syncsOf(action: () => Promise<void>): Promise<Sync[]>;
  close(): Promise<void>;
}

/** Where a date stands in Excel's counting. */
export const serial = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

export async function openWorkbench(query: string, width = 1400): Promise<OpenWorkbench> {
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
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    // Without Playwright's own idea of light and dark the pane follows the page's theme, as it does for people.
    colorScheme: null,
    // A colour that fades over is neither of its two: what is measured is where it ends.
    reducedMotion: "reduce",
  });
  // Long enough for a busy machine, short enough for a test to say what it waited for.
  context.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  const strangers: string[] = [];
  const page = await context.newPage();
  await context.exposeFunction("tellBroken", (what: string) => complaints.push(`policy: ${what}`));
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile }) => {
      const tell = (window as any).tellBroken as (what: string) => void;
      tell(`${violatedDirective} ${blockedURI} ${sourceFile}`);
    });
  });
  page.on("pageerror", (error) => complaints.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  context.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!["data:", "blob:"].includes(protocol) && hostname !== "localhost") strangers.push(request.url());
  });

  await page.goto(`${ADDRESS}?${query}`);
  await page.waitForFunction(() => "workbench" in window);
  await page.evaluate(() => (window as any).workbench.ready);
  const pane = page.frameLocator(".pane iframe");
  await pane.getByRole("navigation").waitFor();

  // The screens that were left stay in the pane, unseen.
  const seen = (found: Locator) => found.filter({ visible: true });
  // A required field's label ends with a star.
  const whole = (label: string) => new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*\\*?$`);
  const field = (label: string | RegExp) =>
    seen(pane.getByLabel(typeof label === "string" ? whole(label) : label)).first();
  const button = (name: string | RegExp) =>
    seen(pane.getByRole("button", { name, exact: typeof name === "string" })).first();
  const look = (table: string, what: "values" | "formulas"): Promise<Row[]> =>
    page.evaluate(
      async ([name, kind]) => {
        const { book } = (window as any).workbench;
        await book.settle();
        const found = book.tables.find(name);
        if (!found) return [];
        const headings: string[] = found.columns.map((column: any) => column.name);
        return book.cells[kind](book.tables.body(found.id)).map((cells: any[]) =>
          Object.fromEntries(headings.map((heading, index) => [heading, cells[index]])),
        );
      },
      [table, what] as const,
    );
  const requests = () =>
    page.evaluate(() =>
      (window as any).workbench.host.requests.map(({ wrote, did, error }: Sync) => ({ wrote, did, error })),
    ) as Promise<Sync[]>;

  return {
    page,
    pane,
    complaints,
    strangers,
    field,
    button,
    go: async (screen) => {
      const bar = pane.getByRole("navigation");
      const item = bar.getByRole("button", { name: screen, exact: true });
      // What a narrow bar has no room for stands behind its last button.
      if (!(await item.isVisible())) await bar.getByRole("button", { name: /^(More|更多)$/ }).click();
      await item.click();
      await seen(pane.getByRole("heading", { level: 1 }).or(pane.getByRole("heading", { level: 2 })))
        .first()
        .waitFor();
    },
    type: async (label, text) => {
      await field(label).click();
      await field(label).fill("");
      await field(label).pressSequentially(text);
      // Typing is finished by going on to the next field; a list of proposals closes with it.
      await field(label).press("Tab");
    },
    choose: async (label, option) => {
      await field(label).selectOption({ label: option });
    },
    rows: (table) => look(table, "values"),
    formulas: async (table, row) => (await look(table, "formulas"))[row] ?? {},
    until: async (find, good) => {
      const end = Date.now() + 15_000;
      for (;;) {
        const found = await find();
        if (good(found) || Date.now() > end) return found;
        await page.waitForTimeout(100);
      }
    },
    syncsOf: async (action) => {
      const quiet = () =>
        page.waitForFunction(async () => {
          const { host, book } = (window as any).workbench;
          await book.settle();
          const before = host.requests.length;
          await new Promise((resolve) => setTimeout(resolve, 900));
          return host.requests.length === before;
        });
      await quiet();
      await page.evaluate(() => (window as any).workbench.host.clearRequests());
      await action();
      await quiet();
      const asked = await requests();
      // Afterwards the pane reads again what it shows; that is no part of what the user asked for.
      return asked.slice(0, asked.map(({ wrote }) => wrote).lastIndexOf(true) + 1);
    },
    close: () => browser.close(),
  };
}
