import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    termsUnreadable: { text: string };
    termsShares: { percent: number };
    termsUnknownDate: { text: string };
  }
}

/** What a payment is counted from. `order`: due with the order. */
export type PaymentBase = "order" | "beforeShipment" | "shipment" | "invoice";

export interface PaymentPart {
  /** Of the whole amount, 0 to 1. */
  readonly share: number;
  /** The part's own words, without the share. */
  readonly words: string;
  readonly base: PaymentBase;
  readonly months: number;
  readonly days: number;
  /** Counted from the end of the month in which the base lies. */
  readonly fromMonthEnd: boolean;
  /** Due on that day of the month after the base's; 31 stands for its end. */
  readonly dayOfNextMonth: number | undefined;
}

const SHARE = String.raw`\d+(?:\.\d+)?\s*(?:%|pct\b|per\s?cent\b)`;
const REST = String.raw`\b(?:the\s+)?(?:balance|rest|remaining|remainder)\b|余款|余额|尾款|余下|剩余|其余`;

/** Nobody's payment terms; keeps reading short whatever stands in the cell. */
const LONGEST = 300;

const shareIn = new RegExp(SHARE, "gi");
const restIn = new RegExp(REST, "i");

interface Clause {
  readonly text: string;
  /** Undefined: not stated. */
  readonly share: number | "rest" | undefined;
}

/**
 * Payment terms in words, zh or en: "30% deposit, 70% 30 days after B/L", "L/C at sight", "O/A 60 days", "30%定金,70%见提单副本".
 * What would have to be guessed is refused: shares that do not add up, a date that is not known here (arrival, inspection), words
 * that say nothing of when.
 */
export function paymentTerms(terms: string): PaymentPart[] {
  const text = terms.normalize("NFKC").replace(/\s+/g, " ").trim();
  if (text.length > LONGEST) throw new TradeError("badInput", "termsUnreadable", { text });
  const clauses = joined(split(text), text);
  const stated = clauses.reduce((sum, { share }) => sum + (typeof share === "number" ? share : 0), 0);
  const open = clauses.filter(({ share }) => typeof share !== "number").length;
  const rest = Math.round((1 - stated) * 1e9) / 1e9;
  if (open > 1) throw new TradeError("badInput", "termsUnreadable", { text });
  if (open === 1 ? rest <= 0 : rest !== 0) {
    throw new TradeError("badInput", "termsShares", { percent: Math.round(stated * 1e8) / 1e6 });
  }
  return clauses.map((clause) => ({
    share: typeof clause.share === "number" ? clause.share : rest,
    ...timing(clause.text),
  }));
}

/** One clause for each share, as far as punctuation, "and", shares and words like "balance" part them. */
function split(text: string): Clause[] {
  const parts = text
    .replace(new RegExp(String.raw`(?<!%\s*(?:of\s+)?)(?<=\S\s*)(${REST})`, "gi"), ";$1")
    .split(/[,;、。+&]|\band\b/i)
    .flatMap(apart)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.map((part) => {
    const share = new RegExp(SHARE, "i").exec(part);
    return {
      text: part,
      share: share ? Number.parseFloat(share[0]) / 100 : restIn.test(part) ? "rest" : undefined,
    };
  });
}

/** "30% deposit 70% against B/L" before each share; "定金30% 见提单70%" after each. */
function apart(part: string): string[] {
  const shares = [...part.matchAll(shareIn)];
  if (shares.length < 2) return [part];
  const lead = part.slice(0, shares[0]?.index).replace(/t\/?t\.?|by|电汇|[\s:]/gi, "");
  const cuts =
    lead === ""
      ? shares.slice(1).map(({ index }) => index)
      : shares.map(({ index, 0: share }) => index + share.length);
  return [0, ...cuts].map((cut, i) => part.slice(cut, cuts[i]));
}

/** Clauses without a share belong to their neighbour, unless exactly one says when and the shares leave room for it. */
function joined(clauses: readonly Clause[], text: string): Clause[] {
  if (clauses.every(({ share }) => share === undefined)) return [{ text, share: 1 }];
  const stated = clauses.reduce((sum, { share }) => sum + (typeof share === "number" ? share : 0), 0);
  const loose = clauses.filter(({ share }) => share === undefined);
  if (loose.length === 1 && stated < 1 && !clauses.some(({ share }) => share === "rest")) {
    return clauses.map((clause) => (clause.share === undefined ? { ...clause, share: "rest" } : clause));
  }
  const result: Clause[] = [];
  let before = "";
  for (const clause of clauses) {
    const last = result[result.length - 1];
    if (clause.share !== undefined) {
      result.push({ ...clause, text: `${before}${clause.text}` });
      before = "";
    } else if (last) result[result.length - 1] = { ...last, text: `${last.text}, ${clause.text}` };
    else before += `${clause.text} `;
  }
  return result;
}

const UNKNOWN_DATE =
  /arrival|\beta\b|receipt of (?:the )?goods|on delivery|\bcod\b|inspection|customs|到港|到岸|到货|货到|收货|入库|验货|验收|清关/;
