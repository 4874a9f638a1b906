import { partOf, withValues, type HeadedColumn } from "./assignMeanings";
import { headingGuesses } from "./headingScore";
import type { SheetSubject } from "./sheetReading";

const MARKS_OF_INSPECTION = [
  "critical",
  "major",
  "minor",
  "majorAql",
  "minorAql",
  "sampleSize",
  "inspected",
  "inspector",
  "lot",
  "id",
  "measured",
  "severity",
  "level",
];
const MARKS_OF_MATERIAL = [
  "required",
  "received",
  "balance",
  "perPiece",
  "unit",
  "supplier",
  "ordered",
  "eta",
  "receivedDate",
  "spec",
];
/** Columns that say what the goods are. */
const NAMES_GOODS = new Set(["description", "type", "trimsText"]);
/** What only lists of materials have; orders, too, have units, suppliers and dates of arrival. */
const ONLY_MATERIAL = ["required", "received", "perPiece", "receivedDate"];
const MARKS_OF_ORDER = [
  "po",
  "style",
  "due",
  "qty",
  "orderDate",
  "customer",
  "colour",
  "factory",
  "price",
  "merchandiser",
  "description",
];

/** Which register the columns speak of; labels of a form above them speak too. */
export function sheetSubject(columns: readonly HeadedColumn[], labels: ReadonlySet<string>): SheetSubject {
  const found = (subject: "orders" | "inspections" | "materials", others = false): Set<string> =>
    new Set(
      columns.flatMap(({ path, values, about }) => {
        if (about) return [];
        const [top] = headingGuesses(path, subject)
          .map((guess) => withValues(guess, values))
          .sort((a, b) => b.confidence - a.confidence || Number(a.other) - Number(b.other));
        return top && top.other === others && top.confidence >= 0.6 ? [top.meaning] : [];
      }),
    );
  const order = found("orders");
  const has = (set: ReadonlySet<string>, marks: readonly string[]): number =>
    marks.filter((mark) => set.has(mark)).length;
  const milestones = new Set([...order].flatMap((meaning) => partOf(meaning)?.milestone ?? [])).size;
  const inspection = found("inspections");
  const inspectionMarks = has(inspection, MARKS_OF_INSPECTION);
  if (inspectionMarks >= 3 && milestones <= 2) return "inspections";
  const material = found("materials");
  // What is described, are labels and zips: a list of these, whatever else stands beside them.
  const named = columns.some(
    ({ path, values, about }) =>
      !about &&
      values.materials >= 3 &&
      values.materials >= values.filled * 0.6 &&
      NAMES_GOODS.has(headingGuesses(path, "orders")[0]?.meaning ?? ""),
  );
  if (named && milestones <= 2 && material.has("item") && has(material, MARKS_OF_MATERIAL) > 0)
    return "materials";
  if (
    milestones <= 2 &&
    material.has("item") &&
    isOfMaterials(order, material, found("materials", true), found("orders", true))
  )
    return "materials";
  if (milestones <= 2 && material.has("item") && isByLength(columns, found("orders", true)))
    return "materials";
  const orderMarks = has(order, MARKS_OF_ORDER) + Math.min(3, milestones);
  if (milestones === 0 && labels.size === 0 && !isOfOrders(order, found("orders", true))) return "none";
  const labelled = ["po", "style", "due", "customer"].some((meaning) => labels.has(meaning));
  const isNamed = labelled || order.has("po") || order.has("style") || order.has("due") || milestones > 0;
  return isNamed && orderMarks >= 2 ? "orders" : "none";
}

/** Yards, metres or kilograms behind a heading: `Qty (yds)`, `数量（米）`. */
const IN_LENGTHS = /[(（/ ](?:yds?|yards?|m|mtrs?|met(?:er|re)s?|kgs?|lbs?|米|码|碼|公斤|千克)\.?[)）]?\s*$/i;

/** Whether what is counted are no garments: cloth in yards or kilograms, or a quantity that is said to be of material. */
function isByLength(columns: readonly HeadedColumn[], others: ReadonlySet<string>): boolean {
  const quantities = columns.filter(({ path, about }) => {
    const top = about ? undefined : headingGuesses(path, "orders")[0]?.meaning;
    return top === "qty" || top === "receivedQty";
  });
  if (quantities.length === 0) return false;
  const ofMaterial = quantities.every(
    ({ path }) => headingGuesses(path, "orders")[0]?.meaning === "receivedQty",
  );
  if (ofMaterial && others.has("fabricText")) return true;
  return (
    quantities.every(({ path }) => IN_LENGTHS.test(path.join(" "))) ||
    columns.some(({ values }) => values.lengths > 0 && values.lengths >= values.filled * 0.6)
  );
}

/** What a list of styles has besides, when its rows are no orders: what workers made, boxes, stock. */
const OTHER_MATTERS = ["efficiency", "wage", "carton", "stock", "issued"];

/** Whether rows are orders, and not the styles of a price list, a packing list or what a worker has made. */
function isOfOrders(order: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const has = (...meanings: readonly string[]): boolean => meanings.some((meaning) => order.has(meaning));
  if (has("due", "orderDate", "customer")) return true;
  return has("po", "qty", "factory") && !OTHER_MATTERS.some((matter) => others.has(matter));
}

function isOfMaterials(
  order: ReadonlySet<string>,
  material: ReadonlySet<string>,
  others: ReadonlySet<string>,
  besideOrders: ReadonlySet<string>,
): boolean {
  const marks = MARKS_OF_MATERIAL.filter((mark) => material.has(mark)).length;
  const only = ONLY_MATERIAL.filter((mark) => material.has(mark)).length;
  // A store's ledger: items in units, in stock or given out.
  const moved = others.has("issued") || others.has("stock");
  const isOrder = ["po", "qty", "due"].some((meaning) => order.has(meaning));
  // A bill of materials: how much of it goes into a piece.
  const isBill = material.has("unit") || besideOrders.has("trimsText") || besideOrders.has("fabricText");
  if (material.has("perPiece") && isBill && !isOrder) return true;
  // What is ordered and what is left, orders have as well.
  if (marks === ["ordered", "balance"].filter((mark) => material.has(mark)).length && isOrder) return false;
  if (moved && material.has("unit") && !isOrder) return true;
  // Where nothing says how many garments there are, what is ordered and received is material.
  if (!order.has("qty") && !order.has("due") && only >= 1 && marks >= 3) return true;
  if (order.has("customer")) return only >= 2 && marks >= 5;
  // The day that materials are due may be called what the day of shipment is called.
  if (order.has("due")) return only >= 1 && marks >= 4;
  return marks >= (order.has("style") ? 3 : 2);
}
