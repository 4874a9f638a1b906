import { milestoneNames, type MilestoneName } from "./milestoneWords";

export type MilestonePart = "start" | "finish";

/** What a tracker's column holds: either is a date that nothing calls planned or actual. */
export type DateKind = "plan" | "actual" | "either";

export interface MilestoneHeading {
  readonly code: string;
  readonly part: MilestonePart;
  readonly kind: DateKind;
}

/** A task whose own code and name are headings too. */
export interface NamedTask {
  readonly code: string;
  readonly name: string;
}

const TRADITIONAL =
  "訂單確認廠實際計劃員樣產裝櫃車縫開倉輔麵檢驗離進尾齊審複復評織後備標準測試貨運關稅報發繡縮鬆對賬結";
const SIMPLIFIED =
  "订单确认厂实际计划员样产装柜车缝开仓辅面检验离进尾齐审复复评织后备标准测试货运关税报发绣缩松对账结";
const simplified = new Map([...TRADITIONAL].map((char, i) => [char, [...SIMPLIFIED][i] ?? char]));

/** No heading is longer; a cell can hold 32,767 characters. */
const LONGEST = 80;

const PLAN_MARK = /[([]\s*(?:p|plan|计)\s*[)\]]|(?:[-_/:. ]|(?<=\p{Script=Han}))p$|^p[-_/:.]/u;
const ACTUAL_MARK = /[([]\s*(?:a|act|实)\s*[)\]]|(?:[-_/:. ]|(?<=\p{Script=Han}))a$|^a[-_/:.]/u;
const PLAN =
  /应完成|计划完成|预计完成|计划|预计|预定|目标|排期|应(?=\p{Script=Han})|\b(?:planned|plan|pln|target|estimated|est|scheduled|schedule|sched|forecast)\b/u;
const ACTUAL = /实际完成|实完成|实际|实(?=\p{Script=Han})|\b(?:actual|act|real|achieved)\b/u;
/** Words that say that it has happened, where no name of a milestone has them. */
const HAPPENED = /已?完成|已|\b(?:done|completed|complete|finished|received|recd|passed)\b/u;
const DATE_WORDS = /\bdate\b|日期|时间|日$/gu;

/** What stands in brackets behind a name explains it. */
const HINT = /[([][^)\]]*[)\]]/u;

/** Letters and digits only: spaces, line breaks, width and letter case tell no headings apart. */
function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}%]+/gu, "");
}

function folded(heading: string): string {
  const plain = heading.slice(0, LONGEST).normalize("NFKC").toLowerCase();
  return [...plain]
    .map((char) => simplified.get(char) ?? char)
    .join("")
    .replace(/[\s_]+/g, " ")
    .trim();
}

const byName = new Map<string, MilestoneName>();
for (const one of milestoneNames) {
  for (const word of [one.en, one.zh, ...one.words.split(", ")]) {
    const key = compact(folded(word));
    if (!byName.has(key)) byName.set(key, one);
  }
}

/** The name of a milestone for people: its own where it has one, else the task's. */
export function milestoneName(task: NamedTask, part: MilestonePart, lang: "en" | "zh"): string {
  const known = milestoneNames.find((one) => one.code === task.code && one.part === part);
  return known?.[lang] ?? (task.name || task.code);
}

/**
 * Reads a tracker's heading: the code of a task or a name of the milestone in either language, with words for planned or
 * actual before or after it. `tasks` are those of a template of one's own, whose codes and names are headings too.
 */
export function milestoneHeading(
  heading: string,
  tasks: readonly NamedTask[] = [],
): MilestoneHeading | undefined {
  const text = folded(heading);
  if (text === "") return undefined;
  const attempt = (about: string, kind: DateKind): MilestoneHeading | undefined => {
    const found = partOf(about, tasks) ?? partOf(about.replace(DATE_WORDS, " "), tasks);
    return found && { ...found, kind };
  };
  const without = (word: RegExp, kind: DateKind) =>
    word.test(text) ? attempt(text.replace(word, " "), kind) : undefined;
  return (
    attempt(text, "either") ??
    without(PLAN_MARK, "plan") ??
    without(ACTUAL_MARK, "actual") ??
    without(PLAN, "plan") ??
    without(ACTUAL, "actual") ??
    without(HAPPENED, "actual") ??
    (HINT.test(text) ? milestoneHeading(text.replace(HINT, " "), tasks) : undefined)
  );
}

function partOf(about: string, tasks: readonly NamedTask[]): Omit<MilestoneHeading, "kind"> | undefined {
  const key = compact(about);
  if (key === "") return undefined;
  const own = tasks.find(({ code, name }) => compact(folded(code)) === key || compact(folded(name)) === key);
  const known = byName.get(key);
  if (own && known?.code !== own.code) return { code: own.code, part: usualPart(own.code) };
  if (known) return { code: known.code, part: known.part };
  const coded = /^(.+?)(start|finish|end|s|f|开始|完成|结束)?$/u.exec(key);
  const [, code = "", word = ""] = coded ?? [];
  const task =
    tasks.find((one) => compact(folded(one.code)) === code) ??
    milestoneNames.find((one) => one.code.toLowerCase() === code);
  if (!task) return undefined;
  if (word === "") return { code: task.code, part: usualPart(task.code) };
  return { code: task.code, part: /^(?:start|s|开始)$/u.test(word) ? "start" : "finish" };
}

/** A code alone means the date that is watched: for cutting the start (PCD), else the finish. */
function usualPart(code: string): MilestonePart {
  return code === "T19" ? "start" : "finish";
}

/** A column of a tracker that holds dates of a milestone. */
export interface MilestoneColumn extends MilestoneHeading {
  readonly column: number;
}

const BARE =
  /^(?:(?<plan>计划|预计|应完成|plan|planned|target|p)|(?<actual>实际|完成|实际完成|actual|act|done|a))\d*$/u;

/**
 * The milestone columns of a tracker. A heading without a word for planned or actual is the other kind of a column that has
 * one; a heading that is nothing but such a word belongs to the milestone on its left.
 */
export function milestoneColumns(
  headings: readonly string[],
  tasks: readonly NamedTask[] = [],
): MilestoneColumn[] {
  const columns: MilestoneColumn[] = [];
  headings.forEach((heading, column) => {
    const left = columns[columns.length - 1];
    const bare = BARE.exec(compact(folded(heading)))?.groups;
    if (bare) {
      const kind = bare.plan === undefined ? "actual" : "plan";
      if (left && left.column === column - 1 && left.kind !== kind) columns.push({ ...left, kind, column });
      return;
    }
    const read = milestoneHeading(heading, tasks);
    if (read) columns.push({ ...read, column });
  });
  return columns.map((one) => {
    if (one.kind !== "either") return one;
    const kinds = columns
      .filter((other) => other.code === one.code && other.part === one.part && other.kind !== "either")
      .map(({ kind }) => kind);
    if (kinds.length === 0) return one;
    return { ...one, kind: kinds.includes("plan") && !kinds.includes("actual") ? "actual" : "plan" };
  });
}
