import { shipTol } from "../domain/orders/shipTol";
import { optional, required } from "./cells/argument";
import { eachCell } from "./cells/eachCell";
import { langCell } from "./cells/langCell";
import { numberCell, rateCell } from "./cells/numberCell";

const IN_CHINESE = { OK: "符合", SHORT: "短装", OVER: "溢装" };

/**
 * Shipped quantity against ordered quantity: "OK" within the tolerance, else SHORT or OVER with the difference in percent of ordered.
 * @customfunction SHIPTOL
 * @param ordered Ordered quantity, more than 0.
 * @param shipped Shipped quantity.
 * @param [minus] Shortage allowed, as a fraction or a percentage; 0.03 if left out.
 * @param [plus] Excess allowed, as a fraction or a percentage; 0.03 if left out.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text.
 * @example =MERCH.SHIPTOL(5000,4820,0.03,0.05) → SHORT -3.6%
 * @example =MERCH.SHIPTOL(5000,5260,0.03,0.05) → OVER +5.2%
 * @example =MERCH.SHIPTOL(5000,4850) → OK
 * @example =MERCH.SHIPTOL(5000,4820,,,"zh") → 短装 -3.6%
 * @errors #VALUE! for quantities that are no numbers, ordered not above 0, or a negative tolerance.
 * @source Shipment tolerance ±3 % or ±5 %, as agreed with the buyer: trade practice.
 */
export function SHIPTOL(
  ordered: any[][],
  shipped: any[][],
  minus?: any[][],
  plus?: any[][],
  lang?: any[][],
): any[][] {
  return eachCell(
    [
      required("ordered", ordered, numberCell({ above: 0 })),
      required("shipped", shipped, numberCell({ least: 0 })),
      optional("minus", minus, rateCell(), 0.03),
      optional("plus", plus, rateCell(), 0.03),
      optional("lang", lang, langCell, "en"),
    ],
    (order, ship, short, over, language) => {
      const result = shipTol(order, ship, short, over);
      const word = language === "zh" ? IN_CHINESE[result.verdict] : result.verdict;
      return result.verdict === "OK" ? word : `${word} ${signedPercent(result.difference)}`;
    },
  );
}

function signedPercent(fraction: number): string {
  return `${fraction < 0 ? "-" : "+"}${Math.abs(fraction * 100).toFixed(1)}%`;
}

export const orderFunctions = { SHIPTOL };
