import type { Fields } from "../../registers/register";
import { textOf } from "../ui/dates";

/** Somebody whom a merchandiser asks for something. */
export const parties = ["mill", "trims", "lab", "factory", "qc", "buyer", "forwarder", "office"] as const;
export type Party = (typeof parties)[number];

/** Words for the owner of a task: those of the published templates, and what people write in templates of their own. */
const words: Readonly<Record<Party, readonly string[]>> = {
  mill: ["mill", "fabric mill", "fabric supplier", "面料厂", "面料商", "面料供应商", "布厂", "染厂"],
  trims: ["trim", "trims", "trim supplier", "accessories supplier", "辅料商", "辅料厂", "辅料供应商", "辅料"],
  lab: ["lab", "laboratory", "testing lab", "检测", "检测机构", "实验室", "测试"],
  factory: ["factory", "garment factory", "maker", "工厂", "加工厂", "成衣厂", "制衣厂", "车间"],
  qc: ["qc", "qa", "quality", "inspection", "品质", "质检", "验货", "品控"],
  buyer: ["buyer", "customer", "client", "brand", "客户", "客人", "买家", "品牌"],
  forwarder: ["fwd", "forwarder", "shipping", "货代", "货代/船务", "船务", "物流"],
  office: [
    "office",
    "sales",
    "merch",
    "merchandiser",
    "fin",
    "finance",
    "sample",
    "sample room",
    "本公司",
    "业务",
    "跟单",
    "财务",
    "样衣间",
    "打样间",
  ],
};

const known = new Map(parties.flatMap((party) => words[party].map((word) => [word, party] as const)));

/** The party that an owner belongs to; undefined for a word that nobody knows. */
export function partyOf(owner: string): Party | undefined {
  return known.get(owner.normalize("NFKC").trim().toLowerCase());
}

/** Which column of an order names the party. Nobody writes down the others there. */
const nameFields: Readonly<Partial<Record<Party, string>>> = {
  factory: "factory",
  // Inspectors go to a factory: their work is planned by place.
  qc: "factory",
  buyer: "customer",
  office: "merchandiser",
};

export function partyName(party: Party, fields: Fields): string {
  const field = nameFields[party];
  return field === undefined ? "" : textOf(fields[field]);
}
