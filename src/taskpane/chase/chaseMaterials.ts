import { materialLines, type MaterialKind, type MaterialLine } from "../../registers/materialLines";
import { milestones, type Milestone } from "../../registers/milestones";
import type { CellValue } from "../../registers/register";
import type { Book } from "../../workbook/book";
import { exFactoryMilestone, type NamedOrder, type OrderView } from "../orders";
import { dateOf, textOf } from "../ui/dates";
import type { Party } from "./party";

/** A material with the order that waits for it, where one is known. */
export interface OrderedMaterial {
  readonly line: MaterialLine;
  readonly order: OrderView | undefined;
}

/** Who brings it, and the milestone of an order that it belongs to. */
export const bringers: Readonly<Record<MaterialKind, { readonly party: Party; readonly milestone: string }>> =
  {
    fabric: { party: "mill", milestone: "T09" },
    trim: { party: "trims", milestone: "T12" },
    packing: { party: "trims", milestone: "T12" },
  };

export const milestoneOf = (kind: MaterialKind): Milestone | undefined =>
  milestones.find(({ id }) => id === bringers[kind].milestone);

const fold = (value: CellValue | undefined) => textOf(value).normalize("NFKC").toLowerCase();

/** The order of a material by PO and style, of several colours the one it names. */
function orderFinder(orders: readonly OrderView[]): (line: MaterialLine) => OrderView | undefined {
  const byName = new Map<string, OrderView[]>();
  const add = (name: string, order: OrderView) => byName.set(name, [...(byName.get(name) ?? []), order]);
  for (const order of orders) {
    const [po, style] = [fold(order.row.fields.po), fold(order.row.fields.style)];
    if (po && style) add(`${po}|${style}`, order);
    if (po) add(`${po}|`, order);
    if (style) add(`|${style}`, order);
  }
  return ({ po, style, colour }) => {
    const found = byName.get(`${fold(po)}|${fold(style)}`) ?? [];
    return found.find(({ row }) => colour !== "" && fold(row.fields.colour) === fold(colour)) ?? found[0];
  };
}

const hasLeft = (order: OrderView | undefined) =>
  order !== undefined && dateOf(order.row.fields[`${exFactoryMilestone}.actual`]) !== undefined;

const made = new WeakMap<Book, readonly OrderedMaterial[]>();

/** The materials of orders that have not left yet. */
export function orderedMaterials(book: Book, orders: readonly OrderView[]): readonly OrderedMaterial[] {
  const known = made.get(book);
  if (known) return known;
  const find = orderFinder(orders);
  const all = materialLines(book.tables.materials?.rows ?? [])
    .map((line) => ({ line, order: find(line) }))
    .filter(({ order }) => !hasLeft(order));
  made.set(book, all);
  return all;
}

/** Open materials whose day of arrival has passed. */
export const lateMaterials = (all: readonly OrderedMaterial[], asOf: number): readonly OrderedMaterial[] =>
  all.filter(({ line: { open, eta } }) => open && eta !== undefined && eta < asOf);

/** The one supplier of an order's open fabric, or of its trims; "" where none or several are named. */
export function supplierOf(all: readonly OrderedMaterial[]): (order: OrderView, party: Party) => string {
  const names = new Map<string, Map<string, string>>();
  for (const { line, order } of all) {
    if (!order || line.supplier === "") continue;
    const id = `${order.key} ${bringers[line.kind].party}`;
    const own = names.get(id) ?? new Map<string, string>();
    own.set(fold(line.supplier), line.supplier);
    names.set(id, own);
  }
  return (order, party) => {
    const own = [...(names.get(`${order.key} ${party}`)?.values() ?? [])];
    return own.length === 1 ? (own[0] ?? "") : "";
  };
}

/** What a material's own row says of an order that is not in the workbook. */
export const namedBy = ({ po, style, colour }: MaterialLine): NamedOrder => ({
  key: `${fold(po)}|${fold(style)}`,
  name: [po, style].filter(Boolean).join(" · "),
  customer: "",
  factory: "",
  merchandiser: "",
  due: undefined,
  row: { fields: { po, style, colour } },
});
