import { serialDate } from "../../src/domain/calendar/serialDate";
import type { SheetLang } from "./madeOrders";
import { SheetMaker, type WildSheet } from "./wildSheet";

export interface DownSpec {
  readonly name: string;
  readonly lang: SheetLang;
  readonly headings: readonly string[];
  readonly meanings: readonly (string | undefined)[];
  readonly top: number;
  readonly milestones: readonly (readonly [name: string, id: string | undefined, before: number])[];
  readonly above: (maker: SheetMaker) => void;
  readonly form: readonly string[];
  readonly format: string;
  readonly heldOut?: boolean;
}

const DUE = serialDate(2026, 8, 20) ?? 0;

const SPECS: readonly DownSpec[] = [
  {
    name: "en critical path, one style",
    lang: "en",
    top: 6,
    headings: ["Activity", "Responsible", "Planned Date", "Actual Date", "Remarks"],
    meanings: ["milestone", "owner", "plan", "actual", "remarks"],
    format: "dd-mmm-yy",
    form: ["customer", "style", "qty"],
    above: (maker) => {
      maker.put(0, 0, "CRITICAL PATH").merge(0, 0, 1, 5);
      maker.put(2, 0, "Buyer").put(2, 1, "Nordhaven").put(2, 3, "Style").put(2, 4, "LT2231");
      maker
        .put(3, 0, "Order Qty")
        .put(3, 1, 4800)
        .put(3, 3, "Ex-Factory Date")
        .put(3, 4, { value: DUE, format: "dd-mmm-yy" });
    },
    milestones: [
      ["Order confirmation", "T00", 110],
      ["Lab dip submission", "T03", 92],
      ["Lab dip approval", "T04", 82],
      ["Bulk fabric in-house", "T09", 45],
      ["Trims in-house", "T12", 43],
      ["Size set approval", "T15", 70],
      ["PP sample submission", "T16", 52],
      ["PP sample approval", "T17", 46],
      ["PP meeting", "T18", 40],
      ["Cutting start", "T19S", 38],
      ["Sewing start", "T21S", 34],
      ["Sewing finish", "T21", 14],
      ["Final inspection", "T29", 3],
      ["Ex-factory", "T30", 0],
    ],
  },
  {
    name: "zh 单款时间行动表",
    lang: "zh",
    top: 4,
    headings: ["序号", "工作事项", "计划完成日期", "实际完成日期", "责任人", "备注"],
    meanings: [undefined, "milestone", "plan", "actual", "owner", "remarks"],
    format: "yyyy/m/d",
    form: ["style", "customer"],
    above: (maker) => {
      maker.put(0, 0, "时间行动计划").merge(0, 0, 1, 6);
      maker.put(1, 0, "款号：A0931").put(1, 3, "客户：林德");
      maker
        .put(2, 0, "数量：")
        .put(2, 1, 3600)
        .put(2, 3, "交期：")
        .put(2, 4, { value: DUE, format: "yyyy/m/d" });
    },
    milestones: [
      ["下单", "T00", 110],
      ["打色样", "T03", 92],
      ["客户批色", "T04", 82],
      ["面料到厂", "T09", 45],
      ["辅料齐套", "T12", 43],
      ["产前样寄出", "T16", 52],
      ["产前样批复", "T17", 46],
      ["产前会", "T18", 40],
      ["开裁", "T19S", 38],
      ["上线", "T21S", 34],
      ["中期检验", "T23", 20],
      ["下线", "T21", 14],
      ["船样寄出", "TOP", 15],
      ["尾期验货", "T29", 3],
      ["离厂", "T30", 0],
    ],
  },
  {
    name: "tw 單款進度 兩列日期",
    lang: "tw",
    top: 5,
    headings: ["項目", "預計日期", "實際日期", "備註"],
    meanings: ["milestone", "plan", "actual", "remarks"],
    format: "m/d",
    form: ["style", "factory"],
    above: (maker) => {
      maker.put(0, 1, "生產進度表");
      maker.put(2, 1, "款號").put(2, 2, "W7712").put(2, 3, "工廠").put(2, 4, "宏達製衣");
    },
    milestones: [
      ["布料到廠", "T09", 45],
      ["輔料到廠", "T12", 43],
      ["齊碼樣批核", "T15", 70],
      ["產前樣批核", "T17", 46],
      ["開裁", "T19S", 38],
      ["車縫上線", "T21S", 34],
      ["繡花完成", "T20", 31],
      ["洗水回廠", "T24", 11],
      ["包裝完成", "T27", 5],
      ["尾期驗貨", "T29", 3],
      ["離廠", "T30", 0],
      ["開船", "T32", -3],
    ],
  },
];

/** Makes a sheet of one style whose milestones run down. */
export function composeMilestones(spec: DownSpec): WildSheet {
  const maker = new SheetMaker();
  const left = spec.lang === "tw" ? 1 : 0;
  spec.above(maker);
  spec.headings.forEach((heading, at) => void maker.put(spec.top, left + at, heading));
  const dates = new Map<number, Map<number, number | "unknown">>();
  const milestones = new Map<number, string>();
  spec.milestones.forEach(([name, id, before], index) => {
    const row = spec.top + 1 + index;
    spec.meanings.forEach((meaning, at) => {
      const column = left + at;
      const planned = DUE - before;
      if (meaning === "milestone") maker.put(row, column, name);
      else if (meaning === "owner") maker.put(row, column, spec.lang === "en" ? "Amy" : "小陈");
      else if (meaning === "plan" || (meaning === "actual" && index < 6)) {
        const day = meaning === "plan" ? planned : planned + (index % 4);
        maker.put(row, column, { value: day, format: spec.format });
        const days = dates.get(column) ?? new Map<number, number | "unknown">();
        dates.set(column, days.set(row, day));
      } else if (meaning === undefined) maker.put(row, column, index + 1);
    });
    if (id) milestones.set(row, id);
  });
  const firstRow = spec.top + 1;
  return {
    name: spec.name,
    lang: spec.lang,
    heldOut: spec.heldOut ?? false,
    grid: maker.grid(spec.name),
    answer: {
      subject: "orders",
      layout: "milestones",
      headingRows: [spec.top],
      firstRow,
      lastRow: spec.top + spec.milestones.length,
      firstColumn: left,
      lastColumn: left + spec.headings.length - 1,
      meanings: new Map(
        spec.meanings.flatMap((meaning, at) =>
          meaning === undefined ? [] : [[left + at, [meaning]] as const],
        ),
      ),
      rows: new Map(),
      dates,
      fillDown: [],
      form: spec.form,
      milestones,
    },
  };
}

/** Sheets of one style whose milestones run down. */
export const milestoneSheets: readonly WildSheet[] = SPECS.map(composeMilestones);
