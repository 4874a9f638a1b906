import { bestAssignment } from "./bestAssignment";
import { type ColumnValues, emptyValues, type Fit, valuesFit } from "./columnValues";
import { headingConcepts } from "./headingConcepts";
import { headingGuesses, type HeadingGuess, type HeadingPath } from "./headingScore";
import { isError } from "./sheetGrid";
import type { Evidence, MeaningGuess, SheetSubject } from "./sheetReading";

/** Below this a guess is worth less than a blank. */
const LEAST = 0.5;
/** What values that say nothing, or are not there, leave of any confidence. */
export const UNPROVEN = 0.78;

export interface HeadedColumn {
  readonly column: number;
  readonly path: HeadingPath;
  readonly values: ColumnValues;
  /** All its values are formulas. */
  readonly formulas: boolean;
  /** Many of its cells are still blank. */
  readonly sparse: boolean;
  /** What the heading is, where it is no word: `timeBucket`, `size`. */
  readonly about?: string;
}

export interface ColumnMeaning {
  readonly meaning?: string;
  readonly confidence: number;
  readonly about?: string;
  readonly evidence: readonly Evidence[];
  readonly alternatives: readonly MeaningGuess[];
}

interface Candidate extends HeadingGuess {
  readonly confidence: number;
  readonly says: 1 | 0 | -1;
  readonly pair?: string;
}

const SIZE =
  /^(?:\d?x{0,3}[sml]|m|\d{1,2}xl|os|f|free size|one size|均码|[1-9]\d{1,2}(?:\/\d{2,3}[a-c]?)?|\d{1,2}[ytm](?:-\d{1,2}[ytm])?|nb|[1-9]\d?)$/i;
const PLACEHOLDER = /^(?:column|列|欄|sheet|unnamed|field)\s*:?\s*\d*$/i;

/** Headings that are no words of a meaning: placeholders, broken references, sizes. */
export function plainAbout(path: HeadingPath, values: ColumnValues): string | undefined {
  const text = (path[path.length - 1] ?? "").trim();
  if (text === "" && path.length === 0) return "noHeading";
  if (isError(text)) return "brokenHeading";
  if (PLACEHOLDER.test(text)) return "placeholder";
  const numbers = values.filled === 0 || values.numbers >= values.filled * 0.6;
  return SIZE.test(text) && numbers ? "size" : undefined;
}

/** The milestone of a date's meaning, and whether it is planned or actual. */
export const partOf = (meaning: string): { milestone: string; part: string } | undefined => {
  const match = /^(T\d+[A-Z]?|TOP)\.(plan|actual)$/.exec(meaning);
  return match ? { milestone: match[1] ?? "", part: match[2] ?? "" } : undefined;
};

/** `plan`, `actual` where the heading says nothing else and no group stands over it. */
function barePart(path: HeadingPath): "plan" | "actual" | undefined {
  const { concepts, unknown } = headingConcepts(path[path.length - 1] ?? "");
  if (path.length !== 1 || unknown > 0 || concepts.length === 0) return undefined;
  if (!concepts.every((concept) => ["plan", "actual", "done", "date"].includes(concept))) return undefined;
  return concepts.includes("plan")
    ? "plan"
    : concepts.includes("actual") || concepts.includes("done")
      ? "actual"
      : undefined;
}

/** Whether a word of the heading says planned or actual. */
const saysWhen = (path: HeadingPath): boolean => {
  const { concepts, hints } = headingConcepts(path.join(" "));
  return ["plan", "actual", "softPlan", "softActual"].some(
    (word) => concepts.includes(word) || hints.includes(word),
  );
};

/** The largest sample of the usual plans; what is more was offered, not looked at. */
const LARGEST_SAMPLE = 1250;

/** `验货数量` is as often the lot as the pieces looked at: far more pieces than the sample has are the lot. */
function wholeLots(columns: readonly HeadedColumn[], guesses: readonly HeadingGuess[][]): HeadingGuess[][] {
  const best = guesses.map((list) => list.find(({ other }) => !other)?.meaning);
  const sample = columns[best.indexOf("sampleSize")]?.values.median;
  if (best.includes("lot")) return [...guesses];
  const most = sample === undefined || sample === 0 ? LARGEST_SAMPLE : Math.min(LARGEST_SAMPLE, sample * 2);
  return guesses.map((list, index) =>
    best[index] === "inspected" && (columns[index]?.values.median ?? 0) > most
      ? list.map((guess) =>
          guess.meaning === "inspected" ? { ...guess, meaning: "lot", score: 0.79 } : guess,
        )
      : list,
  );
}

