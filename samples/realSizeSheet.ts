import type { FileBook } from "../src/workbench/files/fileBook";
import { bookOfGrid } from "./wildSheets/bookOfGrid";
import { composeSheet, others, type ColumnSpec } from "./wildSheets/composeSheet";

const STEPS: readonly (readonly [string, string])[] = [
  ["色样批复", "T04"],
  ["大货面料到厂", "T09"],
  ["辅料到厂", "T12"],
  ["产前样批复", "T17"],
  ["开裁", "T19S"],
  ["车缝下线", "T21"],
  ["水洗后整", "T24"],
  ["包装完成", "T27"],
  ["尾期验货", "T29"],
  ["离厂", "T30"],
];

/** Further columns that big trackers have and no register keeps. */
const MORE = 20;

/**
 * A tracker of real size, as it has grown over years: so many colour rows, two rows of headings, fifty-odd columns, a lot
 * between every three hundred orders.
 */
export function realSizeSheet(orders: number): FileBook {
  const columns: ColumnSpec[] = [
    { heading: "客人", meaning: "customer" },
    { heading: "PO号", meaning: "po" },
    { heading: "款号", meaning: "style" },
    { heading: "品名", meaning: "description" },
    { heading: "颜色", meaning: "colour" },
    { heading: "数量（件）", meaning: "qty" },
    { heading: "单价USD", meaning: "price" },
    { heading: "金额", cell: others.amount! },
    { heading: "接单日", meaning: "orderDate" },
    { heading: "客期", meaning: "due" },
    ...STEPS.flatMap(([name, milestone]): ColumnSpec[] => [
      { heading: [name, "计划"], meaning: `${milestone}.plan` },
      { heading: [name, "实际"], meaning: `${milestone}.actual` },
    ]),
    { heading: "工厂", meaning: "factory" },
    { heading: "跟单", meaning: "merchandiser" },
    ...Array.from({ length: MORE }, (_, index): ColumnSpec => ({
      heading: `内部栏${index + 1}`,
      cell: (order, row) =>
        [order.season, order.destination, row % 7, Math.round(order.qty * 1.03), ""][index % 5],
    })),
    { heading: "备注", meaning: "remarks" },
  ];
  const { grid } = composeSheet({
    name: "大货总表",
    lang: "zh",
    seed: 3000,
    rows: orders,
    at: [1, 0],
    columns,
    above: (maker) => void maker.put(0, 0, "大货总表"),
    between: Array.from({ length: Math.floor(orders / 300) }, (_, index) => ({
      before: index * 300,
      kind: "group" as const,
      cells: { 0: `第${index + 1}批` },
      merged: columns.length,
    })),
  });
  return bookOfGrid(grid);
}
