import { distance } from "fastest-levenshtein";
import { englishWords } from "./headingWords";
import { chineseWords } from "./headingWordsZh";
import { simplified } from "./simplified";

/** What the words of a heading say. */
export interface HeadingConcepts {
  /** Simplified, lower case, without line breaks: for comparing whole headings. */
  readonly text: string;
  readonly concepts: readonly string[];
  /** Said in brackets behind the heading: units, currencies, plan or actual. */
  readonly hints: readonly string[];
  /** Words that say nothing known, 1 for a whole word. */
  readonly unknown: number;
  /** Words read only after mending a slip or completing an abbreviation. */
  readonly mended: readonly { readonly from: string; readonly to: string }[];
}

/** Words that tell no headings apart. */
const EMPTY = new Set(
  "the of for and a an at with per current present bulk blk main bank is be or as from to vs with no. de dd mm yyyy yy ddmm 的 之 及 与 和 或 并 是 否 等 在 为".split(
    " ",
  ),
);

/** A word behind these may be any name. */
const BEFORE_NAMES = new Set("into to at by from for ex of in".split(" "));

const LONGEST_PHRASE = 4;

const phrases = new Map<string, readonly string[]>();
const latinWords = new Set<string>();
for (const [concepts, words] of englishWords) {
  for (const phrase of words.split(", ")) {
    if (!phrases.has(phrase)) phrases.set(phrase, concepts.split(" "));
    for (const word of phrase.split(" ")) if (/^[a-z]/.test(word)) latinWords.add(word);
  }
}
const hanWords = new Map<string, readonly string[]>();
for (const [concepts, words] of chineseWords) {
  for (const word of words.split(", ")) if (!hanWords.has(word)) hanWords.set(word, concepts.split(" "));
}
// A sample is a 样, 板, 版 or 办, as one likes: `全码样`, `全码版`.
for (const [word, concepts] of [...hanWords]) {
  if (!/..样$/u.test(word)) continue;
  for (const other of "板版办") {
    const same = word.slice(0, -1) + other;
    if (!hanWords.has(same)) hanWords.set(same, concepts);
  }
}
const LONGEST_HAN = Math.max(...[...hanWords.keys()].map((word) => word.length));

const consonants = (word: string): string => (word[0] ?? "") + word.slice(1).replace(/[aeiou]/g, "");
/** Words that are long enough to be told from others by their beginning or their consonants, by first letter. */
const longWords = new Map<string, { word: string; bones: string }[]>();
for (const word of latinWords) {
  if (word.length < 5) continue;
  const first = word[0] ?? "";
  longWords.set(first, [...(longWords.get(first) ?? []), { word, bones: consonants(word) }]);
}
/** By first letter and length: a slip is looked for among words of about the same length only. */
const wordsLike = new Map<string, string[]>();
for (const word of latinWords) {
  if (word.length < 4) continue;
  const place = `${word[0] ?? ""}${word.length}`;
  wordsLike.set(place, [...(wordsLike.get(place) ?? []), word]);
}

interface Mended {
  readonly words: readonly string[];
  readonly certain: boolean;
}
const mendedWords = new Map<string, Mended | undefined>();

/** Two or three known words written as one: `shipdate`, `poqty`. */
function parts(word: string, most: number): string[] | undefined {
  if (latinWords.has(word) && word.length >= 2) return [word];
  if (most === 1) return undefined;
  for (let end = word.length - 2; end >= 2; end -= 1) {
    const head = word.slice(0, end);
    if (!latinWords.has(head)) continue;
    const rest = parts(word.slice(end), most - 1);
    if (rest) return [head, ...rest];
  }
  return undefined;
}

const sorted = (word: string): string => [...word].sort().join("");

