/** Traditional characters common in headings, and the simplified ones; and words that mean the same in headings. */
const TRADITIONAL =
  "訂單號碼編廠實際計劃員樣產裝櫃車縫開數量顏貨幣備註檢驗結論說離進倉齊輔麵客戶業務負責稱預測點類別體條種評審線間營標準幣價額銷購運輸節質達復複廢詢視繡狀態創時";
const SIMPLIFIED =
  "订单号码编厂实际计划员样产装柜车缝开数量颜货币备注检验结论说离进仓齐辅面客户业务负责称预测点类别体条种评审线间营标准币价额销购运输节质达复复废询视绣状态创时";

const simplified = new Map([...TRADITIONAL].map((char, index) => [char, [...SIMPLIFIED][index] ?? char]));

/** Units and hints that stand behind a heading: `(PCS)`, `(USD)`, `(dd-mm-yyyy)`, `（件）`. */
const HINT = /[([][^)\]]*[)\]]/g;

/** A heading as it is compared: simplified, lower case, without units, line breaks and punctuation. */
export function headingText(heading: string): string {
  const folded = [...heading.normalize("NFKC").toLowerCase()]
    .map((char) => simplified.get(char) ?? char)
    .join("");
  const bare =
    folded.replace(HINT, " ").trim() === "" ? folded.replace(/[()[\]]/g, " ") : folded.replace(HINT, " ");
  return bare
    .replace(/#/g, " no ")
    .replace(/[^\p{L}\p{N}/%]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .trim();
}

export type Part = "plan" | "actual";

const PLAN =
  /计划|预计|预定|应(?:完成)?|目标|要求|\b(?:planned|plan|target|estimated|est|scheduled|due|forecast)\b/;
const ACTUAL = /实际|实(?:完成)?|\b(?:actual|act|real|achieved)\b/;
/** Words that say "it has happened" and are as often a part of the milestone's name. */
const DONE = /已?完成|已到|\b(?:done|completed|complete|finished|received|recd|passed)\b/;
const PLAN_MARK = /[([]\s*(?:p|plan|计)\s*[)\]]|[-_/ ](?:p|计)$/;
const ACTUAL_MARK = /[([]\s*(?:a|act|实)\s*[)\]]|[-_/ ](?:a|实)$/;

/** A way to read a heading: what it is about, and whether it says planned or actual. */
export interface HeadingReading {
  readonly about: string;
  readonly part?: Part;
}

/** The ways to read a heading, the plainest first. */
export function headingReadings(heading: string): HeadingReading[] {
  const text = headingText(heading);
  const marked = heading.normalize("NFKC").toLowerCase().trim();
  const tidy = (rest: string): string =>
    rest
      .replace(/\b(?:date|日期)\b|日期$|时间$/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  const readings: HeadingReading[] = [{ about: text }];
  const offer = (part: Part, word: RegExp, source: string): void => {
    const about = tidy(source.replace(word, " "));
    if (about !== "") readings.push({ about, part });
  };
  if (PLAN_MARK.test(marked)) offer("plan", /$^/, headingText(marked.replace(PLAN_MARK, " ")));
  else if (ACTUAL_MARK.test(marked)) offer("actual", /$^/, headingText(marked.replace(ACTUAL_MARK, " ")));
  else if (PLAN.test(text)) offer("plan", PLAN, text);
  else if (ACTUAL.test(text)) offer("actual", ACTUAL, text);
  else if (DONE.test(text)) offer("actual", DONE, text);
  return readings;
}