/** Guesses of all columns, with what neighbours and formulas say about planned and actual. */
function allGuesses(
  columns: readonly HeadedColumn[],
  subject: Exclude<SheetSubject, "none">,
): (HeadingGuess & { pair?: string })[][] {
  const guesses: (HeadingGuess & { pair?: string })[][] = columns.map(({ path, about }) =>
    about ? [] : headingGuesses(path, subject),
  );
  if (subject === "inspections") return wholeLots(columns, guesses);
  if (subject !== "orders") return guesses;
  const best = (list: readonly HeadingGuess[]): HeadingGuess | undefined =>
    list.find(({ other, score }) => !other && score >= 0.7);
  columns.forEach(({ path, column }, index) => {
    const part = barePart(path);
    const left =
      index > 0 && columns[index - 1]?.column === column - 1 ? best(guesses[index - 1] ?? []) : undefined;
    const milestone = left && partOf(left.meaning);
    if (!part || !milestone || !left) return;
    guesses[index] = [
      {
        meaning: `${milestone.milestone}.${part}`,
        other: false,
        kind: "date",
        score: 0.9,
        because: "groupHeading",
        pair: columns[index - 1]?.path.join(" / ") ?? "",
      },
    ];
    // `开裁 | 实际`: what stands before a bare "actual" is planned.
    guesses[index - 1] = (guesses[index - 1] ?? []).map((guess) => {
      const own = partOf(guess.meaning);
      if (own?.milestone !== milestone.milestone || left.score > 0.85) return guess;
      return { ...guess, score: own.part === part ? guess.score * 0.5 : 0.92, pair: path.join(" / ") };
    });
  });
  // Planned dates are there from the start, actual ones come one by one.
  guesses.forEach((list, index) => {
    const top = best(list);
    const own = top && partOf(top.meaning);
    if (!top || !own || top.score > 0.85 || columns[index]?.sparse !== true) return;
    const plan = list.find(({ meaning }) => meaning === `${own.milestone}.plan`)?.score ?? 0;
    const actual = list.find(({ meaning }) => meaning === `${own.milestone}.actual`)?.score ?? 0;
    if (plan <= actual) return;
    guesses[index] = list.map((guess) => {
      if (guess.meaning === `${own.milestone}.plan`) return { ...guess, score: actual };
      return guess.meaning === `${own.milestone}.actual` ? { ...guess, score: plan } : guess;
    });
  });
  // A milestone without plan or actual is the other kind of a column that says it.
  const firm = new Map<string, number>();
  guesses.forEach((list, index) => {
    const top = best(list);
    if (top && partOf(top.meaning) && top.score > 0.85) firm.set(top.meaning, index);
  });
  // Of several that say nothing, none is more the other one than the next; and a word that is there, counts.
  const unsaid = new Map<string, number>();
  const isUnsaid = guesses.map((list, index) => {
    const top = best(list);
    const own = top && partOf(top.meaning);
    const is =
      top !== undefined && own !== undefined && top.score <= 0.85 && !saysWhen(columns[index]?.path ?? []);
    if (is) unsaid.set(own.milestone, (unsaid.get(own.milestone) ?? 0) + 1);
    return is;
  });
  guesses.forEach((list, index) => {
    const top = best(list);
    const own = top && partOf(top.meaning);
    if (!top || !own || !isUnsaid[index] || (unsaid.get(own.milestone) ?? 0) > 1) return;
    const other = (part: string): number | undefined => firm.get(`${own.milestone}.${part}`);
    const [plan, actual] = [other("plan"), other("actual")];
    const is =
      plan !== undefined && actual === undefined
        ? "actual"
        : actual !== undefined && plan === undefined
          ? "plan"
          : columns[index]?.formulas
            ? "plan"
            : undefined;
    if (!is) return;
    const pairAt = plan ?? actual;
    // Far apart, they may be of two minds: `Ex-fty (forecast)` … `Ex-fty (partner)`.
    const beside = pairAt !== undefined && Math.abs(pairAt - index) <= 2;
    const pair = pairAt === undefined ? undefined : columns[pairAt]?.path.join(" / ");
    guesses[index] = list.map((guess) => {
      const part = partOf(guess.meaning);
      if (part?.milestone !== own.milestone) return guess;
      const score =
        part.part === is
          ? Math.max(guess.score, pair === undefined ? 0.82 : beside ? 0.9 : 0.79)
          : guess.score * 0.5;
      return { ...guess, score, ...(pair !== undefined && { pair }) };
    });
  });
  arrivals(columns, guesses);
  theDateWanted(columns, guesses);
  return guesses;
}

