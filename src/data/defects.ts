import data from "./defects.json";

type Class = "critical" | "major" | "minor";

/**
 * The defect list: 106 codes in eleven groups, by the first letter of the code. Our own list; the classes were compared with
 * public excerpts of buyers' manuals (PacSun, ITC, Hanesbrands, a work-wear AQL manual, two Bangladesh merchandising pages) and
 * are defaults that every buyer's manual overrides. SN/T 0553 and SN/T 1932 call major A类 and minor B类不合格品.
 * The last column, the pinyin initials of the Chinese name, is written by scripts/defectInitials.ts.
 */
export interface DefectTable {
  /** Group letter -> English and Chinese name. */
  readonly groups: Readonly<Record<string, readonly [string, string]>>;
  /** Code, Chinese name, English name, class in zone A, class in zone B, pinyin initials. */
  readonly defects: readonly (readonly [string, string, string, Class, Class, string])[];
}

export const defectTable = data as unknown as DefectTable;
