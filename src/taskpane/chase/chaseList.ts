import type { OrderRisk } from "../../domain/schedule/orderRisk";
import type { Lang } from "../../registers/register";
import type { MaterialLine } from "../../registers/materialLines";
import type { Milestone } from "../../registers/milestones";
import { exFactoryMilestone, type NamedOrder, type OrderView } from "../orders";
import { dateOf } from "../ui/dates";
import { bringers, milestoneOf, namedBy, supplierOf, type OrderedMaterial } from "./chaseMaterials";
import { neededDate, planTooLate } from "./neededDate";
import { parties, partyName, partyOf, type Party } from "./party";
import type { Waits } from "./waitsFor";

/** Why a milestone is on the list though its day has not come. */
export type ChaseReason = "drives" | "next";

/** Something that somebody has to deliver. */
export interface ChaseItem {
  /** Order and milestone, or material: the same after every reading of the workbook. */
  readonly id: string;
  readonly order: NamedOrder;
  /** Of a material: the one that waits for it. */
  readonly milestone: Milestone;
  readonly material?: {
    readonly line: MaterialLine;
    /** Its order is in the workbook. */
    readonly hasOrder: boolean;
  };
  readonly party: Party;
  /** Name of the supplier, the factory, the customer ...; "" where no row says it. */
  readonly name: string;
  readonly plan: number | undefined;
  readonly needed: number | undefined;
  /** Days by which the planned date itself is too late for the ex-factory date. */
  readonly tooLate: number;
  /** The day it is measured by: planned, else needed, else forecast. */
  readonly on: number | undefined;
  /** Days since that day; negative before it. */
  readonly late: number;
  readonly reason: ChaseReason | undefined;
  /** Open milestones of others that come first, those that wait for nobody themselves. */
  readonly waitsFor: readonly Milestone[];
}

export interface ChaseGroup {
  readonly id: string;
  readonly party: Party;
  readonly name: string;
  /** The longest overdue first. */
  readonly items: readonly ChaseItem[];
  readonly overdue: number;
}

export interface ChaseSource {
  readonly orders: readonly OrderView[];
  readonly risks: ReadonlyMap<string, OrderRisk>;
  /** In the order in which an order passes them. */
  readonly milestones: readonly Milestone[];
  /** What each milestone of this order waits for. */
  readonly waits: (order: OrderView) => Waits;
  readonly materials?: readonly OrderedMaterial[];
  readonly asOf: number;
}

type NameOf = (order: OrderView, party: Party) => string;

const atRisk = (risk: OrderRisk | undefined) => risk?.level === "RED" || risk?.level === "AMBER";

/** The milestones that have not happened: by the forecast, which knows what must have come before; else by the row. */
function openOf(
  order: OrderView,
  risk: OrderRisk | undefined,
  followed: readonly Milestone[],
  waits: Waits,
): Milestone[] {
  const { fields } = order.row;
  if (dateOf(fields[`${exFactoryMilestone}.actual`]) !== undefined || risk?.shipped !== undefined) return [];
  const blank = followed.filter(({ id }) => dateOf(fields[`${id}.actual`]) === undefined);
  if (!risk?.open) return blank;
  const open = new Set(risk.open.map(({ milestone }) => milestone));
  // The forecast passes over what the template does not have; somebody may have planned it all the same.
  const alone = (id: string) => !waits.has(id) && dateOf(fields[`${id}.plan`]) !== undefined;
  return blank.filter(({ id }) => open.has(id) || alone(id));
}

function itemsOf(
  order: OrderView,
  { risks, milestones, waits, asOf }: ChaseSource,
  supplier: NameOf,
): ChaseItem[] {
  const risk = risks.get(order.key);
  const before = waits(order);
  const open = openOf(order, risk, milestones, before);
  if (open.length === 0) return [];
  const isOpen = new Set(open.map(({ id }) => id));
  const opens = (id: string) => [...(before.get(id) ?? [])].filter((each) => isOpen.has(each));
  const drives = atRisk(risk) ? risk?.driver?.milestone : undefined;
  // An order at risk whose loss has happened already is moved by its next step alone.
  const next =
    atRisk(risk) && !(drives !== undefined && isOpen.has(drives)) ? risk?.next?.milestone : undefined;
  return open.map((milestone): ChaseItem => {
    const { id } = milestone;
    const ahead = risk?.open?.find((each) => each.milestone === id);
    const plan = dateOf(order.row.fields[`${id}.plan`]);
    const on = plan ?? ahead?.needed ?? ahead?.forecast;
    const party = partyOf(ahead?.owner ?? "") ?? partyOf(milestone.owner.en) ?? "office";
    const first = new Set(opens(id).filter((each) => opens(each).length === 0));
    return {
      id: `${order.key} ${id}`,
      order,
      milestone,
      party,
      name: supplier(order, party) || partyName(party, order.row.fields),
      plan,
      needed: neededDate(plan, ahead?.needed),
      tooLate: planTooLate(plan, ahead?.needed),
      on,
      late: on === undefined ? 0 : asOf - on,
      reason: id === drives ? "drives" : id === next ? "next" : undefined,
      waitsFor: open.filter((each) => first.has(each.id)),
    };
  });
}

