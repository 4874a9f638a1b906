import { calendarFor } from "../domain/calendar/calendarFor";
import {
  durationEstimate,
  earnedSchedule,
  schedulePerformance,
  scheduleVariance,
} from "../domain/schedule/earnedSchedule";
import { lineDays } from "../domain/schedule/lineDays";
import { onTimeRate } from "../domain/schedule/onTimeRate";
import { otif } from "../domain/schedule/otif";
import { rateForecast } from "../domain/schedule/rateForecast";
import { TradeError } from "../domain/tradeError";
import { alongside, givenCells } from "./cells/alongside";
import { oneCell, optional, required } from "./cells/argument";
import { calendarCell } from "./cells/calendarCell";
import { closuresArgument } from "./cells/closuresArgument";
import { dateCell } from "./cells/dateCell";
import { numberCell, rateCell, wholeCell } from "./cells/numberCell";
import { table } from "./cells/table";
import { wordCell } from "./cells/wordCell";
import { today } from "./today";

declare module "../domain/tradeError" {
  interface TradeErrors {
    planFalls: Record<never, never>;
  }
}

const amount = numberCell({ least: 0 });
const positive = numberCell({ above: 0 });
const efficiencyCell = rateCell({ least: 0, most: 2 });
const shareCell = rateCell({ least: 0, most: 1 });
const daysCell = wholeCell({ least: 0, most: 100_000 });
const earnedPartCell = wordCell<"ES" | "SV" | "SPI" | "IEAC">({
  ES: ["ES"],
  SV: ["SV", "SV(t)"],
  SPI: ["SPI", "SPI(t)"],
  IEAC: ["IEAC", "IEAC(t)"],
});

/** A rule without an answer for these numbers: #NUM!. */
function answer<T>(value: T | undefined): T {
  if (value === undefined) throw new TradeError("noAnswer", "noAnswer", {});
  return value;
}

/**
 * Whole days to sew a quantity, with a learning curve.
 * @customfunction LINEDAYS
 * @param qty Pieces to sew; blank gives a blank.
 * @param sam Standard minutes for a piece.
 * @param operators Operators on each line.
 * @param hours Hours worked in a day.
 * @param efficiency Efficiency once the style is learnt, as a fraction or a percentage.
 * @param [lines] Sewing lines; 1 if left out.
 * @param [attendance] Attendance as a fraction or a percentage; 1 if left out.
 * @param [curve] Efficiency of the first days, one cell a day.
 * @param [extraCut] Share cut beyond the quantity; 0 if left out.
 * @returns A whole number of days.
 * @example =MERCH.LINEDAYS(35000,26.5,125,10,0.5,4,0.95,{0.15,0.35,0.45}) → 8
 * @example =MERCH.LINEDAYS(35000,26.5,125,10,0.5,4,0.95) → 7
 * @errors #VALUE! for what is no number, an efficiency outside 0 to 2, or operators, hours or SAM not above 0; #NUM! where it is never finished.
 * @source Fewest days whose output adds up to the order: Online Clothing Study 2020/01.
 */
export function LINEDAYS(
  qty: any[][],
  sam: any[][],
  operators: any[][],
  hours: any[][],
  efficiency: any[][],
  lines?: any[][],
  attendance?: any[][],
  curve?: any[][],
  extraCut?: any[][],
): any[][] {
  return table([], () => {
    const quantity = oneCell(optional("qty", qty, amount));
    if (quantity === undefined) return [[""]];
    const days = lineDays({
      quantity,
      sam: oneCell(required("sam", sam, positive)),
      operators: oneCell(required("operators", operators, positive)),
      hours: oneCell(required("hours", hours, positive)),
      efficiency: oneCell(required("efficiency", efficiency, efficiencyCell)),
      lines: oneCell(optional("lines", lines, positive, 1)),
      attendance: oneCell(optional("attendance", attendance, shareCell, 1)),
      curve: givenCells(optional("curve", curve, efficiencyCell)),
      extraCut: oneCell(optional("extraCut", extraCut, shareCell, 0)),
    });
    return [[answer(days)]];
  });
}

