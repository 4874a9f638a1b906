import { choiceOf, choiceWord } from "../../registers/choice";
import { orders } from "../../registers/orders";
import type { CellValue, Fields, Lang } from "../../registers/register";
import { readSizes, sizesText } from "../../registers/sizes";
import type { OrderView } from "../orders";
import { dateOf, numberOf, textOf, type DateValue } from "../ui/dates";
import { readNumber } from "../ui/NumberInput";
import type { PlanDirection } from "../../domain/schedule/taPlan";

export const textFields = [
  "po",
  "style",
  "description",
  "customer",
  "factory",
  "merchandiser",
  "currency",
] as const;
export type TextField = (typeof textFields)[number];

export interface ColourDraft {
  /** Tells the colours apart while they are edited. */
  readonly number: number;
  readonly colour: string;
  readonly qty: number | undefined;
  readonly bySize: Readonly<Record<string, number | undefined>>;
}

/** An order as it stands in the form. */
export interface OrderDraft {
  readonly text: Readonly<Record<TextField, string>>;
  readonly price: number | undefined;
  readonly orderDate: DateValue;
  readonly due: DateValue;
  /** The English word of the choice; "" for none. */
  readonly template: string;
  readonly direction: PlanDirection;
  /** Sizes as typed: `S, M, L`. */
  readonly sizes: string;
  readonly colours: readonly ColourDraft[];
  /** Planned dates that somebody typed, here or in the sheet, by milestone id; they stay until the plan's is taken. */
  readonly typedPlan: Readonly<Record<string, DateValue>>;
}

export const templateField = orders.fields.find(({ id }) => id === "template")!;

export const colourDraft = (number: number): ColourDraft => ({
  number,
  colour: "",
  qty: undefined,
  bySize: {},
});

export const emptyOrder: OrderDraft = {
  text: { po: "", style: "", description: "", customer: "", factory: "", merchandiser: "", currency: "" },
  price: undefined,
  orderDate: undefined,
  due: undefined,
  template: "",
  direction: "backward",
  sizes: "S, M, L, XL",
  colours: [colourDraft(1)],
  typedPlan: {},
};

/** The next order of the same customer usually differs in its numbers and dates only. */
export const nextOrder = (saved: OrderDraft): OrderDraft => ({
  ...emptyOrder,
  text: { ...saved.text, po: "", style: "", description: "" },
  template: saved.template,
  direction: saved.direction,
  sizes: saved.sizes,
});

export function draftOf({ row: { fields } }: OrderView, milestoneIds: readonly string[]): OrderDraft {
  const sizes = readSizes(textOf(fields.sizes)) ?? [];
  return {
    text: Object.fromEntries(textFields.map((id) => [id, textOf(fields[id])])) as Record<TextField, string>,
    price: numberOf(fields.price),
    orderDate: dateOf(fields.orderDate),
    due: dateOf(fields.due),
    template: choiceOf(templateField, textOf(fields.template))?.en ?? "",
    direction: "backward",
    sizes: sizes.length ? sizes.map(({ size }) => size).join(", ") : "",
    colours: [
      {
        number: 1,
        colour: textOf(fields.colour),
        qty: numberOf(fields.qty),
        bySize: Object.fromEntries(sizes.map(({ size, qty }) => [size, qty])),
      },
    ],
    typedPlan: Object.fromEntries(milestoneIds.map((id) => [id, dateOf(fields[`${id}.plan`])])),
  };
}

/** Sizes typed with commas or spaces, each once. */
export function sizeNames(typed: string): string[] {
  const names = typed
    .normalize("NFKC")
    .split(/[,;、/\s]+/)
    .filter((name) => name !== "");
  return [...new Set(names)];
}

export interface ColourSum {
  /** Sum of the sizes; undefined where no size has a quantity. */
  readonly sizesSum: number | undefined;
  /** The order quantity of the colour: as typed, or what the sizes add up to. */
  readonly qty: number | undefined;
}

export function colourSum({ qty, bySize }: ColourDraft, sizes: readonly string[]): ColourSum {
  const filled = sizes.map((size) => bySize[size]).filter((count) => count !== undefined);
  const sizesSum = filled.length ? filled.reduce((sum, count) => sum + count, 0) : undefined;
  return { sizesSum, qty: qty ?? sizesSum };
}

