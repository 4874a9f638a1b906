import { readDate } from "../domain/calendar/readDate";
import type { CellValue, Field } from "./register";

const GROUPED = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const UNIT = /(?<=\d)\s*(pcs?|pieces|sets?|units|件|条|套|个|只|打)\.?$/i;
const CURRENCY = /^(?:us\$|hk\$|rmb|cny|usd|eur|gbp|[$¥€£元])\s*|\s*(?:usd|eur|gbp|rmb|cny|元)$/gi;

function readNumber(typed: string): number | undefined {
  const bare = typed.replace(CURRENCY, "").replace(UNIT, "").trim();
  const plain = GROUPED.test(bare) ? bare.replace(/,/g, "") : bare;
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

function dateOrUndefined(typed: string, year: number | undefined): number | undefined {
  try {
    return readDate(typed, year);
  } catch {
    return undefined;
  }
}

/**
 * What a cell or a form says, as this field's type: a typed date becomes a serial number, full-width digits a number. What
 * cannot be understood comes back as it is, for `check` to speak of.
 */
export function readField(field: Field, typed: CellValue, year?: number): CellValue {
  if (typeof typed === "boolean") return typed;
  if (field.type === "date" && typeof typed === "number") return Math.floor(typed);
  if (typeof typed === "number") return field.type === "text" ? String(typed) : typed;
  const text = typed.trim();
  if (text === "") return "";
  const plain = text.normalize("NFKC").trim();
  switch (field.type) {
    case "date":
      return dateOrUndefined(text, year) ?? text;
    case "whole":
    case "number":
    case "money":
      return readNumber(plain) ?? text;
    default:
      return text;
  }
}
