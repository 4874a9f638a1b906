import type { CellValue } from "../register";
import { FIRST_DAY, LAST_DAY } from "./dateColumn";
import { dateText, sixDigits } from "./dateText";
import type { ValueKind } from "./meanings";
import { numberText } from "./numberColumn";
import { isBlank, isError, type Cells } from "./sheetGrid";

/** What stands under a heading, counted. */
export interface ColumnValues {
  readonly looked: number;
  readonly filled: number;
  readonly errors: number;
  readonly dates: number;
  /** Texts that could be a date in some order, with or without a year. */
  readonly dateTexts: number;
  readonly placeholders: number;
  /** Six digits that are a day where the heading speaks of days: `251020`. */
  readonly sixDigits: number;
  /** Whole numbers without a date format that could be days. */
  readonly plainDays: number;
  readonly numbers: number;
  readonly whole: number;
  readonly texts: number;
  readonly longTexts: number;
  readonly codes: number;
  readonly colours: number;
  readonly sizes: number;
  readonly currencies: number;
  readonly verdicts: number;
  readonly units: number;
  readonly percents: number;
  /** Texts that name a material or a trim: `Care label`, `3# zipper`. */
  readonly materials: number;
  /** Kinds of inspection: `Inline`, `尾期`. */
  readonly inspections: number;
  /** Units in which goods by the yard or by weight are counted. */
  readonly lengths: number;
  readonly distinct: number;
  /** The middle of its days, 0 where it has none. */
  readonly medianDay: number;
  readonly median: number;
  readonly samples: readonly CellValue[];
}

const COLOUR =
  /\b(?:black|white|navy|red|blue|green|grey|gray|beige|pink|yellow|khaki|brown|olive|ivory|cream|charcoal|purple|orange|burgundy|wine|stone|sand|ecru|melange|indigo|lilac|mint|rose|coral|camel|teal|heather|denim|blk|wht|nvy|gry|aop|stripe|check|floral)\b|[黑白红蓝绿灰黄紫棕橙粉青咖杏米藏卡][色]?|迷彩|条纹|印花|格/u;
const SIZES =
  /^(?:x{0,4}[sml]|[2-6]xl|\d{2}\s?[x*]\s?\d{2}|\d{1,2}[my](?:-\d{1,2}[my])?)$|^(?:(?:x{0,4}[sl]|m|[2-6]xl|\d{2,3})(?:[-/ ,:*x]|$)){2,}|\b(?:xs|s|m|l|xl)\s*[-–~/]\s*(?:s|m|l|xl|xxl|[2-5]xl)\b|\b[sml]\s*[:=/]\s*\d+/i;
const CURRENCY = /^(?:usd|eur|gbp|cny|rmb|hkd|jpy|inr|us\$|hk\$|\$|€|£|¥|美元|美金|人民币|欧元|港币)$/i;
const VERDICT =
  /^(?:pass(?:ed)?|fail(?:ed)?|pending|hold|accept(?:ed)?|reject(?:ed)?|合格|不合格|待定|通过|不通过|返工|让步放行|接受|拒收|ok|ng)$/i;

const UNIT =
  /^(?:pcs?|pieces?|sets?|prs?|pairs?|doz|dzs?|dozen|gross|grs|gg|yds?|yards?|m|mtrs?|meters?|metres?|kgs?|gms?|g|lbs?|cones?|rolls?|ctns?|box(?:es)?|pkts?|packs?|reams?|books?|ltr|sheets?|nos?|个|件|套|双|打|米|码|公斤|千克|克|磅|卷|条|只|张|筒|包|箱|粒|付|副|對|对|雙|個|碼|張)\.?$/i;

const MATERIAL =
  /\b(?:labels?|tags?|stickers?|zippers?|zips?|buttons?|snaps?|rivets?|threads?|elastics?|laces?|drawcords?|cords?|tapes?|ribs?|interlinings?|fusings?|linings?|hangers?|poly\s?bags?|cartons?|barcodes?|fabrics?|jersey|fleece|twill|poplin|denim fabric|yarns?|padding|velcro|eyelets?)\b|吊牌|主唛|洗唛|洗水唛|唛头|拉链|纽扣|钮扣|扣子|缝纫线|车线|胶袋|纸箱|贴纸|里布|面布|面料|辅料|橡筋|松紧|织带|粘合衬|衬布|罗纹|肩垫|魔术贴|吊粒|条码/iu;