const BEFORE_SHIPMENT =
  /(?:before|prior to|ahead of)\b.*(?:ship|load|deliver|ex-?factory|on board)|(?:出货|发货|装船|装运|离厂|出厂|交货|发运|提货)之?前|款到发货|款到交货/;
const WITH_ORDER =
  /deposit|down ?payment|advance|pre-?pa(?:y|id)|upfront|(?:with|on|upon|after) (?:the )?(?:order|contract|p\.?o\b)|\bcwo\b|定金|订金|预付|首付|下单|签约|签合同|合同签|前t\/?t/;
const INVOICE = /invoice|\binv\b|发票|开票/;
const SHIPMENT =
  /\bb\/?l\b|bill of lading|提单|shipment|shipping|on ?board|装船|装运|出货|发货|开船|船期|离厂|出运|后t\/?t/;
/** The goods are on board by then; the documents wait for the money. */
const BEFORE_RELEASE = /(?:before|prior to)\b.*release|(?:放单|电放)之?前/;
/** At once, against the documents: no count of days needed. */
const AT_SIGHT =
  /sight|即期|见票|见单|凭单|付款交单|\bd\/?p\b|\bcad\b|against (?:the )?(?:shipping )?documents|单据/;
/** Credit of some length: says nothing without a count of days. */
const CREDIT =
  /\bo\/?a\b|open account|赊|账期|帐期|\bnet\b|\bd\/?a\b|承兑|\bl\/?c\b|letter of credit|信用证|远期|usance|月结/;
const MONTH_END = /\beom\b|end of (?:the )?month|month[- ]?end|月结|(?<!次)(?<!下个?)月[底末]/;
/** What may stand around a count of days without saying what it is counted from. */
const FILLER =
  /\b(?:t\/?t|by|within|in|after|from|of|the|on|calendar|days?|d|months?|eom|end|next|following|st|nd|rd|th|payment|payable|paid|pay|due)\b|电汇|付款|付清|支付|个月|次月|下个?月|月底|月末|[天日号底末内后的\s,.:-]/g;
const NEXT_MONTH = /次月|下个?月|(?:next|following) month|month following/;

/** When one part falls due. UCP 600 art. 3: "from" and "after" do not count the date they name, "before" excludes it. */
function timing(clause: string): Omit<PaymentPart, "share"> {
  const words = clause
    .replace(new RegExp(String.raw`${SHARE}(?:\s*(?:of|by)\b)?`, "gi"), " ")
    .replace(new RegExp(String.raw`(?:${REST})(?:\s+of\b)?`, "gi"), " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:.,/-]+|[\s:.,/-]+$/g, "");
  let text = words.toLowerCase();
  const take = (pattern: RegExp): number | undefined => {
    const match = pattern.exec(text);
    if (!match) return undefined;
    text = text.replace(match[0], match[0].replace(/\d+/, ""));
    return Number(match[1]);
  };
  const isNextMonth = NEXT_MONTH.test(text);
  const dayOfNextMonth = isNextMonth
    ? (take(/(\d{1,2})\s*(?:st|nd|rd|th|日|号)/) ?? (/end|底|末/.test(text) ? 31 : undefined))
    : undefined;
  const months = take(/(\d{1,2})\s*(?:months?\b|个月)/) ?? 0;
  const days =
    take(/(\d{1,3})\s*(?:calendar )?(?:days?\b|d\b|天|日)/) ??
    take(/(?:o\/?a|net|d\/?a|usance|账期|帐期|月结|远期)\s*(\d{1,3})(?![\d.])/);

  const counted = months > 0 || days !== undefined || dayOfNextMonth !== undefined;
  const fromMonthEnd = !isNextMonth && MONTH_END.test(text);
  const base = baseOf(text, counted || fromMonthEnd);
  const isUnread = /\d/.test(text) || (isNextMonth && dayOfNextMonth === undefined);
  if (base === undefined || isUnread || (dayOfNextMonth ?? 1) < 1) {
    if (UNKNOWN_DATE.test(text)) throw new TradeError("badInput", "termsUnknownDate", { text: words });
    throw new TradeError("badInput", "termsUnreadable", { text: words === "" ? clause : words });
  }
  return { words, base, months, days: days ?? 0, fromMonthEnd, dayOfNextMonth };
}

function baseOf(text: string, counted: boolean): PaymentBase | undefined {
  if (UNKNOWN_DATE.test(text)) return undefined;
  if (BEFORE_SHIPMENT.test(text)) return "beforeShipment";
  if (BEFORE_RELEASE.test(text)) return counted ? undefined : "shipment";
  if (/before|prior to|之前/.test(text)) return undefined;
  if (WITH_ORDER.test(text)) return "order";
  if (SHIPMENT.test(text)) return "shipment";
  if (INVOICE.test(text)) return "invoice";
  if (AT_SIGHT.test(text)) return "shipment";
  if (CREDIT.test(text)) return counted ? "shipment" : undefined;
  // "60 days" and nothing else: trade practice counts from the bill of lading.
  return counted && text.replace(FILLER, "") === "" ? "shipment" : undefined;
}
