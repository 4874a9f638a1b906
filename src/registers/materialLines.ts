import { choiceOf } from "./choice";
import { materials } from "./materials";
import type { CellValue, Fields } from "./register";

/** What a material is for, as far as it matters who brings it. */
export type MaterialKind = "fabric" | "trim" | "packing";

/** A row of the materials as people ask about it. */
export interface MaterialLine {
  readonly key: string;
  readonly po: string;
  readonly style: string;
  readonly colour: string;
  readonly item: string;
  readonly kind: MaterialKind;
  readonly supplier: string;
  readonly unit: string;
  readonly ordered: number | undefined;
  readonly received: number | undefined;
  /** Still to come; undefined where the row does not tell. */
  readonly short: number | undefined;
  readonly eta: number | undefined;
  readonly arrived: number | undefined;
  /** Not here, or not all of it. */
  readonly open: boolean;
}

/** Less than this share missing is what mills deliver: the usual tolerance of 3 %. */
const TOLERANCE = 0.03;

const number = (value: CellValue | undefined): number | undefined =>
  typeof value === "number" ? value : undefined;
const day = (value: CellValue | undefined): number | undefined =>
  typeof value === "number" && value >= 1 ? Math.floor(value) : undefined;
const text = (value: CellValue | undefined): string => String(value ?? "").trim();

/**
 * Whether a column of balances is above zero (1) or below (-1) where something is still to come: what its rows say that also
 * tell ordered and received. Undefined where they tell nothing or contradict each other; then it is read by nobody.
 */
export function balanceSign(rows: readonly Fields[]): 1 | -1 | undefined {
  let [above, below] = [0, 0];
  for (const { ordered, received, balance } of rows) {
    if (typeof ordered !== "number" || typeof balance !== "number" || balance === 0) continue;
    const missing = ordered - (number(received) ?? 0);
    const near = (to: number): boolean => Math.abs(balance - to) <= Math.max(0.5, Math.abs(to) * 0.001);
    if (near(missing)) above += 1;
    else if (near(-missing)) below += 1;
  }
  if (above > 0 && below === 0) return 1;
  return below > 0 && above === 0 ? -1 : undefined;
}

const KINDS: Readonly<Record<string, MaterialKind>> = { Fabric: "fabric", Trim: "trim", Packing: "packing" };
const FABRIC =
  /面料|布料|里布|里料|主料|罗纹|坯布|\b(?:fabric|shell|lining|jersey|rib|twill|denim|poplin|interlock|fleece|terry|pique|satin|canvas|voile|chiffon|corduroy)\b/i;
const PACKING =
  /胶袋|包装|纸箱|吊牌|衣架|价格牌|\b(?:poly ?bags?|cartons?|hang ?tags?|hangers?|price tickets?|packing)\b/i;

function kindOf({ kind, item, spec }: Fields): MaterialKind {
  const field = materials.fields.find(({ id }) => id === "kind");
  const said = field && choiceOf(field, kind ?? "");
  if (said) return KINDS[said.en] ?? "trim";
  const words = [kind, item, spec].map(text).join(" ");
  if (PACKING.test(words)) return "packing";
  return FABRIC.test(words) ? "fabric" : "trim";
}

/** The rows of the materials that name an item, each with what is still to come. */
export function materialLines(
  rows: readonly { readonly key: string; readonly fields: Fields }[],
): readonly MaterialLine[] {
  const sign = balanceSign(rows.map(({ fields }) => fields));
  return rows.flatMap(({ key, fields }): MaterialLine[] => {
    const item = text(fields.item);
    if (item === "") return [];
    const [ordered, received, balance] = [fields.ordered, fields.received, fields.balance].map(number);
    const arrived = day(fields.receivedDate);
    const short =
      ordered !== undefined && (received !== undefined || arrived === undefined)
        ? Math.max(0, ordered - (received ?? 0))
        : balance !== undefined && sign !== undefined
          ? Math.max(0, balance * sign)
          : undefined;
    const missing = short !== undefined && short > (ordered ?? 0) * TOLERANCE;
    const complete = short !== undefined && !missing && (received ?? 0) > 0;
    return [
      {
        key,
        po: text(fields.po),
        style: text(fields.style),
        colour: text(fields.colour),
        item,
        kind: kindOf(fields),
        supplier: text(fields.supplier),
        unit: text(fields.unit),
        ordered,
        received,
        short,
        eta: day(fields.eta),
        arrived,
        open: arrived === undefined ? !complete : missing,
      },
    ];
  });
}
