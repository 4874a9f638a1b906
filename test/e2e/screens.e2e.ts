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
