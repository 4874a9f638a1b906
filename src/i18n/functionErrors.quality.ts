/** Sentences of the quality functions (sampling plans, verdicts, switching, defects). */
export const qualityErrors = {
  en: {
    unknownAql:
      '{argument} must be an AQL of the standard (0.01 to 1000: ... 0.65, 1, 1.5, 2.5, 4, 6.5, 10 ...), not "{text}"',
    unknownDefect: '{argument}: no defect code "{text}"',
    notALotResult: '{argument} must be A or R, PASS or FAIL, or a whole number of defects, not "{text}"',
    oneColumn: "{argument} must be one cell or one column",
    lotsForCounts: "lots and aql must be given where results are counts",
    asManyLots: "lots must be one cell or as many as results ({results}), not {lots}",
    shareAboveOne: "defectRate must be at most 1 (100%), not {text}",
    countsNeedProcess: 'method must be "process" for AQL {aql}, which counts defects per 100 units',
  },
  zh: {
    unknownAql:
      "{argument} 应为标准中的 AQL（0.01 至 1000：… 0.65、1、1.5、2.5、4、6.5、10 …），而不是“{text}”",
    unknownDefect: "{argument}：没有疵点代码“{text}”",
    notALotResult: "{argument} 应为 A 或 R、合格或不合格，或疵点数（整数），而不是“{text}”",
    oneColumn: "{argument} 应为一个单元格或一列",
    lotsForCounts: "results 为疵点数时，应给出 lots 和 aql",
    asManyLots: "lots 应为一个单元格，或与 results 同样多（{results}），而不是 {lots}",
    shareAboveOne: "defectRate 至多应为 1（100%），而不是 {text}",
    countsNeedProcess: "AQL {aql} 按每百单位疵点数计，method 应为“process”",
  },
};
