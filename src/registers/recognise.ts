import { distance } from "fastest-levenshtein";
import { choiceOf } from "./choice";
import type { HeadingReading, Part } from "./headingText";
import { headingReadings, headingText } from "./headingText";
import { milestones } from "./milestones";
import { readField } from "./readField";
import type { CellValue, Field, Register } from "./register";

/** What a column of somebody's table probably is. */
export interface Match {
  /** 0-based column within the table. */
  readonly column: number;
  readonly heading: string;
  readonly fieldId?: string;
  /** 0 to 1; under `SURE` the user should look. */
  readonly confidence: number;
  /** Other fields it could be, best first. */
  readonly alternatives: readonly { readonly fieldId: string; readonly confidence: number }[];
  /** Values under the heading, for showing. */
  readonly samples: readonly CellValue[];
}

export const SURE = 0.8;
/** Below this a guess is worth less than a blank. */
const LEAST = 0.55;

/** Names of a field as compared, the part of a milestone apart from its name. */
interface Known {
  readonly field: Field;
  /** The field's own headings, then its other names. */
  readonly own: readonly string[];
  readonly others: readonly string[];
  readonly part: Part | undefined;
}

const compact = (text: string): string => text.replace(/ /g, "");

function known(field: Field): Known {
  const [code, part] = field.id.split(".") as [string, Part | undefined];
  const milestone = part && milestones.find(({ id }) => id === code);
  const own = milestone ? [milestone.name.en, milestone.name.zh, code] : [field.heading.en, field.heading.zh];
  return {
    field,
    own: own.map(headingText),
    others: field.synonyms.map(headingText),
    part: milestone ? part : undefined,
  };
}

/** How alike two short texts are, 0 to 1. Whole words and whole Chinese terms count more than shared letters. */
function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const [x, y] = [compact(a), compact(b)];
  if (x === y) return 0.98;
  if (x.length < 2 || y.length < 2) return 0;
  const longest = Math.max(x.length, y.length);
  const edit = 1 - distance(x, y) / longest;
  // One slip in four letters is the most that typing explains; Chinese terms are too short for that.
  const han = /\p{Script=Han}/u.test(x + y);
  const typing = !han && longest >= 4 && edit >= 0.75 ? edit * 0.95 : 0;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const words = long.split(" ");
  const shortWords = short.split(" ");
  const within = han
    ? compact(long).includes(compact(short))
    : shortWords.every((word) => words.includes(word));
  const share = han ? compact(short).length / compact(long).length : shortWords.length / words.length;
  return Math.max(typing, within ? 0.5 + 0.45 * share : 0);
}

/** How well one reading of a heading fits a field. */
function readingScore(reading: HeadingReading, to: Known): number {
  const like = (names: readonly string[]): number =>
    Math.max(...names.map((name) => likeness(reading.about, name)));
  // Of two columns the one with the field's own heading is it.
  const best = Math.max(like(to.own), like(to.others) * 0.98);
  if (to.part === undefined) return reading.part === undefined ? best : best * 0.6;
  if (reading.part === to.part) return best;
  // Nothing says planned or actual: a lone date column of a milestone is most often the plan.
  if (reading.part === undefined) return best * (to.part === "plan" ? 0.8 : 0.7);
  return best * 0.3;
}

/** What the values under a heading say for or against a field, as a factor. */
function evidence(field: Field, samples: readonly CellValue[]): number {
  const filled = samples.filter((value) => value !== "");
  if (filled.length === 0) return 1;
  const share = (fits: (value: CellValue) => boolean): number => filled.filter(fits).length / filled.length;
  const isNumber = (value: CellValue): boolean => typeof readField(field, value) === "number";
  switch (field.type) {
    case "date": {
      const dates = share((value) => {
        const read = readField(field, value);
        return typeof read === "number" && read > 36500 && read < 73100;
      });
      return dates >= 0.5 ? 1 : 0.6;
    }
    case "whole":
    case "number":
    case "money":
      return share(isNumber) >= 0.5 ? 1 : 0.6;
    case "choice":
      return field.open || share((value) => choiceOf(field, value) !== undefined) >= 0.5 ? 1 : 0.75;
    default:
      return 1;
  }
}

/**
 * Which field each column of a table is, by its heading and by the values under it. Each field is given to one column at
 * most, the best first.
 */
export function matchHeadings(
  headings: readonly string[],
  samples: readonly (readonly CellValue[])[],
  register: Register,
): Match[] {
  const fields = register.fields.map(known);
  const scores = headings.map((heading, column) => {
    const values = samples.map((row) => row[column] ?? "");
    const readings = headingReadings(heading);
    return fields
      .map((to) => ({
        fieldId: to.field.id,
        confidence: Math.min(
          1,
          Math.max(...readings.map((reading) => readingScore(reading, to))) * evidence(to.field, values),
        ),
      }))
      .filter(({ confidence }) => confidence >= LEAST)
      .sort((a, b) => b.confidence - a.confidence);
  });

  const chosen = new Map<number, { fieldId: string; confidence: number }>();
  const taken = new Set<string>();
  const pairs = scores
    .flatMap((list, column) => list.map((score) => ({ column, ...score })))
    .sort((a, b) => b.confidence - a.confidence);
  for (const { column, fieldId, confidence } of pairs) {
    if (chosen.has(column) || taken.has(fieldId)) continue;
    chosen.set(column, { fieldId, confidence });
    taken.add(fieldId);
  }

  return headings.map((heading, column) => {
    const best = chosen.get(column);
    return {
      column,
      heading,
      ...(best && { fieldId: best.fieldId }),
      confidence: best?.confidence ?? 0,
      alternatives: (scores[column] ?? []).filter(({ fieldId }) => fieldId !== best?.fieldId).slice(0, 3),
      samples: samples.map((row) => row[column] ?? ""),
    };
  });
}
