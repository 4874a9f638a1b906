import type { FunctionTexts } from "./functionText";

export const packingTexts: FunctionTexts = {
  CUTQTY: {
    description: "裁数：订单数加多裁比例，逐格向上取整。",
    parameters: { qty: "订单数量，整数。", cutRate: "多裁比例，小数或百分数，通常 2% 至 5%。" },
    returns: "整件数。",
    errors: "数量不是整数或为负、比例不在 0 至 1 为 #VALUE!。",
    source: "订单 ×（1 + 多裁比例），每码向上取整：Online Clothing Study。",
  },
  RATIOPACK: {
    description: "配比装箱：各码够装几套，以及每码剩余（另装独色独码）。",
    parameters: { qty: "各码数量；空白为 0。", ratio: "旁边的每套件数；空白或 0 为不在配比中。" },
    returns: "一行：套数，然后各码剩余。",
    errors: "不是整数或为负、形状不同的区域、配比全为 0 为 #VALUE!。",
    source: "套数 = 各码 数量 / 配比 取整后的最小值。",
  },
  SPLITQTY: {
    description: "按比例把数量拆成整数，总和不变（最大余数法，相同取前）。",
    parameters: { total: "要拆分的数量，整数。", ratio: "比例：不小于 0 的数字；空白为 0。" },
    returns: "整数，与 ratio 同样形状。",
    errors: "总数不是整数或为负、比例为负、比例全为 0 为 #VALUE!。",
    source: "汉密尔顿最大余数法。",
  },
  CARTONS: {
    description: "订单的箱数，每色每码单独装箱。",
    parameters: {
      qty: "各色各码数量；空白为 0。",
      perCarton: "每箱件数：一个单元格，或每个数量旁各一个。",
      mixLast: "TRUE：不满一箱的合装；省略为 FALSE。",
    },
    returns: "整箱数。",
    errors: "数量不是整数或为负、每箱件数不大于 0、形状不同的区域为 #VALUE!。",
    source: "独色独码：数量 / 每箱件数，每色每码向上取整。",
  },
  CBM: {
    description: "纸箱体积。",
    parameters: {
      length: "箱长，厘米。",
      width: "箱宽，厘米。",
      height: "箱高，厘米。",
      cartons: "箱数；省略为 1。",
    },
    returns: "立方米。",
    errors: "不是数字、尺寸不大于 0 为 #VALUE!。",
    source: "长 × 宽 × 高（厘米）/ 1,000,000。",
  },
  CHARGEWT: {
    description: "空运计费重：毛重与体积重取大。",
    parameters: {
      grossKg: "全部纸箱的毛重，公斤。",
      length: "箱长，厘米。",
      width: "箱宽，厘米。",
      height: "箱高，厘米。",
      cartons: "箱数；省略为 1。",
      divisor: "承运人的系数，每公斤立方厘米；省略为 6000，快递常为 5000。",
    },
    returns: "公斤。",
    errors: "不是数字、尺寸不大于 0 为 #VALUE!。",
    source: "IATA：体积重 = 立方厘米 / 6000。",
  },
  CONTAINER: {
    description: "一批货最少用几个柜及装载率（体积与重量取大）；个数相同取小柜。",
    parameters: {
      cbm: "体积，立方米，大于 0。",
      kg: "毛重，公斤。",
      type: "20'、40' 或 40HQ；省略取最合适的。",
      lang: "“zh”为中文，省略为英文代码。",
    },
    returns: "文字：个数、柜型、装载率。",
    errors: "不是数字、体积不大于 0、未知的柜型为 #VALUE!。",
    source: "货代经验：纸箱货 28、58、68 立方米；载重 22、24、24 吨（美国公路更少）。",
  },
  ALLOCATE: {
    description: "缺货分配：先保最低量，再按方法分；不超过需求，均为整件。",
    parameters: {
      available: "可分的件数，整数。",
      demand: "各自的需求；空白为 0。",
      priority: "各自的等级：1 最先；空白排在最后。不够分的等级内按比例。",
      method: "“priority”优先（省略时）、“prorata”按比例或“fair”公平（最大最小公平：一样多，不超需求）。",
      minimum: "各自的最低保证量；不超过需求。",
    },
    returns: "整数，与 demand 同样形状；合计为可分数与需求数中较小者。",
    errors: "不是整数或为负、形状不同的区域、未知的方法为 #VALUE!。",
    source: "等级内用最大余数法，相同取前；最大最小公平（Bertsekas、Gallager《数据网络》）。",
  },
};
