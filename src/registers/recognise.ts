import type { CellValue } from "./register";

/** What a column of somebody's table probably is. */
export interface Match {
  /** 0-based column within the table. */
  readonly column: number;
  readonly heading: string;
  readonly fieldId?: string;
  /** 0 to 1; under 0.5 the user should look. */
  readonly confidence: number;
  /** Other fields it could be, best first. */
  readonly alternatives: readonly { readonly fieldId: string; readonly confidence: number }[];
  /** Values under the heading, for showing. */
  readonly samples: readonly CellValue[];
}
