import { formulaNeeds } from "../../src/registers/formulaNeeds";
import { fieldOf } from "../../src/registers/registers";
import type { Field } from "../../src/registers/register";

const needsOf = (id: string, headings: Record<string, string>, others = {}) =>
  formulaNeeds(fieldOf("orders", id) as Field, { table: "T", headings }, others, "en");

test("names what a formula cannot do without, and not what it would only like to have", () => {
  expect(needsOf("status", {})).toEqual([
    { kind: "field", id: "due" },
    { kind: "field", id: "T30.actual" },
  ]);
  expect(needsOf("status", { due: "Due" })).toEqual([{ kind: "field", id: "T30.actual" }]);
  expect(needsOf("status", { due: "Due", "T30.actual": "Left" })).toEqual([]);
});

test("a forecast needs a milestone that has happened or has not; the template is a help", () => {
  expect(needsOf("risk", { due: "Due", "T19.plan": "Cut" })).toEqual([{ kind: "milestones" }]);
  expect(needsOf("risk", { "T19.actual": "Cut" })).toEqual([{ kind: "field", id: "due" }]);
  expect(needsOf("forecastShip", { "T19.actual": "Cut" })).toEqual([]);
});

test("the inspections' result needs the inspections", () => {
  expect(needsOf("qc", { po: "PO", style: "Style" })).toEqual([{ kind: "register", id: "inspections" }]);
});

test("typed columns need nothing", () => {
  expect(needsOf("remarks", {})).toEqual([]);
});
