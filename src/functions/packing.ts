import { cutQuantity } from "../domain/orders/cutQuantity";
import { allocate, type AllocationMethod } from "../domain/packing/allocate";
import { cartonsNeeded } from "../domain/packing/cartonsNeeded";
import { containers, readContainerType, type ContainerType } from "../domain/packing/containers";
import { largestRemainder } from "../domain/packing/largestRemainder";
import { ratioPack } from "../domain/packing/ratioPack";
import { chargeableKg, cubicMetres } from "../domain/packing/volume";
import { TradeError } from "../domain/tradeError";
import { alongside } from "./cells/alongside";
import { oneCell, optional, required } from "./cells/argument";
import { eachCell } from "./cells/eachCell";
import { langCell } from "./cells/langCell";
import { numberCell, rateCell, wholeCell } from "./cells/numberCell";
import type { Plain } from "./cells/plainValue";
import { table } from "./cells/table";
import { truthCell } from "./cells/truthCell";
import { wordCell } from "./cells/wordCell";

/** Nobody orders more pieces; whole numbers stay exact in every sum. */
const MOST_PIECES = 1_000_000_000;
const piecesCell = wholeCell({ least: 0, most: MOST_PIECES });
const positive = numberCell({ above: 0 });

const methodCell = wordCell<AllocationMethod>({
  priority: ["priority", "优先", "按优先级"],
  prorata: ["prorata", "按比例", "pro-rata"],
  fair: ["fair", "公平", "max-min", "平均"],
});

const CONTAINER_IN_CHINESE: Readonly<Record<ContainerType, string>> = {
  "20'": "20尺柜",
  "40'": "40尺柜",
  "40HQ": "40尺高柜",
};

function containerCell(value: Plain): ContainerType {
  const type = readContainerType(String(value));
  if (type === undefined) {
    const choices = "20'/20尺, 40'/40尺, 40HQ/高柜";
    throw new TradeError("badInput", "unknownWord", { text: String(value), choices });
  }
  return type;
}

/**
 * Pieces to cut: the order and a share more, rounded up for each cell.
 * @customfunction CUTQTY
 * @param qty Ordered quantity, whole.
 * @param cutRate Extra to cut as a fraction or a percentage, usually 2 to 5 %.
 * @returns A whole number of pieces.
 * @example =MERCH.CUTQTY({1000,1500},0.03) → {1030,1545}
 * @example =MERCH.CUTQTY(101,"10%") → 112
 * @errors #VALUE! for quantities that are not whole or negative, or a rate outside 0 to 1.
 * @source Order x (1 + cut rate), rounded up per size: Online Clothing Study.
 */
export function CUTQTY(qty: any[][], cutRate: any[][]): any[][] {
  return eachCell(
    [required("qty", qty, piecesCell), required("cutRate", cutRate, rateCell({ least: 0, most: 1 }))],
    cutQuantity,
  );
}

/**
 * Ratio packing: how many packs the sizes allow, then what is left of each size for solid packs.
 * @customfunction RATIOPACK
 * @param qty Quantity of each size; blank is 0.
 * @param ratio Pieces of each size in a pack, beside it; blank or 0: not in the pack.
 * @returns One row: packs, then what is left of each size.
 * @example =MERCH.RATIOPACK({100,210,220,95},{1,2,2,1}) → {95,5,20,30,0}
 * @errors #VALUE! for numbers that are not whole or negative, ranges of unlike shape, or a ratio of zeros.
 * @source Packs = least of floor(quantity / ratio) over the sizes.
 */
export function RATIOPACK(qty: any[][], ratio: any[][]): any[][] {
  return table([], () => {
    const { lines } = alongside<[number, number]>(
      optional("qty", qty, piecesCell, 0),
      optional("ratio", ratio, piecesCell, 0),
    );
    const pack = ratioPack(
      lines.map(([quantity]) => quantity),
      lines.map(([, each]) => each),
    );
    if (!pack) throw new TradeError("badInput", "allZero", { argument: "ratio" });
    return [[pack.packs, ...pack.left]];
  });
}

