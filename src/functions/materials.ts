import { calendarFor } from "../domain/calendar/calendarFor";
import { buyQuantity } from "../domain/materials/buyQuantity";
import { knitConsumption, markerConsumption, wovenConsumption } from "../domain/materials/consumption";
import { garmentsPossible } from "../domain/materials/garmentsPossible";
import { materialsReadyDate } from "../domain/materials/materialsReadyDate";
import { missingMaterials } from "../domain/materials/missingMaterials";
import { TradeError } from "../domain/tradeError";
import { alongside } from "./cells/alongside";
import { oneCell, optional, required, type Cells } from "./cells/argument";
import { calendarCell } from "./cells/calendarCell";
import { closuresArgument } from "./cells/closuresArgument";
import { dateCell } from "./cells/dateCell";
import { eachCell } from "./cells/eachCell";
import { namedLines } from "./cells/namedLines";
import { numberCell, rateCell, wholeCell } from "./cells/numberCell";
import { table } from "./cells/table";

declare module "../domain/tradeError" {
  interface TradeErrors {
    allZero: { argument: string };
  }
}

const positive = numberCell({ above: 0 });
const amount = numberCell({ least: 0 });
const wasteCell = rateCell({ least: 0, most: 1 });

/**
 * Knit fabric in kilograms for a dozen garments, from the measurements.
 * @customfunction KNITCONS
 * @param bodyLen Body length in cm.
 * @param sleeveLen Sleeve length in cm; 0 without sleeves.
 * @param halfChest Half chest in cm.
 * @param gsm Weight of the fabric in grams per square metre.
 * @param [allowLength] Allowance on the lengths together in cm, usually 10 to 12; 0 if left out.
 * @param [allowWidth] Allowance on the half chest in cm, usually 4 to 6; 0 if left out.
 * @param [waste] Waste as a fraction or a percentage, usually 7 to 12 %; 0 if left out.
 * @returns Kilograms per dozen.
 * @example =MERCH.KNITCONS(73,19.5,52,160,10,4,0.1) → 2.424576
 * @errors #VALUE! for what is no number, a length or weight not above 0, or a waste outside 0 to 1.
 * @source (body + sleeve + allowance) x (half chest + allowance) x 2 x gsm x 12 / 10^7, and waste: Online Clothing Study, textilelearner.
 */
export function KNITCONS(
  bodyLen: any[][],
  sleeveLen: any[][],
  halfChest: any[][],
  gsm: any[][],
  allowLength?: any[][],
  allowWidth?: any[][],
  waste?: any[][],
): any[][] {
  return eachCell(
    [
      required("bodyLen", bodyLen, positive),
      required("sleeveLen", sleeveLen, amount),
      required("halfChest", halfChest, positive),
      required("gsm", gsm, positive),
      optional("allowLength", allowLength, amount, 0),
      optional("allowWidth", allowWidth, amount, 0),
      optional("waste", waste, wasteCell, 0),
    ],
    (bodyLength, sleeveLength, chest, weight, onLength, onWidth, lost) =>
      knitConsumption({
        bodyLength,
        sleeveLength,
        halfChest: chest,
        gsm: weight,
        allowLength: onLength,
        allowWidth: onWidth,
        waste: lost,
      }),
  );
}

/**
 * Woven fabric in yards for a dozen garments, from the measurements. The marker gives a better figure once there is one.
 * @customfunction WOVENCONS
 * @param bodyLen Body length in inches.
 * @param sleeveLen Sleeve length in inches; 0 without sleeves.
 * @param bodyWidth Body width in inches.
 * @param fabricWidth Width of the fabric in inches.
 * @param [extraArea] Pockets, collar and the like in square inches; 0 if left out.
 * @param [waste] Waste as a fraction or a percentage, usually 3 to 7 %; 0 if left out.
 * @returns Yards per dozen.
 * @example =MERCH.WOVENCONS(37,27,28,44,0,0.05) → 28.5091
 * @errors #VALUE! for what is no number, a length or width not above 0, or a waste outside 0 to 1.
 * @source ((body + sleeve) x width x 2 + extras) / (fabric width x 36) x 12, and waste: textilelearner.
 */
