import type { FunctionTexts } from "./functionText";

export const materialsTexts: FunctionTexts = {
  KNITCONS: {
    description: "由尺寸估算针织服装每打用料（公斤）。",
    parameters: {
      bodyLen: "衣长，厘米。",
      sleeveLen: "袖长，厘米；无袖为 0。",
      halfChest: "半胸围，厘米。",
      gsm: "克重，每平方米克数。",
      allowLength: "长度放量合计，厘米，通常 10 至 12；省略为 0。",
      allowWidth: "半胸围放量，厘米，通常 4 至 6；省略为 0。",
      waste: "损耗，小数或百分数，通常 7% 至 12%；省略为 0。",
    },
    returns: "每打公斤数。",
    errors: "不是数字、长度或克重不大于 0、损耗不在 0 至 1 为 #VALUE!。",
    source:
      "（衣长 + 袖长 + 放量）×（半胸围 + 放量）× 2 × 克重 × 12 / 10^7，再加损耗：Online Clothing Study、textilelearner。",
  },
  WOVENCONS: {
    description: "由尺寸估算梭织服装每打用料（码）。有唛架后以唛架为准。",
    parameters: {
      bodyLen: "衣长，英寸。",
      sleeveLen: "袖长，英寸；无袖为 0。",
      bodyWidth: "衣宽，英寸。",
      fabricWidth: "门幅，英寸。",
      extraArea: "口袋、领子等，平方英寸；省略为 0。",
      waste: "损耗，小数或百分数，通常 3% 至 7%；省略为 0。",
    },
    returns: "每打码数。",
    errors: "不是数字、长度或门幅不大于 0、损耗不在 0 至 1 为 #VALUE!。",
    source: "（（衣长 + 袖长）× 衣宽 × 2 + 附加）/（门幅 × 36）× 12，再加损耗：textilelearner。",
  },
  MARKERCONS: {
    description: "由唛架算每件用料长度。",
    parameters: {
      markerLen: "唛架长度，单位不限。",
      pieces: "唛架中的件数。",
      endLoss: "每层两端的损失，单位相同；省略为 0。",
      waste: "接头和疵布损耗，小数或百分数；省略为 0。",
    },
    returns: "每件长度，与唛架同单位。",
    errors: "不是数字、唛架或件数不大于 0、损耗不在 0 至 1 为 #VALUE!。",
    source: "（唛架长度 + 端损）/ 件数 ×（1 + 损耗）。",
  },
  BUYQTY: {
    description: "物料采购数量：含损耗的需要量，不低于起订量，按整包取整。",
    parameters: {
      orderQty: "订单件数。",
      consumption: "每件用量。",
      waste: "损耗，小数或百分数：唛头 2% 至 3%，钮扣 2% 至 5%，线 10% 至 15%；省略为 0。",
      moq: "供应商起订量；省略为 0。",
      pack: "每包数量，如 144；0（省略时）为任意数量。",
    },
    returns: "应采购的数量；不需要则为 0。",
    errors: "不是数字、负数、损耗大于 1 为 #VALUE!。",
    source: "订单 × 用量 ×（1 + 损耗），再按起订量和包装取整：行业惯例。",
  },
  MATREADY: {
    description: "齐套：现有物料可做的整件数，由最缺的物料决定。",
    parameters: {
      available: "各物料的现有量；空白为没有。",
      consumption: "旁边的每件用量；空白或 0 为不用。",
    },
    returns: "整件数。",
    errors: "不是数字、负数、形状不同的区域、没有大于 0 的用量为 #VALUE!。",
    source: "件数 = 各物料 现有 / 用量 取整后的最小值。",
  },
  MATREADYDATE: {
    description: "齐料日：最后一项物料到齐的日期，加上检验等缓冲天数。",
    parameters: {
      expected: "各物料的预计日期。",
      actual: "实际到料日期；优先于预计日期。",
      bufferDays: "到齐后的天数，整数；省略为 0。",
      calendar:
        "缓冲所用的工作日历：CN5、CN6、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL；省略为日历天。",
      closures: "自己的放假和上班日：一列日期，或日期、类别（休、班、全年）两列。",
    },
    returns: "日期（序列号）。",
    errors: "有物料两个日期都没有时为 #N/A，并说明有几项；不是日期、形状不同的区域、缓冲不是整数为 #VALUE!。",
    source: "齐料日 = 各物料实际或预计日期的最大值，加检验天数。",
  },
  MISSING: {
    description: "漏定检查：物料清单中未订或少订的物料。同一物料各行相加；大小写、全半角和空格不影响。",
    parameters: {
      bomItems: "物料清单中的物料。",
      bomQty: "旁边的需要量。",
      poItems: "采购单上的物料。",
      poQty: "旁边的订购量；空白为 0。",
      tolerance: "可以放过的短缺：小于 1 为需要量的比例（0.02 = 2%），1 及以上为数量；省略为 0。",
    },
    returns: "每项短缺物料一行：物料、需要、已订、短缺。都不缺则为 OK。",
    errors: "有数量无物料、需要的物料没有数量、形状不同的区域为 #VALUE!。",
    source: "物料清单对采购单：漏订与少订。",
  },
};
