import { composeMilestones, type DownSpec } from "./milestoneSheets";
import type { WildSheet } from "./wildSheet";

const SPECS: readonly DownSpec[] = [
  {
    name: "2 en pre-production TNA, process by process",
    lang: "en",
    top: 7,
    headings: ["S.No", "Process", "Plan Dt", "Actual Dt", "Responsibility", "Comments"],
    meanings: [undefined, "milestone", "plan", "actual", "owner", "remarks"],
    format: "dd-mmm-yy",
    form: ["customer", "style", "qty"],
    above: (maker) => {
      maker.put(0, 0, "TIME & ACTION PLAN").merge(0, 0, 1, 6);
      maker.put(2, 0, "IO #").put(2, 1, "1063").put(2, 3, "Buyer").put(2, 4, "Lindqvist");
      maker.put(3, 0, "Style #").put(3, 1, "LX4410").put(3, 3, "Order Qty").put(3, 4, 6200);
      maker.put(4, 0, "Ex Factory").put(4, 1, { value: 46_254, format: "dd-mmm-yy" });
    },
    milestones: [
      ["Order sheet received", "T00", 110],
      ["L/D submission", "T03", 92],
      ["L/D approval", "T04", 82],
      ["Fit sample approval", "T15", 70],
      ["PP sample send", "T16", 52],
      ["PP sample approval", "T17", 46],
      ["Fabric in-house", "T09", 45],
      ["Sewing trims I/H", "T12", 43],
      ["PPM", "T18", 40],
      ["PCD", "T19S", 38],
      ["Sewing line in", "T21S", 34],
      ["Mid-line inspection", "T23", 20],
      ["Sewing complete", "T21", 14],
      ["Final audit", "T29", 3],
      ["Ex-factory", "T30", 0],
    ],
  },
  {
    name: "2 zh 工序进度 责任部门",
    lang: "zh",
    heldOut: true,
    top: 5,
    headings: ["工序", "要求时间", "完成时间", "责任部门", "说明"],
    meanings: ["milestone", "plan", "actual", "owner", "remarks"],
    format: "m月d日",
    form: ["style", "customer"],
    above: (maker) => {
      maker.put(0, 0, "大货生产进度跟进表").merge(0, 0, 1, 5);
      maker.put(2, 0, "客户").put(2, 1, "北港服饰").put(2, 3, "款号").put(2, 4, "MK3345");
      maker
        .put(3, 0, "订单数量")
        .put(3, 1, 5200)
        .put(3, 3, "交货期")
        .put(3, 4, { value: 46_254, format: "yyyy/m/d" });
    },
    milestones: [
      ["签合同", "T00", 110],
      ["送色样", "T03", 92],
      ["色样确认", "T04", 82],
      ["齐码样确认", "T15", 70],
      ["大货面料到厂", "T09", 45],
      ["面料检验", "T10", 44],
      ["辅料到位", "T12", 43],
      ["产前样确认", "T17", 46],
      ["产前会议", "T18", 40],
      ["开裁", "T19S", 38],
      ["绣花", "T20", 31],
      ["车缝上线", "T21S", 34],
      ["车缝完成", "T21", 14],
      ["包装完成", "T27", 5],
      ["尾查", "T29", 3],
      ["出厂", "T30", 0],
    ],
  },
];

/** Further sheets of one style whose milestones run down. */
export const secondMilestoneSheets: readonly WildSheet[] = SPECS.map(composeMilestones);
