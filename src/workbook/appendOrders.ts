import type { Fields } from "../registers/register";
import { appendRows } from "./appendRows";
import type { Receipt } from "./book";

/** One row for each colour, in one write. */
export async function appendOrders(rows: readonly Fields[]): Promise<Receipt> {
  const { address, leftOut, revert } = await appendRows([{ register: "orders", rows }]);
  const { po = "", style = "" } = rows[0] ?? {};
  return {
    code: "ordersAdded",
    params: { count: rows.length, po: String(po), style: String(style), leftOut: leftOut.join(", ") },
    address,
    revert,
  };
}
