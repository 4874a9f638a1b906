import { taTemplate, taTemplateWords, type TaTask, type TaTemplateName } from "../domain/schedule/taTemplate";
import { milestones, type Milestone } from "./milestones";
import type { Words } from "./register";

/** Owners as the built-in templates name them, in English. */
const owners: Readonly<Record<string, string>> = {
  BUYER: "Buyer",
  MERCH: "Merchandiser",
  SALES: "Sales",
  SAMPLE: "Sample room",
  MILL: "Mill",
  TRIM: "Trim supplier",
  FACTORY: "Factory",
  QC: "QC",
  LAB: "Laboratory",
  FWD: "Forwarder",
  FIN: "Finance",
};

const names = Object.keys(taTemplateWords) as TaTemplateName[];

/** The first template's word for a task; most templates share them. */
function taskIn(lang: "en" | "zh", code: string): TaTask | undefined {
  for (const name of names) {
    const task = taTemplate(name, lang).find((one) => one.code === code);
    if (task) return task;
  }
  return undefined;
}

const DATE = /^([A-Z]+\d+)(S?)\.(?:plan|actual)$/;

function ofTemplate(id: string): Milestone | undefined {
  const [, code = "", starts] = DATE.exec(`${id}.plan`) ?? [];
  const [en, zh] = [taskIn("en", code), taskIn("zh", code)];
  if (!en || !zh) return undefined;
  const name: Words = starts
    ? { en: `${en.name}: start`, zh: `${zh.name}开始` }
    : { en: en.name, zh: zh.name };
  return {
    id,
    code,
    part: starts ? "start" : "finish",
    name,
    owner: { en: owners[en.owner] ?? en.owner, zh: zh.owner },
    synonyms: [],
  };
}

const known = new Map<string, Milestone | undefined>(milestones.map((each) => [each.id, each]));

/** A milestone by its id: one of our own columns', or a step of the built-in templates that somebody's own sheet has dates for. */
export function milestoneOf(id: string): Milestone | undefined {
  if (!known.has(id)) known.set(id, ofTemplate(id));
  return known.get(id);
}

/** The milestones of these date fields (`T21.plan`, `T19S.actual`), in the order in which an order passes them. */
export function trackedMilestones(fieldIds: readonly string[]): readonly Milestone[] {
  const ids = new Set(fieldIds.filter((id) => DATE.test(id)).map((id) => id.slice(0, id.indexOf("."))));
  const step = ({ code, part }: Milestone): string => `${code}${part === "start" ? "a" : "b"}`;
  return [...ids]
    .flatMap((id) => milestoneOf(id) ?? [])
    .sort((a, b) => (step(a) < step(b) ? -1 : step(a) > step(b) ? 1 : 0));
}