/**
 * Splits a quantity into whole numbers in a ratio; the sum is kept (largest remainder, ties to the first).
 * @customfunction SPLITQTY
 * @param total The quantity to split, whole.
 * @param ratio The ratio: any numbers of 0 or more; blank is 0.
 * @returns Whole numbers in the shape of ratio.
 * @example =MERCH.SPLITQTY(1003,{120,240,240,120}) → {167,335,334,167}
 * @example =MERCH.SPLITQTY(10,{1;1;1}) → {4;3;3}
 * @errors #VALUE! for a total that is not whole or negative, a negative ratio, or a ratio of zeros.
 * @source Hamilton's method of largest remainders.
 */
export function SPLITQTY(total: any[][], ratio: any[][]): any[][] {
  return table([], () => {
    const pieces = oneCell(required("total", total, piecesCell));
    const { lines, inShape } = alongside<[number]>(
      optional("ratio", ratio, numberCell({ least: 0, most: MOST_PIECES }), 0),
    );
    const weights = lines.map(([weight]) => weight);
    if (weights.every((weight) => weight === 0)) {
      throw new TradeError("badInput", "allZero", { argument: "ratio" });
    }
    return inShape(largestRemainder(pieces, weights));
  });
}

/**
 * Cartons for an order, each colour and size packed alone.
 * @customfunction CARTONS
 * @param qty Quantity of each colour and size; blank is 0.
 * @param perCarton Pieces in a carton: one cell, or one beside each quantity.
 * @param [mixLast] TRUE: what does not fill a carton shares cartons; FALSE if left out.
 * @returns A whole number of cartons.
 * @example =MERCH.CARTONS({505,300,95},24) → 39
 * @example =MERCH.CARTONS({505,300,95},24,TRUE) → 38
 * @errors #VALUE! for quantities that are not whole or negative, perCarton not above 0, or ranges of unlike shape.
 * @source Solid packing: quantity / pieces per carton, rounded up per colour and size.
 */
export function CARTONS(qty: any[][], perCarton: any[][], mixLast?: any[][]): any[][] {
  return table([], () => {
    const { lines } = alongside<[number, number | undefined]>(
      optional("qty", qty, piecesCell, 0),
      optional("perCarton", perCarton, wholeCell({ least: 1, most: MOST_PIECES })),
    );
    const packed = lines.flatMap(([quantity, each]) => {
      if (quantity === 0) return [];
      if (each === undefined) throw new TradeError("badInput", "missing", { argument: "perCarton" });
      return [{ quantity, perCarton: each }];
    });
    return [[cartonsNeeded(packed, oneCell(optional("mixLast", mixLast, truthCell, false)))]];
  });
}

/**
 * Volume of cartons.
 * @customfunction CBM
 * @param length Length of a carton in cm.
 * @param width Width in cm.
 * @param height Height in cm.
 * @param [cartons] How many cartons; 1 if left out.
 * @returns Cubic metres.
 * @example =MERCH.CBM(60,40,30,360) → 25.92
 * @errors #VALUE! for what is no number, or a measure not above 0.
 * @source Length x width x height in cm / 1,000,000.
 */
export function CBM(length: any[][], width: any[][], height: any[][], cartons?: any[][]): any[][] {
  return eachCell(
    [
      required("length", length, positive),
      required("width", width, positive),
      required("height", height, positive),
      optional("cartons", cartons, numberCell({ least: 0 }), 1),
    ],
    cubicMetres,
  );
}

/**
 * Chargeable weight of air freight: gross weight or volume weight, whichever is more.
 * @customfunction CHARGEWT
 * @param grossKg Gross weight of all cartons in kilograms.
 * @param length Length of a carton in cm.
 * @param width Width in cm.
 * @param height Height in cm.
 * @param [cartons] How many cartons; 1 if left out.
 * @param [divisor] The carrier's divisor, cubic cm for a kilogram; 6000 if left out, couriers often 5000.
 * @returns Kilograms.
 * @example =MERCH.CHARGEWT(420,60,40,35,40) → 560
 * @example =MERCH.CHARGEWT(600,60,40,35,40) → 600
 * @errors #VALUE! for what is no number, or a measure not above 0.
 * @source IATA: volume weight = cubic cm / 6000.
 */
