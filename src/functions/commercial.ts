import { calendarFor } from "../domain/calendar/calendarFor";
import { calendarName } from "../domain/calendar/calendarName";
import { isWorkday } from "../domain/calendar/isWorkday";
import { agingBucket } from "../domain/commercial/aging";
import { creditQuantity, quantityKind, type QuantityKind } from "../domain/commercial/creditQuantity";
import { exchangeCost, exportProfitRate } from "../domain/commercial/exchangeCost";
import { lastPresentation } from "../domain/commercial/lastPresentation";
import { latePenalty, type PenaltyStep } from "../domain/commercial/latePenalty";
import { lastPaymentDue, paymentDue } from "../domain/commercial/paymentDue";
import { paymentTerms } from "../domain/commercial/paymentTerms";
import { cifPrice, fobPrice } from "../domain/commercial/price";
import { reconcile } from "../domain/commercial/reconcile";
import { taxRefund } from "../domain/commercial/taxRefund";
import { TradeError } from "../domain/tradeError";
import { isSingle, oneCell, optional, required, wholeRange, type Argument } from "./cells/argument";
import { dateCell } from "./cells/dateCell";
import { eachCell } from "./cells/eachCell";
import { langCell } from "./cells/langCell";
import { namedLines } from "./cells/namedLines";
import { numberCell, rateCell, wholeCell } from "./cells/numberCell";
import { plainValue, type Plain } from "./cells/plainValue";
import { table } from "./cells/table";
import { textCell } from "./cells/textCell";
import { wordCell } from "./cells/wordCell";
import { today } from "./today";

declare module "../domain/tradeError" {
  interface TradeErrors {
    allOneCell: Record<never, never>;
    shippedAfterExpiry: Record<never, never>;
    unknownUnit: { text: string };
    wordingUnclear: { text: string };
    stepsShape: { columns: number };
  }
}

const money = numberCell({ least: 0 });
const share = rateCell({ least: 0, most: 1 });
const costPartCell = wordCell<"cost" | "profit">({
  cost: ["cost", "换汇成本", "成本"],
  profit: ["profit", "盈亏率", "利润率"],
});
const duePartCell = wordCell<"last" | "all">({
  last: ["last", "最后", "末笔"],
  all: ["all", "全部", "明细"],
});

const termsCell = (value: Plain) => paymentTerms(textCell(value));

function unitCell(value: Plain): QuantityKind {
  const kind = quantityKind(String(value));
  if (kind === undefined) throw new TradeError("badInput", "unknownUnit", { text: String(value) });
  return kind;
}

/**
 * FOB price of a garment: cost x (1 + overhead) / (1 - margin) / (1 - commission). Margin and commission are shares of the price, not of the cost.
 * @customfunction FOBPRICE
 * @param fabric Fabric for a garment.
 * @param trims Trims for a garment.
 * @param cmt Cut, make and trim.
 * @param [other] Print, wash, tests, inland freight, documents; 0 if left out.
 * @param [overhead] Overhead as a share of the cost; 0 if left out.
 * @param [margin] Margin as a share of the price; 0 if left out.
 * @param [commission] Commission as a share of the price; 0 if left out.
 * @returns Price, in the currency of the costs.
 * @example =MERCH.FOBPRICE(3.2,0.85,1.6,0.3,0.05,0.08,0.05) → 7.14817
 * @errors #VALUE! for what is no number, a negative cost, or a share outside 0 to 1; #NUM! for a margin or commission of 1.
 * @source FOB price build-up: trade practice.
 */
export function FOBPRICE(
  fabric: any[][],
  trims: any[][],
  cmt: any[][],
  other?: any[][],
  overhead?: any[][],
  margin?: any[][],
  commission?: any[][],
): any[][] {
  return eachCell(
    [
      required("fabric", fabric, money),
      required("trims", trims, money),
      required("cmt", cmt, money),
      optional("other", other, money, 0),
      optional("overhead", overhead, share, 0),
      optional("margin", margin, share, 0),
      optional("commission", commission, share, 0),
    ],
    (cloth, extras, making, rest, onCost, profit, agent) =>
      fobPrice({ fabric: cloth, trims: extras, cmt: making, other: rest }, onCost, profit, agent),
  );
}

