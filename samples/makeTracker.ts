import type { Calendar } from "../src/domain/calendar/calendar";
import { calendarFor } from "../src/domain/calendar/calendarFor";
import { closureWords, type Closure, type ClosureKind } from "../src/domain/calendar/closures";
import { isWorkday } from "../src/domain/calendar/isWorkday";
import { isoDate } from "../src/domain/calendar/serialDate";
import { taPlan } from "../src/domain/schedule/taPlan";
import { taTemplate, taTemplateWords } from "../src/domain/schedule/taTemplate";
import { milestones } from "../src/registers/milestones";
import type { Fields } from "../src/registers/register";
import { sizesText } from "../src/registers/sizes";
import { inspectLot, type LotInspections } from "./inspectLot";
import type { Customer, Factory, SourcingOffice, Style } from "./office";
import { Random } from "./random";
import { milestonesReached, type Progress, type Troubles } from "./simulateOrder";

/** What a sample workbook is filled with: plain rows by field id. */
export interface Tracker {
  readonly asOf: number;
  readonly orders: readonly Fields[];
  readonly inspections: readonly { readonly inspection: Fields; readonly defects: readonly Fields[] }[];
}

/** 15 September 2026: the day that the samples look at their orders from. */
export const AS_OF = 46280;

/** Orders come in from early March to the end of August 2026 and leave before the end of the year, the last with published days off. */
const FIRST_ORDER = 46085;
const LAST_ORDER = 46264;
const LAST_DUE = 46363;
/** Those of earlier seasons came in from August 2025 to January 2026. */
const BEFORE = { first: 45873, last: 46040 };
/** Two rows each, more or less: what a newcomer can still take in. */
const PURCHASE_ORDERS = 30;

export const officeCalendar = (office: SourcingOffice): Calendar =>
  calendarFor(
    office.calendar,
    office.closures.map(([date, kind]): Closure => ({
      date: serialOf(String(date)),
      kind: closureKind(String(kind)),
    })),
  );

export const serialOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000 + 25_569;

const closureKind = (word: string): ClosureKind =>
  (Object.keys(closureWords) as ClosureKind[]).find((kind) => closureWords[kind].includes(word)) ?? "off";

interface PurchaseOrder {
  readonly po: string;
  readonly style: Style;
  readonly factory: Factory;
  readonly merchandiser: string;
  readonly ordered: number;
  readonly due: number;
  readonly plan: Readonly<Record<string, number>>;
  readonly colours: readonly {
    readonly colour: string;
    readonly sizes: readonly { size: string; qty: number }[];
    readonly qty: number;
  }[];
}

export function makeTracker(office: SourcingOffice): Tracker {
  const days = new Random(office.seed);
  let placed = 0;
  const calendar = officeCalendar(office);
  const orders: Fields[] = [];
  const lots: (LotInspections & { date: number })[] = [];
  const place = (
    style: Style,
    day: number,
    number: (customer: Customer) => number,
    story?: Troubles,
  ): void => {
    // Chance of its own for each order, so that a story of one changes nothing of the next.
    const random = new Random(office.seed * 1000 + placed);
    placed += 1;
    const order = placeOrder(office, style, day, number, random, calendar);
    const chance = troublesOf(order.factory, random);
    const troubles = story ?? chance;
    const { habits = {} } = order.factory;
    const progress = milestonesReached(order.plan, order.ordered, AS_OF, troubles, habits, calendar, random);
    const lot = inspectLot({ ...order, office, progress, asOf: AS_OF, calendar, random });
    lots.push(...lot.inspections);
    for (const line of order.colours) orders.push(orderRow(office, order, line, lot.progress, troubles));
  };
  placeBefore(office, days, place);
  const numbers = numbering(({ firstPo }) => firstPo, days);
  for (let index = 0; index < PURCHASE_ORDERS; index += 1) {
    // Every style is ordered about as often as the others, the second round with other neighbours.
    const style = office.styles[(index * 7) % office.styles.length]!;
    const day = Math.min(LAST_ORDER, orderDay(index) + days.whole(-2, 2));
    place(style, day, numbers, office.stories[index + 1]);
  }
  // Ids carry the day and a running number; a list that is kept by hand is in the order of its days.
  lots.sort((a, b) => a.date - b.date);
  const taken = new Map<string, number>();
  const ids = new Map<string, string>();
  for (const { inspection } of lots) {
    const stem = String(inspection.id).replace(/#.*$/, "");
    const number = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, number);
    ids.set(String(inspection.id), `${stem}-${String(number).padStart(2, "0")}`);
  }
  const named = (fields: Fields, field: string): Fields =>
    fields[field] === undefined ? fields : { ...fields, [field]: ids.get(String(fields[field])) ?? "" };
  return {
    asOf: AS_OF,
    orders,
    inspections: lots.map(({ inspection, defects }) => ({
      inspection: named(named(inspection, "id"), "reinspectionOf"),
      defects: defects.map((defect) => named(defect, "inspection")),
    })),
  };
}

/** Each customer's next number. */
function numbering(first: (customer: Customer) => number, random: Random): (customer: Customer) => number {
  const numbers = new Map<string, number>();
  return (customer) => {
    const number = numbers.get(customer.name) ?? first(customer);
    numbers.set(customer.name, number + random.whole(1, 9));
    return number;
  };
}

