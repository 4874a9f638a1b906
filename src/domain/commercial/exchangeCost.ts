import { taxRefund } from "./taxRefund";

/** One export deal of a trading company; money in home currency save `fobForeign`, the net FOB income in foreign currency. */
export interface ExportDeal {
  readonly purchaseInclVat: number;
  readonly vatRate: number;
  readonly refundRate: number;
  readonly expenses: number;
  readonly fobForeign: number;
}

const totalCost = (deal: ExportDeal): number =>
  deal.purchaseInclVat + deal.expenses - taxRefund(deal.purchaseInclVat, deal.vatRate, deal.refundRate);

/** 换汇成本: home currency spent for each unit of foreign currency earned. Below the bank's buying rate there is a profit. */
export function exchangeCost(deal: ExportDeal): number {
  return totalCost(deal) / deal.fobForeign;
}

/** 出口盈亏率: profit at that exchange rate as a share of the total cost; negative for a loss. */
export function exportProfitRate(deal: ExportDeal, rate: number): number {
  const cost = totalCost(deal);
  return (deal.fobForeign * rate - cost) / cost;
}
