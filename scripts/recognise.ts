// Prints what the add-in understands of a workbook's sheets, without Excel and without changing the file.
//   npm run recognise -- file.xlsx [folder ...] [--json] [--sheet NAME] [--hidden]
// Ends with 0 when every file was read, 1 when one could not be read, 2 when it was asked wrongly. See docs/recognise.md.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { isoDate } from "../src/domain/calendar/serialDate";
import { readDateCell } from "../src/registers/sheet/dateColumn";
import { readSheet } from "../src/registers/sheet/readSheet";
import type { ColumnReading, SheetReading } from "../src/registers/sheet/sheetReading";
import { columnLetters } from "../src/workbench/files/a1";
import { CannotRead, type SheetOfFile } from "./sheetOfFile";
import { sheetsOfFile } from "./sheetsOfFile";

interface ReadSheet extends SheetReading {
  readonly columns: readonly (ColumnReading & { readonly letter: string })[];
  readonly visibility: SheetOfFile["visibility"];
  readonly leftOut?: number;
  readonly milliseconds: number;
}

interface ReadFile {
  readonly file: string;
  readonly problem?: { readonly code: CannotRead["code"]; readonly sentence: string };
  readonly sheets: readonly ReadSheet[];
  /** Hidden sheets, which were not asked for. */
  readonly hidden: readonly string[];
}

interface Asked {
  readonly paths: readonly string[];
  readonly json: boolean;
  readonly hidden: boolean;
  readonly sheet?: string;
}

/** What the command line asks for; undefined where it cannot be understood. */
function asked(args: readonly string[]): Asked | undefined {
  const paths: string[] = [];
  const flags = new Set<string>();
  let sheet: string | undefined;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (arg === "--sheet") {
      sheet = args[(at += 1)];
      if (sheet === undefined) return undefined;
    } else if (arg === "--json" || arg === "--hidden") flags.add(arg);
    else if (arg.startsWith("-")) return undefined;
    else paths.push(arg);
  }
  if (paths.length === 0) return undefined;
  return {
    paths,
    json: flags.has("--json"),
    hidden: flags.has("--hidden"),
    ...(sheet !== undefined && { sheet }),
  };
}

/** The files of a folder and its folders; lock files that Excel leaves beside an open workbook are none. */
function filesIn(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.name.startsWith("~$") || entry.name.startsWith(".")) return [];
      if (entry.isDirectory()) return filesIn(join(path, entry.name));
      return /\.(?:xlsx|xlsm|xls|xlsb|csv|tsv)$/i.test(entry.name) ? [join(path, entry.name)] : [];
    });
}

function read(file: string, { sheet: only, hidden }: Asked): ReadFile {
  try {
    const all = sheetsOfFile(file);
    const chosen = all.filter(({ name, visibility }) =>
      only === undefined ? hidden || visibility === "visible" : name === only,
    );
    if (only !== undefined && chosen.length === 0)
      throw new CannotRead("noSuchSheet", `The workbook has no sheet ${only}.`);
    return {
      file,
      sheets: chosen.map(({ grid, visibility, leftOut }) => {
        const started = performance.now();
        const reading = readSheet(grid);
        return {
          ...reading,
          columns: reading.columns.map((column) => ({ letter: columnLetters(column.column), ...column })),
          visibility,
          ...(leftOut !== undefined && { leftOut }),
          milliseconds: Math.round(performance.now() - started),
        };
      }),
      hidden: all
        .filter((sheet) => !chosen.some(({ name }) => name === sheet.name) && sheet.visibility !== "visible")
        .map(({ name }) => name),
    };
  } catch (error) {
    // Of many files, one that nobody has thought of must not keep the others from being read.
    const problem =
      error instanceof CannotRead
        ? { code: error.code, sentence: error.message }
        : { code: "failed" as const, sentence: `The file could not be read: ${String(error)}` };
    return { file, problem, sheets: [], hidden: [] };
  }
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

function print({ file, problem, sheets, hidden }: ReadFile): void {
  if (problem) console.error(`\n${file}: ${problem.sentence}`);
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
    if (sheet.leftOut !== undefined) console.log(`  ${sheet.leftOut} cells far away were left out`);
    sheet.questions.slice(0, 12).forEach(({ code, column, params, answers }, index) => {
      const at = column === undefined ? "" : ` ${columnLetters(column)}`;
      console.log(`  ${index + 1}? ${code}${at} ${JSON.stringify(params)} [${answers.join(", ")}]`);
    });
  }
  if (hidden.length > 0)
    console.log(`\n${file}: hidden and not read (--hidden reads them): ${hidden.join(", ")}`);
}

function shownDate(value: unknown, { dates }: ColumnReading): string {
  const read = dates && readDateCell(value as string | number, dates.rules);
  return read && "day" in read
    ? `${isoDate(read.day)}${typeof value === "string" ? ` "${value}"` : ""}`
    : String(value);
}

const USAGE = "npm run recognise -- file.xlsx [folder ...] [--json] [--sheet NAME] [--hidden]";

function main(): void {
  // `| head` has read enough.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  if (process.argv.slice(2).some((arg) => arg === "--help" || arg === "-h")) {
    console.log(USAGE);
    return;
  }
  const what = asked(process.argv.slice(2));
  if (!what) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const files = what.paths.flatMap(filesIn).map((file) => read(file, what));
  if (what.json) console.log(JSON.stringify(files, null, 2));
  else files.forEach(print);
  if (files.length === 0) console.error("No workbook there.");
  if (files.length === 0 || files.some(({ problem }) => problem)) process.exitCode = 1;
}

main();
