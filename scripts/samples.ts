// The sample workbooks in assets/samples: trackers, made by the add-in itself in a workbook without a screen, and sheets as people
// keep them before they have met the add-in.
//   npx tsx scripts/samples.ts           writes them
//   npx tsx scripts/samples.ts --check   fails when what is committed is not what the source makes
import { fillWorkbook, openDesk } from "../samples/fillWorkbook";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { officeEn } from "../samples/officeEn";
import { officeZh } from "../samples/officeZh";
import { ownSheet } from "../samples/ownSheets";
import { WRITE_OPTIONS } from "../samples/writeOptions";
import type { FileBook } from "../src/workbench/files/fileBook";
import { readXlsx } from "../src/workbench/files/readXlsx";
import { writeXlsx } from "../src/workbench/files/writeXlsx";

const FOLDER = "assets/samples";

async function main(): Promise<void> {
  const check = process.argv.includes("--check");
  const desk = await openDesk();
  const options = { ...WRITE_OPTIONS, functions: desk.functions };
  const reading = { functions: desk.functions, addInId: options.addIn.id };
  mkdirSync(FOLDER, { recursive: true });
  const samples: Record<string, () => FileBook | Promise<FileBook>> = {
    "tracker-zh": () => fillWorkbook(desk, officeZh),
    "tracker-en": () => fillWorkbook(desk, officeEn),
    "own-sheet-zh": () => ownSheet("zh"),
    "own-sheet-en": () => ownSheet("en"),
  };
  for (const [name, make] of Object.entries(samples)) {
    const { bytes, notKept } = await writeXlsx(await make(), options);
    if (notKept.length > 0) throw new Error(`${name}: ${JSON.stringify(notKept)}`);
    const path = `${FOLDER}/${name}.xlsx`;
    if (check) {
      const [committed, made] = await Promise.all([
        readXlsx(readFileSync(path), reading),
        readXlsx(bytes, reading),
      ]);
      if (!isDeepStrictEqual(committed.book, made.book))
        throw new Error(`${path} is behind its source: npx tsx scripts/samples.ts`);
    } else {
      writeFileSync(path, bytes);
    }
    console.log(`${path} ${check ? "is up to date" : `${bytes.length} bytes`}`);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