export function WOVENCONS(
  bodyLen: any[][],
  sleeveLen: any[][],
  bodyWidth: any[][],
  fabricWidth: any[][],
  extraArea?: any[][],
  waste?: any[][],
): any[][] {
  return eachCell(
    [
      required("bodyLen", bodyLen, positive),
      required("sleeveLen", sleeveLen, amount),
      required("bodyWidth", bodyWidth, positive),
      required("fabricWidth", fabricWidth, positive),
      optional("extraArea", extraArea, amount, 0),
      optional("waste", waste, wasteCell, 0),
    ],
    (bodyLength, sleeveLength, width, cloth, extra, lost) =>
      wovenConsumption({
        bodyLength,
        sleeveLength,
        bodyWidth: width,
        fabricWidth: cloth,
        extraArea: extra,
        waste: lost,
      }),
  );
}

/**
 * Length of fabric for each piece of a marker.
 * @customfunction MARKERCONS
 * @param markerLen Length of the marker, in any unit.
 * @param pieces Garments in the marker.
 * @param [endLoss] Loss at the ends of each ply, in the same unit; 0 if left out.
 * @param [waste] Splice and defect waste as a fraction or a percentage; 0 if left out.
 * @returns Length per piece, in the marker's unit.
 * @example =MERCH.MARKERCONS(9.6,8,0.04,0.03) → 1.24115
 * @errors #VALUE! for what is no number, a marker or pieces not above 0, or a waste outside 0 to 1.
 * @source (marker length + end loss) / pieces x (1 + waste).
 */
export function MARKERCONS(markerLen: any[][], pieces: any[][], endLoss?: any[][], waste?: any[][]): any[][] {
  return eachCell(
    [
      required("markerLen", markerLen, positive),
      required("pieces", pieces, positive),
      optional("endLoss", endLoss, amount, 0),
      optional("waste", waste, wasteCell, 0),
    ],
    markerConsumption,
  );
}

/**
 * What to buy of a material: the need with waste, at least the supplier's minimum, in whole packs.
 * @customfunction BUYQTY
 * @param orderQty Garments ordered.
 * @param consumption Use for each garment.
 * @param [waste] Overage as a fraction or a percentage: labels 2 to 3 %, buttons 2 to 5 %, thread 10 to 15 %; 0 if left out.
 * @param [moq] The supplier's minimum quantity; 0 if left out.
 * @param [pack] Quantity in a pack, such as 144; 0 (default) for any quantity.
 * @returns The quantity to buy; 0 where nothing is needed.
 * @example =MERCH.BUYQTY(3000,6,0.03,0,144) → 18576
 * @example =MERCH.BUYQTY(3000,6,0.03) → 18540
 * @example =MERCH.BUYQTY(100,1,0,500,144) → 576
 * @errors #VALUE! for what is no number, a negative number, or a waste above 1.
 * @source Order x usage x (1 + overage), then minimum and pack: trade practice.
 */
export function BUYQTY(
  orderQty: any[][],
  consumption: any[][],
  waste?: any[][],
  moq?: any[][],
  pack?: any[][],
): any[][] {
  return eachCell(
    [
      required("orderQty", orderQty, amount),
      required("consumption", consumption, amount),
      optional("waste", waste, wasteCell, 0),
      optional("moq", moq, amount, 0),
      optional("pack", pack, amount, 0),
    ],
    buyQuantity,
  );
}

/**
 * Kit readiness: whole garments that can be made of the materials that are there, set by the scarcest.
 * @customfunction MATREADY
 * @param available What is there of each material; blank is none.
 * @param consumption Use for each garment, beside it; blank or 0: the garment does without.
 * @returns A whole number of garments.
 * @example =MERCH.MATREADY({1500,9800,5200},{1.45,9,5}) → 1034
 * @errors #VALUE! for what is no number, a negative number, ranges of unlike shape, or no consumption above 0.
 * @source Garments = least of floor(available / usage) over the materials.
 */
export function MATREADY(available: any[][], consumption: any[][]): any[][] {
  return table([], () => {
    const { lines } = alongside<[number, number]>(
      optional("available", available, amount, 0),
      optional("consumption", consumption, amount, 0),
    );
    const garments = garmentsPossible(lines.map(([stock, use]) => ({ available: stock, consumption: use })));
    if (garments === undefined) throw new TradeError("badInput", "allZero", { argument: "consumption" });
    return [[garments]];
  });
}

