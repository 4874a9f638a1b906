import { milestoneColumns, milestoneHeading } from "../../../src/domain/schedule/milestoneHeading";
import { milestones } from "../../../src/registers/milestones";
import { orders } from "../../../src/registers/orders";
import { taTemplate } from "../../../src/domain/schedule/taTemplate";

const shown = (heading: string) => {
  const read = milestoneHeading(heading);
  return read && `${read.code} ${read.part} ${read.kind}`;
};

test.each([
  ["T19", "T19 start either"],
  ["T19 finish plan", "T19 finish plan"],
  ["t21", "T21 finish either"],
  ["PCD", "T19 start either"],
  ["Plan PCD", "T19 start plan"],
  ["PCD (A)", "T19 start actual"],
  ["ＰＣＤ　计划", "T19 start plan"],
  ["开裁\n计划", "T19 start plan"],
  ["計劃開裁", "T19 start plan"],
  ["实际开裁日期", "T19 start actual"],
  ["应开裁", "T19 start plan"],
  ["开裁完成 实际", "T19 finish actual"],
  ["上线", "T21 start either"],
  ["下线计划", "T21 finish plan"],
  ["车缝完成计划", "T21 finish plan"],
  ["产前样P", "T17 finish plan"],
  ["PP Act.", "T17 finish actual"],
  ["TOP", "TOP finish either"],
  ["船样", "TOP finish either"],
  ["FRI Actual Date", "T29 finish actual"],
  ["尾期", "T29 finish either"],
  ["ETD", "T32 finish either"],
  ["离厂应完成", "T30 finish plan"],
  ["离厂完成", "T30 finish actual"],
  ["Ex-Fty\r\nActual", "T30 finish actual"],
  ["Est. Ex-Factory", "T30 finish plan"],
  ["下单日期", "T00 finish either"],
])("%j is %s", (heading, expected) => expect(shown(heading)).toBe(expected));

test.each([
  "",
  " ",
  "PO",
  "款号",
  "Style",
  "Order qty",
  "交期",
  "Ex-factory due",
  "Delivery date",
  "状态",
  "Remarks",
  "计划",
  "x".repeat(5000),
])("%j is no milestone", (heading) => expect(milestoneHeading(heading)).toBeUndefined());

test("the headings of the order table are read as what they are, in both languages", () => {
  for (const { id, heading } of orders.fields) {
    const [key, kind] = id.split(".") as [string, string | undefined];
    const milestone = milestones.find((one) => one.id === key);
    for (const text of [heading.en, heading.zh]) {
      const read = milestoneHeading(text);
      if (milestone) expect(read).toEqual({ code: milestone.code, part: milestone.part, kind });
      else if (id === "orderDate") expect(read?.code).toBe("T00");
      else expect([text, read]).toEqual([text, undefined]);
    }
  }
});

test.each(["knit", "woven", "denim", "repeat"] as const)("codes and names of %s are headings", (template) => {
  for (const lang of ["en", "zh"] as const) {
    const tasks = taTemplate(template, lang);
    for (const { code, name } of tasks) {
      expect(milestoneHeading(name, tasks)?.code).toBe(code);
      expect(milestoneHeading(code)?.code).toBe(code);
    }
  }
});

test("a column without a word is the partner of one that has it; a bare word belongs to its left", () => {
  const read = milestoneColumns([
    "PO",
    "开裁计划",
    "实际",
    "下线",
    "下线实际",
    "离厂",
    "Plan2",
    "FRI",
    "完成",
  ]);
  expect(read.map(({ column, code, kind }) => `${column} ${code} ${kind}`)).toEqual([
    "1 T19 plan",
    "2 T19 actual",
    "3 T21 plan",
    "4 T21 actual",
    "5 T30 actual",
    "6 T30 plan",
    "7 T29 plan",
    "8 T29 actual",
  ]);
});
