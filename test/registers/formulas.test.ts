import { formulaOf } from "../../src/registers/formulaOf";
import { word } from "../../src/registers/register";
import type { Lang, RegisterId, TableNames } from "../../src/registers/register";
import { registerIds, registers } from "../../src/registers/registers";
import { colourRule, statusColours } from "../../src/registers/statusColours";
import { columnOf, ownCell } from "../../src/registers/structuredReference";

const tablesIn = (lang: Lang): Record<RegisterId, TableNames> =>
  Object.fromEntries(
    registerIds.map((id) => [
      id,
      {
        table: registers[id].tableName,
        headings: Object.fromEntries(
          registers[id].fields.map((field) => [field.id, word(field.heading, lang)]),
        ),
      },
    ]),
  ) as Record<RegisterId, TableNames>;

test.each(["en", "zh-CN"] as const)("every formula column has a formula in its own headings (%s)", (lang) => {
  const tables = tablesIn(lang);
  for (const id of registerIds) {
    const headings = new Set(registerIds.flatMap((other) => Object.values(tables[other].headings)));
    for (const field of registers[id].fields) {
      const formula = formulaOf(field, tables[id], tables, lang);
      expect(formula !== undefined).toBe(field.type === "formula");
      const named = [...(formula ?? "").matchAll(/\[@?\[?([^[\]@]+)\]/g)].map((match) => match[1] ?? "");
      for (const heading of named) expect(headings).toContain(heading);
    }
  }
});

test("headings with spaces and signs are quoted as Excel asks", () => {
  expect(ownCell("PO")).toBe("[@PO]");
  expect(ownCell("订单号")).toBe("[@订单号]");
  expect(ownCell("Ex-factory due")).toBe("[@[Ex-factory due]]");
  expect(ownCell("PO#")).toBe("[@[PO'#]]");
  expect(ownCell("Qty [pcs]")).toBe("[@[Qty '[pcs']]]");
  expect(columnOf("Inspections", "Buyer's QC")).toBe("Inspections[Buyer''s QC]");
});

test("a column that an optional argument would come from may be missing", () => {
  const tables = tablesIn("en");
  const headings = Object.fromEntries(
    Object.entries(tables.orders.headings).filter(([id]) => id !== "T30.plan"),
  );
  const status = registers.orders.fields.find(({ id }) => id === "status");
  expect(status && formulaOf(status, { table: "Orders", headings }, tables, "en")).toBe(
    '=MERCH.TASTATUS([@[Ex-factory due]],[@[Ex-factory actual]],AsOf,3,,"en")',
  );
});

test("colours name fields that exist, and tell numbers from the empty text of a blank row", () => {
  for (const { register, fieldId } of statusColours) {
    expect(registers[register].fields.map(({ id }) => id)).toContain(fieldId);
  }
  expect(statusColours.map((rule) => colourRule(rule, "$A2"))).toContain("=AND(ISNUMBER($A2),$A2>0)");
});
