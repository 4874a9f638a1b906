/** Synonyms written as lines of words with commas between, which read better than one literal each. */
export const list = (...lines: string[]): string[] => lines.flatMap((line) => line.split(", "));
