import { readFileSync } from "node:fs";
import path from "node:path";
import { initialsOf, withInitials } from "../../../scripts/defectInitials";
import { defects, findDefect, searchDefects } from "../../../src/domain/quality/defects";

const codes = (query: string) => searchDefects(query).map((defect) => defect.code);

test("106 defects, codes once, group known by the letter", () => {
  expect(defects).toHaveLength(106);
  expect(new Set(defects.map((defect) => defect.code)).size).toBe(106);
  for (const defect of defects) {
    expect(defect.code).toMatch(/^[A-Z]\d\d$/);
    expect(defect.group.en && defect.group.zh && defect.name.en && defect.name.zh).not.toBe("");
  }
});

test("what is critical is critical in both zones, and no defect is graver where it is not seen", () => {
  const order = { critical: 0, major: 1, minor: 2 };
  for (const { code, classIn } of defects) {
    expect(order[classIn.B]).toBeGreaterThanOrEqual(order[classIn.A]);
    expect([classIn.A === "critical", classIn.B === "critical"]).toEqual(Array(2).fill(code.startsWith("X")));
  }
});

test("the initials in the data file are what the script makes", () => {
  const file = readFileSync(path.join(__dirname, "../../../src/data/defects.json"), "utf8");
  expect(file).toBe(withInitials(file));
});

test.each([
  ["断针/金属异物", "dz jsyw"],
  ["单件内色差", "djnsc"],
  ["夹入杂物/重叠夹布", "jrzw cdjb"],
  ["跳针(平缝,1针)", "tz pf z"],
  ["粘衬起泡/透胶", "ncqp zcqp tj"],
  ["含水率超标", "hslcb"],
])("initials of %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

test("by code, whatever the letter case or width", () => {
  expect(findDefect("s01")?.name.en).toBe("Broken stitch");
  expect(findDefect(" Ｓ０１ ")?.name.zh).toBe("断线");
  expect(findDefect("S99")).toBeUndefined();
  expect(findDefect("")).toBeUndefined();
});

test("zones", () => {
  expect(findDefect("S07")?.classIn).toEqual({ A: "major", B: "minor" });
});

test("search by code, Chinese, English, initials and group", () => {
  expect(codes("S01")[0]).toBe("S01");
  expect(codes("s0").slice(0, 9)).toEqual(["S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09"]);
  expect(codes("跳针")).toEqual(["S02", "S03"]);
  expect(codes("tz").slice(0, 2)).toEqual(["S02", "S03"]);
  expect(codes("jsyw")[0]).toBe("X01");
  expect(codes("dzjsyw")).toEqual(["X01"]);
  expect(codes("zipper")).toEqual(expect.arrayContaining(["S18", "T06"]));
  expect(codes("wrinkled")).toEqual(["A05"]);
  expect(codes("水洗").length).toBeGreaterThanOrEqual(5);
  expect(codes("packing")).toEqual(["P01", "P02", "P03", "P04", "P05", "P06", "P07"]);
});

test("every word must match", () => {
  expect(codes("zipper broken")).toEqual(["T06"]);
  expect(codes("拉链 wavy")).toEqual(["S18"]);
  expect(codes("zipper nonsense")).toEqual([]);
  // All S codes answer to "s"; what begins with 漏 comes before what only contains it.
  expect(codes("s 漏")[0]).toBe("S11");
});

test("every defect is found by its own code, names and initials; an empty query gives the list in order", () => {
  for (const defect of defects) {
    expect(codes(defect.code)[0]).toBe(defect.code);
    expect(codes(defect.name.zh)).toContain(defect.code);
    expect(codes(defect.name.en)).toContain(defect.code);
    expect(codes(defect.initials)).toContain(defect.code);
  }
  expect(searchDefects("  ")).toEqual(defects);
});
