import { isoDate } from "../../domain/calendar/serialDate";
import type { CellValue } from "../../registers/register";
import type { UnreadColumn } from "../../registers/sheet/cellMends";

/** Excel's last day, 9999-12-31. */
const LAST_SERIAL = 2958465;

/** A cell's content as people read it: days written out, so that no reader takes the month for the day. */
export function cellWords(value: CellValue, kind: UnreadColumn["kind"], blank: string): string {
  if (value === "") return blank;
  if (kind === "date" && typeof value === "number" && value >= 1 && value <= LAST_SERIAL) {
    return isoDate(Math.floor(value));
  }
  return String(value).trim();
}
