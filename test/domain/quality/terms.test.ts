import { readAql, readEdition, readLevel, readSeverity, readZone } from "../../../src/domain/quality/terms";
import { aqls } from "../../../src/domain/quality/samplingPlan";
import { levels } from "../../../src/domain/quality/codeLetter";

test.each([
  [2.5, 2.5],
  ["2.5", 2.5],
  ["AQL 2.5", 2.5],
  ["aql2.5", 2.5],
  ["AQL: 4.0", 4],
  ["4.0 ", 4],
  ["2.5%", 2.5],
  ["２．５", 2.5],
  ["0.010", 0.01],
  [1000, 1000],
  [3, undefined],
  ["", undefined],
  ["AQL", undefined],
  ["two", undefined],
  [0, undefined],
  [-2.5, undefined],
  ["-2.5", undefined],
  ["2.5.5", undefined],
  [NaN, undefined],
])("AQL %p is %p", (text, aql) => {
  expect(readAql(text)).toBe(aql);
});

test("every AQL of the tables and every level is read as it is written", () => {
  for (const aql of aqls) expect([readAql(aql), readAql(String(aql))]).toEqual([aql, aql]);
  for (const level of levels) expect(readLevel(level)).toBe(level);
});

test.each([
  ["II", "II"],
  ["ii", "II"],
  [2, "II"],
  ["3", "III"],
  ["Ⅱ", "II"],
  ["Ⅲ", "III"],
  ["S1", "S-1"],
  ["s-4", "S-4"],
  ["Ｓ－２", "S-2"],
  ["Level II", "II"],
  ["General level I", "I"],
  ["G-II", "II"],
  ["GIII", "III"],
  ["一般检验水平Ⅱ", "II"],
  ["特殊检验水平 S-3", "S-3"],
  ["S-5", undefined],
  ["IV", undefined],
  [4, undefined],
  ["", undefined],
])("level %p is %p", (text, level) => {
  expect(readLevel(text)).toBe(level);
});

test.each([
  ["Normal", "normal"],
  ["正常", "normal"],
  ["TIGHTENED", "tightened"],
  ["加严检验", "tightened"],
  ["reduced inspection", "reduced"],
  ["放宽", "reduced"],
  ["strict", undefined],
])("severity %p is %p", (text, severity) => {
  expect(readSeverity(text)).toBe(severity);
});

test.each([
  ["ISO", "ISO"],
  ["iso 2859-1", "ISO"],
  ["ISO 2859-1:1999", "ISO"],
  ["GB", "ISO"],
  ["GB/T 2828.1-2012", "ISO"],
  ["Z1.4", "Z14"],
  ["z14", "Z14"],
  ["ANSI", "Z14"],
  ["ANSI/ASQ Z1.4-2003", "Z14"],
  ["ASQ", "Z14"],
  ["MIL-STD-105E", "Z14"],
  ["105E", "Z14"],
  ["", undefined],
  ["Z", undefined],
  ["JIS", undefined],
  ["1999", undefined],
])("standard %p is %p", (text, edition) => {
  expect(readEdition(text)).toBe(edition);
});

test.each([
  ["A", "A"],
  ["b", "B"],
  ["A区", "A"],
  ["Zone B", "B"],
  ["C", undefined],
])("zone %p is %p", (text, zone) => {
  expect(readZone(text)).toBe(zone);
});
