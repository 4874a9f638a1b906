/** Sentences of the schedule functions (critical path, three-point estimates, simulation). */
export const scheduleErrors = {
  en: {
    threePointOrder:
      "{argument}: durations must be in order optimistic, likely, pessimistic: not {optimistic}, {likely}, {pessimistic}",
    noMilestoneHeading:
      "{argument} must name milestones, such as T19, Cutting start plan or 开裁 实际; none was recognised",
    headingsShape: "{argument} must have as many columns as headings: {headings}, not {columns}",
    rowsDiffer: "{argument} must be one cell or one column of {rows} rows, as the orders have",
    taskColumns: "{argument} must have {least} to {most} columns; a range of {columns} was given",
  },
  zh: {
    threePointOrder:
      "{argument}：工期应按乐观、最可能、悲观由小到大，而不是 {optimistic}、{likely}、{pessimistic}",
    noMilestoneHeading: "{argument} 应为里程碑名称，如 T19、Cutting start plan、开裁 实际；没有一个能识别",
    headingsShape: "{argument} 的列数应与 headings 相同：{headings} 列，而不是 {columns} 列",
    rowsDiffer: "{argument} 应为一个单元格，或与订单行数相同的一列（{rows} 行）",
    taskColumns: "{argument} 应有 {least} 至 {most} 列；现有 {columns} 列",
  },
};
