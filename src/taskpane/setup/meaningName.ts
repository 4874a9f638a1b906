import { milestones } from "../../registers/milestones";
import { word, type Lang, type RegisterId } from "../../registers/register";
import { registers } from "../../registers/registers";
import type { SheetReading, SheetSubject } from "../../registers/sheet/sheetReading";
import type { ReadingTexts } from "../../i18n/reading.en";

/** The register that rows of this kind belong to. */
export const registerOf = (subject: SheetSubject): RegisterId | undefined =>
  subject !== "none" && subject in registers ? subject : undefined;

/** As our own columns call it, where there is one. */
export function milestoneName(id: string, texts: ReadingTexts, lang: Lang): string | undefined {
  const own = milestones.find((each) => each.id === id);
  return own ? word(own.name, lang) : texts.milestones[id];
}

/** A meaning as the user calls it: a field's heading, or a milestone with planned or actual. */
export function meaningName(meaning: string, subject: SheetSubject, texts: ReadingTexts, lang: Lang): string {
  const [, milestone = "", part] = /^(\w+)\.(plan|actual)$/.exec(meaning) ?? [];
  const named = milestoneName(milestone, texts, lang);
  if (named !== undefined) return part === "plan" ? texts.plan(named) : texts.actual(named);
  const register = registerOf(subject);
  const field = register && registers[register].fields.find(({ id }) => id === meaning);
  return field ? word(field.heading, lang) : (texts.meanings[meaning] ?? meaning);
}

export interface MeaningGroup {
  readonly label: string;
  readonly meanings: readonly string[];
}

const partsOf = (part: string, texts: ReadingTexts): string[] =>
  Object.keys(texts.milestones)
    // An order's own date is no plan.
    .filter((id) => id !== "T00")
    .map((id) => `${id}.${part}`);

/** All that a column of this sheet may be. */
export function meaningsFor({ subject, layout }: SheetReading, texts: ReadingTexts): readonly MeaningGroup[] {
  const own = texts.subjects[subject];
  if (layout === "milestones") {
    return [{ label: own, meanings: ["milestone", "plan", "actual", "owner", "remarks"] }];
  }
  const register = registerOf(subject);
  if (!register) return [];
  const fields = registers[register].fields.map(({ id }) => id).filter((id) => !id.includes("."));
  if (subject !== "orders") return [{ label: own, meanings: fields }];
  return [
    { label: own, meanings: fields },
    { label: texts.columns.milestonesPlan, meanings: partsOf("plan", texts) },
    { label: texts.columns.milestonesActual, meanings: partsOf("actual", texts) },
  ];
}
