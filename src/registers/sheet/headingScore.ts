import { milestoneHeading } from "../../domain/schedule/milestoneHeading";
import { orders } from "../orders";
import { inspections } from "../inspections";
import { headingConcepts, type HeadingConcepts } from "./headingConcepts";
import { milestoneMeanings, orderMeanings, type Form, type Meaning } from "./meanings";
import { inspectionMeanings, materialMeanings, otherMeanings } from "./meaningsOther";
import type { SheetSubject } from "./sheetReading";

/** What a heading could mean, by its words alone. */
export interface HeadingGuess {
  readonly meaning: string;
  /** Known, but no register keeps it. */
  readonly other: boolean;
  readonly kind: Meaning["kind"];
  readonly score: number;
  readonly because: "words" | "knownName" | "groupHeading";
}

/** A column's headings from the top: groups, then its own. */
export type HeadingPath = readonly string[];

/** Concepts that turn the matter into another one. */
const TURNS = new Set(
  "qty price cm amount cost percent days balance status stage person remark reason result reject daily cumulative stock issue usage efficiency uom mode picture link document pi sign audit serial late left priority defect artwork pattern window".split(
    " ",
  ),
);
/** Concepts that often stand beside a meaning without changing it. */
const BESIDE = new Set(
  "total own customerOwn original item order final desc type place in out sample garment customer sew team money done revise".split(
    " ",
  ),
);
const DATED = new Set("date plan actual softPlan softActual done".split(" "));
/** What is due is asked for; what has happened is another date. */
const ASKED_FOR = new Set(["due"]);
const LEADS_AWAY = new Set(["stock", "reject", "defect"]);
const SAY_NOTHING = new Set("remark info desc type item order place".split(" "));
/** Concepts that name no matter by themselves, so that a group heading has to. */
const ASPECTS = new Set(
  "no name desc date qty piece price amount cost currency money status person remark percent days reason result uom place type mode plan actual softPlan softActual done start end in out approve submit receive request revise original last total balance cumulative daily late own customerOwn sign time serial week month".split(
    " ",
  ),
);

function formScore(
  form: Form,
  said: ReadonlySet<string>,
  kind: Meaning["kind"],
  hints: ReadonlySet<string>,
): number {
  for (const need of form.needs) if (!said.has(need) && !hints.has(need)) return 0;
  let score = form.weight;
  for (const concept of said) {
    // Customer's own word for an order: what orders may have, this may have.
    if (concept === "po" || form.needs.includes(concept) || form.may.includes(concept)) continue;
    if (kind === "date" && DATED.has(concept)) continue;
    if (kind !== "date" && (concept === "softPlan" || concept === "softActual")) score *= 0.5;
    else if (TURNS.has(concept)) score *= 0.3;
    else if (BESIDE.has(concept)) score *= 0.85;
    else score *= 0.5;
  }
  if (kind === "date" && (hints.has("qty") || hints.has("percent") || hints.has("days"))) score *= 0.4;
  return score;
}

function meaningScore(meaning: Meaning, said: ReadonlySet<string>, hints: ReadonlySet<string>): number {
  let best = 0;
  for (const form of meaning.forms) best = Math.max(best, formScore(form, said, meaning.kind, hints));
  const happened = ["actual", "softActual"].some((concept) => said.has(concept) || hints.has(concept));
  return happened && ASKED_FOR.has(meaning.id) ? best * 0.3 : best;
}

const BRACKETS = /[([{【][^)\]}】]*[)\]}】]?/g;

const compact = (text: string): string => text.replace(/[^\p{L}\p{N}%]+/gu, "");

/** Whole names that the registers know: their own headings and other names. */
const knownNames = new Map<SheetSubject, ReadonlyMap<string, string>>();
for (const register of [orders, inspections]) {
  const names = new Map<string, string>();
  for (const field of register.fields) {
    if (/^T\d|^TOP/.test(field.id)) continue;
    for (const name of [field.heading.en, field.heading.zh, ...field.synonyms]) {
      const key = compact(headingConcepts(name).text);
      if (!names.has(key)) names.set(key, field.id);
    }
  }
  knownNames.set(register.id as SheetSubject, names);
}
/** So short or so common that only the words beside them tell. */
const TOO_COMMON = new Set([
  "bookingdate",
  "qc",
  "no",
  "date",
  "type",
  "状态",
  "日期",
  "total",
  "rate",
  "名称",
  "规格",
  "说明",
  "size",
  "原因",
  "结果",
]);

