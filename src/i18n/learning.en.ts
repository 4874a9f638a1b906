const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Templates of one's own: learned from finished orders, or copied to be edited. */
export const learningEn = {
  title: "Plan durations",
  text: "Forecasts use a template for each kind of product. Gendan can learn from the finished orders in this workbook how long each step really takes, for all factories together and for each one.",
  learn: "Learn from finished orders",
  learning: "Looking at the finished orders…",
  failed: "The durations could not be learned. Check the work calendar in the settings.",
  empty: (least: number) =>
    `No finished orders to learn from yet. At least ${least} orders of one template must have left the factory, with their order date and actual milestone dates.`,
  nothingNew: "The finished orders match the durations in use.",
  proposal: (template: string, factory: string) => `${template} · ${factory || "all factories"}`,
  rests: (orders: number) => `based on ${plural(orders, "finished order", "finished orders")}`,
  unexplained: (dates: number) =>
    `${plural(dates, "date does", "dates do")} not fit any sequence of work and ${dates === 1 ? "was" : "were"} left out: a typing error, or steps in the wrong order.`,
  columns: { task: "Step", before: "Template", after: "Learned", orders: "Orders" },
  points: "Shortest / usual / longest",
  days: { WD: "working days", CD: "days" },
  heldUp: "Steps that are held up",
  heldUpHint: "for days on top, nearly nine on average",
  more: (steps: number) => `Show all ${steps} steps that change`,
  fewer: "Show those that change most",
  use: "Use these durations",
  used: "In use",
  replace: "Replace the workbook's own rows",
  replaceText: (what: string) =>
    `This workbook already has rows for ${what}. They will be replaced; you can undo it.`,
  copyTitle: "Copy a template to edit",
  copyText:
    "The copy is a sheet of its own. Change days, steps and their sequence there; the forecast follows.",
  template: "Template",
  factory: "For factory",
  allFactories: "All factories",
  copy: "Copy to the workbook",
};
