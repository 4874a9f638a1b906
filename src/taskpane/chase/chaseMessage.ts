import { chaseEn } from "../../i18n/chase.en";
import { chaseZhCN } from "../../i18n/chase.zhCN";
import type { MaterialLine } from "../../registers/materialLines";
import { word, type Fields, type Lang } from "../../registers/register";
import { numberOf, shortDate, textOf } from "../ui/dates";
import type { ChaseItem } from "./chaseList";
import type { Party } from "./party";

/** Both at once, whatever language the pane speaks: a buyer and a factory rarely read the same. */
const texts = { en: chaseEn.message, "zh-CN": chaseZhCN.message } as const;
const separators = { en: ", ", "zh-CN": "，" } as const;
const colons = { en: ": ", "zh-CN": "：" } as const;
const brackets = { en: [" (", ")"], "zh-CN": ["（", "）"] } as const;

/** Those who bring something to the factory must know to which. */
const bringing: readonly Party[] = ["mill", "trims"];

type Words = (typeof texts)[Lang];

/** The item, and its colour where the order does not say it already. */
function materialName({ item, colour }: MaterialLine, order: Fields, separator: string): string {
  const said = textOf(order.colour).toLowerCase() === colour.toLowerCase();
  return [item, said ? "" : colour].filter(Boolean).join(separator);
}

function quantities({ ordered, received, short, unit }: MaterialLine, text: Words): string[] {
  const some = received !== undefined && received > 0;
  return [
    ordered === undefined ? "" : text.ordered(ordered, unit),
    some ? text.received(received, unit) : "",
    some && short !== undefined && short > 0 ? text.short(short, unit) : "",
  ];
}

/** A message to one party about these milestones, each order once with all that is asked of it; "" without any. */
export function chaseMessage(
  to: { readonly party: Party; readonly name: string },
  items: readonly ChaseItem[],
  lang: Lang,
  asOf: number,
): string {
  if (items.length === 0) return "";
  const text = texts[lang];
  const join = (parts: readonly string[]) => parts.filter(Boolean).join(separators[lang]);
  const on = (date: number) => shortDate(date, lang, asOf);
  const [open, close] = brackets[lang];

  const byOrder = new Map<string, ChaseItem[]>();
  for (const item of items) byOrder.set(item.order.key, [...(byOrder.get(item.order.key) ?? []), item]);

  const blocks = [...byOrder.values()].map((same, index) => {
    const { order } = same[0] as ChaseItem;
    const { fields } = order.row;
    const [po, style, colour, factory] = [fields.po, fields.style, fields.colour, fields.factory].map(textOf);
    const qty = numberOf(fields.qty);
    const name = join([
      po ? text.order(po) : "",
      style ? text.style(style) : "",
      colour ?? "",
      qty === undefined ? "" : text.pieces(qty),
    ]);
    const facts = join([
      order.due === undefined ? "" : text.due(on(order.due)),
      bringing.includes(to.party) && factory ? text.deliverTo(factory) : "",
    ]);
    const lines = same.flatMap(({ milestone, material, plan, needed, late, tooLate }) => {
      const dates = join([
        ...(material ? quantities(material.line, text) : []),
        plan === undefined ? "" : text.planned(on(plan)),
        plan !== undefined && late > 0 ? text.late(late) : "",
        needed === undefined ? "" : needed <= asOf ? text.neededAtOnce : text.needed(on(needed)),
      ]);
      const what = material
        ? materialName(material.line, fields, separators[lang])
        : word(milestone.name, lang);
      const line = `   - ${dates ? `${what}${colons[lang]}${dates}` : what}`;
      return plan !== undefined && plan > asOf && tooLate > 0
        ? [line, `     ${text.earlier(tooLate)}`]
        : [line];
    });
    return [`${index + 1}. ${name}${facts && `${open}${facts}${close}`}`, ...lines].join("\n");
  });
  return [
    text.greeting(to.name),
    text.opening[to.party](on(asOf)),
    ...blocks,
    `${text.closing[to.party]}\n${text.thanks}`,
  ].join("\n\n");
}