/** Words of what was agreed with the buyer, and of what was agreed first. */
const AGREED = ["order", "customer", "request", "due"];

/**
 * Every order has a day that its buyer wants, and without it nothing can be said of the order. Where no column is called so, it is
 * the date of leaving the factory that says neither planned nor actual: what the contract says before what was first, before any.
 */
function theDateWanted(columns: readonly HeadedColumn[], guesses: HeadingGuess[][]): void {
  const tops = guesses.map(
    (list) => list[0] && list.reduce((best, guess) => (guess.score > best.score ? guess : best)),
  );
  if (tops.some((top) => top?.meaning === "due" && top.score >= 0.6)) return;
  const worth = columns.map(({ path, sparse }, index): number => {
    const top = tops[index];
    const own = top && partOf(top.meaning);
    if (!top || own?.milestone !== "T30" || sparse) return 0;
    const { concepts, hints } = headingConcepts(path.join(" "));
    const says = (word: string): boolean => concepts.includes(word) || hints.includes(word);
    if (["plan", "actual", "softPlan", "softActual", "done"].some(says)) return 0;
    if (AGREED.some(says)) return 3;
    if (says("original")) return 2;
    return top.score <= 0.85 ? 1 : 0;
  });
  const most = Math.max(0, ...worth);
  const index = worth.indexOf(most);
  if (most === 0) return;
  const due = (guesses[index] ?? []).find(({ meaning }) => meaning === "due");
  const because = due?.because ?? tops[index]?.because ?? "words";
  guesses[index] = [
    { meaning: "due", other: false, kind: "date", score: most === 3 ? 0.9 : 0.79, because },
    ...(guesses[index] ?? [])
      .filter(({ meaning }) => meaning !== "due")
      .map((guess) => ({ ...guess, score: Math.min(guess.score, 0.77) })),
  ];
}

/** A delivery that comes this long after the goods have left is their arrival. */
const LEAST_VOYAGE = 8;

const DELIVERY = /\bdeliver/i;

/** `Delivery` beside `Ex-factory` or `ETD` and weeks after it: when goods arrive, and not when they leave. */
function arrivals(columns: readonly HeadedColumn[], guesses: HeadingGuess[][]): void {
  const saying = columns.map(({ path }) => headingConcepts(path.join(" ")).concepts);
  const left = columns.flatMap(({ values }, index) => {
    const leaves = saying[index]?.some((concept) => concept === "exfty" || concept === "board");
    return leaves && values.medianDay > 0 ? [values.medianDay] : [];
  });
  if (left.length === 0) return;
  columns.forEach(({ path, values }, index) => {
    const says = saying[index] ?? [];
    if (!says.includes("due") || says.includes("exfty") || says.includes("ship")) return;
    // 交货期 is when the factory delivers, however late it has become.
    if (!DELIVERY.test(path.join(" "))) return;
    if (values.medianDay < Math.max(...left) + LEAST_VOYAGE) return;
    const list = (guesses[index] ?? []).map((guess) => ({ ...guess, score: Math.min(guess.score, 0.6) }));
    // What has arrived is surely no date of the order's; what is to arrive may be what the buyer has asked for.
    const has = ["actual", "softActual", "done"].some((concept) => says.includes(concept));
    const score = has ? 0.9 : 0.55;
    guesses[index] = [
      ...list.filter(({ meaning }) => meaning !== "arrival"),
      { meaning: "arrival", other: true, kind: "date", score, because: "words" },
    ];
  });
}

/** More than a garment costs in any currency but a few: more likely the price of all pieces. */
const LARGEST_PRICE = 3000;
const NAMES = new Set(["customer", "factory", "merchandiser", "supplier"]);

/** Values that are such as the meaning has, and yet too many or too much for it. */
function doubted(meaning: string, values: ColumnValues): Fit | undefined {
  if (meaning === "price" && values.median > LARGEST_PRICE) return { factor: 0.9, says: 0 };
  // A customer has more than one order: a list of nothing but different codes names something else.
  const codes = values.codes >= values.filled * 0.8;
  if (NAMES.has(meaning) && codes && values.distinct >= 20 && values.distinct > values.filled * 0.8)
    return { factor: 0.6, says: -1 };
  return undefined;
}

/** A guess by the heading, with what the values under it say. */
export function withValues(guess: HeadingGuess & { pair?: string }, values: ColumnValues): Candidate {
  const fit = doubted(guess.meaning, values) ?? valuesFit(values, guess.kind);
  const cap = fit.says === 1 ? 0.99 : UNPROVEN;
  const empty = values.filled - values.errors <= 0;
  return {
    ...guess,
    says: empty ? 0 : fit.says,
    confidence: Math.min(cap, guess.score * (empty ? 0.95 : fit.factor)),
  };
}