/** A material that is not here yet, asked of the one who brings it. */
function materialItem({ line, order }: OrderedMaterial, { risks, asOf }: ChaseSource): ChaseItem[] {
  const milestone = milestoneOf(line.kind);
  if (!line.open || !milestone) return [];
  const latest = order && risks.get(order.key)?.open?.find((each) => each.milestone === milestone.id)?.needed;
  const plan = line.eta;
  const on = plan ?? latest;
  return [
    {
      id: `material ${line.key}`,
      order: order ?? namedBy(line),
      milestone,
      material: { line, hasOrder: order !== undefined },
      party: bringers[line.kind].party,
      name: line.supplier,
      plan,
      needed: neededDate(plan, latest),
      tooLate: planTooLate(plan, latest),
      on,
      late: on === undefined ? 0 : asOf - on,
      reason: undefined,
      waitsFor: [],
    },
  ];
}

/** What orders had on the list with the risk they had then: an order whose risk is the same has the same. */
export type KnownItems = Map<OrderView, { risk: OrderRisk | undefined; items: readonly ChaseItem[] }>;

/** As `chaseItems`, a few at a time, for whoever lets others in between. `known` is good for one book. */
export function* chaseItemsInTurn(
  source: ChaseSource,
  horizon: number,
  known: KnownItems = new Map(),
): Generator<readonly ChaseItem[]> {
  const { orders, risks, materials = [] } = source;
  const supplier = supplierOf(materials);
  const belongs = ({ on, late, reason }: ChaseItem) =>
    reason !== undefined || (on !== undefined && late >= -horizon);
  for (const order of orders) {
    const risk = risks.get(order.key);
    let had = known.get(order);
    if (!had || had.risk !== risk) {
      had = { risk, items: itemsOf(order, source, supplier).filter(belongs) };
      known.set(order, had);
    }
    yield had.items;
  }
  for (const material of materials) yield materialItem(material, source).filter(belongs);
}

/**
 * Every open milestone of the open orders that is overdue, falls due within so many days, or moves an order at risk; and every
 * material that is not here by then.
 */
export const chaseItems = (source: ChaseSource, horizon: number): ChaseItem[] =>
  [...chaseItemsInTurn(source, horizon)].flat();

export const isOverdue = ({ late }: ChaseItem): boolean => late > 0;

/** What the asked party can do something about now: not what waits for somebody else. */
export function isTheirs(item: ChaseItem): boolean {
  return item.waitsFor.every(({ owner }) => partyOf(owner.en) === item.party);
}

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** One message each: the items of a party, and within it of one name. */
export function chaseGroups(items: readonly ChaseItem[], lang: Lang): ChaseGroup[] {
  const byId = new Map<string, ChaseItem[]>();
  for (const item of items) {
    const id = `${item.party} ${fold(item.name)}`;
    const same = byId.get(id);
    if (same) same.push(item);
    else byId.set(id, [item]);
  }
  const { compare } = new Intl.Collator(lang);
  const groups = [...byId].map(([id, same]): ChaseGroup => {
    const [{ party, name } = same[0] as ChaseItem] = same;
    const sorted = [...same].sort((a, b) => b.late - a.late || compare(a.order.name, b.order.name));
    return { id, party, name, items: sorted, overdue: same.filter(isOverdue).length };
  });
  return groups.sort(
    (a, b) =>
      parties.indexOf(a.party) - parties.indexOf(b.party) ||
      b.overdue - a.overdue ||
      b.items.length - a.items.length ||
      compare(a.name, b.name),
  );
}
