import type { SheetOfFile } from "./sheetOfFile";

/** Characters that trackers are full of: a text decoded wrongly has hardly any. */
const USUAL = /[订單单款号號数數量日期颜顏色客户戶交工厂廠备備注註货貨]/g;

/** Texts of Chinese systems are in GBK or Big5 where they are not in UTF-8. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const attempt = (encoding: string): string[] => {
    try {
      return [new TextDecoder(encoding, { fatal: true }).decode(bytes)];
    } catch {
      return [];
    }
  };
  const [utf8] = attempt("utf-8");
  if (utf8 !== undefined) return utf8;
  const usual = (text: string): number => text.match(USUAL)?.length ?? 0;
  const [best] = [...attempt("gb18030"), ...attempt("big5")].sort((one, other) => usual(other) - usual(one));
  return best ?? new TextDecoder("windows-1252").decode(bytes);
}

/** What parts the cells: what the first lines have most of. */
function separatorOf(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .slice(0, 20)
    .join("\n")
    .replace(/"[^"]*"/g, "");
  const count = (separator: string): number => lines.split(separator).length;
  return ["\t", ";", ","].sort((a, b) => count(b) - count(a))[0] ?? ",";
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? "";
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === separator) {
      row.push(cell);
      cell = "";
    } else if (char === "\n") {
      rows.push([...row, cell.replace(/\r$/, "")]);
      [row, cell] = [[], ""];
    } else cell += char;
  }
  if (cell !== "" || row.length > 0) rows.push([...row, cell]);
  return rows;
}

/** A text file of cells as a sheet. Plain numbers become numbers; everything else stays as it is written, dates too. */
export function csvSheet(bytes: Uint8Array, name: string): SheetOfFile {
  const text = decode(bytes).replace(/^\uFEFF/, "");
  const rows = rowsOf(text, separatorOf(text));
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const values = rows.map((row) =>
    Array.from({ length: width }, (_, column) => {
      const cell = row[column] ?? "";
      return /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(cell.trim()) ? Number(cell) : cell;
    }),
  );
  const each = <T>(value: T): T[][] => values.map((row) => row.map(() => value));
  return {
    name,
    visibility: "visible",
    grid: {
      name,
      top: 0,
      left: 0,
      values,
      formats: each("General"),
      formulas: each(false),
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      tables: [],
    },
  };
}
