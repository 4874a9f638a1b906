// Writes the made sheets as workbooks, for trying them by hand or in a browser.
//   npx tsx scripts/wildSheets.ts [folder]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wildSheets } from "../samples/wildSheets/allSheets";
import { bookOfGrid } from "../samples/wildSheets/bookOfGrid";
import { WRITE_OPTIONS } from "../samples/writeOptions";
import { writeXlsx } from "../src/workbench/files/writeXlsx";

async function main(): Promise<void> {
  const folder = process.argv[2] ?? "build/wildSheets";
  mkdirSync(folder, { recursive: true });
  for (const { name, grid } of wildSheets()) {
    const { bytes, notKept } = await writeXlsx(bookOfGrid(grid), WRITE_OPTIONS);
    if (notKept.length > 0) throw new Error(`${name}: ${JSON.stringify(notKept)}`);
    writeFileSync(join(folder, `${name.replace(/[^\p{L}\p{N}]+/gu, "-")}.xlsx`), bytes);
  }
}

void main();
