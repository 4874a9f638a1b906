import type { RegisterId } from "./register";

export type Tone = "bad" | "warn" | "good" | "quiet";

/** Excel's own pale fills and dark words, which print well and are read without colour too: the word says it all. */
export const tones: Readonly<Record<Tone, { readonly fill: string; readonly font: string }>> = {
  bad: { fill: "#FFC7CE", font: "#9C0006" },
  warn: { fill: "#FFEB9C", font: "#7F4B00" },
  good: { fill: "#C6EFCE", font: "#006100" },
  quiet: { fill: "#EDEDED", font: "#3B3B3B" },
};

export interface StatusColour {
  readonly register: RegisterId;
  readonly fieldId: string;
  readonly tone: Tone;
  /** The cell says one of these, or `overZero`: it is a number above 0. */
  readonly when: readonly string[] | "overZero";
}

/** Conditional formats look at the words of a column, because they cannot call custom functions. */
export const statusColours: readonly StatusColour[] = [
  { register: "orders", fieldId: "status", tone: "bad", when: ["OVERDUE", "逾期"] },
  { register: "orders", fieldId: "status", tone: "warn", when: ["AT RISK", "DUE SOON", "有风险", "临近"] },
  { register: "orders", fieldId: "status", tone: "good", when: ["DONE", "完成"] },
  { register: "orders", fieldId: "status", tone: "quiet", when: ["DONE LATE", "延误完成"] },
  { register: "orders", fieldId: "daysLate", tone: "bad", when: "overZero" },
  { register: "orders", fieldId: "risk", tone: "bad", when: ["RED", "红"] },
  { register: "orders", fieldId: "risk", tone: "warn", when: ["AMBER", "黄"] },
  { register: "orders", fieldId: "risk", tone: "good", when: ["GREEN", "绿"] },
  { register: "orders", fieldId: "risk", tone: "quiet", when: ["SHIPPED", "已出"] },
  { register: "orders", fieldId: "qc", tone: "bad", when: ["FAIL", "不合格"] },
  { register: "orders", fieldId: "qc", tone: "warn", when: ["PENDING", "待定"] },
  { register: "orders", fieldId: "qc", tone: "good", when: ["PASS", "合格"] },
  { register: "materials", fieldId: "status", tone: "bad", when: ["OVERDUE", "逾期"] },
  { register: "materials", fieldId: "status", tone: "warn", when: ["DUE SOON", "临近"] },
  { register: "materials", fieldId: "status", tone: "good", when: ["DONE", "完成"] },
  { register: "materials", fieldId: "status", tone: "quiet", when: ["DONE LATE", "延误完成"] },
  { register: "materials", fieldId: "balance", tone: "warn", when: "overZero" },
  { register: "inspections", fieldId: "verdict", tone: "bad", when: ["FAIL", "不合格"] },
  { register: "inspections", fieldId: "verdict", tone: "warn", when: ["PENDING", "待定"] },
  { register: "inspections", fieldId: "verdict", tone: "good", when: ["PASS", "合格"] },
];

/** The rule's formula for the first cell of the column, e.g. `$AG2`. */
export function colourRule({ when }: StatusColour, cell: string): string {
  if (when === "overZero") return `=AND(ISNUMBER(${cell}),${cell}>0)`;
  const tests = when.map((word) => `${cell}="${word}"`);
  return tests.length === 1 ? `=${tests[0] ?? ""}` : `=OR(${tests.join(",")})`;
}