export function CHARGEWT(
  grossKg: any[][],
  length: any[][],
  width: any[][],
  height: any[][],
  cartons?: any[][],
  divisor?: any[][],
): any[][] {
  return eachCell(
    [
      required("grossKg", grossKg, numberCell({ least: 0 })),
      required("length", length, positive),
      required("width", width, positive),
      required("height", height, positive),
      optional("cartons", cartons, numberCell({ least: 0 }), 1),
      optional("divisor", divisor, positive, 6000),
    ],
    chargeableKg,
  );
}

/**
 * The fewest containers for a shipment and how full they are, by volume or by weight, whichever is more; of types that need equally many the smallest.
 * @customfunction CONTAINER
 * @param cbm Volume in cubic metres, more than 0.
 * @param [kg] Gross weight in kilograms.
 * @param [type] 20', 40' or 40HQ; the best of them if left out.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text: number, type, percent full.
 * @example =MERCH.CONTAINER(62.5) → 1x40HQ 92%
 * @example =MERCH.CONTAINER(20) → 1x20' 71%
 * @example =MERCH.CONTAINER(20,23000) → 1x40' 96%
 * @example =MERCH.CONTAINER(62.5,,,"zh") → 1个40尺高柜 92%
 * @errors #VALUE! for what is no number, a volume not above 0, or an unknown type.
 * @source Forwarders' figures for cartons: 28, 58 and 68 cubic metres; payload 22, 24 and 24 t (less on US roads).
 */
export function CONTAINER(cbm: any[][], kg?: any[][], type?: any[][], lang?: any[][]): any[][] {
  return eachCell(
    [
      required("cbm", cbm, numberCell({ above: 0, most: 1e6 })),
      optional("kg", kg, numberCell({ least: 0, most: 1e9 }), 0),
      optional("type", type, containerCell),
      optional("lang", lang, langCell, "en"),
    ],
    (volume, weight, only, language) => {
      const load = containers(volume, weight, only);
      const percent = `${Math.round(load.fill * 100)}%`;
      return language === "zh"
        ? `${load.count}个${CONTAINER_IN_CHINESE[load.type]} ${percent}`
        : `${load.count}x${load.type} ${percent}`;
    },
  );
}

/**
 * Shares out what is short: minimums first, then by method; nobody gets more than the demand, whole pieces.
 * @customfunction ALLOCATE
 * @param available Pieces there are, whole.
 * @param demand Pieces wanted by each; blank is 0.
 * @param [priority] Class of each: 1 is served first; blank after all others. The class that cannot be filled is shared in proportion.
 * @param [method] "priority" (default), "prorata" (all in proportion) or "fair" (max-min: all alike, up to their demand).
 * @param [minimum] What is promised to each; never above the demand.
 * @returns Whole numbers in the shape of demand; their sum is the smaller of available and demand.
 * @example =MERCH.ALLOCATE(8200,{4000;3000;2500;1500},{1;1;2;3}) → {4000;3000;1200;0}
 * @example =MERCH.ALLOCATE(1000,{900;600},,"prorata") → {600;400}
 * @example =MERCH.ALLOCATE(100,{20;26;40;50},,"fair") → {20;26;27;27}
 * @errors #VALUE! for numbers that are not whole or negative, ranges of unlike shape, or an unknown method.
 * @source Largest remainders inside a class, ties to the first; max-min fairness (Bertsekas and Gallager, Data Networks).
 */
export function ALLOCATE(
  available: any[][],
  demand: any[][],
  priority?: any[][],
  method?: any[][],
  minimum?: any[][],
): any[][] {
  return table([], () => {
    const pieces = oneCell(required("available", available, piecesCell));
    const { lines, inShape } = alongside<[number, number | undefined, number | undefined]>(
      optional("demand", demand, piecesCell, 0),
      optional("priority", priority, numberCell({ least: 0 })),
      optional("minimum", minimum, piecesCell),
    );
    const how = oneCell(optional("method", method, methodCell, "priority"));
    const claims = lines.map(([wanted, rank, least]) => ({ demand: wanted, priority: rank, minimum: least }));
    return inShape(allocate(pieces, claims, how));
  });
}

export const packingFunctions = {
  CUTQTY,
  RATIOPACK,
  SPLITQTY,
  CARTONS,
  CBM,
  CHARGEWT,
  CONTAINER,
  ALLOCATE,
};
