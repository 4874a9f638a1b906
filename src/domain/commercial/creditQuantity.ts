import { piecesDown, piecesUp } from "../orders/wholePieces";

export interface QuantityRange {
  readonly least: number;
  readonly most: number;
}

/** Individual items and packing units are counted, everything else is weighed or measured. */
export type QuantityKind = "counted" | "measured";

const COUNTED =
  /^(?:pcs?|pieces?|units?|sets?|pairs?|prs|doz(?:ens?)?|dzs?|garments?|ctns?|cartons?|cases?|box(?:es)?|packs?|packages?|pkgs?|bags?|bales?|rolls?|件|套|双|打|箱|盒|包|条|只|个|袋|卷|匹)$/;
const MEASURED =
  /^(?:kgs?|kilos?|kilograms?|g|grams?|m?t|tons?|tonnes?|lbs?|pounds?|m|mtrs?|mts|met(?:re|er)s?|yds?|yards?|cm|ft|feet|sqm|m2|cbm|m3|l|lit(?:re|er)s?|公斤|千克|克|吨|公吨|磅|米|码|公尺|厘米|英尺|平方米|立方米|升)$/;

/** Whether a unit is counted or measured; undefined for an unknown one. */
export function quantityKind(unit: string): QuantityKind | undefined {
  const word = unit
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[.\s/]/g, "");
  if (COUNTED.test(word)) return "counted";
  return MEASURED.test(word) ? "measured" : undefined;
}

interface Tolerance {
  readonly minus: number;
  readonly plus: number;
}

/** A clause of a credit; keeps reading short whatever stands in the cell. */
const LONGEST = 500;

const PERCENT = String.raw`(\d+(?:\.\d+)?)\s*(?:%|pct|per\s?cent)`;
const BOTH_WAYS = new RegExp(
  String.raw`(?:\+\s*\/?\s*-|±|plus\s*(?:\/|or|and)\s*minus|more\s*or\s*less|溢短装?|上下|增减|m\/l)`,
);

/** The tolerance that a credit grants in so many words; undefined for none, "unclear" where a percentage cannot be placed. */
function grantedTolerance(wording: string): Tolerance | "unclear" | undefined {
  const text = wording.normalize("NFKC").toLowerCase();
  if (text.length > LONGEST) return "unclear";
  const percents = [...text.matchAll(new RegExp(PERCENT, "g"))].map((match) => Number(match[1]) / 100);
  if (percents.length === 0) {
    // Art. 30 (a): these words allow 10 % either way of what they stand beside.
    return /\babout\b|\bapprox|约/.test(text) ? { minus: 0.1, plus: 0.1 } : undefined;
  }
  if (percents.length === 1 && BOTH_WAYS.test(text)) {
    return { minus: percents[0] as number, plus: percents[0] as number };
  }
  const plus = new RegExp(String.raw`(?:\+|plus|溢装?|over)\s*${PERCENT}|${PERCENT}\s*(?:more|over)`).exec(
    text,
  );
  const minus = new RegExp(
    String.raw`(?:-|minus|短装?|short|under)\s*${PERCENT}|${PERCENT}\s*(?:less|short|under)`,
  ).exec(text);
  const given = (match: RegExpExecArray | null): number => Number(match?.[1] ?? match?.[2] ?? 0) / 100;
  if ((plus ? 1 : 0) + (minus ? 1 : 0) !== percents.length) return "unclear";
  return { minus: given(minus), plus: given(plus) };
}

/**
 * Least and most that may be shipped under a credit (UCP 600 art. 30). (a): "about" or "approximately" beside the quantity allows
 * 10 % either way. (b): without such words 5 % either way, but not where the quantity is stated in packing units or individual
 * items: garments counted in pieces have no tolerance unless the credit grants one. The amount of the credit is a limit of its own.
 * Undefined where the wording names a percentage that cannot be placed.
 */
export function creditQuantity(
  quantity: number,
  wording: string,
  kind: QuantityKind,
): QuantityRange | undefined {
  const granted = grantedTolerance(wording);
  if (granted === "unclear") return undefined;
  const usual = kind === "counted" ? 0 : 0.05;
  const { minus, plus } = granted ?? { minus: usual, plus: usual };
  const [least, most] = [quantity * (1 - minus), quantity * (1 + plus)];
  return kind === "counted" ? { least: piecesUp(least), most: piecesDown(most) } : { least, most };
}