/**
 * The day on which the last material is in, and a buffer after it for inspection.
 * @customfunction MATREADYDATE
 * @param expected Expected date of each material.
 * @param [actual] The date on which it came; counts before the expected one.
 * @param [bufferDays] Days after the last one, whole; 0 if left out.
 * @param [calendar] Working calendar for the buffer: CN5, CN6, CN7, BD, VN, KH, MM, IN, PK, ID, LK, TR, HK, EU, US, ALL; calendar days if left out.
 * @param [closures] Your own days: one column of days off, or two columns date and kind (off, work, year).
 * @returns A date, as a serial number.
 * @example =MERCH.MATREADYDATE({"2026-09-20";"2026-09-28"},{"2026-09-18";""}) → 2026-09-28
 * @example =MERCH.MATREADYDATE({"2026-09-20";"2026-09-28"},,3,"CN6") → 2026-10-08
 * @errors #N/A naming how many materials have neither date; #VALUE! for what is no date, ranges of unlike shape, or a buffer that is not whole.
 * @source Ready date = latest of actual or expected date over the materials, and inspection days.
 */
export function MATREADYDATE(
  expected: any[][],
  actual?: any[][],
  bufferDays?: any[][],
  calendar?: any[][],
  closures?: any[][],
): any[][] {
  return table([], () => {
    const { lines } = alongside<[number | undefined, number | undefined]>(
      optional("expected", expected, dateCell),
      optional("actual", actual, dateCell),
    );
    const buffer = oneCell(optional("bufferDays", bufferDays, wholeCell({ least: 0, most: 100_000 }), 0));
    const name = oneCell(optional("calendar", calendar, calendarCell));
    const list = oneCell(closuresArgument(closures));
    const arrivals = lines.map(([due, came]) => ({ expected: due, actual: came }));
    return [[materialsReadyDate(arrivals, buffer, name && calendarFor(name, list))]];
  });
}

/**
 * Materials of the bill that were not ordered, or too little of them. Rows of one material add up; letter case, width and spaces make no difference.
 * @customfunction MISSING
 * @param bomItems Materials of the bill of materials.
 * @param bomQty What is needed of each, beside it.
 * @param poItems Materials on the purchase orders.
 * @param poQty What was ordered of each, beside it; blank is 0.
 * @param [tolerance] Shortage let pass: below 1 a share of the need (0.02 = 2 %), from 1 on a quantity; 0 if left out.
 * @returns A row for each material that is short: material, needed, ordered, short. OK when none is.
 * @example =MERCH.MISSING({"zip";"label";"poly"},{5000;5000;5150},{"zip";"label"},{5000;4500}) → {"label",5000,4500,500;"poly",5150,0,5150}
 * @example =MERCH.MISSING({"zip";"label"},{5000;5000},{"ZIP";"label"},{5000;5000}) → OK
 * @errors #VALUE! for a quantity without a material beside it, a needed material without a quantity, or ranges of unlike shape.
 * @source Bill of materials against purchase orders: missing and short.
 */
export function MISSING(
  bomItems: any[][],
  bomQty: any[][],
  poItems: any[][],
  poQty: any[][],
  tolerance?: any[][],
): any[][] {
  return table([], () => {
    const shortages = missingMaterials(
      itemLines("bomItems", bomItems, "bomQty", bomQty, true),
      itemLines("poItems", poItems, "poQty", poQty, false),
      oneCell(optional("tolerance", tolerance, amount, 0)),
    );
    if (shortages.length === 0) return [["OK"]];
    return shortages.map(({ item, needed, ordered, short }) => [item, needed, ordered, short]);
  });
}

function itemLines(items: string, itemCells: Cells, quantities: string, cells: Cells, mustCount: boolean) {
  return namedLines(
    { name: items, cells: itemCells },
    { name: quantities, cells, reader: amount },
    mustCount,
  ).map(({ name, number }) => ({ item: name, quantity: number }));
}

export const materialsFunctions = {
  KNITCONS,
  WOVENCONS,
  MARKERCONS,
  BUYQTY,
  MATREADY,
  MATREADYDATE,
  MISSING,
};
