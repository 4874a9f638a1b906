import { civilDate, isoDate, LAST_SERIAL, serialDate } from "../../../src/domain/calendar/serialDate";

// Serials as Excel shows them for these dates.
it.each([
  [1900, 1, 1, 1],
  [1900, 2, 28, 59],
  [1900, 3, 1, 61],
  [2000, 1, 1, 36526],
  [2026, 3, 5, 46086],
  [9999, 12, 31, LAST_SERIAL],
])("%d-%d-%d is %d and back", (year, month, day, serial) => {
  expect(serialDate(year, month, day)).toBe(serial);
  expect(civilDate(serial)).toEqual({ year, month, day });
});

it.each([
  [2026, 2, 29],
  [2026, 13, 1],
  [2026, 0, 1],
  [2026, 4, 31],
  [1899, 12, 31],
  [10000, 1, 1],
  [2026, 1, 0],
])("%d-%d-%d is no day", (year, month, day) => {
  expect(serialDate(year, month, day)).toBeUndefined();
});

it("writes dates year first", () => {
  expect(isoDate(46086)).toBe("2026-03-05");
});