/** Whether the letters of one word stand in another in the same order. */
function within(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** The known word that a slip of the pen makes this of; `most` letters may be wrong. */
function slipOf(word: string, most: number): string | undefined {
  const letters = sorted(word);
  let best: { word: string; slips: number } | undefined;
  for (let length = word.length - most; length <= word.length + most; length += 1) {
    for (const known of wordsLike.get(`${word[0] ?? ""}${length}`) ?? []) {
      const many = distance(known, word);
      // A letter left out or doubled, or two changed over, is the likelier slip.
      const turned = many === 2 && sorted(known) === letters;
      if (many > most && !turned) continue;
      const weight = many - (turned ? 1.5 : within(word, known) || within(known, word) ? 0.5 : 0);
      if (weight < (best?.slips ?? 9)) best = { word: known, slips: weight };
    }
  }
  return best?.word;
}

/** What an unknown word stands for: a slip of the pen, words written together, an abbreviation. */
function mend(word: string): Mended | undefined {
  if (mendedWords.has(word)) return mendedWords.get(word);
  const found = mended(word);
  mendedWords.set(word, found);
  return found;
}

function mended(word: string): Mended | undefined {
  const stem = /^(.{3,})(?:ed|ing|es|s)$/.exec(word)?.[1];
  const root = stem && [stem, `${stem}e`].find((known) => latinWords.has(known));
  if (root) return { words: [root], certain: true };
  const slip = word.length >= 6 ? slipOf(word, 1) : undefined;
  if (slip) return { words: [slip], certain: true };
  const split = word.length < 5 ? undefined : parts(word, 3);
  if (split) return { words: split, certain: split.every((part) => part.length >= 3) };
  const far = word.length >= 4 ? slipOf(word, word.length >= 8 ? 2 : 1) : undefined;
  if (far) return { words: [far], certain: word.length >= 5 };
  if (word.length < 3) return undefined;
  const alike = longWords.get(word[0] ?? "") ?? [];
  const full = (
    alike.find((known) => known.word.startsWith(word)) ??
    alike.find(({ bones }) => bones === word || (word.length >= 4 && bones.startsWith(word)))
  )?.word;
  return full === undefined ? undefined : { words: [full], certain: false };
}

class Gathered {
  readonly concepts: string[] = [];
  readonly mended: { from: string; to: string }[] = [];
  unknown = 0;

  add(concepts: readonly string[]): void {
    for (const concept of concepts)
      if (concept !== "" && !this.concepts.includes(concept)) this.concepts.push(concept);
  }
}

function readLatin(words: readonly string[], into: Gathered): void {
  const tokens = words.flatMap((word) => {
    if (latinWords.has(word) || phrases.has(word) || EMPTY.has(word) || !/^[a-z]/.test(word)) return [word];
    const mended = mend(word);
    if (!mended) return [word];
    into.mended.push({ from: word, to: mended.words.join(" ") });
    if (!mended.certain) into.unknown += 0.25;
    return mended.words;
  });
  let at = 0;
  while (at < tokens.length) {
    let length = Math.min(LONGEST_PHRASE, tokens.length - at);
    let concepts: readonly string[] | undefined;
    for (; length > 0; length -= 1) {
      concepts = phrases.get(tokens.slice(at, at + length).join(" "));
      if (concepts) break;
    }
    if (concepts) into.add(concepts);
    else if (!EMPTY.has(tokens[at] ?? "") && !/^\d/.test(tokens[at] ?? "")) {
      // Where to or by whom, by its name: `Fabric due into Longson`.
      into.unknown += at > 0 && BEFORE_NAMES.has(tokens[at - 1] ?? "") ? 0.25 : 1;
    }
    at += Math.max(1, length);
  }
}

let segmenter: Intl.Segmenter | undefined;

/** Fewest words of the trade that cover the text; a character that belongs to none costs more than any word. */
function cover(run: string): { word: string; known: boolean }[] {
  const cost = [0];
  const from: { start: number; known: boolean }[] = [];
  for (let end = 1; end <= run.length; end += 1) {
    cost[end] = (cost[end - 1] ?? 0) + 3;
    from[end] = { start: end - 1, known: false };
    for (let length = 1; length <= Math.min(LONGEST_HAN, end); length += 1) {
      const start = end - length;
      if (!hanWords.has(run.slice(start, end))) continue;
      const total = (cost[start] ?? 0) + (length === 1 ? 1.2 : 1);
      if (total < (cost[end] ?? Infinity)) {
        cost[end] = total;
        from[end] = { start, known: true };
      }
    }
  }
  const words: { word: string; known: boolean }[] = [];
  for (let end = run.length; end > 0;) {
    const step = from[end] ?? { start: end - 1, known: false };
    words.unshift({ word: run.slice(step.start, end), known: step.known });
    end = step.start;
  }
  return words;
}

function readHan(run: string, into: Gathered): void {
  const words = cover(run);
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  const common = [...segmenter.segment(run)].map(({ segment, index }) => ({
    start: index,
    end: index + segment.length,
  }));
  let at = 0;
  const unknownIn = new Set<number>();
  for (const { word, known } of words) {
    const within = common.findIndex(({ start, end }) => at >= start && at + word.length <= end);
    at += word.length;
    if (!known) {
      if (!EMPTY.has(word)) unknownIn.add(within);
      continue;
    }
    into.add(hanWords.get(word) ?? []);
    const span = common[within];
    // One character out of a word of everyday language says less than the character by itself.
    if (word.length === 1 && span && span.end - span.start > 1) into.unknown += 0.15;
  }
  into.unknown += unknownIn.size;
}

/** `订单Style#(PCS)` as runs of one script each. */
function read(text: string, into: Gathered): void {
  const bare = text
    .replace(/(?<=[a-z])['’`](?=[a-z])/g, "")
    .replace(/(?<![a-z\d])(?:[a-z]\s?[/.&]\s?){1,4}[a-z](?![a-z])/g, (letters) =>
      letters.replace(/[^a-z]/g, ""),
    )
    .replace(/#/g, " no ")
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
  let latin: string[] = [];
  const flush = (): void => {
    if (latin.length > 0) readLatin(latin, into);
    latin = [];
  };
  for (const [run] of bare.matchAll(/\p{Script=Han}+|[a-z]+|\d+(?:st|nd|rd|th)?|[%$€£¥]/gu)) {
    if (/\p{Script=Han}/u.test(run)) {
      flush();
      readHan(run, into);
    } else latin.push(run);
  }
  flush();
}

/** What stands in brackets and counts all the same. */
const HINTS = new Set([
  "plan",
  "actual",
  "done",
  "qty",
  "piece",
  "money",
  "currency",
  "date",
  "start",
  "end",
  "days",
  "percent",
  "no",
  "total",
  "approve",
  "submit",
  "receive",
  "original",
  "revise",
]);
const BRACKETS = /[([{【「][^)\]}】」]*[)\]}】」]?/g;
const MARKS: Readonly<Record<string, string>> = { p: "plan", a: "actual", 计: "plan", 实: "actual" };

const seen = new Map<string, HeadingConcepts>();

/** The concepts of a heading, whatever its language, script, spacing and width. */
export function headingConcepts(heading: string): HeadingConcepts {
  const known = seen.get(heading);
  if (known) return known;
  const spaced = heading
    .slice(0, 120)
    .normalize("NFKC")
    .replace(/(?<=[a-z])(?=[A-Z][a-z]|[A-Z]+$)|(?<=[A-Z])(?=[A-Z][a-z])/g, " ")
    .replace(/[_\s]+/g, " ");
  const text = simplified(spaced.toLowerCase()).trim();
  const outside = text.replace(BRACKETS, " ").trim();
  const main = /[\p{L}\p{N}%$#]/u.test(outside) ? outside : text.replace(/[()[\]{}【】「」]/g, " ");
  const gathered = new Gathered();
  // `PCD-P`, `开裁-实`: a lone letter behind a dash.
  const mark = /(?<=[a-z\d]{2}|\p{Script=Han})[-_/: ](p|a|计|实)$/u.exec(main);
  const marked = mark && MARKS[mark[1] ?? ""];
  read(marked ? main.slice(0, mark.index) : main, gathered);
  if (marked) gathered.add([marked]);
  const aside = new Gathered();
  if (main === outside) {
    for (const [bracket] of text.matchAll(BRACKETS)) {
      const inner = bracket.replace(/[()[\]{}【】「」]/g, "").trim();
      const one = MARKS[inner];
      if (one) aside.add([one]);
      else read(inner, aside);
    }
  }
  const result: HeadingConcepts = {
    text,
    concepts: gathered.concepts,
    hints: aside.concepts.filter((concept) => HINTS.has(concept)),
    unknown: gathered.unknown,
    mended: gathered.mended,
  };
  if (seen.size > 5000) seen.clear();
  seen.set(heading, result);
  return result;
}
