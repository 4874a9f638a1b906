/**
 * Fills the last column of src/data/defects.json: the pinyin initials people type to find a defect (断针/金属异物 -> "dz jsyw").
 * Worked out here, so that no pinyin library travels with the product. Run with `npx tsx scripts/defectInitials.ts` after
 * changing a Chinese name; a test fails when the column is not what this makes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { customPinyin, pinyin } from "pinyin-pro";

const target = path.join(__dirname, "../src/data/defects.json");

/** Words of the trade that the dictionary reads wrongly. */
customPinyin({ 重叠: "chóng dié" });

/** Characters that people in the trade read both ways: the second reading is added as a further word. */
const otherReadings: Readonly<Record<string, string>> = { 粘: "z", 龟: "g" };

const lettersOf = (word: string): string =>
  pinyin(word, { pattern: "first", toneType: "none", type: "array", nonZh: "removed" }).join("");

export const initialsOf = (name: string): string =>
  name
    .split(/[^\p{Script=Han}]+/u)
    .filter((word) => word !== "")
    .flatMap((word) => {
      const usual = lettersOf(word);
      const other = [...word].map((sign, at) => otherReadings[sign] ?? usual[at]).join("");
      return other === usual ? [usual] : [usual, other];
    })
    .join(" ");

type Row = [string, string, string, string, string, string];

export const withInitials = (json: string): string => {
  const table = JSON.parse(json) as { groups: Record<string, [string, string]>; defects: Row[] };
  const rows = table.defects.map((row) => JSON.stringify([...row.slice(0, 5), initialsOf(row[1])]));
  return `{\n "groups": ${JSON.stringify(table.groups)},\n "defects": [\n  ${rows.join(",\n  ")}\n ]\n}\n`;
};

if (process.argv[1]?.endsWith("defectInitials.ts"))
  writeFileSync(target, withInitials(readFileSync(target, "utf8")));
