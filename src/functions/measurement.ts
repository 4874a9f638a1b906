import { gradeSpec } from "../domain/measurement/gradeSpec";
import { inchText, readInches } from "../domain/measurement/inches";
import { measurementCheck } from "../domain/measurement/measurementCheck";
import { pointsOut } from "../domain/measurement/pointsOut";
import { lengthToCut, shrinkage } from "../domain/measurement/shrinkage";
import { TradeError } from "../domain/tradeError";
import { alongside, givenCells } from "./cells/alongside";
import { everyCell, nameArgument, oneCell, optional, required } from "./cells/argument";
import { eachCell } from "./cells/eachCell";
import { langCell } from "./cells/langCell";
import { measureCell } from "./cells/measureCell";
import { numberCell, wholeCell } from "./cells/numberCell";
import type { Plain } from "./cells/plainValue";
import { table } from "./cells/table";
import { textCell } from "./cells/textCell";

declare module "../domain/tradeError" {
  interface TradeErrors {
    notInches: { text: string };
    pointsShape: { rows: number };
  }
}

/** A tolerance below the spec may be typed as -1: it is 1 below. */
const minusCell = (value: Plain): number => Math.abs(measureCell()(value) ?? 0);
const plusCell = measureCell({ least: 0 });

/** A length in any unit: no tape is longer, and text stays readable. */
const lengthCell = numberCell({ least: -1e9, most: 1e9 });

function inchesCell(value: Plain): number {
  const inches = typeof value === "string" ? readInches(value) : value;
  if (inches === undefined) throw new TradeError("badInput", "notInches", { text: String(value) });
  return lengthCell(inches) as number;
}

/**
 * One point of measure on one or more pieces: OK, or the largest deviation and how many pieces are out of tolerance. Pieces not measured do not count; none measured gives a blank.
 * @customfunction MEASCHECK
 * @param spec What the point should measure, in any unit; blank gives a blank.
 * @param actual What each piece measures: one cell or a range.
 * @param tolMinus Tolerance below the spec, as an amount (1 or -1).
 * @param [tolPlus] Tolerance above the spec; the same as tolMinus if left out.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text: OK, or the deviation with its sign, OUT, and pieces out of pieces measured.
 * @example =MERCH.MEASCHECK(50,{50.4,48.8,50},1) → -1.2 OUT (1/3)
 * @example =MERCH.MEASCHECK(50,{50.4,49.2},1) → OK
 * @example =MERCH.MEASCHECK("28 1/2",28.875,0.25) → +0.375 OUT (1/1)
 * @example =MERCH.MEASCHECK(50,48.8,1,1,"zh") → -1.2 超差 (1/1)
 * @errors #VALUE! for what is no measurement, a tolerance that is missing, or a negative tolPlus.
 * @source Size specification practice: on the limit is within; measure to 1 mm (GB/T 31907-2015).
 */
export function MEASCHECK(
  spec: any[][],
  actual: any[][],
  tolMinus: any[][],
  tolPlus?: any[][],
  lang?: any[][],
): any[][] {
  const inLanguage = optional("lang", lang, langCell, "en");
  return table([inLanguage], () => {
    const target = oneCell(optional("spec", spec, measureCell()));
    if (target === undefined) return [[""]];
    const minus = oneCell(required("tolMinus", tolMinus, minusCell));
    const plus = oneCell(optional("tolPlus", tolPlus, plusCell, minus));
    const pieces = givenCells(optional("actual", actual, measureCell()));
    const { measured, out, worst } = measurementCheck(target, pieces, minus, plus);
    const language = oneCell(inLanguage);
    if (measured === 0) return [[""]];
    if (out === 0) return [[language === "zh" ? "符合" : "OK"]];
    const deviation = `${worst < 0 ? "-" : "+"}${Number(Math.abs(worst).toFixed(4))}`;
    return [[`${deviation} ${language === "zh" ? "超差" : "OUT"} (${out}/${measured})`]];
  });
}

/**
 * How many measured points are out of tolerance, counted over all points and pieces. Points not measured do not count.
 * @customfunction MEASFAILS
 * @param spec What each point should measure: a column.
 * @param actual What was measured: a row for each point, a column for each piece.
 * @param tolerance Tolerance both ways: a column, or one cell for all points.
 * @returns A whole number.
 * @example =MERCH.MEASFAILS({50;72},{50.4,48.8;72.5,71},1) → 1
 * @example =MERCH.MEASFAILS({50;72;20},{50.4,48.8;72.5,70.9;20.5,20.6},{1;1;0.5}) → 3
 * @errors #VALUE! for what is no measurement, a negative tolerance, or ranges with unlike numbers of rows.
 * @source Size specification practice: on the limit is within.
 */
export function MEASFAILS(spec: any[][], actual: any[][], tolerance: any[][]): any[][] {
  return table([], () => {
    const measured = required("actual", actual, measureCell());
    const { lines } = alongside<[number | undefined, number]>(
      optional("spec", spec, measureCell()),
      required("tolerance", tolerance, plusCell),
    );
    if (measured.cells.length !== lines.length) {
      throw nameArgument(new TradeError("badInput", "pointsShape", { rows: lines.length }), measured);
    }
    const pieces = everyCell(optional("actual", actual, measureCell()));
    const points = lines.flatMap(([target, allowed], i) =>
      target === undefined ? [] : [{ spec: target, tolerance: allowed, pieces: pieces[i] ?? [] }],
    );
    return [[pointsOut(points)]];
  });
}

