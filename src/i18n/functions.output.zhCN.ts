import type { FunctionTexts } from "./functionText";

export const outputTexts: FunctionTexts = {
  LINEDAYS: {
    description: "缝完一批货所需的整天数，可含学习曲线。",
    parameters: {
      qty: "要缝的件数；空白则结果为空。",
      sam: "每件标准工时（分钟）。",
      operators: "每线人数。",
      hours: "每天小时。",
      efficiency: "熟练后的效率，小数或百分数。",
      lines: "线数；省略为 1。",
      attendance: "出勤率，小数或百分数；省略为 1。",
      curve: "最初几天的效率，每天一格。",
      extraCut: "多裁的比例；省略为 0。",
    },
    returns: "整天数。",
    errors: "不是数字、效率不在 0 至 2，人数、小时或标准工时不大于 0 为 #VALUE!；永远做不完为 #NUM!。",
    source: "累计产量达到订单的最少天数：Online Clothing Study 2020/01。",
  },
  RATEFORECAST: {
    description: "按最近几天的平均产量预测完成日期。",
    parameters: {
      dailyOutputs: "至今每个工作日的产量，从早到晚；空白为未开工的日子。",
      orderQty: "总共要做的件数。",
      lastDate: "最后一次产量的日期。",
      calendar: "工作日历：CN5、CN6（省略时）、CN7、BD、VN、KH、MM、IN、PK、ID、LK、TR、HK、EU、US、ALL。",
      window: "取最近几次平均；省略为 3。",
      closures: "自己的放假和上班日：一列日期，或日期、类别（休、班、全年）两列。",
    },
    returns: "日期（序列号）；已做完则为 lastDate。",
    errors:
      "最近产量都为 0 为 #NUM!；中国日历没有途经年份的资料为 #N/A；不是数字或日期、没有产量为 #VALUE!。",
    source: "剩余 / 最近 3 个工作日平均，向上取整为工作日。",
  },
  EARNEDSCHED: {
    description: "挣得进度：已完成的量本应在何时完成，以及由此得出的指标。",
    parameters: {
      plannedCumulative: "各期末计划累计完成的件数。",
      earned: "已完成件数。",
      elapsed: "已过的期数；除“ES”外必填。",
      part: "“ES”（省略时）、“SV”（ES 减已过期数）、“SPI”（ES / 已过期数）或“IEAC”（预计总期数）。",
    },
    returns: "期数；SPI 为比值。",
    errors: "不是数字、计划累计减少、缺少 elapsed 为 #VALUE!；期初的 SPI、尚无完成时的 IEAC 为 #NUM!。",
    source:
      "Lipke《Schedule is different》2003：ES = C +（EV − PV_C）/（PV_C+1 − PV_C）；IEAC(t) = PD / SPI(t)。",
  },
  OTIF: {
    description: "准时足量交付的订单行比例。未交付的算不合格；空行略过。",
    parameters: {
      ordered: "订购数量。",
      delivered: "旁边的交付数量。",
      due: "应交日期。请说明是哪个日期：离厂、收货或装船。",
      deliveredDate: "交付日期。",
      qtyMinus: "允许短少的比例，小数或百分数；省略为 0。",
      qtyPlus: "允许多交的比例，小数或百分数；省略为不限。",
      early: "允许提前的天数；省略为不限。",
      late: "允许延后的天数；省略为 0。",
    },
    returns: "小数。",
    errors: "不是数字或日期、缺少数量或应交日期、形状不同的区域为 #VALUE!；没有订单行为 #NUM!。",
    source: "OTIF：既准时又足量（在允差内）才算。",
  },
  ONTIMERATE: {
    description:
      "准时率：判断日期之前到期的各行中准时出货的比例。未出且已逾期的算延误；当天到期未出的暂不计。",
    parameters: {
      due: "应出日期；没有日期的行略过。",
      actual: "旁边的实际日期；未出为空白。",
      graceDays: "宽限天数，整数；省略为 0。",
      asOf: "判断日期；省略为今天。",
    },
    returns: "小数。",
    errors: "不是日期、形状不同的区域、宽限不是整数为 #VALUE!；没有到期的行为 #NUM!。",
    source: "按期出货的订单 / 到期的订单；未出且逾期的算延误。",
  },
};
