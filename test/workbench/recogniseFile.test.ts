/** @jest-environment node */
import { wildSheets } from "../../samples/wildSheets/allSheets";
import { bookOfGrid } from "../../samples/wildSheets/bookOfGrid";
import { WRITE_OPTIONS } from "../../samples/writeOptions";
import { gridOfFile } from "../../scripts/gridOfFile";
import { readSheet } from "../../src/registers/sheet/readSheet";
import { readXlsx } from "../../src/workbench/files/readXlsx";
import { writeXlsx } from "../../src/workbench/files/writeXlsx";

const chosen = [
  "zh 纵向合并 同单多色",
  "zh 日期文本混杂 月日无年",
  "zh 公式日期 公式行填到底",
  "en Excel table with placeholders and a broken heading",
  "en hidden columns and filtered rows, colour lines",
];

test.each(chosen)("%s is read from a file as from Excel", async (name) => {
  const sheet = wildSheets().find((one) => one.name === name);
  if (!sheet) throw new Error(name);
  const { bytes } = await writeXlsx(bookOfGrid(sheet.grid), WRITE_OPTIONS);
  const { book } = await readXlsx(bytes, { functions: [], addInId: "" });
  const [first] = book.sheets;
  if (!first) throw new Error("no sheet");
  const read = readSheet({ ...gridOfFile(book, first), name });
  expect(read).toEqual(readSheet(sheet.grid));
});
