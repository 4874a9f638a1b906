/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { taTemplate, type TaTask } from "../../src/domain/schedule/taTemplate";
import { templateChoice } from "../../src/registers/templateChoice";
import { appendRows } from "../../src/workbook/appendRows";
import { readBook } from "../../src/workbook/readBook";
import { saveTemplates } from "../../src/workbook/saveTemplates";
import { setUp } from "../../src/workbook/setUp";
import { undo } from "../../src/workbook/undo";
import type { TestWorkbook } from "./openWorkbook";
import { close, openWorkbook, problemOf } from "./openWorkbook";

let workbook: TestWorkbook;
beforeAll(async () => {
  workbook = await openWorkbook();
});
beforeEach(() => workbook.clean());
afterAll(() => {
  close(workbook);
});

const sheetNames = (): string[] => workbook.book.sheets.list().map(({ name }) => name);

const slower = (days: number): TaTask[] =>
  taTemplate("knit").map((task) => (task.p > 0 ? { ...task, p: task.p + days } : task));

const ready = async (lang: "en" | "zh-CN" = "en"): Promise<void> => {
  await readBook();
  await setUp(lang);
  await readBook();
};

/** What an order of that factory is made of, as the workbook is read now. */
async function tasksFor(template: string, factory: string): Promise<readonly TaTask[]> {
  const book = await readBook();
  const choice = templateChoice(book.tables.templates?.rows.map(({ fields }) => fields) ?? []);
  return choice.tasksOf(choice.keyOf({ template, factory }));
}

const riskFormulas = async (): Promise<string[]> => {
  const book = await readBook();
  const [headings = []] = await workbook.values("Orders!A1:BA1");
  const [formulas = []] = await workbook.formulas("Orders!A2:BA2");
  return ["risk", "forecastShip", "chance"].map((id) => {
    const heading = book.tables.orders?.headings[id];
    return formulas[headings.indexOf(heading)] as string;
  });
};

test("the first copy makes the sheet in two syncs, reads back as it was saved, and the risk columns go by it", async () => {
  await ready();
  for (const formula of await riskFormulas()) expect(formula).not.toContain("Templates");
  const { result, syncs } = await workbook.syncsOf(() =>
    saveTemplates([{ template: "knit", factory: "", tasks: slower(3) }]),
  );
  expect(syncs).toHaveLength(2);
  expect(result).toMatchObject({ code: "templatesSaved", params: { templates: "knit" } });
  expect(sheetNames()).toContain("Templates");
  expect(await tasksFor("knit", "Padma")).toEqual(slower(3));
  expect(await tasksFor("woven", "Padma")).toEqual(taTemplate("woven"));
  for (const formula of await riskFormulas()) expect(formula).toContain("FILTER(Templates[[Code]:[Held up]]");
  const [first] = await workbook.values("Templates!A2:K2");
  expect(first?.slice(0, 4)).toEqual(["knit", "knit", "", "T00"]);
});

test("how often work is held up is kept as a percentage, and read back", async () => {
  await ready();
  const tasks = slower(3).map((task) => (task.p > 0 ? { ...task, heldUp: 0.032 } : task));
  await saveTemplates([{ template: "knit", factory: "", tasks }]);
  expect(await tasksFor("knit", "Padma")).toEqual(tasks);
  const shown = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("Templates").getRange("L3");
    cell.load("text");
    await context.sync();
    return cell.text;
  });
  expect(shown).toEqual([["3.2%"]]);
});

test("undo takes the sheet out again and gives the risk columns their formulas back", async () => {
  await ready();
  const before = await riskFormulas();
  const receipt = await saveTemplates([{ template: "knit", factory: "", tasks: slower(3) }]);
  await readBook();
  await undo(receipt);
  expect(sheetNames()).not.toContain("Templates");
  expect((await readBook()).issues).toEqual([]);
  expect(await riskFormulas()).toEqual(before);
});

