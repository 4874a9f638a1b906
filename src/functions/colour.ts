import { deltaE, readDeltaEMethod, type DeltaEMethod } from "../domain/colour/deltaE";
import { greyScaleGrade, type GreyScaleType } from "../domain/colour/greyScale";
import { TradeError } from "../domain/tradeError";
import { optional, required } from "./cells/argument";
import { eachCell } from "./cells/eachCell";
import { numberCell } from "./cells/numberCell";
import type { Plain } from "./cells/plainValue";
import { wordCell } from "./cells/wordCell";

const lightnessCell = numberCell({ least: 0, most: 200 });
const chromaticCell = numberCell({ least: -1000, most: 1000 });

function methodCell(value: Plain): DeltaEMethod {
  const method = readDeltaEMethod(String(value));
  if (method === undefined) {
    const choices = "CMC, 2000, 94, 94T, 76";
    throw new TradeError("badInput", "unknownWord", { text: String(value), choices });
  }
  return method;
}

const typeCell = wordCell<GreyScaleType>({
  change: ["change", "变色", "colour change", "color change", "A02"],
  staining: ["staining", "沾色", "stain", "A03"],
});

/**
 * Colour difference of a sample from its standard, both in CIELAB.
 * @customfunction DELTAE
 * @param L1 L* of the standard, 0 to 100.
 * @param a1 a* of the standard.
 * @param b1 b* of the standard.
 * @param L2 L* of the sample.
 * @param a2 a* of the sample.
 * @param b2 b* of the sample.
 * @param [method] "CMC" (default), "2000" (CIEDE2000), "94" (CIE94), "94T" (CIE94 textile) or "76" (CIELAB).
 * @param [l] Weight of lightness in CMC; 2 if left out (CMC 2:1, acceptability). Other methods do not use it.
 * @param [c] Weight of chroma in CMC; 1 if left out. Other methods do not use it.
 * @returns A number; usual limits are 0.8 to 1.2 in CMC 2:1.
 * @example =MERCH.DELTAE(50,2.6772,-79.7751,50,0,-82.7485,"2000") → 2.04246
 * @example =MERCH.DELTAE(100,-50,50,20,10,-20) → 47.0389
 * @example =MERCH.DELTAE(100,-50,50,20,10,-20,"CMC",1) → 66.3202
 * @errors #VALUE! for what is no number, L* outside 0 to 200, or an unknown method.
 * @source ISO 105-J03 (CMC), ISO/CIE 11664-6 and Sharma, Wu, Dalal 2005 (CIEDE2000), CIE 116-1995 (CIE94), ISO/CIE 11664-4 (CIELAB).
 */
export function DELTAE(
  L1: any[][],
  a1: any[][],
  b1: any[][],
  L2: any[][],
  a2: any[][],
  b2: any[][],
  method?: any[][],
  l?: any[][],
  c?: any[][],
): any[][] {
  return eachCell(
    [
      required("L1", L1, lightnessCell),
      required("a1", a1, chromaticCell),
      required("b1", b1, chromaticCell),
      required("L2", L2, lightnessCell),
      required("a2", a2, chromaticCell),
      required("b2", b2, chromaticCell),
      optional("method", method, methodCell, "CMC"),
      optional("l", l, numberCell({ above: 0 }), 2),
      optional("c", c, numberCell({ above: 0 }), 1),
    ],
    (sL, sa, sb, L, a, b, by, lightness, chroma) =>
      deltaE({ L: sL, a: sa, b: sb }, { L, a, b }, by, lightness, chroma),
  );
}

/**
 * The nearest grade of the grey scale for a colour difference: 5 (none) to 1, in half grades (4.5 is 4-5). Half-way is the lower grade.
 * @customfunction GREYSCALE
 * @param deltaE Colour difference in CIELAB units, 0 or more.
 * @param [type] "change" (change in colour, default) or "staining".
 * @returns A grade from 1 to 5.
 * @example =MERCH.GREYSCALE(1.9) → 4
 * @example =MERCH.GREYSCALE(0.9) → 4.5
 * @example =MERCH.GREYSCALE(4.3,"staining") → 4
 * @errors #VALUE! for what is no number, a negative difference or an unknown type.
 * @source ISO 105-A02 (GB/T 250) for change in colour, ISO 105-A03 (GB/T 251) for staining.
 */
export function GREYSCALE(deltaE: any[][], type?: any[][]): any[][] {
  return eachCell(
    [required("deltaE", deltaE, numberCell({ least: 0 })), optional("type", type, typeCell, "change")],
    greyScaleGrade,
  );
}

export const colourFunctions = { DELTAE, GREYSCALE };
