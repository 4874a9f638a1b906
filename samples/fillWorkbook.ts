import "./pageGlobals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appendOrders } from "../src/workbook/appendOrders";
import { appendRows } from "../src/workbook/appendRows";
import { readBook } from "../src/workbook/readBook";
import { saveSettings } from "../src/workbook/saveSettings";
import { setUp } from "../src/workbook/setUp";
import type { FileBook } from "../src/workbench/files/fileBook";
import type { FunctionMetadata } from "../src/workbench/sheet/book";
import { loadFileBook } from "../src/workbench/sheet/loadFileBook";
import { saveFileBook } from "../src/workbench/sheet/saveFileBook";
import type { UniverBook } from "../src/workbench/sheet/univerBook";
import { bootOffice, type OfficeClient } from "../test/workbench/officeClient";
import { makeTracker, serialOf } from "./makeTracker";
import type { SourcingOffice } from "./office";

/** What Excel is told about the add-in's functions, as the build makes it. */
function functionMetadata(): FunctionMetadata[] {
  const folder = mkdtempSync(join(tmpdir(), "gendan-functions-"));
  try {
    execFileSync(process.execPath, ["scripts/functionsMetadata.mjs", folder], { stdio: "inherit" });
    const { functions } = JSON.parse(readFileSync(join(folder, "functions.json"), "utf8")) as {
      functions: FunctionMetadata[];
    };
    return functions.map((one) => ({ ...one, name: `MERCH.${one.name}` }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The add-in at work in a workbook without a screen. */
export interface Desk {
  readonly client: OfficeClient;
  /** Full names of the add-in's functions. */
  readonly functions: readonly string[];
}

export async function openDesk(): Promise<Desk> {
  const metadata = functionMetadata();
  const client = await bootOffice({ functions: metadata });
  await import("../src/functions/index");
  return { client, functions: metadata.map(({ name }) => name) };
}

/**
 * A sample as a user would make it: "Set up this workbook" in an empty one, the settings, and the rows. Nothing of the layout
 * is described a second time. Every value is what the add-in's own functions answer.
 */
export async function fillWorkbook({ client: { book } }: Desk, office: SourcingOffice): Promise<FileBook> {
  await loadFileBook(book);
  await readBook();
  await setUp(office.lang);
  await readBook();
  const tracker = makeTracker(office);
  const closures = office.closures.map(([date, kind]) => [serialOf(String(date)), kind ?? ""]);
  await saveSettings({ asOf: tracker.asOf, calendar: office.calendar, closures });
  await appendOrders(tracker.orders);
  await appendRows([
    { register: "inspections", rows: tracker.inspections.map(({ inspection }) => inspection) },
    { register: "defects", rows: tracker.inspections.flatMap(({ defects }) => defects) },
  ]);
  book.recalculate("Full");
  const { sheets, ...rest } = await answered(book);
  // The sheet that the empty workbook began with.
  const filled = sheets.filter(({ cells }) => cells.length > 0).map(({ origin: _origin, ...sheet }) => sheet);
  return { ...rest, sheets: filled, activeSheet: 0 };
}

/** Rounds that the functions may take to answer one another; two are usual. */
const MOST_ROUNDS = 200;

/** The book once every formula has its answer and none changes any more. */
async function answered(book: UniverBook): Promise<FileBook> {
  let before = "";
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await book.settle();
    const saved = saveFileBook(book);
    const now = JSON.stringify(saved.sheets.map(({ cells }) => cells));
    if (now === before && !now.includes("#BUSY!")) return saved;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("some formulas have no answer");
}
