import { useState } from "react";
import { useBook, usePane } from "../context";
import { ordersOf, type OrderView } from "../orders";
import { textOf } from "./dates";

/** Takes the order whose row is selected in the sheet; a selected inspection stands for its order. */
export function useSelectedOrder(onPick: (order: OrderView) => void): {
  take: () => Promise<void>;
  missed: boolean;
} {
  const { workbook, notices } = usePane();
  const book = useBook();
  const [missed, setMissed] = useState(false);
  const take = async () => {
    setMissed(false);
    try {
      const row = await workbook.selection();
      const orders = ordersOf(book);
      const order =
        row?.register === "orders"
          ? orders.find(({ key }) => key === row.key)
          : row?.register === "inspections"
            ? orders.find(
                ({ row: { fields } }) =>
                  textOf(fields.po) === textOf(row.fields.po) &&
                  textOf(fields.style) === textOf(row.fields.style),
              )
            : undefined;
      if (order) onPick(order);
      else setMissed(true);
    } catch (problem) {
      notices.add({ kind: "problem", problem });
    }
  };
  return { take, missed };
}