/** And yet a garment: `Zip hoodie`, `Rib tank top`. */
const GARMENT =
  /\b(?:t-?shirts?|shirts?|tees?|tops?|dress(?:es)?|skirts?|pants?|trousers?|shorts?|jeans?|hood(?:ie|y|ies)|jackets?|coats?|vests?|sweat(?:ers?|shirts?)|cardigans?|polos?|blouses?|leggings?|joggers?|bras?|briefs?|boxers?|socks?|rompers?|jumpsuits?|tanks?|pull-?overs?|crewnecks?|pyjamas?|pajamas?|onesies?|suits?|gowns?)\b|[衫裤裙]|[外上毛大风卫睡童内]衣|t恤|外套|夹克|马甲|背心/iu;

const INSPECTION =
  /^(?:\d(?:st|nd|rd) )?(?:in[- ]?line|mid[- ]?line|mid|middle|dupro|during(?: production)?|initial|first|pilot|pre[- ]?final|final(?: random)?|fri|psi|pre[- ]?shipment|re[- ]?inspection|end[- ]?line)(?: inspection| audit| check)?$|^(?:首|初|中|尾|末|终|產前|产前)[期检檢查验驗件]{1,2}(?:检验|檢驗|验货|驗貨)?$/i;

const LENGTH = /^(?:yds?|yards?|m|mtrs?|met(?:er|re)s?|kgs?|lbs?|米|码|碼|公斤|千克|磅|匹)\.?$/i;

/** As many rows as tell what a column holds. */
const LOOKED_AT = 240;

/** Nothing counted yet. */
const none = {
  looked: 0,
  filled: 0,
  errors: 0,
  dates: 0,
  dateTexts: 0,
  placeholders: 0,
  sixDigits: 0,
  plainDays: 0,
  numbers: 0,
  whole: 0,
  texts: 0,
  longTexts: 0,
  codes: 0,
  colours: 0,
  sizes: 0,
  currencies: 0,
  verdicts: 0,
  units: 0,
  percents: 0,
  materials: 0,
  inspections: 0,
  lengths: 0,
};

/** Of a column without a cell. */
export const emptyValues: ColumnValues = { ...none, distinct: 0, medianDay: 0, median: 0, samples: [] };

export function columnValues(cells: Cells, rows: readonly number[], column: number): ColumnValues {
  const count = { ...none };
  const step = Math.max(1, Math.floor(rows.length / LOOKED_AT));
  const seen = new Map<CellValue, number>();
  const numbers: number[] = [];
  const days: number[] = [];
  for (let index = 0; index < rows.length; index += step) {
    const row = rows[index] ?? 0;
    const value = cells.value(row, column);
    count.looked += 1;
    if (isBlank(value)) continue;
    count.filled += 1;
    seen.set(value, row);
    if (sixDigits(value)) count.sixDigits += 1;
    if (isError(value)) count.errors += 1;
    else if (typeof value === "number") {
      if (cells.isDate(row, column)) {
        count.dates += 1;
        days.push(value);
        continue;
      }
      count.numbers += 1;
      numbers.push(value);
      if (Number.isInteger(value)) {
        count.whole += 1;
        if (value >= FIRST_DAY && value <= LAST_DAY) count.plainDays += 1;
        if (value >= 20000101 && value <= 20491231 && dateText(String(value)).kind === "full")
          count.dateTexts += 1;
        if (value >= 1000) count.codes += 1;
      }
      if (cells.format(row, column).includes("%")) count.percents += 1;
    } else if (typeof value === "string") {
      const text = value.trim();
      const number = numberText(text);
      const said = dateText(text);
      const date = said.kind;
      if (said.kind === "full") days.push(said.serial);
      if (date === "full" || date === "parts" || date === "short") count.dateTexts += 1;
      else if (date === "placeholder" || date === "vague" || date === "history") count.placeholders += 1;
      if (number) {
        count.numbers += 1;
        numbers.push(number.number);
        if (Number.isInteger(number.number)) count.whole += 1;
        if (number.unit === "%") count.percents += 1;
      } else count.texts += 1;
      if (/\d/.test(text) && !/\s\S+\s\S+\s/.test(text) && text.length <= 40) count.codes += 1;
      if (text.length > 30 || text.split(/\s+/).length > 5) count.longTexts += 1;
      if (COLOUR.test(text.toLowerCase()) && text.length <= 40) count.colours += 1;
      if (SIZES.test(text)) count.sizes += 1;
      if (CURRENCY.test(text)) count.currencies += 1;
      if (VERDICT.test(text)) count.verdicts += 1;
      if (UNIT.test(text)) count.units += 1;
      if (LENGTH.test(text)) count.lengths += 1;
      if (INSPECTION.test(text)) count.inspections += 1;
      if (MATERIAL.test(text) && !GARMENT.test(text)) count.materials += 1;
    }
  }
  numbers.sort((a, b) => a - b);
  const samples = [...seen].slice(0, 3).map(([value]) => value);
  const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)] ?? 0;
  const medianDay = middle(days.sort((a, b) => a - b));
  return { ...count, distinct: seen.size, medianDay, median: middle(numbers), samples };
}

