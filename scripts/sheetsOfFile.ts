import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import { csvSheet } from "./csvSheet";
import { CannotRead, type SheetOfFile } from "./sheetOfFile";
import { xlsxSheets } from "./xlsxSheets";

const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2_000_000)).includes(
    Buffer.from(text, "utf16le"),
  );

/** Text of two bytes a character, as Excel saves "Unicode text": every second byte is 0. */
const isUtf16 = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** What a file really is, whatever its name says, and its sheets. Throws `CannotRead` with a sentence where it cannot. */
export function sheetsOfFile(file: string): SheetOfFile[] {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new CannotRead("notFound", "There is no such file, or it may not be opened.");
  }
  if (bytes.length === 0) throw new CannotRead("empty", "The file is empty.");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return xlsxSheets(bytes);
  // Excel 97–2003 keeps its stream in a container, older ones and some systems write it bare.
  const isBare = bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1);
  if (isBare || (bytes[0] === 0xd0 && bytes[1] === 0xcf)) {
    throw holds(bytes, "EncryptedPackage")
      ? new CannotRead("encrypted", "The workbook is protected by a password. Save a copy without one.")
      : new CannotRead(
          "oldXls",
          "Workbooks of Excel 97–2003 (.xls) are not read. Save it in Excel as .xlsx.",
        );
  }
  const start = new TextDecoder("utf-8").decode(bytes.slice(0, 2000)).trimStart().toLowerCase();
  if (start.startsWith("<")) {
    throw new CannotRead(
      "webPage",
      "This is a web page or XML under another name, as some systems export it. Open it in Excel and save it as .xlsx.",
    );
  }
  // Many systems export text with tabs and call it .xls.
  const isText = !bytes.slice(0, 4000).some((byte, at) => byte === 0 && at > 1) || isUtf16(bytes);
  if (/^\.(?:csv|tsv|txt|xls)$/i.test(extname(file)) && isText)
    return [csvSheet(bytes, basename(file, extname(file)))];
  throw new CannotRead("notAWorkbook", "This is no workbook.");
}
