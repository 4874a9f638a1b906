/** Sentences of the schedule functions (critical path, three-point estimates, simulation). */
export const scheduleErrors = {
  en: {
    threePointOrder:
      "durations must be in order optimistic, likely, pessimistic: not {optimistic}, {likely}, {pessimistic}",
    taskColumns: "{argument} must have {least} to {most} columns; a range of {columns} was given",
  },
  zh: {
    threePointOrder: "工期应按乐观、最可能、悲观由小到大，而不是 {optimistic}、{likely}、{pessimistic}",
    taskColumns: "{argument} 应有 {least} 至 {most} 列；现有 {columns} 列",
  },
};
