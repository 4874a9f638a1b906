import templatesFile from "../../data/taTemplates.json";
import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    unknownTemplate: { text: string; choices: string };
  }
}

/** WD: working days of the plan's calendar. CD: calendar days. */
export type DurationUnit = "WD" | "CD";

export interface TaTask {
  readonly code: string;
  readonly name: string;
  readonly owner: string;
  /** Optimistic, most likely and pessimistic duration in the unit; 0 is a milestone. */
  readonly o: number;
  readonly m: number;
  readonly p: number;
  readonly unit: DurationUnit;
  /** Chance that something holds the task up, as a share; see `heldUp`. None if left out. */
  readonly heldUp?: number;
  /** `A;B:SS+2;C:FF-1`: finish to start unless the link says otherwise, lags in this task's unit. */
  readonly predecessors: string;
}

const { meta, templates, enquiry } = templatesFile;
const sources = { ...templates, enquiry };

export type TaTemplateName = keyof typeof sources;

export const taTemplateWords: Readonly<Record<TaTemplateName, readonly string[]>> = {
  knit: ["knit", "针织"],
  woven: ["woven", "梭织"],
  denim: ["denim", "牛仔"],
  repeat: ["repeat", "翻单"],
  enquiry: ["enquiry", "inquiry", "询价"],
};

/** The template that a word names, zh or en: knit/针织, woven/梭织, denim/牛仔, repeat/翻单, enquiry/询价. */
export function taTemplateName(text: string): TaTemplateName {
  const word = text.normalize("NFKC").trim().toLowerCase();
  for (const name of Object.keys(taTemplateWords) as TaTemplateName[]) {
    if (taTemplateWords[name].includes(word)) return name;
  }
  const choices = Object.values(taTemplateWords)
    .map(([en, zh]) => `${en}/${zh}`)
    .join(", ");
  throw new TradeError("badInput", "unknownTemplate", { text, choices });
}

/** A published template's tasks; names and owners in the language asked for (owners are codes in English). */
export function taTemplate(name: TaTemplateName, lang: "en" | "zh" = "en"): TaTask[] {
  return sources[name].tasks.map((task) => ({
    code: task.id,
    name: task[lang],
    owner: lang === "zh" ? meta.owners[task.owner as keyof typeof meta.owners] : task.owner,
    o: task.o,
    m: task.m,
    p: task.p,
    unit: task.unit as DurationUnit,
    predecessors: task.preds,
  }));
}
