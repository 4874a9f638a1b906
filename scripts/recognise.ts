// Prints what the add-in understands of a workbook's sheets, without Excel and without changing the file.
//   npm run recognise -- file.xlsx [more.xlsx ...] [--json] [--sheet NAME]
import { readFileSync } from "node:fs";
import { isoDate } from "../src/domain/calendar/serialDate";
import { readDateCell } from "../src/registers/sheet/dateColumn";
import { readSheet } from "../src/registers/sheet/readSheet";
import type { ColumnReading, SheetReading } from "../src/registers/sheet/sheetReading";
import { columnLetters } from "../src/workbench/files/a1";
import { readXlsx } from "../src/workbench/files/readXlsx";
import { gridOfFile } from "./gridOfFile";

interface ReadFile {
  readonly file: string;
  readonly sheets: readonly (SheetReading & { readonly milliseconds: number })[];
}

async function read(file: string, only: string | undefined): Promise<ReadFile> {
  const { book } = await readXlsx(new Uint8Array(readFileSync(file)), { functions: [], addInId: "" });
  const sheets = book.sheets
    .filter(({ name, visibility }) => visibility === "visible" && (only === undefined || name === only))
    .map((sheet) => {
      const grid = gridOfFile(book, sheet);
      const started = performance.now();
      const reading = readSheet(grid);
      return { ...reading, milliseconds: Math.round(performance.now() - started) };
    });
  return { file, sheets };
}

/** Chinese characters take two places of a terminal. */
const width = (text: string): number =>
  [...text].reduce((sum, char) => sum + (/[⺀-￦]/.test(char) ? 2 : 1), 0);
function pad(text: string, to: number): string {
  const clean = text.replace(/\s+/g, " ");
  let cut = "";
  for (const char of clean) if (width(cut) + width(char) <= to) cut += char;
  return cut + " ".repeat(Math.max(0, to - width(cut)));
}

function datesSaid({ dates }: ColumnReading): string {
  if (!dates) return "";
  const order = dates.order ? ` ${dates.order} (${dates.orderEvidence ?? "not needed"})` : "";
  const year = dates.year ? ` year from ${dates.year.from}: ${dates.year.count}` : "";
  return `${dates.kind}${order}${year}, ${dates.readable} read, ${dates.unread.length} not`;
}

function print({ file, sheets }: ReadFile): void {
  for (const sheet of sheets) {
    const { table } = sheet;
    console.log(`\n${file} · ${sheet.sheet}: ${sheet.subject}, ${sheet.layout} (${sheet.milliseconds} ms)`);
    if (table) {
      const place = `${columnLetters(table.firstColumn)}${table.firstRow + 1}:${columnLetters(table.lastColumn)}${table.lastRow + 1}`;
      const kinds = new Map<string, number>();
      for (const { kind } of sheet.rows) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      const counts = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
      const rows = table.headingRows.map((row) => row + 1).join(", ") || "none";
      console.log(
        `  rows ${place}, headings in row ${rows}, confidence ${sheet.tableConfidence.toFixed(2)}; ${counts}`,
      );
      console.log(`  key: ${sheet.key.map((column) => columnLetters(column)).join(" + ") || "none"}`);
    }
    for (const one of sheet.columns) {
      const what = one.meaning ?? (one.about ? `(${one.about})` : "");
      const notes = [
        one.fillDown ? "fill down" : "",
        one.formulas === "none" ? "" : `formulas: ${one.formulas}`,
        datesSaid(one),
        one.numbers && one.numbers.texts > 0 ? `${one.numbers.texts} numbers are texts` : "",
        one.codes && one.codes.several > 0 ? `${one.codes.several} cells with several codes` : "",
        one.hidden ? "hidden" : "",
      ].filter((note) => note !== "");
      const confidence = one.meaning ? one.confidence.toFixed(2) : "";
      const samples = one.samples
        .map((value) => (one.dates ? shownDate(value, one) : String(value)))
        .join(" · ");
      console.log(
        `  ${pad(columnLetters(one.column), 3)} ${pad(one.heading, 30)} ${pad(what, 14)} ${pad(confidence, 5)}${pad(samples, 44)} ${notes.join("; ")}`,
      );
    }
    for (const entry of sheet.form)
      console.log(
        `  form: ${entry.label} = ${String(entry.value)}${entry.meaning ? ` (${entry.meaning})` : ""}`,
      );
    for (const { row, name, milestone } of sheet.milestones)
      console.log(`  row ${row + 1}: ${name} = ${milestone ?? "?"}`);
    sheet.questions.slice(0, 12).forEach(({ code, column, params, answers }, index) => {
      const at = column === undefined ? "" : ` ${columnLetters(column)}`;
      console.log(`  ${index + 1}? ${code}${at} ${JSON.stringify(params)} [${answers.join(", ")}]`);
    });
  }
}

function shownDate(value: unknown, { dates }: ColumnReading): string {
  const read = dates && readDateCell(value as string | number, dates.rules);
  return read && "day" in read
    ? `${isoDate(read.day)}${typeof value === "string" ? ` "${value}"` : ""}`
    : String(value);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const at = args.indexOf("--sheet");
  const only = at < 0 ? undefined : args[at + 1];
  const files = args.filter((arg, index) => !arg.startsWith("--") && (at < 0 || index !== at + 1));
  if (files.length === 0) throw new Error("npm run recognise -- file.xlsx [--json] [--sheet NAME]");
  const found: ReadFile[] = [];
  for (const file of files) found.push(await read(file, only));
  if (args.includes("--json")) console.log(JSON.stringify(found, null, 2));
  else found.forEach(print);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
