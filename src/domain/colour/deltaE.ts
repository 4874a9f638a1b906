import { deltaE2000 } from "./deltaE2000";
import { deltaE76 } from "./deltaE76";
import { deltaE94 } from "./deltaE94";
import { deltaECmc } from "./deltaECmc";
import type { Lab } from "./lab";

export type DeltaEMethod = "CMC" | "2000" | "94" | "94T" | "76";

/** Colour difference by name, the standard first. l and c weigh lightness and chroma in CMC only. */
export function deltaE(standard: Lab, sample: Lab, method: DeltaEMethod = "CMC", l = 2, c = 1): number {
  switch (method) {
    case "CMC":
      return deltaECmc(standard, sample, l, c);
    case "2000":
      return deltaE2000(standard, sample);
    case "94":
      return deltaE94(standard, sample, "graphic");
    case "94T":
      return deltaE94(standard, sample, "textile");
    case "76":
      return deltaE76(standard, sample);
  }
}

/** CMC, 2000, 94, 94T and 76, also as CMC(2:1), CIEDE2000, DE00, CIE94, dE76; undefined for any other word. */
export function readDeltaEMethod(word: string): DeltaEMethod | undefined {
  const name = word
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s_*().:-]/g, "")
    .replace(/^(?:CIE)?(?:DELTAE|ΔE|DE)?(?:CIE)?/, "");
  if (/^CMC(?:21|11)?$/.test(name)) return "CMC";
  if (/^(?:20)?00$/.test(name)) return "2000";
  if (/^(?:19)?94(?:T|TEXTILES?|纺织)$/.test(name)) return "94T";
  if (/^(?:19)?94$/.test(name)) return "94";
  return /^(?:19)?76$/.test(name) || name === "LAB" ? "76" : undefined;
}
