import type { Words } from "./register";
import { list } from "./synonyms";

/** The columns of a milestone are its planned and its actual date. */
export type MilestonePart = "plan" | "actual";

/** A date that merchandisers track in the order table, as a pair of columns: `<id>.plan` and `<id>.actual`. */
export interface Milestone {
  readonly id: string;
  /** Task of the time and action plan that it belongs to. */
  readonly code: string;
  readonly part: "start" | "finish";
  readonly name: Words;
  readonly owner: Words;
  readonly synonyms: readonly string[];
}

const buyer: Words = { en: "Buyer", zh: "客户" };
const mill: Words = { en: "Mill", zh: "面料厂" };
const trims: Words = { en: "Trim supplier", zh: "辅料商" };
const factory: Words = { en: "Factory", zh: "工厂" };
const quality: Words = { en: "QC", zh: "品质" };

/** In the order in which an order passes them. */
export const milestones: readonly Milestone[] = [
  {
    id: "T04",
    code: "T04",
    part: "finish",
    name: { en: "Lab dip approved", zh: "批色" },
    owner: buyer,
    synonyms: list(
      "lab dip, lab dip approval, l/d, l/d approved, strike-off approved, colour approval, shade approved",
      "客户批色, 色样批复, 色样确认, 色样, 批色样, 确认色样, 色卡确认",
    ),
  },
  {
    id: "T09",
    code: "T09",
    part: "finish",
    name: { en: "Fabric in-house", zh: "面料到厂" },
    owner: mill,
    synonyms: list(
      "fabric in house, fabric inhouse, fabric received, fabric arrival, fabric eta, bulk fabric, fabric",
      "面料到货, 面料入库, 面料回厂, 布料到厂, 大货面料, 面料, 主料到厂, 到料, 布到厂",
    ),
  },
  {
    id: "T12",
    code: "T12",
    part: "finish",
    name: { en: "Trims in-house", zh: "辅料到厂" },
    owner: trims,
    synonyms: list(
      "trims in house, trims inhouse, trim in-house, accessories in-house, accessories received, trims, accessories, sewing trims in-house",
      "辅料到货, 辅料入库, 辅料齐套, 辅料, 缝制辅料, 辅料到齐",
    ),
  },
  {
    id: "T17",
    code: "T17",
    part: "finish",
    name: { en: "PP sample approved", zh: "产前样批复" },
    owner: buyer,
    synonyms: list(
      "pp sample, pp approval, pp approved, pps, pps approved, pre-production sample, pre production sample approved, sealed sample",
      "产前样, 批产前样, 产前样确认, 产前板, 封样, 产前版, 批版",
    ),
  },
  {
    id: "T19S",
    code: "T19",
    part: "start",
    name: { en: "Cutting start", zh: "开裁" },
    owner: factory,
    synonyms: list(
      "pcd, plan cut date, planned cut, cutting, cut start, cut date, cutting date, cutting in",
      "开裁日, 开裁日期, 裁剪, 裁剪上线, 裁床, 开裁时间, 裁剪开始",
    ),
  },
  {
    id: "T21",
    code: "T21",
    part: "finish",
    name: { en: "Sewing finish", zh: "车缝完成" },
    owner: factory,
    synonyms: list(
      "sewing, sewing end, sewing output, sewing complete, sewing completed, stitching, sew out, sewing out",
      "车缝, 缝制, 缝制结束, 下线, 车缝下线, 缝制完成, 下线日, 缝制结束日期, 车间下线",
    ),
  },
  {
    id: "T27",
    code: "T27",
    part: "finish",
    name: { en: "Packed", zh: "包装完成" },
    owner: factory,
    synonyms: list(
      "packing, packing finish, packing complete, 100% packed, packing end, finishing, packing date",
      "包装, 后整, 装箱, 装箱完成, 后道, 包装日期, 后道完成, 尾部完成",
    ),
  },
  {
    id: "T29",
    code: "T29",
    part: "finish",
    name: { en: "Final inspection", zh: "尾查" },
    owner: quality,
    synonyms: list(
      "fri, psi, final random inspection, final inspection date, inspection, inspection date, final audit, final",
      "尾期检验, 尾期, 终检, 验货, 验货日期, 尾查日, 客检, 验货时间",
    ),
  },
  {
    id: "T30",
    code: "T30",
    part: "finish",
    name: { en: "Ex-factory", zh: "离厂" },
    owner: factory,
    synonyms: list(
      "ex factory, ex-fty, exfty, ex fact, xfact, etx, x-factory, ex-factory date, gate-in, shipped, ship date, shipment",
      "出厂, 离厂日, 离厂日期, 出货, 出货日期, 进仓, 进仓日, 走货, 发货日期, 走货日期",
    ),
  },
];

/** Headings of a milestone's column in a table that we set up. */
export const milestoneColumnHeading = ({ name }: Milestone, part: MilestonePart): Words =>
  part === "plan"
    ? { en: `${name.en} plan`, zh: `${name.zh}计划` }
    : { en: `${name.en} actual`, zh: `${name.zh}实际` };

/** What an order begins with, as the functions of a tracker read it: the confirmation of the order, done on that date. */
export const orderDateHeading: Words = { en: "Order date", zh: "下单日期" };