/** Orders of earlier seasons, each style's evenly over the time. They bear numbers from before those of this season. */
function placeBefore(
  { shippedBefore, styles }: SourcingOffice,
  random: Random,
  place: (style: Style, day: number, number: (customer: Customer) => number) => void,
): void {
  const placed = styles
    .flatMap((style) => {
      const count = shippedBefore[style.style] ?? 0;
      return Array.from({ length: count }, (_, i) => ({ style, share: (i + random.next()) / count }));
    })
    .sort((a, b) => a.share - b.share);
  const count = ({ name }: Customer): number => placed.filter(({ style }) => style.customer === name).length;
  const numbers = numbering((customer) => customer.firstPo - 9 * count(customer), random);
  for (const { style, share } of placed) {
    // One colour each: an office keeps less of what is over.
    const { colours } = style;
    const day = Math.round(BEFORE.first + share * (BEFORE.last - BEFORE.first));
    place({ ...style, colours: [random.pick(colours)] }, day, numbers);
  }
}

function placeOrder(
  office: SourcingOffice,
  style: Style,
  day: number,
  numberOf: (customer: Customer) => number,
  random: Random,
  calendar: Calendar,
): PurchaseOrder {
  const customer = office.customers.find(({ name }) => name === style.customer)!;
  const factory = office.factories.find(({ name }) => name === style.factory)!;
  let ordered = day;
  while (!isWorkday(ordered, calendar)) ordered -= 1;
  const number = numberOf(customer);
  const { plan, due } = planOrder(style, ordered, random.whole(16, 28), random.whole(7, 12), calendar);
  const colours = random.happens(0.6) ? style.colours.slice(0, 2) : [...style.colours];
  return {
    po: customer.po(number, isoDate(ordered)),
    style,
    factory,
    merchandiser: customer.merchandisers[number % customer.merchandisers.length]!,
    ordered,
    due,
    plan,
    colours: colours.map((colour) => ({ colour, ...splitSizes(style, random) })),
  };
}

/** A quiet spring, and a busy summer for what ships in autumn. */
function orderDay(index: number): number {
  const share = index / (PURCHASE_ORDERS - 1);
  const reached = share < 0.25 ? share * 1.6 : 0.4 + (share - 0.25) * 0.8;
  return Math.round(FIRST_ORDER + reached * (LAST_ORDER - FIRST_ORDER));
}

/** The customer gives some days more than the template needs; the plan is made back from a week or more before what was agreed. */
function planOrder(
  style: Style,
  ordered: number,
  slack: number,
  spare: number,
  calendar: Calendar,
): { plan: Record<string, number>; due: number } {
  const tasks = taTemplate(style.template);
  const soonest = taPlan(tasks, ordered, "forward", calendar).find(({ task }) => task.code === "T30")!.finish;
  let due = Math.min(soonest + slack, LAST_DUE);
  while (!isWorkday(due, calendar)) due -= 1;
  let leaves = due - spare;
  while (!isWorkday(leaves, calendar)) leaves -= 1;
  const rows = taPlan(tasks, leaves, "backward", calendar);
  const plan = milestones.flatMap(({ id, code, part }): [string, number][] => {
    const row = rows.find(({ task }) => task.code === code);
    return row ? [[id, row[part]]] : [];
  });
  return { plan: Object.fromEntries(plan), due };
}

/** Middle sizes sell most; buyers order in tens. */
function splitSizes(
  { sizes, pieces }: Style,
  random: Random,
): { sizes: { size: string; qty: number }[]; qty: number } {
  const total = pieces * (0.7 + 0.6 * random.next());
  const middle = (sizes.length - 1) / 2;
  const weights = sizes.map((_, place) => 1 / (1 + Math.abs(place - middle)));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const split = sizes.map((size, place) => ({
    size,
    qty: Math.round((total * weights[place]!) / sum / 10) * 10,
  }));
  return { sizes: split, qty: split.reduce((all, { qty }) => all + qty, 0) };
}

function troublesOf(factory: Factory, random: Random): Troubles {
  const chance = random.next();
  const bad = chance < factory.bad;
  if (!bad && chance >= factory.bad + factory.late) return { at: undefined, days: 0 };
  return {
    at: random.pick(["T09", "T17", "T21"] as const),
    days: bad ? random.whole(19, 27) : random.whole(11, 16),
  };
}

function orderRow(
  office: SourcingOffice,
  order: PurchaseOrder,
  line: PurchaseOrder["colours"][number],
  progress: Progress,
  troubles: Troubles,
): Fields {
  const { style } = order;
  const customer = office.customers.find(({ name }) => name === style.customer)!;
  const [english, chinese] = taTemplateWords[style.template];
  const dates = milestones.flatMap(({ id }): [string, number][] => {
    const actual = progress[id];
    const plan = order.plan[id];
    return [
      ...(plan === undefined ? [] : [[`${id}.plan`, plan] as [string, number]]),
      ...(actual === undefined ? [] : [[`${id}.actual`, actual] as [string, number]]),
    ];
  });
  const remarks = remarkOf(office, progress, troubles, customer.paysAfter);
  return {
    po: order.po,
    style: style.style,
    description: style.description,
    customer: customer.name,
    factory: order.factory.name,
    merchandiser: order.merchandiser,
    colour: line.colour,
    qty: line.qty,
    sizes: sizesText(line.sizes),
    price: style.price,
    currency: customer.currency,
    orderDate: order.ordered,
    due: order.due,
    template: (office.lang === "zh-CN" ? chinese : english) ?? style.template,
    ...Object.fromEntries(dates),
    ...(remarks !== "" && { remarks }),
  };
}

function remarkOf(
  { remarks }: SourcingOffice,
  progress: Progress,
  { at, days }: Troubles,
  paysAfter: number,
): string {
  const shipped = progress.T30;
  if (shipped !== undefined && shipped + paysAfter <= AS_OF)
    return remarks.paid(isoDate(shipped + paysAfter));
  if (at === undefined || progress[at] === undefined) return "";
  const sentence = { T09: remarks.fabricLate, T17: remarks.approvalLate, T21: remarks.sewingLate }[at];
  return sentence(days);
}