type Dated = "plan" | "actual" | undefined;

/** Whether the words say planned or actual; a word inside an abbreviation (PCD, ETD) gives way to one that is written. */
function dated(concepts: readonly string[]): { kind: Dated; firm: boolean; asked?: boolean } {
  const has = (concept: string): boolean => concepts.includes(concept);
  if (has("plan") && has("actual")) return { kind: undefined, firm: false };
  if (has("actual")) return { kind: "actual", firm: true };
  if (has("plan")) return { kind: "plan", firm: true };
  if (has("softActual")) return { kind: "actual", firm: true };
  // What was planned first, and what is planned now.
  if (has("original") || has("revise")) return { kind: "plan", firm: false };
  if (has("done")) return { kind: "actual", firm: false };
  if (has("softPlan") || has("request") || has("due"))
    return { kind: "plan", firm: has("softPlan"), asked: !has("softPlan") };
  return { kind: undefined, firm: false };
}

/** A lone milestone date: more often planned, and only the user knows. */
const UNSAID = { plan: 0.77, actual: 0.72 };

function milestoneGuesses(
  id: string,
  score: number,
  concepts: readonly string[],
  because: HeadingGuess["because"],
): HeadingGuess[] {
  const { kind, firm, asked } = dated(concepts);
  const of = (part: "plan" | "actual"): number => {
    if (kind === undefined) return score * UNSAID[part];
    // The plan that is followed is the latest one.
    if (concepts.includes("original")) return score * (part === "plan" ? 0.8 : 0.2);
    if (kind === part) return score * (firm ? 1 : asked ? 0.85 : 0.95);
    return score * (firm ? 0.2 : 0.6);
  };
  return (["plan", "actual"] as const).map((part) => ({
    meaning: `${id}.${part}`,
    other: false,
    kind: "date" as const,
    score: of(part),
    because,
  }));
}

const tables: Readonly<Record<"orders" | "inspections" | "materials", readonly Meaning[]>> = {
  orders: orderMeanings,
  inspections: inspectionMeanings,
  materials: materialMeanings,
};

function guessesFor(
  said: ReadonlySet<string>,
  hints: ReadonlySet<string>,
  subject: "orders" | "inspections" | "materials",
  doubt: number,
  because: HeadingGuess["because"],
): HeadingGuess[] {
  const found: HeadingGuess[] = [];
  const offer = (meaning: Meaning, other: boolean): void => {
    const score = meaningScore(meaning, said, hints) * doubt;
    if (score >= 0.3) found.push({ meaning: meaning.id, other, kind: meaning.kind, score, because });
  };
  for (const one of tables[subject]) offer(one, false);
  for (const one of otherMeanings) {
    // How much material, is in a list of materials what the row is about.
    if (subject !== "materials" || one.id !== "receivedQty") offer(one, true);
  }
  if (subject === "orders") {
    for (const one of milestoneMeanings) {
      const score = meaningScore(one, said, hints) * doubt;
      if (score >= 0.3) found.push(...milestoneGuesses(one.id, score, [...said, ...hints], because));
    }
  }
  return found;
}

const isMatter = (concept: string): boolean => !ASPECTS.has(concept);

