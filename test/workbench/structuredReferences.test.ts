import {
  engineColumn,
  fromEngine,
  renameColumn,
  toEngine,
} from "../../src/workbench/sheet/structuredReferences";

const orders = {
  name: "Orders",
  columns: ["PO#", "Qty (pcs)", "Price", "数量（件）", "Ex-Fty, date", "It's", " spaced", "T30\nplan"],
};
const other = { name: "Line_Items.2", columns: ["Qty"] };
const tables = {
  byName: (name: string) =>
    [orders, other].find(
      (table) =>
        table.name.toLowerCase() === name.toLowerCase() ||
        table.name.replace("_", "ˍ").replace(".", "․") === name,
    ),
};

test.each([
  ["=[@Price]*2", "=Orders[[#This Row],[Price]]*2", "=[@Price]*2"],
  ["=[@[Qty (pcs)]]", "=Orders[[#This Row],[Qty ❨pcs❩]]", "=[@[Qty (pcs)]]"],
  ["=orders[price]", "=Orders[Price]", "=[Price]"],
  [
    "=SUM(Orders[[Price]:[数量（件）]])",
    "=SUM(Orders[[Price]:[数量（件）]])",
    "=SUM([[Price]:[数量（件）]])",
  ],
  [
    "=Orders[[#Headers],[Price]:[It''s]]",
    "=Orders[[#Headers],[Price]:[Itʼs]]",
    "=[[#Headers],[Price]:[It''s]]",
  ],
  ["=Orders[[#This Row],[PO'#]]", "=Orders[[#This Row],[PO♯]]", "=[@[PO'#]]"],
  ["=ROWS(Orders[#All])", "=ROWS(Orders[#All])", "=ROWS(Orders[#All])"],
  ["=[@[Ex-Fty, date]]", "=Orders[[#This Row],[Ex-Fty‚ date]]", "=[@[Ex-Fty, date]]"],
  ["=[@[ spaced]]", "=Orders[[#This Row],[␣spaced]]", "=[@[ spaced]]"],
  ["=SUM(Line_Items.2[Qty])", "=SUM(LineˍItems․2[Qty])", "=SUM(Line_Items.2[Qty])"],
  ['="[@Price]"&Orders[@Price]', '="[@Price]"&Orders[[#This Row],[Price]]', '="[@Price]"&[@Price]'],
  [
    "=_xlfn.XLOOKUP(1,Orders[Price],Orders[Price])",
    "=XLOOKUP(1,Orders[Price],Orders[Price])",
    "=XLOOKUP(1,[Price],[Price])",
  ],
])("%s goes in and comes out again", (typed, engine, shown) => {
  expect(toEngine(typed, tables, orders)).toBe(engine);
  expect(fromEngine(engine, tables, orders)).toBe(shown);
  // What is in the engine's words already stays as it is, and what is shown can be typed again.
  expect(toEngine(engine, tables, orders)).toBe(engine);
  expect(toEngine(shown, tables, orders)).toBe(engine);
});

test("from outside the table its name is said", () => {
  expect(fromEngine("=SUM(Orders[Price])", tables)).toBe("=SUM(Orders[Price])");
});

test("columns and tables that are not there are refused", () => {
  expect(() => toEngine("=Orders[Nothing]", tables)).toThrow();
  expect(() => toEngine("=[@Price]", tables)).toThrow();
});

test("a renamed column is renamed in its own table only", () => {
  const formula = "=SUM(Orders[Price])+Other[Price]+Orders[[#This Row],[Price]]";
  expect(renameColumn(formula, "Orders", "Price", "Cost (USD)")).toBe(
    "=SUM(Orders[Cost ❨USD❩])+Other[Price]+Orders[[#This Row],[Cost ❨USD❩]]",
  );
});

test("no two different names of a tracker look the same to the engine", () => {
  const names = ["Qty (pcs)", "Qty（pcs）", "A,B", "A，B", "a b", "a b "];
  expect(new Set(names.map(engineColumn)).size).toBe(names.length);
});