/**
 * CIF price from FOB, freight and insurance on 110 % of the CIF value.
 * @customfunction CIF
 * @param fob FOB price or value.
 * @param freight Freight for the same quantity.
 * @param insuranceRate Premium rate as a fraction or a percentage.
 * @param [uplift] Cover as a multiple of CIF; 1.1 if left out.
 * @returns Price, in the currency of the others.
 * @example =MERCH.CIF(5,0.25,0.003) → 5.26738
 * @errors #VALUE! for what is no number, a negative price, or a rate outside 0 to 1; #NUM! where uplift x rate reaches 1.
 * @source CIF = (FOB + freight) / (1 - uplift x rate); 110 % is the least cover of UCP 600 art. 28 and Incoterms 2020.
 */
export function CIF(fob: any[][], freight: any[][], insuranceRate: any[][], uplift?: any[][]): any[][] {
  return eachCell(
    [
      required("fob", fob, money),
      required("freight", freight, money),
      required("insuranceRate", insuranceRate, share),
      optional("uplift", uplift, numberCell({ least: 0 }), 1.1),
    ],
    cifPrice,
  );
}

/**
 * Home currency spent for each unit of foreign currency earned by an export, or the profit rate at an exchange rate. For trading companies.
 * @customfunction FXCOST
 * @param purchaseInclVAT Purchase price with VAT, in home currency.
 * @param vatRate VAT rate (0.13 or 13%).
 * @param refundRate Export refund rate.
 * @param expenses Expenses in home currency.
 * @param fobForeign Net FOB income in foreign currency, commission off.
 * @param [rate] Exchange rate: home currency for one of foreign; needed for "profit".
 * @param [part] "cost" (default) or "profit" (profit as a share of total cost).
 * @returns Home currency per unit of foreign currency; or a fraction.
 * @example =MERCH.FXCOST(2060,0.17,0.09,206,317.75) → 6.63269
 * @example =MERCH.FXCOST(2060,0.17,0.09,206,317.75,7,"profit") → 0.0553781
 * @errors #VALUE! for what is no number, a rate outside 0 to 1, an income not above 0, or "profit" without rate.
 * @source (purchase + expenses - refund) / FOB net; profit rate = (FOB net x rate - cost) / cost.
 */
export function FXCOST(
  purchaseInclVAT: any[][],
  vatRate: any[][],
  refundRate: any[][],
  expenses: any[][],
  fobForeign: any[][],
  rate?: any[][],
  part?: any[][],
): any[][] {
  return eachCell(
    [
      required("purchaseInclVAT", purchaseInclVAT, money),
      required("vatRate", vatRate, share),
      required("refundRate", refundRate, share),
      required("expenses", expenses, money),
      required("fobForeign", fobForeign, numberCell({ above: 0 })),
      optional("rate", rate, numberCell({ above: 0 })),
      optional("part", part, costPartCell, "cost"),
    ],
    (purchaseInclVat, vat, refund, spent, earned, exchange, wanted) => {
      const deal = { purchaseInclVat, vatRate: vat, refundRate: refund, expenses: spent, fobForeign: earned };
      if (wanted === "cost") return exchangeCost(deal);
      if (exchange === undefined) throw new TradeError("badInput", "missing", { argument: "rate" });
      return exportProfitRate(deal, exchange);
    },
  );
}

/**
 * Export tax refund of a trading company. A factory exporting its own goods is under another rule.
 * @customfunction TAXREFUND
 * @param purchaseInclVAT Purchase price with VAT.
 * @param vatRate VAT rate (0.13 or 13%).
 * @param refundRate Export refund rate; check it every year.
 * @returns Money, in the currency of the purchase.
 * @example =MERCH.TAXREFUND(113,0.13,0.13) → 13
 * @errors #VALUE! for what is no number, a negative purchase, or a rate outside 0 to 1.
 * @source Purchase / (1 + VAT rate) x refund rate (China, 免退税).
 */
