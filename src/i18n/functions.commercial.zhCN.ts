import type { FunctionTexts } from "./functionText";

export const commercialTexts: FunctionTexts = {
  FOBPRICE: {
    description:
      "服装 FOB 价：成本 ×（1 + 管理费）/（1 − 利润）/（1 − 佣金）。利润和佣金按售价计，不按成本计。",
    parameters: {
      fabric: "每件面料。",
      trims: "每件辅料。",
      cmt: "每件加工费。",
      other: "印花、水洗、检测、内陆运费、单证；省略为 0。",
      overhead: "管理费，占成本的比例；省略为 0。",
      margin: "利润，占售价的比例；省略为 0。",
      commission: "佣金，占售价的比例；省略为 0。",
    },
    returns: "价格，与成本同币种。",
    errors: "不是数字、负的成本、比例不在 0 至 1 为 #VALUE!；利润或佣金为 1 为 #NUM!。",
    source: "FOB 价构成：行业惯例。",
  },
  CIF: {
    description: "由 FOB、运费和按 CIF 110% 投保的保险费算 CIF 价。",
    parameters: {
      fob: "FOB 价或总值。",
      freight: "同样数量的运费。",
      insuranceRate: "保险费率，小数或百分数。",
      uplift: "投保加成，CIF 的倍数；省略为 1.1。",
    },
    returns: "价格，同币种。",
    errors: "不是数字、负的价格、费率不在 0 至 1 为 #VALUE!；加成 × 费率达到 1 为 #NUM!。",
    source: "CIF =（FOB + 运费）/（1 − 加成 × 费率）；110% 为 UCP 600 第 28 条和 Incoterms 2020 的最低保额。",
  },
  FXCOST: {
    description: "换汇成本：换回一单位外币花的本币；或按汇率算的盈亏率。适用于外贸公司。",
    parameters: {
      purchaseInclVAT: "含税采购价，本币。",
      vatRate: "增值税率（0.13 或 13%）。",
      refundRate: "出口退税率。",
      expenses: "费用，本币。",
      fobForeign: "扣除佣金后的 FOB 外币净收入。",
      rate: "汇率：一单位外币合本币；算盈亏率时必填。",
      part: "“cost”换汇成本（省略时）或“profit”盈亏率（占总成本的比例）。",
    },
    returns: "每单位外币的本币数；或小数。",
    errors: "不是数字、比率不在 0 至 1、收入不大于 0、算盈亏率而无汇率为 #VALUE!。",
    source: "（采购 + 费用 − 退税）/ FOB 净收入；盈亏率 =（FOB 净收入 × 汇率 − 成本）/ 成本。",
  },
  TAXREFUND: {
    description: "外贸公司的出口退税额。生产企业自营出口另有办法，不适用。",
    parameters: {
      purchaseInclVAT: "含税采购价。",
      vatRate: "增值税率（0.13 或 13%）。",
      refundRate: "出口退税率；每年核对。",
    },
    returns: "金额，与采购价同币种。",
    errors: "不是数字、负的采购价、比率不在 0 至 1 为 #VALUE!。",
    source: "采购价 /（1 + 增值税率）× 退税率（免退税）。",
  },
  PAYDUE: {
    description: "按文字付款条件算最后一笔款的到期日，或各笔明细。",
    parameters: {
      terms:
        "付款条件，中英文均可：30%定金,70%见提单副本；30% deposit, 70% 30 days after B/L；L/C at sight；O/A 60 days。",
      shipDate: "装船（提单）日期。",
      invoiceDate: "发票日期；条件从发票起算时必填。",
      part: "“last”最后一笔（省略时）；“all”全部，此时条件为一个单元格。",
    },
    returns: "日期（序列号）；“all”：每笔一行，为比例、日期、事由。定金随订单支付，这里没有日期。",
    errors: "没写何时付、合计不是 100%、起算日期未知（到港、验货）、缺少发票日期为 #VALUE!。",
    source:
      "UCP 600 第 3 条：from、after 不含该日，before 不含该日。O/A 和只写天数的从提单日起算；EOM 和月结从当月月底起算。",
  },
  LCLATEST: {
    description: "信用证项下最晚交单日。",
    parameters: {
      onBoard: "运输单据的装船日期。",
      expiry: "信用证有效期。",
      days: "装运后交单天数；省略为 21。",
      bankHolidays: "银行休息日，周末也要列入；或日历名称，如 CN5、HK、EU。",
    },
    returns: "日期（序列号）。",
    errors: "不是日期、天数不是整数、装船晚于有效期为 #VALUE!；中国日历没有该年资料为 #N/A。",
    source:
      "UCP 600 第 14 条 c：装运后 21 个日历天内，且不晚于有效期；第 29 条 a：银行休息则顺延至下一银行工作日。",
  },
  LCQTY: {
    description: "信用证项下最少和最多可装数量。按件计的服装没有增减幅度，除非信用证另有规定。",
    parameters: {
      qty: "信用证数量。",
      wording: "旁边的用语：约、about、approximately（10%）；或 +/-5%、溢短装5% 之类。",
      unit: "信用证的单位；省略为件。件、套、打、箱为计件；公斤、米、码为计量。",
    },
    returns: "一行：最少、最多。信用证金额另为限制。",
    errors: "数量不大于 0、未知的单位、百分比看不出增减为 #VALUE!。",
    source: "UCP 600 第 30 条 a：约、大约为 10%；b：不按包装单位或个数计的货物为 5%。",
  },
  AGING: {
    description: "账龄：NOT DUE 未到期，逾期 1-30、31-60、61-90 或 90+ 天。",
    parameters: { due: "到期日。", asOf: "判断日期；省略为今天。", lang: "“zh”为中文，省略为英文代码。" },
    returns: "文字。",
    errors: "不是日期、未知的语言为 #VALUE!。",
    source: "常用账龄段，按逾期日历天。",
  },
  RECON: {
    description: "对账：我方与对方账单的差异。同一单号各行相加；大小写、全半角和空格不影响。",
    parameters: {
      ourKeys: "我方发票号或订单号。",
      ourAmounts: "旁边的我方金额；空白为 0。",
      theirKeys: "对方单号。",
      theirAmounts: "旁边的对方金额；空白为 0。",
      tolerance: "可以放过的差额（金额）；省略为 0。",
    },
    returns:
      "每个有差异的单号一行：单号、我方、对方、差额（我方减对方）；一方没有该单号则为空。全部相符为 OK。",
    errors: "有金额无单号、不是数字、形状不同的区域为 #VALUE!。",
    source: "对账单，按单号核对。",
  },
  LATEPENALTY: {
    description: "按客户的罚则算延误扣款：取已达到的最高一档。",
    parameters: {
      daysLate: "延误天数；0 或以下不扣，除非罚则另有一档。",
      amount: "订单或出货金额。",
      steps: "两列：起始天数、比例（0.05 或 5%）；空行略过。",
    },
    returns: "金额，同币种。",
    errors: "不是数字、罚则不是两列、比例不在 0 至 1 为 #VALUE!。",
    source: "客户自己的罚则；常见：每天 2%，每天 3% 至 15% 封顶，按周 5/10/15%。",
  },
};