function evidenceOf(candidate: Candidate, column: HeadedColumn): Evidence[] {
  const heading = column.path.join(" / ");
  const found: Evidence[] = [{ code: candidate.because, params: { heading } }];
  const { mended } = headingConcepts(column.path[column.path.length - 1] ?? "");
  if (mended[0]) found.push({ code: "typo", params: { from: mended[0].from, to: mended[0].to } });
  if (candidate.pair !== undefined) found.push({ code: "pairOf", params: { heading: candidate.pair } });
  const empty = column.values.filled - column.values.errors <= 0;
  found.push(
    empty
      ? { code: "noValues", params: {} }
      : {
          code: candidate.says === -1 ? "valuesDiffer" : "valuesAgree",
          params: { sample: String(column.values.samples[0] ?? "") },
        },
  );
  return candidate.says === 0 && !empty ? found.slice(0, -1) : found;
}

/**
 * Which column is which meaning, each meaning once, so that all columns together are understood best. `given` are meanings that
 * the user has given to columns.
 */
export function assignMeanings(
  columns: readonly HeadedColumn[],
  subject: SheetSubject,
  given: ReadonlySet<string> = new Set(),
): ColumnMeaning[] {
  if (subject === "none" || columns.length === 0) {
    return columns.map(({ about }) => ({
      confidence: 0,
      evidence: [],
      alternatives: [],
      ...(about && { about }),
    }));
  }
  const candidates = allGuesses(columns, subject).map((list, index) =>
    list
      .map((guess) => withValues(guess, columns[index]?.values ?? emptyValues))
      .sort((a, b) => b.confidence - a.confidence || Number(a.other) - Number(b.other)),
  );
  const wanted = candidates.map((list) => {
    const top = list[0]?.confidence ?? 0;
    const about = list.find(({ other }) => other)?.confidence ?? 0;
    // A far second choice is not taken only because the first has gone to another column; nor does a date become actual only
    // because another column of its milestone is planned, where no word says so.
    const best = list.find(({ other }) => !other);
    const first = best && partOf(best.meaning);
    return list.filter(({ other, meaning, confidence }) => {
      if (other || given.has(meaning) || confidence < LEAST || confidence < top * 0.78 || confidence < about)
        return false;
      const own = partOf(meaning);
      return (
        own === undefined ||
        own.milestone !== first?.milestone ||
        confidence >= (best?.confidence ?? 0) * 0.99
      );
    });
  });
  const meanings = [...new Set(wanted.flatMap((list) => list.map(({ meaning }) => meaning)))];
  const chosen = new Map<number, Candidate>();
  if (meanings.length > 0) {
    const at = new Map(meanings.map((meaning, index) => [meaning, index]));
    const worth = wanted.map((list, index) => {
      const row = new Array<number>(meanings.length).fill(0);
      // The first of two like columns is meant.
      for (const { meaning, confidence } of list) row[at.get(meaning) ?? 0] = confidence - index * 1e-4;
      return row;
    });
    for (const [index, meaning] of bestAssignment(worth)) {
      const candidate = wanted[index]?.find((one) => one.meaning === meanings[meaning]);
      if (candidate) chosen.set(index, candidate);
    }
  }
  return columns.map((column, index) => {
    const list = candidates[index] ?? [];
    const own = chosen.get(index);
    const other = list.find((candidate) => candidate.other);
    const top = wanted[index]?.[0];
    const taken =
      !own && top
        ? columns[[...chosen].find(([, candidate]) => candidate.meaning === top.meaning)?.[0] ?? -1]
        : undefined;
    const about = own
      ? undefined
      : (column.about ?? (taken ? "repeat" : other && other.confidence >= 0.45 ? other.meaning : undefined));
    return {
      ...(own && { meaning: own.meaning }),
      confidence: own?.confidence ?? 0,
      ...(about !== undefined && { about }),
      evidence: own
        ? evidenceOf(own, column)
        : taken && top
          ? [{ code: "taken", params: { meaning: top.meaning, heading: taken.path.join(" / ") } }]
          : [],
      alternatives: list
        .filter(
          ({ other: none, meaning, confidence }) => !none && meaning !== own?.meaning && confidence >= 0.35,
        )
        .slice(0, 3)
        .map(({ meaning, confidence }) => ({ meaning, confidence })),
    };
  });
}
