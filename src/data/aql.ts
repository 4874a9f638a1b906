import tables from "./aql.json";

/**
 * The single sampling tables of ISO 2859-1:1999 (= GB/T 2828.1-2012) and ANSI/ASQ Z1.4 (= MIL-STD-105E): table 1 (code letters)
 * and tables 2-A, 2-B, 2-C (normal, tightened, reduced), as printed: a row per code letter, a column per AQL, arrows kept.
 * Normal is one table in both editions; tightened differs in one cell (letter A, AQL 10); reduced differs throughout, because
 * Z1.4 keeps a gap between acceptance and rejection number. Written by scripts/aqlTables.ts.
 */
export interface AqlTables {
  /** Code letters in order, without I and O. S is reached by an arrow of the tightened table only. */
  readonly letters: string;
  readonly levels: readonly string[];
  /** Table 1: the largest lot of the row (null: no limit) and its code letter for each of `levels`. The first row begins at 2. */
  readonly lots: readonly (readonly [number | null, string])[];
  /** AQLs in percent nonconforming (up to 10) or nonconformities per 100 units. */
  readonly aqls: readonly number[];
  /** By place of the code letter. */
  readonly sampleSizes: Readonly<Record<"normal" | "tightened" | "reduced", readonly number[]>>;
  /** Acceptance and rejection number, by place of the symbol. */
  readonly pairs: readonly (readonly [number, number])[];
  readonly symbols: string;
  /** Rows of symbols and arrows. */
  readonly tables: Readonly<
    Record<"normal" | "tightened" | "reduced", Readonly<Record<"ISO" | "Z14", readonly string[]>>>
  >;
}

export const aqlTables = tables as unknown as AqlTables;

/** How an edition is named beside a result. */
export const aqlEditions = {
  ISO: "ISO 2859-1:1999 / GB/T 2828.1-2012",
  Z14: "ANSI/ASQ Z1.4 / MIL-STD-105E",
} as const;
