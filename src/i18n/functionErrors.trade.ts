/** Sentences of the functions for measuring, materials, packing, money, factories and output. */
export const tradeErrors = {
  en: {
    notInches: '{argument} must be inches such as 12 3/8 or 12.375, not "{text}"',
    pointsShape: "{argument} must have a row for each point of spec ({rows})",
    sizeNotListed: 'baseSize must be one of the sizes ({choices}), not "{size}"',
    incrementCount:
      "increments must be one for each step between sizes ({needed}), or a single one; {given} were given",
    itemsWithoutDate: "items with neither an expected nor an actual date: {count}",
    nameMissing: "{argument}, row {row} is blank beside a quantity or amount: name it, or leave the row out",
    quantityMissing: "{argument}, row {row} is blank beside an item: it must be a quantity",
    allZero: "{argument} must have a number above 0",
    termsUnreadable:
      '{argument} must say how much and when, such as 30% deposit, 70% 30 days after B/L; cannot read "{text}"',
    termsShares: "{argument} must add up to 100%, not {percent}%",
    termsUnknownDate:
      '{argument} must count from shipment or invoice; the date of "{text}" is not known to this formula',
    invoiceDateNeeded: 'invoiceDate must be given, as the terms count from it ("{text}")',
    allOneCell: 'terms must be one cell with part "all"',
    shippedAfterExpiry: "onBoard must not be after expiry: the credit has expired",
    unknownUnit: '{argument} must be a unit such as pcs, sets, dozen, cartons, kg, m or yd, not "{text}"',
    wordingUnclear:
      'wording must be words such as about, +/-5% or 5% more or less; cannot tell which way "{text}" goes',
    stepsShape: "{argument} must have two columns (from day, rate), not {columns}",
    planFalls: "plannedCumulative must add up from period to period and never fall",
  },
  zh: {
    notInches: "{argument} 应为英寸，如 12 3/8 或 12.375，而不是“{text}”",
    pointsShape: "{argument} 应与 spec 的部位逐行对应（{rows} 行）",
    sizeNotListed: "baseSize 应为 sizes 中的一个尺码（{choices}），而不是“{size}”",
    incrementCount: "increments 应为相邻尺码之间各一个（{needed} 个），或只有一个；现有 {given} 个",
    itemsWithoutDate: "既无预计日期、也无实际日期的物料：{count} 项",
    nameMissing: "{argument} 第 {row} 行为空，旁边却有数量或金额：请补上名称，或去掉此行",
    quantityMissing: "{argument} 第 {row} 行为空，旁边有物料：应填数量",
    allZero: "{argument} 中应有大于 0 的数字",
    termsUnreadable: "{argument} 应写明付多少、何时付，如 30%定金,70%提单后30天；看不懂“{text}”",
    termsShares: "{argument} 合计应为 100%，而不是 {percent}%",
    termsUnknownDate: "{argument} 应从出运或发票起算；本公式不知道“{text}”的日期",
    invoiceDateNeeded: "应给出 invoiceDate，因为付款条件从发票起算（“{text}”）",
    allOneCell: "part 为“all”时，terms 应为一个单元格",
    shippedAfterExpiry: "onBoard 不应晚于 expiry：信用证已过期",
    unknownUnit: "{argument} 应为单位，如件、套、打、箱、公斤、米、码，而不是“{text}”",
    wordingUnclear: "wording 应为约、+/-5%、溢短装5% 之类；看不出“{text}”是多还是少",
    stepsShape: "{argument} 应有两列（起始天数、比例），而不是 {columns} 列",
    planFalls: "plannedCumulative 应逐期累计，不能减少",
  },
};
