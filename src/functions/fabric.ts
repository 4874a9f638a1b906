import { rollPoints, type HoleRule } from "../domain/fabric/defectPoints";
import { fabricKg, gsm, rollLength, type FabricWeightUnit } from "../domain/fabric/fabricWeight";
import { pointsPer100SquareYards } from "../domain/fabric/fourPoint";
import { CM_PER_INCH, METRES_PER_YARD } from "../domain/fabric/units";
import { givenCells } from "./cells/alongside";
import { oneCell, optional, required } from "./cells/argument";
import { eachCell } from "./cells/eachCell";
import { measureCell } from "./cells/measureCell";
import { numberCell } from "./cells/numberCell";
import { table } from "./cells/table";
import { wordCell } from "./cells/wordCell";

const unitCell = wordCell<"yd" | "m">({
  yd: ["yd", "码", "yds", "yard", "yards"],
  m: ["m", "米", "metre", "metres", "meter", "meters", "mtr"],
});
const ruleCell = wordCell<HoleRule>({ OCS: ["OCS"], BUYER: ["BUYER", "客户", "买家"] });
const weightUnitCell = wordCell<FabricWeightUnit>({
  "oz/yd2": ["oz/yd2", "盎司", "oz", "安士", "oz/sqyd"],
  "g/m2": ["g/m2", "克", "gsm", "克/平方米"],
  momme: ["momme", "姆米", "m/m"],
});
const positive = numberCell({ above: 0 });

/**
 * Points per 100 square yards of the four-point system.
 * @customfunction FOURPOINT
 * @param points Penalty points of the roll.
 * @param length Length inspected: yards, or metres with unit "m".
 * @param width Width: inches, or cm with unit "m".
 * @param [unit] "yd" (yards and inches, default) or "m" (metres and cm).
 * @returns Points per 100 square yards; usual limits are 20 to 40.
 * @example =MERCH.FOURPOINT(24,120,46) → 15.6522
 * @example =MERCH.FOURPOINT(24,109.728,116.84,"m") → 15.6522
 * @errors #VALUE! for what is no number, negative points, or a length or width not above 0.
 * @source ASTM D5430: points x 3600 / (width in inches x length in yards).
 */
export function FOURPOINT(points: any[][], length: any[][], width: any[][], unit?: any[][]): any[][] {
  return eachCell(
    [
      required("points", points, numberCell({ least: 0 })),
      required("length", length, positive),
      required("width", width, positive),
      optional("unit", unit, unitCell, "yd"),
    ],
    (penalty, long, wide, by) =>
      by === "m"
        ? pointsPer100SquareYards(penalty, long / METRES_PER_YARD, wide / CM_PER_INCH)
        : pointsPer100SquareYards(penalty, long, wide),
  );
}

/**
 * Penalty points of one roll from the lengths of its defects: up to 3 inches 1, up to 6 two, up to 9 three, longer four; and its holes.
 * @customfunction FOURPOINTS
 * @param lengths Lengths of the defects in inches; blanks are skipped.
 * @param [holes] Sizes of the holes in inches.
 * @param [rule] "OCS": a hole up to 1 inch 2 points, larger 4 (default). "BUYER": every hole 4.
 * @returns A whole number. The limit of 4 points in one yard is for the inspector to see to.
 * @example =MERCH.FOURPOINTS({2,2,2,2,5,5,5,8,8,10},1.5) → 24
 * @example =MERCH.FOURPOINTS({2,5},0.5) → 5
 * @example =MERCH.FOURPOINTS({2,5},0.5,"BUYER") → 7
 * @errors #VALUE! for what is no length, a negative length or an unknown rule.
 * @source ASTM D5430, four-point option; holes as counted by Online Clothing Study, or by many buyers.
 */
export function FOURPOINTS(lengths: any[][], holes?: any[][], rule?: any[][]): any[][] {
  return table([], () => {
    const inches = measureCell({ least: 0 });
    return [
      [
        rollPoints(
          givenCells(optional("lengths", lengths, inches)),
          givenCells(optional("holes", holes, inches)),
          oneCell(optional("rule", rule, ruleCell, "OCS")),
        ),
      ],
    ];
  });
}

/**
 * Length on a roll of knit from its weight.
 * @customfunction ROLLLENGTH
 * @param kg Net weight of the roll in kilograms.
 * @param gsm Weight of the fabric in grams per square metre.
 * @param widthCm Width of the fabric in cm.
 * @param [unit] "m" (default) or "yd".
 * @returns Metres, or yards.
 * @example =MERCH.ROLLLENGTH(50,250,116.84) → 171.174
 * @example =MERCH.ROLLLENGTH(50,250,116.84,"yd") → 187.198
 * @errors #VALUE! for what is no number, or a weight or width not above 0.
 * @source Length = kg x 1000 / (gsm x width in m).
 */
export function ROLLLENGTH(kg: any[][], gsm: any[][], widthCm: any[][], unit?: any[][]): any[][] {
  return eachCell(
    [
      required("kg", kg, numberCell({ least: 0 })),
      required("gsm", gsm, positive),
      required("widthCm", widthCm, positive),
      optional("unit", unit, unitCell, "m"),
    ],
    (weight, perArea, width, by) => rollLength(weight, perArea, width) / (by === "yd" ? METRES_PER_YARD : 1),
  );
}

/**
 * Weight of a length of fabric.
 * @customfunction FABRICKG
 * @param metres Length in metres.
 * @param widthCm Width of the fabric in cm.
 * @param gsm Weight of the fabric in grams per square metre.
 * @returns Kilograms.
 * @example =MERCH.FABRICKG(1000,150,180) → 270
 * @errors #VALUE! for what is no number, or a weight or width not above 0.
 * @source Weight = metres x width in m x gsm / 1000.
 */
export function FABRICKG(metres: any[][], widthCm: any[][], gsm: any[][]): any[][] {
  return eachCell(
    [
      required("metres", metres, numberCell({ least: 0 })),
      required("widthCm", widthCm, positive),
      required("gsm", gsm, positive),
    ],
    fabricKg,
  );
}

/**
 * Grams per square metre of a fabric weight given in ounces per square yard (or momme).
 * @customfunction GSM
 * @param value The weight in its own unit.
 * @param [from] "oz/yd2" (default), "momme" or "g/m2".
 * @returns Grams per square metre.
 * @example =MERCH.GSM(10) → 339.057
 * @example =MERCH.GSM(19,"momme") → 82.4588
 * @errors #VALUE! for what is no number, a negative weight or an unknown unit.
 * @source International yard and pound, exact: 1 oz/yd2 = 33.9057 g/m2. 1 momme = 1 lb for 100 yards of 45 inches.
 */
export function GSM(value: any[][], from?: any[][]): any[][] {
  return eachCell(
    [required("value", value, numberCell({ least: 0 })), optional("from", from, weightUnitCell, "oz/yd2")],
    gsm,
  );
}

export const fabricFunctions = { FOURPOINT, FOURPOINTS, ROLLLENGTH, FABRICKG, GSM };