/**
 * The day on which an order is finished at the average of its last daily outputs.
 * @customfunction RATEFORECAST
 * @param dailyOutputs Pieces made on each working day so far, oldest first; blanks are days without work.
 * @param orderQty Pieces to make in all.
 * @param lastDate The date of the last output.
 * @param [calendar] Working calendar: CN5, CN6 (default), CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL.
 * @param [window] How many of the last outputs to average; 3 if left out.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date, as a serial number; lastDate where nothing is left.
 * @example =MERCH.RATEFORECAST({180;240;260;280},5000,DATE(2026,10,17)) → 2026-11-05
 * @errors #NUM! where the last outputs are all 0; #N/A when a China calendar has no data for a year on the way; #VALUE! for what is no number or date, or no outputs.
 * @source Remaining / average of the last 3 working days, rounded up to working days.
 */
export function RATEFORECAST(
  dailyOutputs: any[][],
  orderQty: any[][],
  lastDate: any[][],
  calendar?: any[][],
  window?: any[][],
  closures?: any[][],
): any[][] {
  return table([], () => {
    const outputs = givenCells(optional("dailyOutputs", dailyOutputs, amount));
    if (outputs.length === 0) throw new TradeError("badInput", "missing", { argument: "dailyOutputs" });
    const quantity = oneCell(required("orderQty", orderQty, amount));
    const from = oneCell(required("lastDate", lastDate, dateCell));
    const name = oneCell(optional("calendar", calendar, calendarCell, "CN6"));
    const recent = oneCell(optional("window", window, wholeCell({ least: 1 }), 3));
    const list = oneCell(closuresArgument(closures));
    return [[answer(rateForecast(outputs, quantity, from, recent, calendarFor(name, list)))]];
  });
}

/**
 * Earned schedule: the time at which what is done should have been done, and what follows from it.
 * @customfunction EARNEDSCHED
 * @param plannedCumulative Pieces planned to be done by the end of each period, adding up.
 * @param earned Pieces done.
 * @param [elapsed] Periods gone by; needed for all but "ES".
 * @param [part] "ES" (default), "SV" (ES less elapsed), "SPI" (ES / elapsed) or "IEAC" (forecast duration).
 * @returns Periods; SPI is a ratio.
 * @example =MERCH.EARNEDSCHED({100,300,600,900,1000},450) → 2.5
 * @example =MERCH.EARNEDSCHED({100,300,600,900,1000},450,4,"SPI") → 0.625
 * @example =MERCH.EARNEDSCHED({100,300,600,900,1000},450,4,"IEAC") → 8
 * @errors #VALUE! for what is no number, a plan that falls, or a missing elapsed; #NUM! for SPI before any time and IEAC before anything is earned.
 * @source Lipke, Schedule is different, 2003: ES = C + (EV - PV_C) / (PV_C+1 - PV_C); IEAC(t) = PD / SPI(t).
 */
export function EARNEDSCHED(
  plannedCumulative: any[][],
  earned: any[][],
  elapsed?: any[][],
  part?: any[][],
): any[][] {
  return table([], () => {
    const planned = givenCells(optional("plannedCumulative", plannedCumulative, amount));
    if (planned.length === 0) throw new TradeError("badInput", "missing", { argument: "plannedCumulative" });
    if (planned.some((value, i) => value < (planned[i - 1] ?? 0))) {
      throw new TradeError("badInput", "planFalls", {});
    }
    const es = earnedSchedule(planned, oneCell(required("earned", earned, amount)));
    const wanted = oneCell(optional("part", part, earnedPartCell, "ES"));
    if (wanted === "ES") return [[es]];
    const gone = oneCell(required("elapsed", elapsed, amount));
    if (wanted === "SV") return [[scheduleVariance(es, gone)]];
    return [
      [answer(wanted === "SPI" ? schedulePerformance(es, gone) : durationEstimate(es, gone, planned.length))],
    ];
  });
}

