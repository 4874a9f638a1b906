import type { KeptPlace, KeptPlaces } from "../keptReference";
import type { RegisterRanges } from "../otherRegister";
import type { KeptReading } from "./keptRows";

/** Rows to come are seen by formulas of other sheets as far as this, and then by thousands. */
const AHEAD = 500;
const STEP = 1000;

/** Where a kept sheet's fields stand for the formulas of its own rows. */
export function keptPlaces(reading: KeptReading): KeptPlaces {
  const { area, columns, labels, down, headingRows, kept } = reading;
  const fields: Record<string, KeptPlace> = {};
  for (const { fieldId, row, column } of labels) fields[fieldId] = { row, column };
  if (kept.layout === "milestones") {
    for (const { fieldId: part, column } of columns) {
      if (part !== "plan" && part !== "actual") continue;
      for (const { row, milestone } of down?.rows ?? []) fields[`${milestone}.${part}`] = { row, column };
    }
  } else {
    for (const { fieldId, column, kept: how } of columns) {
      // A formula would read the days that Excel has changed over as they stand.
      if (how.dates?.swapped === "back") continue;
      fields[fieldId] = { column, ...(how.fillDown && { fillDown: true }) };
    }
  }
  const [headingRow] = headingRows;
  const alone = headingRow !== undefined && headingRows.length === 1;
  return {
    fields,
    ...(alone && { headings: { row: headingRow, column: area.column, texts: reading.headings } }),
    firstRow: (headingRows.at(-1) ?? area.row - 1) + 1,
  };
}

/** A kept sheet as formulas of other registers see it. */
export function keptRanges(reading: KeptReading): RegisterRanges {
  const { firstRow } = keptPlaces(reading);
  const last = reading.rows.reduce((most, { row }) => Math.max(most, row), firstRow);
  return {
    sheet: reading.sheet,
    firstRow,
    lastRow: firstRow + Math.ceil((last + 1 - firstRow + AHEAD) / STEP) * STEP - 1,
    columns: Object.fromEntries(reading.columns.map(({ fieldId, column }) => [fieldId, column])),
  };
}
