import { partsOf } from "./areasOf";
import { runExcel } from "./runExcel";

interface Place {
  readonly sheet: string;
  readonly address: string;
}

/** What was selected before the pointing began. */
let before: Place | undefined;
/** One after the other, so that the last word is the last call's. */
let pointing: Promise<void> = Promise.resolve();
let latest = 0;

const sheetOf = (range: Excel.RangeAreas): Excel.Worksheet => range.worksheet;

async function select({ sheet, address }: Place, remember: boolean): Promise<void> {
  await runExcel("write", async (context) => {
    const { workbook } = context;
    if (remember) {
      // Several ranges can be selected, and one be given back.
      const selected = workbook.getSelectedRanges();
      selected.load("address");
      const of = sheetOf(selected);
      of.load("name");
      await context.sync();
      const [first] = partsOf(selected.address);
      before = { sheet: of.name, address: first ?? "A1" };
    }
    const found = workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await context.sync();
  });
}

/**
 * Show what the pointer is on by selecting it; without arguments what was selected before is selected again. What cannot be
 * shown, because a cell is being edited or the sheet is gone, is not: pointing is no action of the user's.
 */
export function pointAt(sheet?: string, address?: string): Promise<void> {
  latest += 1;
  const call = latest;
  pointing = pointing.then(async () => {
    // The pointer has moved on meanwhile.
    if (call !== latest) return;
    try {
      if (sheet !== undefined && address !== undefined) {
        await select({ sheet, address }, before === undefined);
      } else if (before) {
        const back = before;
        before = undefined;
        await select(back, false);
      }
    } catch {
      // Nothing to tell: see above.
    }
  });
  return pointing;
}
