import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { serialDate } from "../../src/domain/calendar/serialDate";

export type SheetLang = "zh" | "tw" | "en";

/** One colour of a made order, with everything that a sheet may have a column for. */
export interface MadeOrder {
  readonly po: string;
  readonly style: string;
  readonly description: string;
  readonly customer: string;
  readonly factory: string;
  readonly merchandiser: string;
  readonly colour: string;
  readonly qty: number;
  readonly price: number;
  readonly season: string;
  readonly destination: string;
  readonly supplier: string;
  readonly fabric: string;
  readonly status: string;
  readonly remarks: string;
  readonly orderDate: number;
  readonly due: number;
  /** Which colour of its order, from 0. */
  readonly part: number;
}

const POOLS = {
  en: {
    description: [
      "Ladies' tee",
      "Mens polo shirt",
      "Kids hoodie",
      "Woven blouse",
      "5-pocket jean",
      "Jogger pant",
      "Rib tank top",
      "Quilted vest",
    ],
    customer: ["Nordhaven", "Bellmont", "Total Sports Ltd", "Kiku Japan", "Harbour & Co", "Lindqvist"],
    factory: ["Sunrise Apparel", "Jiaxing Hongda", "Dhaka Knit Composite", "Golden Needle", "Mekong Sewing"],
    merchandiser: ["Amy Chen", "Rahim", "Linda W.", "Joyce", "Tuan"],
    colour: ["Black", "Optic White", "Navy 19-4010", "Heather grey", "Dusty pink", "Olive", "Burgundy"],
    destination: ["Hamburg", "Long Beach", "Felixstowe", "Osaka", "Sydney"],
    supplier: ["Texhong", "Pacific Textiles", "Arvind", "YKK"],
    fabric: [
      "100% cotton single jersey 160gsm",
      "CVC pique 220g",
      "98/2 cotton spandex twill",
      "Recycled poly fleece",
    ],
    status: ["Running", "Sampling", "In production", "Shipped", "Hold"],
    remarks: [
      "",
      "waiting for lab dip comment from buyer",
      "",
      "strike at port, ask forwarder",
      "partial shipment allowed",
      "",
    ],
  },
  zh: {
    description: [
      "女装圆领T恤",
      "男装翻领POLO",
      "童装卫衣",
      "梭织衬衫",
      "五袋牛仔裤",
      "针织长裤",
      "罗纹背心",
      "绗缝马甲",
    ],
    customer: ["林德", "北港服饰", "合计贸易", "贝蒙特", "菊之屋", "海港百货"],
    factory: ["宏达制衣", "嘉兴永盛", "金针服装厂", "绍兴恒丰", "越南湄公"],
    merchandiser: ["陈小燕", "王丽", "张工", "周敏", "阿杰"],
    colour: ["黑色", "本白", "藏青19-4010", "花灰", "豆沙粉", "军绿", "酒红"],
    destination: ["汉堡", "长滩", "费利克斯托", "大阪", "悉尼"],
    supplier: ["天虹纺织", "互太", "鲁泰", "YKK"],
    fabric: ["全棉汗布160克", "CVC珠地220克", "棉弹斜纹98/2", "再生涤摇粒绒"],
    status: ["生产中", "打样", "待料", "已出货", "暂停"],
    remarks: ["", "等客户色样意见", "", "船期推迟,已告知货代", "可分批出货", ""],
  },
} as const;
const TRADITIONAL: readonly (readonly [string, string])[] = [
  ["装", "裝"],
  ["圆领", "圓領"],
  ["针织", "針織"],
  ["长裤", "長褲"],
  ["纺", "紡"],
  ["宏达", "宏達"],
  ["兴", "興"],
  ["黑色", "黑色"],
  ["绿", "綠"],
  ["红", "紅"],
  ["生产", "生產"],
  ["样", "樣"],
  ["货", "貨"],
  ["陈", "陳"],
  ["张", "張"],
];

export const toTraditional = (text: string): string =>
  TRADITIONAL.reduce((all, [simple, traditional]) => all.split(simple).join(traditional), text);

/** A source of whole numbers that is the same at every run. */
export function dice(seed: number): (least: number, most: number) => number {
  const generator = xoroshiro128plus(seed);
  return (least, most) => uniformInt(generator, least, most);
}

/** Orders of one to four colours each, as a merchandiser has them side by side. */
export function madeOrders(count: number, seed: number, lang: SheetLang): MadeOrder[] {
  const roll = dice(seed);
  const pools = POOLS[lang === "en" ? "en" : "zh"];
  const say = (words: readonly string[]): string => {
    const word = words[roll(0, words.length - 1)] ?? "";
    return lang === "tw" ? toTraditional(word) : word;
  };
  const found: MadeOrder[] = [];
  const first = serialDate(2026, 1, 12) ?? 0;
  let number = roll(450_100, 460_000);
  while (found.length < count) {
    number += roll(1, 9);
    const orderDate = first + roll(0, 90);
    const shared = {
      po: lang === "en" ? `PO${number}` : `26${roll(1, 9)}-${number % 10_000}`,
      style: `${["A", "LT", "MK", "W"][roll(0, 3)] ?? "A"}${roll(1000, 9999)}`,
      description: say(pools.description),
      customer: say(pools.customer),
      factory: say(pools.factory),
      merchandiser: say(pools.merchandiser),
      price: roll(180, 1450) / 100,
      season: ["SS26", "AW26", "FW26"][roll(0, 2)] ?? "SS26",
      destination: say(pools.destination),
      supplier: say(pools.supplier),
      fabric: say(pools.fabric),
      status: say(pools.status),
      orderDate,
      due: orderDate + roll(75, 120),
    };
    const colours = [...pools.colour].sort(() => roll(0, 2) - 1).slice(0, roll(1, 3));
    colours.forEach((colour, part) => {
      if (found.length >= count) return;
      found.push({
        ...shared,
        colour: lang === "tw" ? toTraditional(colour) : colour,
        qty: roll(6, 60) * 100,
        remarks: say(pools.remarks),
        part,
      });
    });
  }
  return found;
}

/** Days before the due date of each milestone, as plans have them. */
const BEFORE: Readonly<Record<string, number>> = {
  T01: 100,
  T02: 98,
  T03: 92,
  T04: 82,
  T05: 75,
  T06: 60,
  T07: 55,
  T08: 50,
  T09: 45,
  T10: 42,
  T11: 60,
  T12: 43,
  T13: 20,
  T14: 80,
  T15: 70,
  T15W: 65,
  T16: 52,
  T17: 46,
  T18: 40,
  T19S: 38,
  T19: 33,
  T20: 31,
  T21S: 34,
  T21: 14,
  T22: 30,
  T23: 20,
  T24: 11,
  T25: 12,
  T26: 8,
  T27: 5,
  T28: 12,
  T29: 3,
  T30: 0,
  T31: -1,
  T32: -3,
  T33: -7,
  T34: -10,
  T35: -40,
  TOP: 15,
};

/** The day of a milestone's column; an actual is blank while it lies in the future of the made tracker. */
export function milestoneDay(order: MadeOrder, column: string, index: number): number | undefined {
  const [milestone = "", part] = column.split(".");
  const plan = order.due - (BEFORE[milestone] ?? 0);
  if (part === "plan") return plan;
  const actual = plan + ((index * 7 + milestone.length * 3) % 9) - 3;
  return actual <= (serialDate(2026, 5, 20) ?? 0) ? actual : undefined;
}
