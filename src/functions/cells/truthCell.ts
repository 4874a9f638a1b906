import type { Plain } from "./plainValue";
import { wordCell } from "./wordCell";

const truthWord = wordCell({ yes: ["TRUE", "是", "yes", "1"], no: ["FALSE", "否", "no", "0"] });

/** TRUE or FALSE, also as 1 and 0, yes and no, 是 and 否. */
export function truthCell(value: Plain): boolean {
  return truthWord(value) === "yes";
}
