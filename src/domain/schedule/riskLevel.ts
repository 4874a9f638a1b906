import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    greenBelowAmber: { green: number; amber: number };
  }
}

export type RiskLevel = "GREEN" | "AMBER" | "RED";

/** The colour of a chance (a fraction) of being on time: green from `green` up, amber from `amber` up, else red. */
export function riskLevel(chance: number, green = 0.8, amber = 0.5): RiskLevel {
  if (green < amber) throw new TradeError("badInput", "greenBelowAmber", { green, amber });
  if (chance >= green) return "GREEN";
  return chance >= amber ? "AMBER" : "RED";
}
