import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { openWorkbench } from "./openWorkbench";
import type { OpenWorkbench } from "./openWorkbench";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Each language with its screens, what opens an order's dates and its inspection, and what looks at an order ahead. */
const languages = [
  [
    "zh",
    ["今日", "风险", "催办", "订单", "验货", "函数", "设置"],
    ["更新节点日期", "登记验货"],
    /^查看.*的风险详情$/,
  ],
  [
    "en",
    ["Today", "Risk", "Chase", "Order", "Inspect", "Functions", "Setup"],
    ["Update milestone", "Log an inspection"],
    /^Look into the risk of/,
  ],
] as const;

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What stands out to the right of a narrow pane, and what axe finds serious or critical. */
async function faults(w: OpenWorkbench, frame: Frame): Promise<string[]> {
  // What is still being worked out keeps buttons pale for a moment.
  await frame.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState !== "running"),
  );
  await w.page.waitForTimeout(350);
  const wide = await frame.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main *")]
      .filter((each) => {
        const { overflowX } = getComputedStyle(each);
        const scrolls = overflowX === "auto" || overflowX === "scroll" || each === document.documentElement;
        const { right, width } = each.getBoundingClientRect();
        const unseen = width <= 1 || getComputedStyle(each).position === "absolute";
        return (scrolls && each.scrollWidth > each.clientWidth) || (!unseen && right > innerWidth + 1);
      })
      .map((each) => `too wide: ${each.outerHTML.slice(0, 160)}`),
  );
  const found = (await frame.evaluate(async () => {
    const { violations } = await (window as any).axe.run(document, { resultTypes: ["violations"] });
    return violations.filter(({ impact }: { impact: string }) => ["serious", "critical"].includes(impact));
  })) as Finding[];
  return [
    ...wide,
    ...found.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`),
    ),
  ];
}

/** The pane as narrow as it gets, with axe in it. */
async function narrowPane(query: string): Promise<{ w: OpenWorkbench; frame: Frame }> {
  const w = await openWorkbench(query);
  await w.page.getByRole("separator").focus();
  await w.page.keyboard.press("Home");
  const frame = w.page.frames().find((one) => one.url().includes("taskpane"))!;
  // As a debugger would: the page's own policy lets no foreign script in.
  await frame.evaluate(axe);
  return { w, frame };
}

describe.each(languages)("in %s, 320 pixels wide", (lang, screens, purposes, ahead) => {
  let w: OpenWorkbench;
  let frame: Frame;
  beforeAll(async () => {
    ({ w, frame } = await narrowPane(`sample=${lang}&lang=${lang}&theme=light`));
  });
  afterAll(() => w.close());

  test.each(["light", "dark"])(
    "every screen fits, and axe finds nothing serious in the %s theme",
    async (theme) => {
      await w.page.evaluate((next) => (window as any).workbench.setTheme(next), theme);
      await frame.waitForFunction(
        (dark) => matchMedia("(prefers-color-scheme: dark)").matches === dark,
        theme === "dark",
      );
      expect(await frame.evaluate(() => innerWidth)).toBeLessThanOrEqual(320);
      expect(await frame.evaluate(() => document.documentElement.lang)).toBe(lang === "zh" ? "zh-CN" : "en");
      const all: Record<string, string[]> = {};
      for (const screen of screens) {
        await w.go(screen);
        all[screen] = await faults(w, frame);
      }
      // With an order chosen, both forms show what they are for.
      for (const purpose of purposes) {
        await w.go(screens[0]);
        await w.button(new RegExp(`^${purpose}`)).click();
        all[purpose] = await faults(w, frame);
      }
      await w.go(screens[1]);
      await w.button(ahead).click();
      await w.pane.getByRole("heading", { level: 1 }).filter({ visible: true }).first().waitFor();
      all.ahead = await faults(w, frame);
      expect(all).toEqual(Object.fromEntries(Object.keys(all).map((each) => [each, []])));
    },
  );

  test("nothing went wrong on the way: no error, no broken policy, nobody else asked", () => {
    expect(w.complaints).toEqual([]);
    expect(w.strangers).toEqual([]);
  });
});

/** The words that lead to what a screen shows only after something was done there. */
const words = {
  zh: {
    today: "今日",
    risk: "风险",
    chase: "催办",
    order: "订单",
    inspect: "验货",
    functions: "函数",
    setup: "设置",
    filters: /^筛选/,
    customers: "客户",
    table: "看表格",
    look: /^查看.*的风险详情$/,
    milestone: "节点",
    newDate: /新日期$/,
    tryIt: "试一试",
    write: "写消息",
    add: /^新增订单$/,
    template: "T&A 模板",
    due: "离厂交期",
    update: /^更新节点日期/,
    doneToday: /今天完成$/,
    forAll: /^同款其他颜色也写/,
    inspected: "已验件数",
    defects: "查找疵点",
    more: "箱数、尺寸、备注",
    terms: "修改",
    edit: /^修改订单/,
    learn: "从已完成的订单学习",
    save: /^保存 /,
    undo: "撤销",
  },
  en: {
    today: "Today",
    risk: "Risk",
    chase: "Chase",
    order: "Order",
    inspect: "Inspect",
    functions: "Functions",
    setup: "Setup",
    filters: /^Filters/,
    customers: "Customers",
    table: "As a table",
    look: /^Look into the risk of/,
    milestone: "Milestone",
    newDate: /^New date/,
    tryIt: "Try it",
    write: "Write message",
    add: /^Add order$/,
    template: "T&A template",
    due: "Ex-factory due",
    update: /^Update milestone/,
    doneToday: /done today$/,
    forAll: /^Also for/,
    inspected: "Pieces inspected",
    defects: "Search defects",
    more: "Cartons, measurements, remarks",
    terms: "Change",
    edit: /^Edit /,
    learn: "Learn from finished orders",
    save: /^Save /,
    undo: "Undo",
  },
} as const;

/** What a user has done on a screen, by name, in the order in which it is done. */
const states = (w: OpenWorkbench, t: (typeof words)["zh" | "en"]): [string, () => Promise<unknown>][] => [
  [
    "boards filtered, nothing found",
    async () => {
      await w.go(t.today);
      await w.button(t.filters).click();
      await w.pane.getByRole("searchbox").filter({ visible: true }).fill("zzzz");
    },
  ],
  [
    "risk by customer",
    async () => {
      await w.go(t.risk);
      await w.button(t.filters).click();
      await w.pane
        .getByRole("main")
        .getByText(t.customers, { exact: true })
        .filter({ visible: true })
        .last()
        .click();
      await w.pane.getByRole("progressbar").waitFor({ state: "detached" });
    },
  ],
  [
    "an order's dates as a table, and a change tried",
    async () => {
      await w.go(t.chase);
      await w.button(t.write).click();
      await w.go(t.risk);
      await w.pane
        .getByRole("main")
        .getByRole("listitem")
        .filter({ visible: true })
        .first()
        .getByRole("button")
        .first()
        .click();
      await w.button(t.look).click();
      await w.button(t.table).click();
      const milestone = w.pane.getByRole("combobox", { name: t.milestone, exact: true });
      await milestone.filter({ visible: true }).selectOption({ index: 1 });
      await w.field(t.newDate).fill("2026-10-20");
      await w.button(t.tryIt).click();
      await w.pane.getByRole("table").nth(1).waitFor();
    },
  ],
  ["a message to send", () => w.go(t.chase)],
  [
    "an order with what is missing, and a plan",
    async () => {
      await w.go(t.order);
      await w.button(t.add).click();
      await w.type(t.due, "2026-12-18");
      await w.choose(t.template, (await w.field(t.template).locator("option").nth(1).textContent())!);
    },
  ],
  [
    "another order asked about",
    async () => {
      await w.go(t.today);
      await w.pane.getByRole("searchbox").filter({ visible: true }).fill("");
      await w.button(t.edit).click();
    },
  ],
  [
    "dates set for all colours",
    async () => {
      await w.go(t.today);
      await w.button(t.update).click();
      await w.field(t.forAll).click();
      await w.button(t.doneToday).click();
    },
  ],
  [
    "a date written, with its way back",
    async () => {
      await w.button(t.save).click();
      await w.button(t.undo).waitFor();
    },
  ],
  [
    "an inspection that fails",
    async () => {
      await w.go(t.inspect);
      await w.pane.getByRole("listitem").filter({ visible: true }).first().getByRole("button").click();
      await w.pane
        .getByRole("button", { name: t.terms, exact: true })
        .filter({ visible: true })
        .last()
        .click();
      await w.type(t.inspected, "50");
      await w.field(t.defects).fill("A01");
      for (let piece = 0; piece < 25; piece++) await w.field(t.defects).press("Enter");
      await w.button(t.more).click();
    },
  ],
  [
    "a function's help",
    async () => {
      await w.go(t.functions);
      await w.button(/AQLPLAN/).click();
    },
  ],
  [
    "durations learned",
    async () => {
      await w.go(t.setup);
      await w.button(t.learn).click();
    },
  ],
];

describe.each([
  ["zh", "dark"],
  ["en", "light"],
  ["zh", "contrast"],
] as const)("what is done on the screens in %s, %s, 320 pixels wide", (lang, theme) => {
  test("everything fits, and axe finds nothing serious in any state", async () => {
    const { w, frame } = await narrowPane(`sample=${lang}&lang=${lang}&theme=${theme}`);
    try {
      if (theme === "contrast") await w.page.emulateMedia({ forcedColors: "active" });
      const all: Record<string, string[]> = {};
      for (const [name, act] of states(w, words[lang])) {
        await act();
        all[name] = await faults(w, frame);
      }
      expect(all).toEqual(Object.fromEntries(Object.keys(all).map((each) => [each, []])));
      expect(w.complaints).toEqual([]);
    } finally {
      await w.close();
    }
  });
});

describe("by keyboard, where office.js moves the focus itself", () => {
  let w: OpenWorkbench;
  let frame: Frame;
  const at = () =>
    frame.evaluate(() => {
      const here = document.activeElement;
      return here?.getAttribute("aria-label") ?? here?.textContent ?? "";
    });
  beforeAll(async () => {
    w = await openWorkbench("sample=en&lang=en&theme=light");
    frame = w.page.frames().find((one) => one.url().includes("taskpane"))!;
  });
  afterAll(() => w.close());

  test("the focus goes along to a screen that a button opens, and Tab goes on from there", async () => {
    await w.button(/^Update milestone/).focus();
    await w.page.keyboard.press("Enter");
    await w.pane.getByRole("heading", { name: "Milestone dates" }).waitFor();
    expect(await w.until(at, (label) => label === "Dates")).toBe("Dates");
    await w.page.keyboard.press("Tab");
    expect(await at()).toBe("Change");
  });

  test("an order chosen by typing and Enter leaves the focus on it; a closed message gives it back to the screen", async () => {
    await w.page.keyboard.press("Enter");
    expect(
      await w.until(
        () => frame.evaluate(() => document.activeElement?.tagName),
        (tag) => tag === "INPUT",
      ),
    ).toBe("INPUT");
    await w.page.keyboard.type("MS1105");
    await w.page.keyboard.press("Enter");
    expect(await w.until(at, (label) => label.includes("MS1105"))).toContain("MS1105");
    await w.page.keyboard.press("Tab");
    expect(await at()).toBe("Change");
    await w.button(/done today$/).click();
    await w.button(/^Save /).click();
    const dismiss = w.button("Dismiss this message");
    await dismiss.waitFor();
    await dismiss.press("Enter");
    expect(await w.until(at, (label) => label === "Dates")).toBe("Dates");
  });

  test("Escape empties a search and stays in the pane", async () => {
    await w.go("Today");
    const search = w.pane.getByRole("searchbox").filter({ visible: true });
    await search.fill("MS");
    await search.press("Escape");
    expect(await search.inputValue()).toBe("");
    expect(await frame.evaluate(() => document.hasFocus())).toBe(true);
    expect(await at()).toBe("Search orders");
  });
});

/** What reads a sheet of one's own, takes it into use, and leads to the cells that are no dates. */
const reading = [
  ["zh", "light", "读我的表", "用这张表", "查看"],
  ["en", "dark", "Read my sheet", "Use this sheet", "Look"],
] as const;

describe.each(reading)("a sheet of one's own in %s, %s, 320 pixels wide", (lang, theme, read, use, look) => {
  test("what was understood, the sheets in use and the unread cells fit, and axe finds nothing serious", async () => {
    const { w, frame } = await narrowPane(`sample=own-${lang}&lang=${lang}&theme=${theme}`);
    try {
      await w.button(read).click();
      await w.button(use).waitFor();
      expect(await faults(w, frame)).toEqual([]);
      await w.button(use).click();
      await w.button(look).waitFor();
      expect(await faults(w, frame)).toEqual([]);
      await w.button(look).click();
      await w.pane.getByRole("heading", { level: 1 }).filter({ visible: true }).first().waitFor();
      expect(await faults(w, frame)).toEqual([]);
      expect(w.complaints).toEqual([]);
    } finally {
      await w.close();
    }
  });
});
