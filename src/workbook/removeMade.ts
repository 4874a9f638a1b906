import { registers } from "../registers/registers";
import { WorkbookProblem } from "./book";
import { runExcel } from "./runExcel";
import { remember, session } from "./session";
import type { MadeSheets } from "./setUp";
import { MAPPING_KEY, mappingText } from "./storedMapping";

/** Take sheets out that set-up has made, as long as nobody has typed a row into them. */
export function removeMade({ sheets, names, tables, mapping }: MadeSheets): Promise<void> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const asked = tables.map(({ register, name }) => {
      const body = workbook.tables.getItem(name).getDataBodyRange();
      body.load("values");
      return { register, name, body };
    });
    const named = workbook.names;
    named.load("items/name");
    await context.sync();

    for (const { register, name, body } of asked) {
      const { fields } = registers[register];
      const typed = (body.values as unknown[][]).some((row) =>
        row.some((value, column) => value !== "" && fields[column]?.type !== "formula"),
      );
      if (typed || (body.values[0]?.length ?? 0) !== fields.length) {
        throw new WorkbookProblem("changedMeanwhile", { what: name });
      }
    }
    for (const { name } of named.items) if (names.includes(name)) named.getItem(name).delete();
    for (const name of sheets) workbook.worksheets.getItem(name).delete();
    if (mapping) workbook.settings.add(MAPPING_KEY, mappingText(mapping));
    else workbook.settings.getItem(MAPPING_KEY).delete();
    await context.sync();

    const known = session();
    const gone = new Set(tables.map(({ register }) => register as string));
    if (known) {
      const left = Object.entries(known.tables).filter(([id]) => !gone.has(id));
      remember({ ...known, mapping, tables: Object.fromEntries(left) });
    }
  });
}
