/** How an order stands, for a sentence. */
export interface OrderStory {
  /** Forecast or actual ex-factory date, written out. */
  readonly ship: string;
  /** Days after the due date; negative when before. */
  readonly afterDue: number;
  readonly shipped: boolean;
  /** A fraction. */
  readonly chance: number;
  readonly driver: { readonly name: string; readonly late: number; readonly costs: number } | undefined;
  readonly next: { readonly name: string; readonly date: string; readonly owner: string } | undefined;
}

/** From this chance on an order needs no more words. */
const SAFE = 0.8;

const percent = (chance: number): string => `${Math.round(chance * 100)}%`;

const enDays = (days: number): string => `${days} ${days === 1 ? "day" : "days"}`;

function enDue(after: number): string {
  if (after === 0) return "on the due date";
  return after > 0 ? `${enDays(after)} after due` : `${enDays(-after)} before due`;
}

function en({ ship, afterDue, shipped, chance, driver, next }: OrderStory): string {
  if (shipped) return `Left on ${ship}, ${enDue(afterDue)}`;
  const what = `ex-factory ${ship}, ${enDue(afterDue)}`;
  let story = `On track: ${what}`;
  if (driver) story = `${driver.name} ${enDays(driver.late)} late, costs ${enDays(driver.costs)}: ${what}`;
  else if (afterDue > 0) story = `Not enough time left: ${what}`;
  else if (chance < SAFE) story = `Little slack: ${what}`;
  if (chance < SAFE && afterDue <= 0) story += `, chance ${percent(chance)}`;
  return next ? `${story}; next ${next.name} ${next.date}${next.owner && ` (${next.owner})`}` : story;
}

function zhDue(after: number): string {
  if (after === 0) return "正好在交期";
  return after > 0 ? `晚于交期 ${after} 天` : `早于交期 ${-after} 天`;
}

function zh({ ship, afterDue, shipped, chance, driver, next }: OrderStory): string {
  if (shipped) return `${ship} 已离厂，${zhDue(afterDue)}`;
  const what = `预计 ${ship} 离厂，${zhDue(afterDue)}`;
  let story = `正常：${what}`;
  if (driver) story = `${driver.name}延误 ${driver.late} 天，拖后 ${driver.costs} 天：${what}`;
  else if (afterDue > 0) story = `剩余时间不足：${what}`;
  else if (chance < SAFE) story = `余量小：${what}`;
  if (chance < SAFE && afterDue <= 0) story += `，按期概率 ${percent(chance)}`;
  return next ? `${story}；下一步：${next.name} ${next.date}${next.owner && `（${next.owner}）`}` : story;
}

export const trackerSentences: Readonly<Record<"en" | "zh", (story: OrderStory) => string>> = { en, zh };