/** The date that would be written for a milestone: what was typed, else the plan's. */
export function planDate(draft: OrderDraft, generated: ReadonlyMap<string, number>, id: string): DateValue {
  return id in draft.typedPlan ? draft.typedPlan[id] : generated.get(id);
}

/** Rows to be written, one for each colour. Blank fields are left out. */
export function rowsOf(
  draft: OrderDraft,
  generated: ReadonlyMap<string, number>,
  milestoneIds: readonly string[],
  lang: Lang,
): Fields[] {
  const sizes = sizeNames(draft.sizes);
  type Blankable = Record<string, CellValue | undefined>;
  const shared: Blankable = {
    ...Object.fromEntries(textFields.map((id) => [id, draft.text[id].trim()])),
    price: draft.price,
    orderDate: draft.orderDate,
    due: draft.due,
    template: choiceWord(templateField, draft.template, lang),
    ...Object.fromEntries(milestoneIds.map((id) => [`${id}.plan`, planDate(draft, generated, id)])),
  };
  return draft.colours.map((colour) => {
    const { qty } = colourSum(colour, sizes);
    const quantities = sizes.flatMap((size) => {
      const count = colour.bySize[size];
      return count === undefined ? [] : [{ size, qty: count }];
    });
    const all: Blankable = { ...shared, colour: colour.colour.trim(), qty, sizes: sizesText(quantities) };
    return Object.fromEntries(
      Object.entries(all).filter(
        (entry): entry is [string, CellValue] => entry[1] !== undefined && entry[1] !== "",
      ),
    );
  });
}

/** What an edited row says differently from what was read; "" empties a cell. */
export function changesOf(next: Fields, before: Fields, fieldIds: readonly string[]): Fields {
  const changed: Record<string, CellValue> = {};
  for (const id of fieldIds) {
    const now = next[id] ?? "";
    const was = before[id] ?? "";
    const same =
      typeof now === "number" || typeof was === "number" ? numeric(now) === numeric(was) : now === was;
    if (!same) changed[id] = now;
  }
  return changed;
}

/** A number that the sheet holds as text (an apostrophe before it) is the same number. */
const numeric = (value: CellValue): CellValue =>
  typeof value === "string"
    ? (readNumber(value) ?? value.trim())
    : typeof value === "number"
      ? value
      : String(value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isDraft(value: unknown): value is OrderDraft {
  if (!isRecord(value) || !isRecord(value.text) || !isRecord(value.typedPlan)) return false;
  const { text, colours } = value;
  return (
    textFields.every((id) => typeof text[id] === "string") &&
    typeof value.template === "string" &&
    typeof value.sizes === "string" &&
    (value.direction === "forward" || value.direction === "backward") &&
    Array.isArray(colours) &&
    colours.length > 0 &&
    colours.every(
      (each) =>
        isRecord(each) &&
        typeof each.number === "number" &&
        typeof each.colour === "string" &&
        isRecord(each.bySize),
    )
  );
}

/** An unsaved order that was kept, if it still has the shape this version writes. */
export function keptOrder(
  kept: unknown,
): { orderKey: string | undefined; start: OrderDraft; draft: OrderDraft; savedAt: number } | undefined {
  if (!isRecord(kept)) return undefined;
  const { orderKey, start, draft, savedAt } = kept;
  if (orderKey !== undefined && typeof orderKey !== "string") return undefined;
  return isDraft(start) && isDraft(draft) && typeof savedAt === "number"
    ? { orderKey, start, draft, savedAt }
    : undefined;
}

/** What was changed in the form, on top of what the sheet says by now. */
export function onTopOf(now: OrderDraft, start: OrderDraft, draft: OrderDraft): OrderDraft {
  const changed = <T extends object>(was: T, is: T): Partial<T> =>
    Object.fromEntries(
      Object.keys({ ...was, ...is }).flatMap((key) => {
        const value = is[key as keyof T];
        return JSON.stringify(was[key as keyof T]) === JSON.stringify(value) ? [] : [[key, value]];
      }),
    ) as Partial<T>;
  return {
    ...now,
    ...changed(start, draft),
    text: { ...now.text, ...changed(start.text, draft.text) },
    typedPlan: { ...now.typedPlan, ...changed(start.typedPlan, draft.typedPlan) },
  };
}