export function TAXREFUND(purchaseInclVAT: any[][], vatRate: any[][], refundRate: any[][]): any[][] {
  return eachCell(
    [
      required("purchaseInclVAT", purchaseInclVAT, money),
      required("vatRate", vatRate, share),
      required("refundRate", refundRate, share),
    ],
    taxRefund,
  );
}

/**
 * When the last of the money is due under payment terms in words, or all parts of it.
 * @customfunction PAYDUE
 * @param terms Payment terms, zh or en: 30% deposit, 70% 30 days after B/L; L/C at sight; O/A 60 days; 30%定金,70%见提单副本.
 * @param shipDate On-board (B/L) date.
 * @param [invoiceDate] Invoice date; needed where the terms count from the invoice.
 * @param [part] "last" (default), or "all" for one cell of terms.
 * @returns A date, as a serial number; "all": a row for each part with share, date and event. A deposit has no date here, since it is due with the order.
 * @example =MERCH.PAYDUE("30% deposit, 70% 30 days after B/L",DATE(2026,9,10)) → 2026-10-10
 * @example =MERCH.PAYDUE("L/C at sight",DATE(2026,9,10)) → 2026-09-10
 * @example =MERCH.PAYDUE("30%定金,70%见提单副本",DATE(2026,9,10)) → 2026-09-10
 * @example =INDEX(MERCH.PAYDUE("30% deposit, 70% O/A 60 days",DATE(2026,9,10),,"all"),2,1) → 0.7
 * @errors #VALUE! for terms that do not say when, shares that do not add up to 100 %, a date that is not given (arrival, inspection), or a missing invoice date.
 * @source UCP 600 art. 3: from and after do not count the date itself, before excludes it. O/A and bare days count from the B/L date; EOM and 月结 from the end of its month.
 */
export function PAYDUE(terms: any[][], shipDate: any[][], invoiceDate?: any[][], part?: any[][]): any[][] {
  const parts = required("terms", terms, termsCell);
  const shipped = required("shipDate", shipDate, dateCell);
  const invoiced = optional("invoiceDate", invoiceDate, dateCell);
  const wanted = optional("part", part, duePartCell, "last");
  if (isSingle(parts.cells) && asksForAll(wanted)) {
    return table([], () => {
      const given = oneCell(optional("terms", terms, termsCell));
      if (given === undefined) return [[""]];
      const payments = paymentDue(given, oneCell(shipped), oneCell(invoiced));
      return payments.map(({ share: ofAll, date, event }) => [ofAll, date ?? "", event]);
    });
  }
  return eachCell([parts, shipped, invoiced, wanted], (given, onBoard, invoice, which) => {
    if (which === "all") throw new TradeError("badInput", "allOneCell", {});
    return lastPaymentDue(paymentDue(given, onBoard, invoice));
  });
}

function asksForAll(wanted: Argument<"last" | "all">): boolean {
  try {
    return oneCell(wanted) === "all";
  } catch {
    // What is wrong with it, the reading cell by cell will say.
    return false;
  }
}

/**
 * Last day to present documents under a letter of credit.
 * @customfunction LCLATEST
 * @param onBoard On-board date of the transport document.
 * @param expiry Expiry date of the credit.
 * @param [days] Days for presentation after shipment; 21 if left out.
 * @param [bankHolidays] Days on which the bank is closed, weekends among them; or a calendar's name such as CN5, HK or EU.
 * @returns A date, as a serial number.
 * @example =MERCH.LCLATEST(DATE(2026,9,20),DATE(2026,10,31)) → 2026-10-11
 * @example =MERCH.LCLATEST(DATE(2026,9,20),DATE(2026,10,5)) → 2026-10-05
 * @example =MERCH.LCLATEST(DATE(2026,9,20),DATE(2026,10,31),21,"HK") → 2026-10-12
 * @errors #VALUE! for what is no date, days that are not whole, or shipment after expiry; #N/A when a China calendar has no data for the year.
 * @source UCP 600 art. 14 (c): 21 calendar days after shipment, not later than expiry; art. 29 (a): the next banking day where the bank is closed.
 */
