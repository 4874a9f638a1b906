import { quotedSheet, rectAddress } from "../../sheet/a1";
import type { Area } from "../../sheet/book";
import type { HostServices } from "../classes";

/** With its sheet: `'My sheet'!A1:B2`. */
export function addressOf(area: Area, host: HostServices): string {
  return `${quotedSheet(host.book.sheets.find(area.sheet)?.name ?? "")}!${rectAddress(area)}`;
}
