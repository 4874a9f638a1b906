/** Headings of the function groups, by the name of the file in src/functions. */
export const functionGroups: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  dates: { en: "Dates and calendars", zh: "日期与日历" },
  status: { en: "Status, plan and risk", zh: "状态、计划与风险" },
  tracker: { en: "Forecast and risk of orders", zh: "订单预测与风险" },
  schedule: { en: "Networks and forecasts", zh: "网络计划与预测" },
  output: { en: "Output and delivery", zh: "产量与交付" },
  quality: { en: "Quality and AQL", zh: "质量与 AQL" },
  measurement: { en: "Measurement", zh: "尺寸" },
  colour: { en: "Colour", zh: "颜色" },
  fabric: { en: "Fabric", zh: "面料" },
  materials: { en: "Materials", zh: "物料" },
  orders: { en: "Orders", zh: "订单" },
  packing: { en: "Packing", zh: "包装" },
  commercial: { en: "Commercial", zh: "商务" },
  factory: { en: "Factory", zh: "工厂" },
};
