import * as fc from "fast-check";
import { colourSum, emptyOrder, sizeNames, type OrderDraft } from "../../src/taskpane/order/orderDraft";
import { isBlock, readSizeGrid, withSizeGrid, type SizeGrid } from "../../src/taskpane/order/sizeGrid";

const read = (text: string) => readSizeGrid(text) as SizeGrid;
const put = (text: string, draft: OrderDraft = emptyOrder, size?: string, single = false) =>
  withSizeGrid(draft, read(text), { colour: draft.colours[0]!.number, size }, single) as OrderDraft;
const told = ({ colours }: OrderDraft) => colours.map(({ colour, qty, bySize }) => [colour, qty, bySize]);

test("a table with headings, totals and thousands, as sheets hold it", () => {
  const text =
    "颜色\tS\tM\tL\t合计\r\n藏青\t300\t1,600\t500\t2,400\r\n米白\t２０0\t-\t\t200\r\n合计\t500\t1600\t500\t2600\r\n";
  const draft = put(text);
  expect(sizeNames(draft.sizes)).toEqual(["S", "M", "L"]);
  expect(told(draft)).toEqual([
    ["藏青", 2400, { S: 300, M: 1600, L: 500 }],
    ["米白", 200, { S: 200, M: undefined, L: undefined }],
  ]);
});

test("a total that does not add up is kept, for the form to object to", () => {
  const [colour] = put("Colour\tS\tM\tTotal\nNavy\t10\t20\t40").colours;
  expect(colourSum(colour!, ["S", "M"])).toEqual({ sizesSum: 30, qty: 40 });
});

test("numbers as sizes, under a blank corner", () => {
  const draft = put("\t110\t120\t130\nPink\t5\t6\t7");
  expect(draft.sizes).toBe("110, 120, 130");
  expect(told(draft)).toEqual([["Pink", undefined, { "110": 5, "120": 6, "130": 7 }]]);
});

test("without headings the form's sizes are filled in their order; a column that adds up everywhere is the total", () => {
  expect(told(put("Navy\t1\t2\t3\t4\t10\nRed\t2\t2\t2\t2\t8"))).toEqual([
    ["Navy", 10, { S: 1, M: 2, L: 3, XL: 4 }],
    ["Red", 8, { S: 2, M: 2, L: 2, XL: 2 }],
  ]);
});

test("only numbers go from the field on, right and down", () => {
  const draft = put("600\t500\n60\t50", emptyOrder, "M");
  expect(told(draft)).toEqual([
    ["", undefined, { M: 600, L: 500 }],
    ["", undefined, { M: 60, L: 50 }],
  ]);
});

test("a list of colours makes a card for each", () => {
  expect(put("Navy\nRed\nBlack").colours.map(({ colour }) => colour)).toEqual(["Navy", "Red", "Black"]);
});

test("a colour that is there gets the numbers; sizes with quantities stay", () => {
  const before = put("Colour\tS\tXXL\nNavy\t1\t9");
  const after = put("Colour\tS\tM\nRed\t3\t4\nnavy\t7\t8", before);
  expect(after.sizes).toBe("S, M, XXL");
  expect(told(after)).toEqual([
    ["navy", undefined, { S: 7, XXL: 9, M: 8 }],
    ["Red", undefined, { S: 3, M: 4 }],
  ]);
});

test("sizes whose names would be parted in the field stay one", () => {
  expect(sizeNames(put("Colour\tXS/S\tOne size\nNavy\t1\t2").sizes)).toEqual(["XS-S", "One-size"]);
});

test("what cannot be taken says why, and takes nothing", () => {
  expect(readSizeGrid("Colour\tS\nNavy\tTBA")).toEqual({ code: "notANumber", text: "TBA" });
  expect(readSizeGrid("Colour\tS\tS\nNavy\t1\t2")).toEqual({ code: "sizeTwice", text: "S" });
  expect(put("1\t2\t4", emptyOrder, "L")).toEqual({ code: "moreThanSizes", columns: 3, sizes: 2 });
  expect(put("Colour\tS\nNavy\t1\nRed\t2", emptyOrder, undefined, true)).toEqual({ code: "severalColours" });
});

test("one row into the form of one order, whatever its colour is called", () => {
  const draft = { ...emptyOrder, colours: [{ ...emptyOrder.colours[0]!, colour: "Navy", qty: 5 }] };
  expect(told(put("40\t60", draft, "S", true))).toEqual([["Navy", 5, { S: 40, M: 60 }]]);
});

test("words are pasted as words", () => {
  for (const text of ["Navy", "Navy blue", "1,200", "Navy\n", "S, M, L"]) expect(isBlock(text)).toBe(false);
  for (const text of ["1\t2", "Navy\nRed"]) expect(isBlock(text)).toBe(true);
});

test("every quantity of a table arrives under its colour and its size", () => {
  const sizes = fc.uniqueArray(fc.constantFrom("XS", "S", "M", "L", "XL", "2XL", "3XL"), { minLength: 1 });
  const colours = fc.uniqueArray(fc.constantFrom("Navy", "黑色", "Ecru", "Rust print", "Bottle green"), {
    minLength: 1,
  });
  fc.assert(
    fc.property(sizes, colours, fc.boolean(), fc.nat(), (columns, rows, totals, seed) => {
      const count = (row: number, column: number) => ((seed % 997) + 1) * (row + 1) * (column + 2);
      const line = (name: string, row: number) => {
        const counts = columns.map((_, column) => count(row, column));
        return [name, ...counts, ...(totals ? [counts.reduce((a, b) => a + b)] : [])].join("\t");
      };
      const text = [["Colour", ...columns, ...(totals ? ["Total"] : [])].join("\t"), ...rows.map(line)].join(
        "\n",
      );
      const draft = put(text);
      expect(sizeNames(draft.sizes)).toEqual(columns);
      expect(draft.colours.map(({ colour }) => colour)).toEqual(rows);
      draft.colours.forEach(({ bySize }, row) =>
        columns.forEach((size, column) => expect(bySize[size]).toBe(count(row, column))),
      );
    }),
  );
});