test("a copy for one factory stands beside the one for all", async () => {
  await ready();
  await saveTemplates([{ template: "knit", factory: "", tasks: slower(1) }]);
  await readBook();
  const { syncs } = await workbook.syncsOf(() =>
    saveTemplates([{ template: "knit", factory: "Padma", tasks: slower(5) }]),
  );
  expect(syncs).toHaveLength(2);
  expect(await tasksFor("knit", "Padma")).toEqual(slower(5));
  expect(await tasksFor("knit", "Meghna")).toEqual(slower(1));
  const keys = new Set((await workbook.values("Templates!A2:A80")).flat());
  expect(keys).toEqual(new Set(["knit", "knit|Padma", ""]));
});

test("rows of the same template are replaced only with consent, and come back on undo as they had been edited", async () => {
  await ready();
  await saveTemplates([{ template: "knit", factory: "", tasks: slower(1) }]);
  await saveTemplates([{ template: "woven", factory: "", tasks: taTemplate("woven") }]);
  await workbook.type("Templates!I4", [[99]]);
  await readBook();
  const edited = await tasksFor("knit", "");
  expect(edited[2]?.p).toBe(99);
  const again = [{ template: "Knit", factory: "", tasks: slower(7) }];
  expect((await problemOf(saveTemplates(again))).code).toBe("templatesExist");
  expect(await tasksFor("knit", "")).toEqual(edited);
  const receipt = await saveTemplates(again, ["knit"]);
  expect(await tasksFor("knit", "")).toEqual(slower(7));
  expect(await tasksFor("woven", "")).toEqual(taTemplate("woven"));
  await undo(receipt);
  expect(await tasksFor("knit", "")).toEqual(edited);
  expect(await tasksFor("woven", "")).toEqual(taTemplate("woven"));
});

test("undo leaves alone what somebody has edited since, or written beside the table", async () => {
  await ready();
  const receipt = await saveTemplates([{ template: "knit", factory: "", tasks: slower(1) }]);
  await workbook.type("Templates!N3", [["our own note"]]);
  expect((await problemOf(undo(receipt))).code).toBe("changedMeanwhile");
  await workbook.type("Templates!N3", [[""]]);
  await workbook.type("Templates!I4", [[42]]);
  expect((await problemOf(undo(receipt))).code).toBe("changedMeanwhile");
  expect((await tasksFor("knit", ""))[2]?.p).toBe(42);
});

test("in a Chinese workbook the sheet is Chinese and follows the word of the tracker", async () => {
  await ready("zh-CN");
  await saveTemplates([{ template: "针织", factory: "海晟针织", tasks: taTemplate("knit", "zh") }]);
  expect(sheetNames()).toContain("模板");
  const [, first] = await workbook.values("模板!A1:K2");
  expect(first?.slice(0, 3)).toEqual(["针织|海晟针织", "针织", "海晟针织"]);
  expect(await tasksFor("针织", "海晟针织")).toEqual(taTemplate("knit", "zh"));
});

test("a sheet of that name that is somebody's own is left alone", async () => {
  await ready();
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("Templates").getRange("A1").values = [["mine"]];
    await context.sync();
  });
  await saveTemplates([{ template: "knit", factory: "", tasks: slower(1) }]);
  expect(sheetNames()).toContain("Templates (2)");
  expect(await workbook.values("Templates!A1")).toEqual([["mine"]]);
});

test("orders that come later get the formula that looks for copies", async () => {
  await ready();
  await saveTemplates([{ template: "knit", factory: "", tasks: slower(1) }]);
  await appendRows([
    {
      register: "orders",
      rows: [
        { po: "P1", style: "S1", qty: 10, due: 46300, template: "knit" },
        { po: "P2", style: "S2", qty: 10, due: 46300, template: "knit" },
      ],
    },
  ]);
  const [formula] = await riskFormulas();
  expect(formula).toContain("FILTER(Templates");
});