/**
 * Share of order lines delivered on time and in full. Lines not delivered count as failed; blank rows are skipped.
 * @customfunction OTIF
 * @param ordered Ordered quantities.
 * @param delivered Delivered quantities, beside them.
 * @param due Due dates. Say which date you mean: ex-factory, cargo receipt or on board.
 * @param deliveredDate Dates of delivery.
 * @param [qtyMinus] Shortage allowed, as a fraction or a percentage; 0 if left out.
 * @param [qtyPlus] Excess allowed, as a fraction or a percentage; no limit if left out.
 * @param [early] Days early allowed; no limit if left out.
 * @param [late] Days late allowed; 0 if left out.
 * @returns A fraction.
 * @example =MERCH.OTIF({1000;1000},{1000;900},{"2026-09-10";"2026-09-10"},{"2026-09-09";"2026-09-10"}) → 0.5
 * @example =MERCH.OTIF({1000;1000},{1000;960},{"2026-09-10";"2026-09-10"},{"2026-09-09";"2026-09-11"},0.05,,,1) → 1
 * @errors #VALUE! for what is no number or date, a line without quantity or due date, or ranges of unlike shape; #NUM! without lines.
 * @source OTIF: a line counts only if it is on time and in full, both within tolerance.
 */
export function OTIF(
  ordered: any[][],
  delivered: any[][],
  due: any[][],
  deliveredDate: any[][],
  qtyMinus?: any[][],
  qtyPlus?: any[][],
  early?: any[][],
  late?: any[][],
): any[][] {
  return table([], () => {
    const { lines } = alongside<
      [number | undefined, number | undefined, number | undefined, number | undefined]
    >(
      optional("ordered", ordered, amount),
      optional("due", due, dateCell),
      optional("delivered", delivered, amount),
      optional("deliveredDate", deliveredDate, dateCell),
    );
    const given = lines.flatMap(([quantity, date, came, on]) => {
      if (quantity === undefined && date === undefined) return [];
      if (quantity === undefined) throw new TradeError("badInput", "missing", { argument: "ordered" });
      if (date === undefined) throw new TradeError("badInput", "missing", { argument: "due" });
      return [{ ordered: quantity, due: date, delivered: came, deliveredDate: on }];
    });
    const limits = {
      qtyMinus: oneCell(optional("qtyMinus", qtyMinus, shareCell, 0)),
      qtyPlus: oneCell(optional("qtyPlus", qtyPlus, rateCell())),
      early: oneCell(optional("early", early, daysCell)),
      late: oneCell(optional("late", late, daysCell, 0)),
    };
    return [[answer(otif(given, limits))]];
  });
}

/**
 * On-time rate: of the lines due by asOf, the share that left on time. An open line is late once it is overdue; due that day and open it is not counted yet.
 * @customfunction ONTIMERATE
 * @param due Due dates; rows without one are skipped.
 * @param actual Dates on which they left, beside them; blank while open.
 * @param [graceDays] Days of grace, whole; 0 if left out.
 * @param [asOf] The date on which it is judged; today if left out.
 * @returns A fraction.
 * @example =MERCH.ONTIMERATE({"2026-09-01";"2026-09-05";"2026-09-08"},{"2026-09-01";"2026-09-07";""},0,"2026-09-15") → 0.333333
 * @example =MERCH.ONTIMERATE({"2026-09-01";"2026-09-05";"2026-09-30"},{"2026-09-01";"2026-09-07";""},2,"2026-09-15") → 1
 * @errors #VALUE! for what is no date, ranges of unlike shape, or grace days that are not whole; #NUM! where no line is due.
 * @source Orders shipped by their due date / orders due; open overdue orders count as late.
 */
export function ONTIMERATE(due: any[][], actual: any[][], graceDays?: any[][], asOf?: any[][]): any[][] {
  return table([], () => {
    const { lines } = alongside<[number | undefined, number | undefined]>(
      optional("due", due, dateCell),
      optional("actual", actual, dateCell),
    );
    const grace = oneCell(optional("graceDays", graceDays, daysCell, 0));
    const at = oneCell(optional("asOf", asOf, dateCell, today()));
    const given = lines.flatMap(([date, left]) => (date === undefined ? [] : [{ due: date, actual: left }]));
    return [[answer(onTimeRate(given, grace, at))]];
  });
}

export const outputFunctions = { LINEDAYS, RATEFORECAST, EARNEDSCHED, OTIF, ONTIMERATE };
