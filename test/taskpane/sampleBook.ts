import type { Fields } from "../../src/registers/register";
import type { Book } from "../../src/workbook/book";
import { asOf, bookOf } from "./memoryWorkbook";

const milestones = ["T04", "T09", "T12", "T17", "T19S", "T21", "T27", "T29", "T30"];
/** Days before ex-factory. */
const leads = [62, 48, 40, 32, 28, 12, 4, 2, 0];

/** An order whose milestones were all met on their day up to `done`, of which there are nine. */
function order(
  po: string,
  style: string,
  colour: string,
  dueIn: number,
  done: number,
  more: Fields = {},
): Fields {
  const due = asOf + dueIn;
  const dates = milestones.flatMap((id, index) => {
    const plan = due - (leads[index] ?? 0);
    return index < done
      ? [
          [`${id}.plan`, plan],
          [`${id}.actual`, plan],
        ]
      : [[`${id}.plan`, plan]];
  });
  return {
    po,
    style,
    colour,
    qty: 1200,
    sizes: "S 200, M 400, L 400, XL 200",
    price: 6.45,
    currency: "USD",
    orderDate: due - 70,
    due,
    template: "knit",
    customer: "Nordvik",
    factory: "宏达制衣",
    merchandiser: "陈丽",
    ...Object.fromEntries(dates),
    ...more,
  };
}

const inspection = (id: string, po: string, style: string, days: number, more: Fields): Fields => ({
  id,
  date: asOf - days,
  po,
  style,
  type: "FRI",
  lot: 1200,
  level: "II",
  majorAql: 2.5,
  minorAql: 4,
  severity: "Normal",
  standard: "ISO",
  inspected: 80,
  critical: 0,
  ...more,
});

/** Orders in every state, as of 2026-09-15. */
export const sampleBook = (): Book =>
  bookOf({
    orders: [
      order("PO-26001", "NV-1180", "Navy", 30, 4),
      order("PO-26002", "NV-1181", "Heather grey", -3, 7, {
        factory: "Saigon Garment",
        merchandiser: "Anna",
      }),
      order("PO-26003", "LX-220", "Black", 1, 7, { customer: "Luxor", qty: 5000 }),
      order("PO-26004", "LX-221", "Ecru", 20, 5, { customer: "Luxor" }),
      order("PO-26005", "LX-222", "Brick", 24, 3, { customer: "Luxor", merchandiser: "Anna" }),
      order("PO-26006", "HM-90 long sleeve pocket tee", "Washed indigo", 60, 0, { customer: "Hallmark" }),
      order("PO-26007", "HM-91", "White", -20, 9, { customer: "Hallmark" }),
      order("PO-26008", "HM-92", "White", 6, 6, { customer: "Hallmark", factory: "Saigon Garment" }),
      order("PO-26009", "HM-93", "Sage", 45, 2),
    ],
    inspections: [
      inspection("FRI-260914-01", "PO-26003", "LX-220", 1, {
        lot: 5000,
        inspected: 200,
        major: 12,
        minor: 5,
        verdict: "FAIL",
        reason: "Major 12 > 10",
      }),
      inspection("FRI-260915-01", "PO-26008", "HM-92", 0, {
        inspected: 40,
        major: 1,
        minor: 0,
        verdict: "PENDING",
        reason: "Inspected 40 of 80",
      }),
    ],
    defects: [
      {
        inspection: "FRI-260914-01",
        code: "S04",
        description: "Open seam",
        class: "Major",
        zone: "A",
        count: 7,
      },
      { inspection: "FRI-260914-01", code: "A01", description: "Stain", class: "Major", zone: "A", count: 5 },
      {
        inspection: "FRI-260914-01",
        code: "A03",
        description: "Thread",
        class: "Minor",
        zone: "A",
        count: 5,
      },
    ],
  });

/** As many orders as asked for, in all states. */
export function manyOrders(count: number): Book {
  const orders = Array.from({ length: count }, (_, index) =>
    order(
      `PO-${30000 + index}`,
      `ST-${index % 900}`,
      ["Navy", "Black", "Ecru"][index % 3] ?? "",
      (index % 120) - 20,
      index % 10,
      {
        customer: `Customer ${index % 12}`,
        factory: `Factory ${index % 20}`,
      },
    ),
  );
  return bookOf({ orders, inspections: [], defects: [] });
}
