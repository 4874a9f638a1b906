/** A rectangle of one sheet. Rows and columns count from 0. */
export interface Area {
  /** Id of the sheet. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}
