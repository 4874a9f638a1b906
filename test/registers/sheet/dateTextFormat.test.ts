import fc from "fast-check";
import { formatOfReadTexts } from "../../../src/registers/sheet/dateTextFormat";
import { civilDate, serialDate } from "../../../src/domain/calendar/serialDate";
import { isDateFormat } from "../../../src/registers/sheet/sheetGrid";

const day = (year: number, month: number, date: number) => serialDate(year, month, date)!;
const texts = (...read: [string, number][]) =>
  formatOfReadTexts(read.map(([text, serial]) => ({ text, day: serial })));

test.each([
  ["2026年5月3日", day(2026, 5, 3), 'yyyy"年"m"月"d"日"'],
  ["5月3号", day(2026, 5, 3), 'm"月"d"号"'],
  ["０５月０３", day(2026, 5, 3), 'mm"月"dd'],
  ["3-May-26", day(2026, 5, 3), "d-mmm-yy"],
  ["3 June 2026", day(2026, 6, 3), "d mmmm yyyy"],
  ["03/05/2026", day(2026, 5, 3), "dd/mm/yyyy"],
  ["05/03/2026", day(2026, 5, 3), "mm/dd/yyyy"],
  ["26.5.3", day(2026, 5, 3), "yy.m.d"],
  ["2026-05-03", day(2026, 5, 3), "yyyy-mm-dd"],
  ["5/30", day(2026, 5, 30), "m/d"],
  ["30/5", day(2026, 5, 30), "d/m"],
])("%s is shown as it was typed", (text, serial, format) => {
  expect(texts([text, serial])).toBe(format);
});

test("one that could be either goes as the others do, and what tells nothing has no say", () => {
  expect(texts(["5/5/2026", day(2026, 5, 5)], ["30/5/2026", day(2026, 5, 30)])).toBe("d/m/yyyy");
  expect(texts(["TBA", day(2026, 5, 5)])).toBeUndefined();
  expect(texts(["5/5/2026", day(2026, 5, 5)])).toBeUndefined();
});

test("whatever is read in a text, its format is one of a day", () => {
  const written = fc
    .tuple(fc.integer({ min: 43_000, max: 50_000 }), fc.constantFrom("/", "-", "."), fc.boolean())
    .map(([serial, separator, dayFirst]) => {
      const { year, month, day: date } = civilDate(serial);
      const parts = dayFirst ? [date, month, year] : [month, date, year];
      return { text: parts.join(separator), day: serial };
    });
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 5 }), (read) => {
      const format = formatOfReadTexts(read);
      expect(format === undefined || isDateFormat(format)).toBe(true);
    }),
  );
});