export function LCLATEST(onBoard: any[][], expiry: any[][], days?: any[][], bankHolidays?: any[][]): any[][] {
  return eachCell(
    [
      required("onBoard", onBoard, dateCell),
      required("expiry", expiry, dateCell),
      optional("days", days, wholeCell({ least: 0, most: 3650 }), 21),
      wholeRange("bankHolidays", bankHolidays, closedDays),
    ],
    (shipped, expires, within, isClosed) => {
      if (shipped > expires) throw new TradeError("badInput", "shippedAfterExpiry", {});
      return lastPresentation(shipped, expires, within, isClosed);
    },
  );
}

function closedDays(rows: readonly (readonly unknown[])[]): (day: number) => boolean {
  const given = rows.flat().flatMap((cell) => plainValue(cell) ?? []);
  const [only] = given;
  // Dates in words have digits and never stand for a calendar; names do not begin with one.
  if (given.length === 1 && typeof only === "string" && /^\s*[a-z]/i.test(only.normalize("NFKC"))) {
    const calendar = calendarFor(calendarName(only));
    return (day) => !isWorkday(day, calendar);
  }
  const closed = new Set(given.map(dateCell));
  return (day) => closed.has(day);
}

/**
 * Least and most that may be shipped under a letter of credit. Garments counted in pieces have no tolerance unless the credit grants one.
 * @customfunction LCQTY
 * @param qty Quantity in the credit.
 * @param [wording] The words beside it: about, approximately, 约 (10 %); a tolerance such as +/-5% or 5% more or less.
 * @param [unit] Unit in the credit; "pcs" if left out. Pieces, sets, dozens and cartons are counted; kg, m and yd are measured.
 * @returns One row: least, most. The amount of the credit is a limit of its own.
 * @example =MERCH.LCQTY(10000,"about","pcs") → {9000,11000}
 * @example =MERCH.LCQTY(10000) → {10000,10000}
 * @example =MERCH.LCQTY(10000,,"kg") → {9500,10500}
 * @errors #VALUE! for a quantity not above 0, an unknown unit, or a percentage that says nothing of its direction.
 * @source UCP 600 art. 30 (a): about, approximately 10 %; (b): 5 % for goods not stated in packing units or individual items.
 */
export function LCQTY(qty: any[][], wording?: any[][], unit?: any[][]): any[][] {
  return table([], () => {
    const quantity = oneCell(required("qty", qty, numberCell({ above: 0 })));
    const words = oneCell(optional("wording", wording, textCell, ""));
    const range = creditQuantity(quantity, words, oneCell(optional("unit", unit, unitCell, "counted")));
    if (!range) throw new TradeError("badInput", "wordingUnclear", { text: words });
    return [[range.least, range.most]];
  });
}

/**
 * How long money is overdue: NOT DUE, 1-30, 31-60, 61-90 or 90+ days.
 * @customfunction AGING
 * @param due Due date.
 * @param [asOf] The date on which it is judged; today if left out.
 * @param [lang] "zh" for Chinese words; English codes if left out.
 * @returns Text.
 * @example =MERCH.AGING(DATE(2026,9,30),DATE(2026,11,10)) → 31-60
 * @example =MERCH.AGING(DATE(2026,9,30),DATE(2026,9,30)) → NOT DUE
 * @example =MERCH.AGING(DATE(2026,9,30),DATE(2026,9,1),"zh") → 未到期
 * @errors #VALUE! for what is no date, or an unknown language.
 * @source Usual ageing buckets, in calendar days past due.
 */
export function AGING(due: any[][], asOf?: any[][], lang?: any[][]): any[][] {
  return eachCell(
    [
      required("due", due, dateCell),
      optional("asOf", asOf, dateCell, today()),
      optional("lang", lang, langCell, "en"),
    ],
    (date, at, language) => {
      const bucket = agingBucket(date, at);
      return language === "zh" && bucket === "NOT DUE" ? "未到期" : bucket;
    },
  );
}

