import type { RegisterId } from "../registers/register";
import { addColumns } from "./addColumns";
import type { BookIssue, MendId, Receipt } from "./book";
import { WorkbookProblem } from "./book";
import { askRiskColumns, writeRiskColumns } from "./riskFormulas";
import { runExcel } from "./runExcel";
import { knownSession, mappingWith, remember } from "./session";
import { setUp } from "./setUp";
import type { StoredMapping, StoredTable } from "./storedMapping";
import { MAPPING_KEY, mappingText } from "./storedMapping";

/** What undo needs. */
export interface ChangedMapping {
  readonly kind: "mapping";
  readonly mapping: StoredMapping | undefined;
}

/** What is kept of a table after the mend; the workbook's cells stay as they are. */
function mended(stored: StoredTable, issue: BookIssue, how: MendId): StoredTable {
  const field = String(issue.params.field ?? "");
  const was = String(issue.params.was ?? "");
  switch (how) {
    case "acceptHeading": {
      const now = String(issue.params.now ?? "");
      return {
        ...stored,
        columns: { ...stored.columns, [field]: now },
        headings: stored.headings.map((heading) => (heading === was ? now : heading)),
      };
    }
    case "forget":
      return {
        ...stored,
        columns: Object.fromEntries(Object.entries(stored.columns).filter(([id]) => id !== field)),
      };
    case "useTable":
      return { ...stored, name: String(issue.params.suggestion ?? stored.name), id: "" };
    default:
      return stored;
  }
}

async function keepMapping(register: RegisterId, issue: BookIssue, how: MendId): Promise<Receipt> {
  return runExcel("write", async (context) => {
    const known = knownSession();
    const stored = known.mapping?.tables[register] ?? known.tables[register];
    if (!stored) throw new WorkbookProblem("notSetUp", { register });
    const mapping = mappingWith(known, register, mended(stored, issue, how));
    context.workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    // A heading that the functions do not understand is told to them from now on.
    const renamed = register === "orders" && how === "acceptHeading";
    const risk = renamed ? askRiskColumns(context.workbook, known.tables) : [];
    await context.sync();
    if (risk.length > 0) {
      writeRiskColumns(risk, known.tables, known.lang);
      await context.sync();
    }
    remember({ ...known, mapping });
    const revert: ChangedMapping = { kind: "mapping", mapping: known.mapping };
    return { code: "mended", params: { table: stored.name }, address: "", revert };
  });
}

/** Carry out one of an issue's mends; read the book again afterwards. */
export async function mend(issue: BookIssue, how: MendId): Promise<Receipt> {
  const { register } = issue;
  if (issue.params.sheet !== undefined) {
    const { mendKept } = await import(/* webpackChunkName: "kept-sheets" */ "./mendKept");
    return mendKept(issue, how);
  }
  switch (how) {
    case "addColumn":
      return register
        ? addColumns(register, [String(issue.params.field ?? "")])
        : Promise.reject(new WorkbookProblem("noTable"));
    case "setUp":
      return setUp(knownSession().lang, "otherName", register ? [register] : []);
    case "addNames":
      return setUp(knownSession().lang, "otherName", []);
    default:
      return register ? keepMapping(register, issue, how) : Promise.reject(new WorkbookProblem("noTable"));
  }
}

/** Keep the mapping of before again. */
export function restoreMapping({ mapping }: ChangedMapping): Promise<void> {
  return runExcel("write", async (context) => {
    if (mapping) context.workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    else context.workbook.settings.getItem(MAPPING_KEY).delete();
    await context.sync();
    remember({ ...knownSession(), mapping });
  });
}
