import type { CellValue } from "./register";

export const textIn = (value: CellValue | undefined): string =>
  value === undefined ? "" : String(value).trim();
export const numberIn = (value: CellValue | undefined): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;
export const dateIn = (value: CellValue | undefined): number | undefined =>
  typeof value === "number" && value >= 1 ? Math.floor(value) : undefined;
