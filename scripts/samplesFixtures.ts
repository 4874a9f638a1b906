// Workbooks that people might have had before they met the add-in, for tests: test/fixtures/ownRange.xlsx and ownTable.xlsx.
//   npx tsx scripts/samplesFixtures.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { ownRange, ownTable } from "../samples/ownTrackers";
import { WRITE_OPTIONS } from "../samples/writeOptions";
import { writeXlsx } from "../src/workbench/files/writeXlsx";

async function main(): Promise<void> {
  mkdirSync("test/fixtures", { recursive: true });
  for (const [name, book] of Object.entries({ ownRange, ownTable })) {
    const { bytes, notKept } = await writeXlsx(book, WRITE_OPTIONS);
    if (notKept.length > 0) throw new Error(`${name}: ${JSON.stringify(notKept)}`);
    writeFileSync(`test/fixtures/${name}.xlsx`, bytes);
  }
}

void main();