/**
 * Inches as written on a size chart, as a number: 12 3/8, 12-3/8, 28-1/2", 12⅜.
 * @customfunction INCH
 * @param text Inches as text; a number stays as it is.
 * @returns A number of inches.
 * @example =MERCH.INCH("12 3/8") → 12.375
 * @example =MERCH.INCH("28-1/2") → 28.5
 * @example =MERCH.INCH("⅝") → 0.625
 * @errors #VALUE! for what cannot be read with certainty, such as 28 11/2 or 5'6". (3/8 typed alone becomes a date in Excel: type 0 3/8.)
 * @source International inch; notation of size charts.
 */
export function INCH(text: any[][]): any[][] {
  return eachCell([required("text", text, inchesCell)], (inches) => inches);
}

/**
 * A number of inches as text with a reduced fraction, to the nearest 1/denominator.
 * @customfunction INCHTEXT
 * @param number Inches as a number.
 * @param [denominator] The finest fraction: 2, 4, 8, 16, 32 ...; 8 if left out.
 * @returns Text such as 12 7/16.
 * @example =MERCH.INCHTEXT(12.4375,16) → 12 7/16
 * @example =MERCH.INCHTEXT(12.375) → 12 3/8
 * @example =MERCH.INCHTEXT(0.5) → 1/2
 * @errors #VALUE! for what is no number, or a denominator that is not whole and from 1 to 1000.
 * @source International inch; notation of size charts. Half a step is rounded away from zero.
 */
export function INCHTEXT(number: any[][], denominator?: any[][]): any[][] {
  return eachCell(
    [
      required("number", number, inchesCell),
      optional("denominator", denominator, wholeCell({ least: 1, most: 1000 }), 8),
    ],
    (inches, finest) => inchText(inches, finest),
  );
}

/**
 * Grading: the spec of every size from that of the base size.
 * @customfunction GRADESPEC
 * @param baseSpec What the base size measures.
 * @param baseSize The base size, one of the sizes.
 * @param sizes The sizes from small to large: a row or a column.
 * @param increments The step from each size to the next, one fewer than sizes; or one step for all.
 * @returns The spec of each size, in the shape of sizes.
 * @example =MERCH.GRADESPEC(50,"M",{"S","M","L","XL"},{2,2,2.5}) → {48,50,52,54.5}
 * @example =MERCH.GRADESPEC(96,40,{36;38;40;42},4) → {88;92;96;100}
 * @errors #VALUE! for a base size that is not among the sizes, or increments that do not fit them.
 * @source Grading practice: the tolerance must be under half the step, or sizes overlap.
 */
export function GRADESPEC(
  baseSpec: any[][],
  baseSize: any[][],
  sizes: any[][],
  increments: any[][],
): any[][] {
  return table([], () => {
    const spec = oneCell(required("baseSpec", baseSpec, measureCell()));
    const base = oneCell(required("baseSize", baseSize, textCell));
    const { lines, inShape } = alongside<[string]>(required("sizes", sizes, textCell));
    const steps = givenCells(optional("increments", increments, measureCell()));
    const names = lines.map(([size]) => size);
    return inShape(gradeSpec(spec, base, names, steps));
  });
}

/**
 * Shrinkage as a share of the length before washing.
 * @customfunction SHRINK
 * @param before Length before, more than 0.
 * @param after Length after, in the same unit.
 * @returns A fraction; negative when it grew.
 * @example =MERCH.SHRINK(50,47.5) → 0.05
 * @example =MERCH.SHRINK(50,51) → -0.02
 * @errors #VALUE! for what is no number, or lengths that are not above 0.
 * @source Shrinkage = (before - after) / before. Usual limits: knit 5 %, woven 3 %, denim after wash 3 %.
 */
export function SHRINK(before: any[][], after: any[][]): any[][] {
  return eachCell(
    [
      required("before", before, numberCell({ above: 0 })),
      required("after", after, numberCell({ least: 0 })),
    ],
    shrinkage,
  );
}

/**
 * Length to cut so that it measures the finished length after shrinking.
 * @customfunction SHRINKALLOW
 * @param finished Length wanted after washing.
 * @param shrinkage Shrinkage as a share of the length cut (0.05 or 5%).
 * @returns Length to cut, in the same unit.
 * @example =MERCH.SHRINKALLOW(72,0.05) → 75.789474
 * @errors #VALUE! for what is no number, or a shrinkage outside -1 to 1; #NUM! for a shrinkage of 1.
 * @source Pattern length = finished length / (1 - shrinkage).
 */
export function SHRINKALLOW(finished: any[][], shrinkage: any[][]): any[][] {
  return eachCell(
    [
      required("finished", finished, numberCell({ least: 0 })),
      required("shrinkage", shrinkage, numberCell({ least: -1, most: 1 })),
    ],
    lengthToCut,
  );
}

export const measurementFunctions = {
  MEASCHECK,
  MEASFAILS,
  INCH,
  INCHTEXT,
  GRADESPEC,
  SHRINK,
  SHRINKALLOW,
};
