const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Templates of one's own: learned from finished orders, or copied to be edited. */
export const learningEn = {
  title: "Durations of the plan",
  text: "The forecast goes by a template for each kind of product. It can learn from this workbook's finished orders how long each step takes, for all factories and for each.",
  learn: "Learn from finished orders",
  learning: "Looking at the finished orders…",
  failed: "The durations could not be learned. Check the calendar in the settings.",
  empty: (least: number) =>
    `No finished orders to learn from yet. It needs at least ${least} of one template that have left the factory, with their order date and the actual dates of their milestones.`,
  nothingNew: "The finished orders agree with the durations in use.",
  proposal: (template: string, factory: string) => `${template} · ${factory || "all factories"}`,
  rests: (orders: number) => `rests on ${plural(orders, "finished order", "finished orders")}`,
  unexplained: (dates: number) =>
    `${plural(dates, "date fits", "dates fit")} no course of the work and ${dates === 1 ? "was" : "were"} left out: typing slips, or work out of sequence.`,
  columns: { task: "Step", before: "Template", after: "Learned", orders: "Orders" },
  points: "Shortest / usual / longest",
  days: { WD: "working days", CD: "days" },
  more: (steps: number) => `Show all ${steps} steps that change`,
  fewer: "Show those that change most",
  use: "Use these durations",
  used: "In use",
  replace: "Replace the workbook's own rows",
  replaceText: (what: string) =>
    `This workbook has its own rows for ${what}. They would be replaced; you can undo it.`,
  copyTitle: "Copy a template to edit",
  copyText:
    "The copy is a sheet of its own. Change days, steps and order of steps there: the forecast follows.",
  template: "Template",
  factory: "For factory",
  allFactories: "All factories",
  copy: "Copy to the workbook",
};
