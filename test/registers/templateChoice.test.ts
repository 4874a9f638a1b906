import { taTemplate } from "../../src/domain/schedule/taTemplate";
import type { Fields } from "../../src/registers/register";
import { tasksIn, templateChoice } from "../../src/registers/templateChoice";

const row = (template: string, factory: string, code: string, days: number, predecessors = ""): Fields => ({
  template,
  factory,
  code,
  task: `task ${code}`,
  owner: "FACTORY",
  o: days,
  m: days + 1,
  p: days + 2,
  unit: "WD",
  predecessors,
});

const plan = (template: string, factory: string, days: number): Fields[] => [
  row(template, factory, "A", days),
  row(template, factory, "T30", days, "A"),
];

const book = templateChoice([
  ...plan("knit", "", 3),
  ...plan("knit", "Sunrise Garments", 5),
  ...plan("woven", "Sunrise Garments", 7),
]);

const durationFor = (order: Fields) => book.tasksOf(book.keyOf(order))[0]?.o;

test("an order takes its factory's copy, else the copy for all, else the built-in template", () => {
  expect(durationFor({ template: "knit", factory: "Sunrise Garments" })).toBe(5);
  expect(durationFor({ template: "knit", factory: "Moonlight" })).toBe(3);
  expect(durationFor({ template: "knit" })).toBe(3);
  expect(durationFor({ template: "woven", factory: "Sunrise Garments" })).toBe(7);
  expect(book.tasksOf(book.keyOf({ template: "woven", factory: "Moonlight" }))).toEqual(taTemplate("woven"));
  expect(book.tasksOf(book.keyOf({ template: "牛仔", factory: "Sunrise Garments" }))).toEqual(
    taTemplate("denim"),
  );
});

test("capitals make no difference, as in the formulas", () => {
  expect(durationFor({ template: "Knit", factory: "SUNRISE garments" })).toBe(5);
});

test("without a template an order is knit, as in the functions", () => {
  const none = templateChoice([]);
  expect(none.tasksOf(none.keyOf({}))).toEqual(taTemplate("knit"));
  expect(book.tasksOf(book.keyOf({ factory: "Sunrise Garments" }))).toEqual(taTemplate("knit"));
});

test("orders with the same tasks share a name, others do not", () => {
  const keys = ["Sunrise Garments", "Moonlight", "Starlight"].map((factory) =>
    book.keyOf({ template: "knit", factory }),
  );
  expect(new Set(keys).size).toBe(2);
  expect(keys[1]).toBe(keys[2]);
});

test.each([
  [
    [row("knit", "", "A", 1, "B"), row("knit", "", "B", 1, "A")],
    "circularPredecessors",
    { tasks: "A → B → A" },
  ],
  [[row("knit", "", "A", 1, "Z9")], "unknownPredecessor", { task: "A", predecessor: "Z9" }],
  [[row("knit", "", "A", 1), row("knit", "", "a", 1)], "duplicateTask", { task: "a" }],
  [
    [row("knit", "", "A", 1, "B:XX+2"), row("knit", "", "B", 1)],
    "badPredecessor",
    { task: "A", text: "B:XX+2" },
  ],
  [[{ ...row("knit", "", "A", 1), m: "soon" }], "templateNumber", { row: 1, column: "m", text: "soon" }],
  [
    [row("knit", "", "A", 1), { ...row("knit", "", "B", 1), p: -2 }],
    "templateNumber",
    { row: 2, column: "p", text: "-2" },
  ],
  [[{ ...row("knit", "", "A", 1), o: 9 }], "threePointOrder", { optimistic: 9, likely: 2, pessimistic: 3 }],
  [[{ ...row("knit", "", "A", 1), unit: "weeks" }], "templateUnit", { row: 1, text: "weeks" }],
  [[row("knit", "", "", 1)], "templateCode", { row: 1 }],
  [[{ ...row("knit", "", "A", 1), heldUp: "often" }], "templateHeldUp", { row: 1, text: "often" }],
  [[{ ...row("knit", "", "A", 1), heldUp: 3 }], "templateHeldUp", { row: 1, text: "3" }],
])("what is wrong with a copy is named (%#)", (rows, code, values) => {
  expect(() => tasksIn(rows)).toThrow(expect.objectContaining({ code, values }));
  const wrong = templateChoice(rows);
  expect(() => wrong.tasksOf(wrong.keyOf({ template: "knit" }))).toThrow(expect.objectContaining({ code }));
  // The other templates are as good as before.
  expect(wrong.tasksOf(wrong.keyOf({ template: "woven" }))).toEqual(taTemplate("woven"));
});

test.each([
  [undefined, undefined],
  ["", undefined],
  [0, undefined],
  [0.032, 0.032],
  ["3.2%", 0.032],
])("the chance of being held up is a share or a percentage, and may be left out: %s", (cell, heldUp) => {
  const [task] = tasksIn([{ ...row("knit", "", "A", 1), ...(cell !== undefined && { heldUp: cell }) }]);
  expect(task?.heldUp).toEqual(heldUp);
});

test("a word that is no template is an error that names it", () => {
  expect(() => book.tasksOf(book.keyOf({ template: "leather" }))).toThrow(
    expect.objectContaining({
      code: "unknownTemplate",
      values: expect.objectContaining({ text: "leather" }),
    }),
  );
});
