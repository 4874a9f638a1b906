import { formulaOf } from "../registers/formulaOf";
import type { Field, Lang } from "../registers/register";
import { registers } from "../registers/registers";
import { riskFieldIds } from "../registers/riskFieldIds";
import { isFormula } from "./cellContent";
import type * as RiskOfKept from "./riskOfKept";
import type { Session } from "./session";
import { tableNames } from "./session";

/** A risk column of the orders, asked for before a sync. */
export interface AskedRiskColumn {
  readonly field: Field;
  readonly heading: string;
  readonly column: Excel.TableColumn;
  readonly body: Excel.Range;
  readonly first: Excel.Range;
}

/** Ask for the risk columns that the orders have. */
export function askRiskColumns(
  workbook: Excel.Workbook,
  { orders }: Session["tables"],
): readonly AskedRiskColumn[] {
  if (!orders) return [];
  const { columns } = workbook.tables.getItem(orders.name);
  return riskFieldIds.flatMap((id) => {
    const heading = orders.columns[id];
    const field = registers.orders.fields.find((one) => one.id === id);
    if (heading === undefined || !field) return [];
    const column = columns.getItemOrNullObject(heading);
    const body = column.getDataBodyRange();
    body.load("rowCount");
    const first = body.getRow(0);
    first.load("formulas,values");
    return [{ field, heading, column, body, first }];
  });
}

/**
 * Queue the formulas of these columns anew: what they look at has changed, such as a milestone column that was added or renamed,
 * or templates of the workbook's own that are there now. A column that somebody fills in otherwise stays as it is.
 */
export function writeRiskColumns(
  asked: readonly AskedRiskColumn[],
  tables: Session["tables"],
  lang: Lang,
): void {
  const all = tableNames(tables);
  const own = all.orders;
  if (!own) return;
  for (const { field, column, body, first } of asked) {
    if (column.isNullObject) continue;
    const [was] = (first.formulas as unknown[][])[0] ?? [];
    const formula = formulaOf(field, own, all, lang);
    const isOurs = isFormula(was, (first.values as unknown[][])[0]?.[0]) && /\bMERCH[._]/i.test(String(was));
    if (!isOurs || formula === undefined || formula === was) continue;
    body.formulas = Array.from({ length: body.rowCount }, () => [formula]);
  }
}

/** What writes the formulas of sheets that stay as they are, where there are any. */
export const riskInPlace = async (known: Session): Promise<typeof RiskOfKept | undefined> =>
  (known.kept ?? []).length > 0 ? import(/* webpackChunkName: "kept-sheets" */ "./riskOfKept") : undefined;
