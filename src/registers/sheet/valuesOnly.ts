import type { ColumnValues } from "./columnValues";
import type { MeaningGuess } from "./sheetReading";

interface Unheaded {
  readonly values: ColumnValues;
  readonly rows: number;
}

/**
 * What columns without headings may be, by their values alone: never sure, always for the user to confirm. The first codes of a
 * list are its orders, the next its styles.
 */
export function valuesOnly(
  columns: readonly Unheaded[],
  taken: ReadonlySet<string>,
): (MeaningGuess | undefined)[] {
  const used = new Set(taken);
  const give = (meaning: string, confidence: number): MeaningGuess | undefined => {
    if (used.has(meaning)) return undefined;
    used.add(meaning);
    return { meaning, confidence };
  };
  return columns.map(({ values, rows }) => {
    const said = values.filled - values.errors;
    if (said < 2 || said < rows * 0.3) return undefined;
    const share = (count: number): number => count / said;
    if (share(values.currencies) >= 0.8) return give("currency", 0.6);
    if (share(values.colours) >= 0.6 && share(values.dates + values.dateTexts) < 0.2)
      return give("colour", 0.55);
    if (share(values.sizes) >= 0.6) return give("sizes", 0.5);
    if (share(values.dates + values.dateTexts) >= 0.6) return give("due", 0.4);
    if (share(values.codes) >= 0.7 && share(values.whole) < 0.5 && values.distinct >= said * 0.3) {
      return give("po", 0.45) ?? give("style", 0.45);
    }
    if (share(values.whole) >= 0.8 && values.median >= 50) {
      return values.median >= 100_000 ? (give("po", 0.45) ?? give("qty", 0.4)) : give("qty", 0.5);
    }
    if (share(values.numbers) >= 0.8 && share(values.whole) < 0.5 && values.median < 500)
      return give("price", 0.45);
    return undefined;
  });
}
