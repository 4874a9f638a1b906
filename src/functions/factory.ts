import { factoryGrade, factoryScore } from "../domain/factory/factoryScore";
import { capacity, lineEfficiency, lineOutput } from "../domain/factory/lineCapacity";
import { TradeError } from "../domain/tradeError";
import { alongside } from "./cells/alongside";
import { oneCell, optional, required } from "./cells/argument";
import { eachCell } from "./cells/eachCell";
import { numberCell, rateCell } from "./cells/numberCell";
import { table } from "./cells/table";
import { wordCell } from "./cells/wordCell";

const amount = numberCell({ least: 0 });
const positive = numberCell({ above: 0 });
/** Lines beat the standard now and then; 46 is a percentage without its sign. */
const efficiencyCell = rateCell({ least: 0, most: 2 });
const attendanceCell = rateCell({ least: 0, most: 1 });
const partCell = wordCell<"score" | "grade">({
  score: ["score", "得分", "分数"],
  grade: ["grade", "等级", "评级"],
});

/**
 * Pieces that a sewing line makes in a day.
 * @customfunction LINEOUTPUT
 * @param operators Operators on the line.
 * @param hours Hours worked in the day.
 * @param efficiency Efficiency as a fraction or a percentage (0.46 or 46%).
 * @param sam Standard minutes for a piece.
 * @param [attendance] Attendance as a fraction or a percentage; 1 if left out.
 * @returns Pieces a day.
 * @example =MERCH.LINEOUTPUT(32,10,0.46,20) → 441.6
 * @errors #VALUE! for what is no number, an efficiency outside 0 to 2, or a SAM not above 0.
 * @source Operators x hours x 60 x efficiency x attendance / SAM: Online Clothing Study.
 */
export function LINEOUTPUT(
  operators: any[][],
  hours: any[][],
  efficiency: any[][],
  sam: any[][],
  attendance?: any[][],
): any[][] {
  return eachCell(
    [
      required("operators", operators, amount),
      required("hours", hours, amount),
      required("efficiency", efficiency, efficiencyCell),
      required("sam", sam, positive),
      optional("attendance", attendance, attendanceCell, 1),
    ],
    lineOutput,
  );
}

/**
 * Efficiency of a sewing line: standard minutes earned for each minute worked.
 * @customfunction EFFICIENCY
 * @param output Pieces made in the day.
 * @param sam Standard minutes for a piece.
 * @param operators Operators on the line.
 * @param hours Hours worked in the day.
 * @returns A fraction.
 * @example =MERCH.EFFICIENCY(160,44.25,48,8) → 0.307292
 * @errors #VALUE! for what is no number, or operators, hours or SAM not above 0.
 * @source Output x SAM / (operators x minutes): Online Clothing Study.
 */
export function EFFICIENCY(output: any[][], sam: any[][], operators: any[][], hours: any[][]): any[][] {
  return eachCell(
    [
      required("output", output, amount),
      required("sam", sam, positive),
      required("operators", operators, positive),
      required("hours", hours, positive),
    ],
    lineEfficiency,
  );
}

/**
 * Pieces that a factory makes in a number of days.
 * @customfunction CAPACITY
 * @param lines Sewing lines.
 * @param operators Operators on each line.
 * @param hours Hours worked in a day.
 * @param days Working days.
 * @param efficiency Efficiency as a fraction or a percentage.
 * @param sam Standard minutes for a piece.
 * @param [attendance] Attendance as a fraction or a percentage; 1 if left out.
 * @returns Pieces.
 * @example =MERCH.CAPACITY(1,40,10,26,0.5,16) → 19500
 * @errors #VALUE! for what is no number, an efficiency outside 0 to 2, or a SAM not above 0.
 * @source Lines x operators x hours x 60 x days x efficiency x attendance / SAM. Load above 95 % is red, 85 to 95 % amber.
 */
export function CAPACITY(
  lines: any[][],
  operators: any[][],
  hours: any[][],
  days: any[][],
  efficiency: any[][],
  sam: any[][],
  attendance?: any[][],
): any[][] {
  return eachCell(
    [
      required("lines", lines, amount),
      required("operators", operators, amount),
      required("hours", hours, amount),
      required("days", days, amount),
      required("efficiency", efficiency, efficiencyCell),
      required("sam", sam, positive),
      optional("attendance", attendance, attendanceCell, 1),
    ],
    capacity,
  );
}

/**
 * Weighted score of a factory, 0 to 100, or its grade. A criterion without a value is left out and the other weights count for it.
 * @customfunction FACTORYSCORE
 * @param values The factory's marks, 0 to 100.
 * @param weights Their weights, beside them; scaled to add up to 1.
 * @param [part] "score" (default) or "grade": A from 90, B from 80, C from 70, else D.
 * @returns A number from 0 to 100, or a letter.
 * @example =MERCH.FACTORYSCORE({92,88,95,80,90},{0.3,0.25,0.2,0.15,0.1}) → 89.6
 * @example =MERCH.FACTORYSCORE({92,88,95,80,90},{30,25,20,15,10},"grade") → B
 * @errors #VALUE! for marks outside 0 to 100, a negative weight, ranges of unlike shape, or no weight above 0.
 * @source Scorecards of apparel brands: delivery 30, quality 25, compliance 15, price, service and capacity 10 each.
 */
export function FACTORYSCORE(values: any[][], weights: any[][], part?: any[][]): any[][] {
  return table([], () => {
    const { lines } = alongside<[number | undefined, number]>(
      optional("values", values, numberCell({ least: 0, most: 100 })),
      optional("weights", weights, amount, 0),
    );
    const criteria = lines.flatMap(([value, weight]) => (value === undefined ? [] : [{ value, weight }]));
    const score = factoryScore(criteria);
    if (score === undefined) throw new TradeError("badInput", "allZero", { argument: "weights" });
    const wanted = oneCell(optional("part", part, partCell, "score"));
    return [[wanted === "grade" ? factoryGrade(score) : score]];
  });
}

export const factoryFunctions = { LINEOUTPUT, EFFICIENCY, CAPACITY, FACTORYSCORE };
