import type { RegisterId } from "../register";
import type { DateRules, Layout, NumberColumn } from "./sheetReading";

/** A column of a kept sheet. It is found again by its heading, or by its neighbours where somebody has renamed it. */
export interface KeptColumn {
  /** Field of the register; no two columns of a sheet have the same. */
  readonly fieldId: string;
  /** As a reading has it, groups before: `PCD / Plan`. */
  readonly heading: string;
  /** Which of several columns with this heading, from 0. */
  readonly nth: number;
  readonly dates?: DateRules;
  readonly dot?: NumberColumn["dot"];
  /** Blank cells stand for the value above. */
  readonly fillDown?: boolean;
  /** A column of formulas that was added for the user, and may be taken away again. */
  readonly added?: boolean;
}

/** A value that stands once on the sheet, beside its label: the style of a sheet of one style. */
export interface KeptLabel {
  readonly fieldId: string;
  readonly label: string;
  /** Where the value stands, counted from the anchor's first cell; rows above it are negative. */
  readonly row: number;
  readonly column: number;
  readonly dates?: DateRules;
  /** Written for the user beside milestones that run down: a label with a formula, which may be taken away again. */
  readonly added?: boolean;
}

/**
 * What was understood of a sheet and agreed with its user, kept in the workbook. Nothing of the sheet is changed by it: an
 * anchor, a defined name over headings and rows, moves with inserted rows and columns, and everything else is found from there.
 */
export interface KeptSheet {
  /** The defined name over headings, rows and added columns. */
  readonly anchor: string;
  /** Name of the sheet when it was last seen, for sentences. */
  readonly sheet: string;
  readonly register: RegisterId;
  readonly layout: Layout;
  /** Heading rows, counted from the anchor's first row; none for a list without headings. */
  readonly headingRows: readonly number[];
  /** All headings in their order, which tells a renamed column from a deleted one. */
  readonly headings: readonly string[];
  readonly columns: readonly KeptColumn[];
  readonly labels: readonly KeptLabel[];
  /** Where milestones run down: column of their names within the anchor, and milestone id by name as written. */
  readonly down?: { readonly nameColumn: number; readonly milestones: Readonly<Record<string, string>> };
}