/** Everything that a column's headings could mean, best first. */
export function headingGuesses(
  path: HeadingPath,
  subject: "orders" | "inspections" | "materials",
): HeadingGuess[] {
  const own = headingConcepts(path[path.length - 1] ?? "");
  const groups = path.slice(0, -1).map(headingConcepts);
  const best = new Map<string, HeadingGuess>();
  const keep = (guesses: readonly HeadingGuess[]): void => {
    for (const guess of guesses) {
      // A register's own field and what orders have besides may share a name: `type`.
      const name = `${guess.meaning} ${String(guess.other)}`;
      if (guess.score > (best.get(name)?.score ?? 0)) best.set(name, guess);
    }
  };
  const doubtOf = (one: HeadingConcepts): number =>
    Math.max(0.4, 1 - 0.3 * one.unknown) * (one.mended.length > 0 ? 0.97 : 1);
  const hints = new Set([...own.hints, ...groups.flatMap((group) => group.hints)]);
  const said = new Set(own.concepts);
  const ownMatter = own.concepts.some(isMatter);
  const groupConcepts = groups
    .flatMap((group) => group.concepts)
    .filter((concept) => !SAY_NOTHING.has(concept) || concept === "order");
  const groupMatter = groupConcepts.some((concept) => isMatter(concept) && concept !== "order");

  if (said.size > 0 || hints.size > 0) {
    // `Stock details / Qty requested`: what is asked for, is not what is there.
    const asked = said.has("request") || said.has("purchase");
    const away = !asked && groupConcepts.some((concept) => LEADS_AWAY.has(concept) && !said.has(concept));
    const alone = ownMatter || !groupMatter || (asked && groupConcepts.includes("stock"));
    const asides = new Set([...hints, ...groupConcepts.filter((concept) => !isMatter(concept))]);
    // What stands under `Stock` or `Defects` is a matter of these, whatever its own word.
    const beside = away ? 0.6 : groupMatter ? 0.92 : 1;
    if (alone) keep(guessesFor(said, asides, subject, doubtOf(own) * beside, "words"));
    if (groupConcepts.length > 0) {
      const together = new Set([...groupConcepts, ...own.concepts]);
      // The column's own word for planned or actual counts, not the group's abbreviation.
      if (said.has("actual")) for (const soft of ["plan", "softPlan"]) together.delete(soft);
      if (said.has("plan")) together.delete("actual");
      keep(guessesFor(together, new Set(own.hints), subject, doubtOf(own) * 0.98, "groupHeading"));
      const nearest = groups[groups.length - 1];
      // The nearest group says more than the one over it: `Pre-production / Fit sample / Sent`.
      if (nearest?.concepts.some(isMatter)) {
        keep(
          guessesFor(
            new Set([...nearest.concepts, ...own.concepts]),
            new Set(own.hints),
            subject,
            doubtOf(own) * 0.98,
            "groupHeading",
          ),
        );
      }
    }
  } else if (groups.length > 0 && own.text === "") {
    keep(guessesFor(new Set(groupConcepts), hints, subject, 0.9, "groupHeading"));
  }

  const sides = own.text.replace(BRACKETS, " ").split(/[/、]/);
  if (sides.length === 2 && sides.every((side) => /\p{Script=Han}{2}|[a-z]{3}/u.test(side))) {
    // `Style / Colour`, `款号/款名`: one column for two things is the first of them.
    sides.forEach((side, index) => {
      const one = headingConcepts(side.trim());
      const guesses = guessesFor(
        new Set(one.concepts),
        hints,
        subject,
        doubtOf(one) * (index === 0 ? 0.78 : 0.74),
        "words",
      );
      keep(guesses.map((guess) => (guess.other ? { ...guess, score: guess.score * 0.8 } : guess)));
    });
  }

  if (!groupMatter || ownMatter) {
    const key = compact(own.text.replace(BRACKETS, "")) || compact(own.text);
    const name = TOO_COMMON.has(key) ? undefined : knownNames.get(subject)?.get(key);
    const table = subject === "orders" ? orderMeanings : inspectionMeanings;
    const known =
      name !== undefined && subject !== "materials" ? table.find(({ id }) => id === name) : undefined;
    if (known)
      keep([
        {
          meaning: known.id,
          other: false,
          kind: known.kind,
          score: groupMatter ? 0.85 : 0.96,
          because: "knownName",
        },
      ]);
    if (subject === "orders" && own.text.length >= 2) {
      const read = milestoneHeading(own.text);
      if (read && read.code !== "T00") {
        const id = `${read.code}${read.part === "start" ? "S" : ""}`;
        const turned = own.concepts.some((concept) => TURNS.has(concept));
        const kinds = [...own.concepts, ...own.hints, ...(read.kind === "either" ? [] : [read.kind])];
        keep(milestoneGuesses(id, turned ? 0.4 : 0.9, kinds, "knownName"));
      }
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}
