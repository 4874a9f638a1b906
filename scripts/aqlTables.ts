/**
 * Writes src/data/aql.json: the printed pages of the sampling tables, arrows and all, from the resolved tables in
 * test/fixtures (one row per cell). Run with `npx tsx scripts/aqlTables.ts`; a test fails when the file is not what this makes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const fixtures = path.join(__dirname, "../test/fixtures");
const target = path.join(__dirname, "../src/data/aql.json");

export interface CsvRow {
  readonly [column: string]: string;
}

export const readCsv = (file: string): CsvRow[] => {
  const [head = "", ...lines] = readFileSync(path.join(fixtures, file), "utf8").trim().split(/\r?\n/);
  const columns = head.split(",");
  return lines.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""]));
  });
};

/** One symbol per acceptance/rejection pair; arrows stand for themselves. */
const symbols = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const letters = "ABCDEFGHJKLMNPQRS";

const page = (cells: readonly CsvRow[], aqls: readonly string[], pairs: string[]): string[] => {
  const rows = [...letters].slice(0, -1).map((letter) =>
    aqls
      .map((aql) => {
        const cell = cells.find((row) => row.letter === letter && row.aql === aql);
        if (!cell) throw new Error(`no cell for ${letter} ${aql}`);
        if (cell.arrow) return cell.arrow === "down" ? "↓" : "↑";
        return symbolOf(cell, pairs);
      })
      .join(""),
  );
  // Tightened inspection has one plan below the last code letter, reached by arrow only.
  const beyond = aqls.map((aql) => cells.find((row) => row.use === "S" && row.aql === aql));
  if (beyond.some(Boolean)) rows.push(beyond.map((cell) => (cell ? symbolOf(cell, pairs) : "·")).join(""));
  return rows;
};

const symbolOf = (cell: CsvRow, pairs: string[]): string => {
  const pair = `${cell.Ac}/${cell.Re}`;
  if (!pairs.includes(pair)) pairs.push(pair);
  return symbols[pairs.indexOf(pair)] ?? "";
};

export const aqlTables = (): string => {
  const cells = readCsv("aql-single.csv");
  const lots = readCsv("aql-code-letters.csv");
  const aqls = [...new Set(cells.map((row) => row.aql ?? ""))];
  const levels = Object.keys(lots[0] ?? {}).slice(2);
  const pairs: string[] = [];
  const of = (edition: string, severity: string) =>
    page(
      cells.filter((row) => (row.edition ?? "").split("/").includes(edition) && row.severity === severity),
      aqls,
      pairs,
    );
  const size = (severity: string) =>
    [...letters].flatMap((letter) => {
      const cell = cells.find((row) => row.use === letter && row.severity === severity);
      return cell ? [Number(cell.n)] : [];
    });
  const tables = {
    normal: { ISO: of("ISO", "normal"), Z14: of("Z1.4", "normal") },
    tightened: { ISO: of("ISO", "tightened"), Z14: of("Z1.4", "tightened") },
    reduced: { ISO: of("ISO", "reduced"), Z14: of("Z1.4", "reduced") },
  };
  const content = {
    letters,
    levels,
    lots: lots.map((row) => [
      row.lotMax ? Number(row.lotMax) : null,
      levels.map((level) => row[level]).join(""),
    ]),
    aqls: aqls.map(Number),
    sampleSizes: { normal: size("normal"), tightened: size("tightened"), reduced: size("reduced") },
    pairs: pairs.map((pair) => pair.split("/").map(Number)),
    symbols: symbols.slice(0, pairs.length),
    tables,
  };
  // A line per table row, so that the file can be read beside the printed page.
  return `${JSON.stringify(content, null, 1).replace(/\[\s+([^[\]]*?)\s+\]/g, (all, inner: string) =>
    inner.includes("↓") ? all : `[${inner.replace(/\s*\n\s*/g, " ")}]`,
  )}\n`;
};

if (process.argv[1]?.endsWith("aqlTables.ts")) writeFileSync(target, aqlTables());
