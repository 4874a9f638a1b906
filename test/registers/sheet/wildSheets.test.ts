import { wildSheets } from "../../../samples/wildSheets/allSheets";
import { scoreAll } from "../../../samples/wildSheets/score";
import { secondSheets } from "../../../samples/wildSheets/secondSheets";
import { thirdSheets } from "../../../samples/wildSheets/thirdSheets";
import { THRESHOLDS } from "../../../samples/wildSheets/thresholds";
import { readSheet } from "../../../src/registers/sheet/readSheet";
import { SURE } from "../../../src/registers/sheet/sheetReading";

const sets = [
  { set: "first set", sheets: wildSheets() },
  { set: "second set", sheets: secondSheets() },
  { set: "third set", sheets: thirdSheets() },
].map((one) => ({ ...one, score: scoreAll(one.sheets) }));

test("at least forty made sheets, in three languages, and two more sets by other rules", () => {
  expect(sets.map(({ sheets }) => sheets.length >= 20)).toEqual([true, true, true]);
  expect(sets[0]?.sheets.length).toBeGreaterThanOrEqual(40);
  for (const { sheets } of sets)
    for (const lang of ["zh", "tw", "en"])
      expect(sheets.filter((sheet) => sheet.lang === lang).length).toBeGreaterThanOrEqual(5);
});

describe.each(sets)("$set", ({ sheets, score }) => {
  test.each(["place", "meanings", "heldOutMeanings", "dates", "rows"] as const)("%s as promised", (what) => {
    expect(score[what]).toBeGreaterThanOrEqual(THRESHOLDS[what]);
  });

  test("hardly a wrong meaning is given with certainty", () => {
    expect(score.surelyWrong).toBeLessThanOrEqual(THRESHOLDS.surelyWrong);
  });

  test("no day is given that nobody can know", () => {
    expect(score.sheets.filter(({ guessed }) => guessed > 0).map(({ name }) => name)).toEqual([]);
  });

  test("layouts, subjects, milestones down and colour lines are told apart", () => {
    const wrong = score.sheets.filter(
      ({ layout, subject, fillDown, milestones, milestonesRight }) =>
        !layout || !subject || !fillDown || milestonesRight < milestones,
    );
    expect(wrong.length / score.sheets.length).toBeLessThanOrEqual(0.05);
  });

  test("the same sheet is read the same way twice, and nothing of it is changed", () => {
    for (const { grid } of sheets.slice(0, 6)) {
      const before = JSON.stringify(grid);
      expect(JSON.stringify(readSheet(grid))).toBe(JSON.stringify(readSheet(grid)));
      expect(JSON.stringify(grid)).toBe(before);
    }
  });
});

test("price lists, cartons, wages and output are not taken for orders", () => {
  const none = sets.flatMap(({ sheets }) => sheets.filter(({ answer }) => answer.subject === "none"));
  expect(none.length).toBeGreaterThanOrEqual(7);
  for (const { name, grid } of none) {
    const { subject, columns } = readSheet(grid);
    const sure = columns.filter(({ meaning, confidence }) => meaning !== undefined && confidence >= SURE);
    expect([name, subject, sure]).toEqual([name, "none", []]);
  }
});
