/**
 * Export tax refund 出口退税 of a trading company (免退税): the price without VAT, times the refund rate. A factory that exports its
 * own goods is under another rule (免抵退), which this is not.
 */
export function taxRefund(purchaseInclVat: number, vatRate: number, refundRate: number): number {
  return (purchaseInclVat / (1 + vatRate)) * refundRate;
}