export interface Fit {
  readonly factor: number;
  /** 1 agrees, 0 says nothing, -1 differs. */
  readonly says: 1 | 0 | -1;
}

const agrees: Fit = { factor: 1, says: 1 };
const silent: Fit = { factor: 0.9, says: 0 };
const differs = (factor: number): Fit => ({ factor, says: -1 });

/** How well the values under a heading fit a kind of meaning. */
export function valuesFit(values: ColumnValues, kind: ValueKind): Fit {
  const said = values.filled - values.errors;
  if (said <= 0) return silent;
  const share = (count: number): number => count / said;
  const dates = share(values.dates + values.dateTexts);
  const numbers = share(values.numbers);
  const texts = share(values.texts);
  switch (kind) {
    case "date": {
      const bare = values.plainDays + values.sixDigits;
      const days = share(values.dates + values.dateTexts + bare + values.placeholders);
      if (dates + share(bare) >= 0.15 && days >= 0.6) return agrees;
      if (days >= 0.5) return silent;
      return differs(days >= 0.25 ? 0.7 : 0.3);
    }
    case "whole":
      if (dates > 0.4) return differs(0.2);
      if (numbers >= 0.6) return share(values.whole) >= 0.5 ? agrees : silent;
      return numbers >= 0.3 ? differs(0.75) : differs(0.35);
    case "number":
    case "days":
      if (dates > 0.4) return differs(0.2);
      return numbers >= 0.6 ? agrees : numbers >= 0.3 ? silent : differs(0.4);
    case "money":
      if (dates > 0.4) return differs(0.2);
      return numbers >= 0.6 ? agrees : differs(0.4);
    case "percent":
      return numbers >= 0.6 ? agrees : differs(0.5);
    case "currency":
      return share(values.currencies) >= 0.5 ? agrees : differs(0.4);
    case "code":
      if (share(values.dates) > 0.3) return differs(0.25);
      if (share(values.longTexts) > 0.5) return differs(0.5);
      if (values.numbers > 0 && values.codes < values.numbers / 2 && texts < 0.3) return differs(0.6);
      return agrees;
    case "colour":
      if (dates > 0.4) return differs(0.2);
      if (share(values.colours) >= 0.25) return agrees;
      return texts >= 0.5 && share(values.longTexts) < 0.5 ? agrees : numbers > 0.6 ? differs(0.7) : silent;
    case "size":
      if (share(values.dates) > 0.4) return differs(0.2);
      return share(values.sizes) >= 0.3 ? agrees : texts >= 0.5 ? silent : differs(0.7);
    case "verdict":
      if (dates > 0.5) return differs(0.25);
      return share(values.verdicts) >= 0.4 ? agrees : texts >= 0.5 ? silent : differs(0.4);
    case "inspection":
      // Such words leave no doubt, however vague the heading: `Type`.
      if (share(values.inspections) >= 0.6) return { factor: 1.7, says: 1 };
      return texts >= 0.5 ? agrees : differs(0.5);
    case "unit":
      return share(values.units) >= 0.5 ? agrees : differs(texts >= 0.8 ? 0.7 : 0.3);
    case "text":
      if (dates > 0.5) return differs(0.25);
      if (share(values.units) >= 0.6) return differs(0.5);
      return texts >= 0.6 ? agrees : texts >= 0.3 ? silent : differs(0.5);
    case "words":
      if (dates > 0.5) return differs(0.25);
      // Names of one word with a number are codes.
      if (share(values.codes) > 0.6 && share(values.longTexts) < 0.2) return differs(0.72);
      return texts >= 0.6 ? agrees : texts >= 0.3 ? silent : differs(0.5);
    case "longText":
      if (share(values.dates) > 0.6) return differs(0.5);
      return texts >= 0.4 ? agrees : differs(0.7);
    default:
      return silent;
  }
}
