import fc from "fast-check";
import { bestAssignment } from "../../../src/registers/sheet/bestAssignment";
import { headingGuesses } from "../../../src/registers/sheet/headingScore";
import { simplified } from "../../../src/registers/sheet/simplified";

const first = (...path: string[]): string | undefined => {
  const [guess] = headingGuesses(path, "orders");
  return guess?.other ? `(${guess.meaning})` : guess?.meaning;
};

// Put together from words of the trade: none of these stands anywhere as a whole.
test.each([
  [["計劃 裁床 開裁 日期"], "T19S.plan"],
  [["Bulk fab i/h act. dt"], "T09.actual"],
  [["Cust P/O nbr"], "po"],
  [["客人 款 号"], "style"],
  [["Garmnt colr"], "colour"],
  [["TTL order q'ty (pcs)"], "qty"],
  [["實際 上線 日"], "T21S.actual"],
  [["大货船样确认 计划"], "TOP.plan"],
  [["辅料预计到齐日期"], "T12.plan"],
  [["Actual date of final inspctn"], "T29.actual"],
  [["PCD", "Actual"], "T19S.actual"],
  [["尾期验货", "应完成"], "T29.plan"],
  [["Fabric", "In-house", "Plan"], "T09.plan"],
  [["Cutting", "Qty"], "(cutQty)"],
  [["Shipped Qty"], "(shippedQty)"],
  [["订单金额(USD)"], "(amount)"],
  [["PP sample status"], "(milestoneStatus)"],
  [["面料供应商"], "(supplier)"],
  // Words that look like another matter.
  [["Actual Delivery"], "T30.actual"],
  [["COO"], "(destination)"],
  [["Marker"], "(sample)"],
  [["外贸合同号"], "po"],
  [["面料订购日期"], "(materialDate)"],
  [["Trims booking date"], "(materialDate)"],
  [["In DC date"], "(arrival)"],
  [["Desp. Qty"], "(shippedQty)"],
  [["U/P"], "price"],
  [["Forwarder"], "(supplier)"],
  [["齐色样确认"], "T15.plan"],
  [["Strike-off (S/O) approved"], "T04.plan"],
  [["PPS shipped on"], "T16.plan"],
  [["Shipment / ETD"], "T32.plan"],
  [["Yarn status"], "(milestoneStatus)"],
  [["放码板确认"], "T15.plan"],
  [["Purchasing doc no"], "po"],
  [["Factory name"], "factory"],
])("%s is %s", (path, wanted) => {
  expect(first(...path)).toBe(wanted);
});

test("traditional characters beyond the common ones", () => {
  expect(simplified("裏布 鈕釦 驗針 齊碼樣 繡花")).toBe("里布 钮扣 验针 齐码样 绣花");
});

test("no assignment is worth more, tried against every one of small tables", () => {
  const most = (worth: readonly (readonly number[])[], row: number, used: number): number => {
    if (row === worth.length) return 0;
    let best = most(worth, row + 1, used);
    worth[row]?.forEach((value, column) => {
      if (used & (1 << column)) return;
      best = Math.max(best, value + most(worth, row + 1, used | (1 << column)));
    });
    return best;
  };
  const table = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(table, (worth) => {
      const pairs = bestAssignment(worth);
      const sum = pairs.reduce((total, [row, column]) => total + (worth[row]?.[column] ?? 0), 0);
      expect(sum).toBe(most(worth, 0, 0));
      expect(new Set(pairs.map(([row]) => row)).size).toBe(pairs.length);
      expect(new Set(pairs.map(([, column]) => column)).size).toBe(pairs.length);
    }),
  );
});
