import { civilDate, LAST_SERIAL, serialDate } from "../calendar/serialDate";
import { TradeError } from "../tradeError";
import type { PaymentPart } from "./paymentTerms";

declare module "../tradeError" {
  interface TradeErrors {
    invoiceDateNeeded: { text: string };
  }
}

export interface Payment {
  readonly share: number;
  /** Undefined: due with the order, whose date is not known here. */
  readonly date: number | undefined;
  readonly event: string;
}

/**
 * When each part of the money is due, counted from the shipment (on board, B/L) or the invoice. "After" and "from" do not count the
 * date itself, "before" excludes it (UCP 600 art. 3), so payment before shipment is due the day before. Where everything is paid
 * in advance it must be in before shipment.
 */
export function paymentDue(
  parts: readonly PaymentPart[],
  shipDate: number,
  invoiceDate: number | undefined,
): Payment[] {
  const allInAdvance = parts.every(({ base }) => base === "order");
  return parts.map((part) => ({
    share: part.share,
    date: allInAdvance ? shipDate - 1 : dueDate(part, shipDate, invoiceDate),
    event: part.words,
  }));
}

/** The day on which the last of the money is due. */
export function lastPaymentDue(payments: readonly Payment[]): number {
  return payments.reduce((last, { date }) => Math.max(last, date ?? 0), 0);
}

function dueDate(part: PaymentPart, shipDate: number, invoiceDate: number | undefined): number | undefined {
  switch (part.base) {
    case "order":
      return undefined;
    case "beforeShipment":
      return within(shipDate - Math.max(1, part.days));
    case "shipment":
      return after(shipDate, part);
    case "invoice":
      if (invoiceDate === undefined) {
        throw new TradeError("badInput", "invoiceDateNeeded", { text: part.words });
      }
      return after(invoiceDate, part);
  }
}

function after(base: number, { months, days, fromMonthEnd, dayOfNextMonth }: PaymentPart): number {
  if (dayOfNextMonth !== undefined) return within(inMonth(base, 1, dayOfNextMonth));
  const from = fromMonthEnd ? inMonth(base, 0, 31) : base;
  return within((months > 0 ? inMonth(from, months, civilDate(from).day) : from) + days);
}

/** That day of the month so many months on, or the month's last day where it has no such day. */
function inMonth(serial: number, monthsOn: number, day: number): number {
  const from = civilDate(serial);
  const months = from.year * 12 + from.month - 1 + monthsOn;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  for (let last = day; last >= 28; last--) {
    const found = serialDate(year, month, last);
    if (found !== undefined) return found;
  }
  return serialDate(year, month, Math.min(day, 28)) ?? LAST_SERIAL + 1;
}

function within(serial: number): number {
  if (serial < 1 || serial > LAST_SERIAL) throw new TradeError("noAnswer", "noAnswer", {});
  return serial;
}