/**
 * Reconciliation: what differs between our statement and theirs. Rows of one key add up; letter case, width and spaces make no difference.
 * @customfunction RECON
 * @param ourKeys Our invoice or order numbers.
 * @param ourAmounts Our amounts, beside them; blank is 0.
 * @param theirKeys Their numbers.
 * @param theirAmounts Their amounts, beside them; blank is 0.
 * @param [tolerance] Difference let pass, as an amount; 0 if left out.
 * @returns A row for each key that differs: key, ours, theirs, difference (ours less theirs); blank where a side lacks the key. OK when all agrees.
 * @example =MERCH.RECON({"A";"B"},{100;200},{"A";"C"},{100;50}) → {"B",200,"",200;"C","",50,-50}
 * @example =MERCH.RECON({"A";"B"},{100;200},{"b";"a"},{200;100}) → OK
 * @errors #VALUE! for an amount without a key beside it, what is no number, or ranges of unlike shape.
 * @source Statement of account, matched by number.
 */
export function RECON(
  ourKeys: any[][],
  ourAmounts: any[][],
  theirKeys: any[][],
  theirAmounts: any[][],
  tolerance?: any[][],
): any[][] {
  return table([], () => {
    const statement = (keys: string, keyCells: any[][], amounts: string, cells: any[][]) =>
      namedLines({ name: keys, cells: keyCells }, { name: amounts, cells, reader: numberCell() }).map(
        ({ name, number }) => ({ key: name, amount: number }),
      );
    const differences = reconcile(
      statement("ourKeys", ourKeys, "ourAmounts", ourAmounts),
      statement("theirKeys", theirKeys, "theirAmounts", theirAmounts),
      oneCell(optional("tolerance", tolerance, money, 0)),
    );
    if (differences.length === 0) return [["OK"]];
    return differences.map(({ key, ours, theirs, difference }) => [
      key,
      ours ?? "",
      theirs ?? "",
      difference,
    ]);
  });
}

/**
 * Deduction for late delivery by the buyer's scale: the rate of the highest step that the delay has reached.
 * @customfunction LATEPENALTY
 * @param daysLate Days late; 0 or less costs nothing unless a step says so.
 * @param amount Amount of the order or shipment.
 * @param steps Two columns: from day, rate (0.05 or 5%); blank rows are skipped.
 * @returns Money, in the currency of the amount.
 * @example =MERCH.LATEPENALTY(9,60000,{1,0;8,0.05;15,0.1;22,0.15}) → 3000
 * @example =MERCH.LATEPENALTY(30,60000,{1,0;8,0.05;15,0.1;22,0.15}) → 9000
 * @example =MERCH.LATEPENALTY(0,60000,{1,0;8,0.05}) → 0
 * @errors #VALUE! for what is no number, steps without two columns, or a rate outside 0 to 1.
 * @source The buyer's own scale; seen: 2 % a day, 3 % a day to 15 %, 5/10/15 % by week.
 */
export function LATEPENALTY(daysLate: any[][], amount: any[][], steps: any[][]): any[][] {
  return eachCell(
    [
      required("daysLate", daysLate, numberCell()),
      required("amount", amount, money),
      wholeRange("steps", steps, penaltySteps),
    ],
    latePenalty,
  );
}

function penaltySteps(rows: readonly (readonly unknown[])[]): PenaltyStep[] {
  const steps = rows.flatMap((row): PenaltyStep[] => {
    if (row.length !== 2) throw new TradeError("badInput", "stepsShape", { columns: row.length });
    const [from, rate] = row.map(plainValue);
    if (from === undefined && rate === undefined) return [];
    if (from === undefined || rate === undefined) throw new TradeError("badInput", "missing", {});
    return [{ fromDay: numberCell()(from) as number, rate: share(rate) as number }];
  });
  if (steps.length === 0) throw new TradeError("badInput", "missing", {});
  return steps;
}

export const commercialFunctions = {
  FOBPRICE,
  CIF,
  FXCOST,
  TAXREFUND,
  PAYDUE,
  LCLATEST,
  LCQTY,
  AGING,
  RECON,
  LATEPENALTY,
};
