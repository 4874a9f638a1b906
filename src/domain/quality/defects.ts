import { defectTable } from "../../data/defects";
import type { DefectClass } from "./verdict";

/** Where on the garment: A is seen at once (front, collar, centre back), B is not (under arm, inner leg, inside). */
export type Zone = "A" | "B";

export interface Defect {
  readonly code: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly group: { readonly en: string; readonly zh: string };
  readonly classIn: Readonly<Record<Zone, DefectClass>>;
  /** Pinyin initials of the Chinese name, a word for each part of it: 断针/金属异物 is `dz jsyw`. */
  readonly initials: string;
}

export const defects: readonly Defect[] = defectTable.defects.map(([code, zh, en, A, B, initials]) => {
  const [groupEn, groupZh] = defectTable.groups[code.charAt(0)] ?? ["", ""];
  return { code, name: { en, zh }, group: { en: groupEn, zh: groupZh }, classIn: { A, B }, initials };
});

/** Full-width and half-width, capital and small letters are one to people who type. */
const fold = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

const byCode = new Map(defects.map((defect) => [fold(defect.code), defect]));

/** The defect of a code, whatever its letter case. */
export const findDefect = (code: string): Defect | undefined => byCode.get(fold(code));

interface Searchable {
  readonly defect: Defect;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
  readonly group: string;
  readonly initials: string;
  readonly joinedInitials: string;
}

const searchables: readonly Searchable[] = defects.map((defect) => ({
  defect,
  code: fold(defect.code),
  zh: fold(defect.name.zh),
  en: fold(defect.name.en),
  group: `${fold(defect.group.en)} ${fold(defect.group.zh)}`,
  initials: defect.initials,
  joinedInitials: defect.initials.replaceAll(" ", ""),
}));

const isAWord = (text: string, word: string): boolean => ` ${text} `.includes(` ${word} `);
const startsAWord = (text: string, word: string): boolean =>
  text.startsWith(word) || text.includes(` ${word}`);

/** 0 is the best place to find a word in; undefined: not found. */
const rankOf = (word: string, entry: Searchable): number | undefined => {
  if (entry.code === word) return 0;
  if (entry.code.startsWith(word)) return 1;
  if (entry.zh.startsWith(word) || isAWord(entry.initials, word)) return 2;
  if (entry.zh.includes(word) || startsAWord(entry.initials, word) || startsAWord(entry.en, word)) return 3;
  if (entry.joinedInitials.includes(word) || entry.en.includes(word)) return 4;
  if (entry.group.includes(word)) return 5;
  return undefined;
};

/**
 * Defects that match every word of the query by code, Chinese or English name, pinyin initials or group, best match first,
 * otherwise in the order of the list. An empty query gives the whole list.
 */
export const searchDefects = (query: string): readonly Defect[] => {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 0) return defects;
  return searchables
    .flatMap((entry) => {
      const ranks = words.map((word) => rankOf(word, entry));
      return ranks.some((rank) => rank === undefined)
        ? []
        : [{ defect: entry.defect, rank: Math.max(...ranks.map((rank) => rank ?? 0)) }];
    })
    .sort((one, other) => one.rank - other.rank)
    .map(({ defect }) => defect);
};
