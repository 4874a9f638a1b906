import type { RegisterId } from "../register";
import { fieldOf } from "../registers";
import { foldedHeading } from "./keptColumns";
import type { KeptColumn, KeptLabel, KeptSheet } from "./keptSheet";
import type { Area } from "./sheetGrid";
import type { DateRules, ReadingAnswers, SheetReading, TablePlace } from "./sheetReading";

/** Columns of a sheet whose milestones run down. */
const DOWN = new Set(["milestone", "plan", "actual", "owner", "remarks"]);
/** What a whole sheet can have once, above rows that are its colours or sizes. */
const ONCE = new Set([
  "po",
  "style",
  "description",
  "customer",
  "factory",
  "merchandiser",
  "price",
  "currency",
  "orderDate",
  "due",
  "template",
  "supplier",
]);
/** From here on a label above rows is taken to speak of all of them. */
const LABEL_SURE = 0.75;

const MILESTONE_PART = /^(?:T\d+[A-Z]?|TOP)\.(?:plan|actual)$/;

/** The one date of leaving the factory that a sheet of one style has above its milestones is when it is due. */
const onceDown = (meaning: string): string => (/^T30\.(?:plan|actual)$/.test(meaning) ? "due" : meaning);

/** What the anchor of a sheet is to cover: headings and rows as they were read. */
export const anchorArea = ({ headingRows, firstRow, lastRow, firstColumn, lastColumn }: TablePlace): Area => {
  const row = headingRows[0] ?? firstRow;
  return {
    row,
    column: firstColumn,
    rows: Math.max(lastRow, firstRow) - row + 1,
    columns: lastColumn - firstColumn + 1,
  };
};

/** What to keep of a reading that its user has agreed to. The reading must be one with these answers. */
export function keptSheetOf(
  reading: SheetReading,
  answers: ReadingAnswers,
  register: RegisterId,
  anchor: string,
): KeptSheet {
  const { table, layout } = reading;
  if (!table) throw new RangeError("The reading has no table.");
  const top = table.headingRows[0] ?? table.firstRow;
  const isDown = layout === "milestones";
  const isKept = (meaning: string): boolean =>
    isDown
      ? DOWN.has(meaning)
      : fieldOf(register, meaning) !== undefined || (register === "orders" && MILESTONE_PART.test(meaning));

  const inTable = reading.columns.filter(
    ({ column }) => column >= table.firstColumn && column <= table.lastColumn,
  );
  const seen = new Map<string, number>();
  const best = new Map<string, { confidence: number; column: KeptColumn }>();
  inTable.forEach((read, index) => {
    const folded = foldedHeading(read.heading);
    const before = seen.get(folded) ?? 0;
    seen.set(folded, before + 1);
    const { meaning, column, confidence, dates, fillDown } = read;
    if (meaning === undefined || !isKept(meaning)) return;
    // Where two columns were given one meaning, the surer one has it.
    if (confidence <= (best.get(meaning)?.confidence ?? -1)) return;
    const dot = answers.dots?.[column] ?? read.numbers?.dot;
    best.set(meaning, {
      confidence,
      column: {
        fieldId: meaning,
        heading: table.headingRows.length === 0 ? "" : read.heading,
        nth: table.headingRows.length === 0 ? index : before,
        ...(dates && { dates: dates.rules }),
        ...(dot && { dot }),
        ...(fillDown && { fillDown }),
      },
    });
  });

  const rules: DateRules = {
    orders: Object.assign(
      {},
      ...inTable.map(({ dates }) => dates?.rules.orders ?? {}),
    ) as DateRules["orders"],
    swapped: false,
    ...nearOf(reading),
  };
  const labels = new Map<string, KeptLabel>();
  for (const { label, meaning, confidence, valueRow, valueColumn } of reading.form) {
    const field = meaning === undefined ? undefined : fieldOf(register, isDown ? onceDown(meaning) : meaning);
    if (!field || labels.has(field.id) || best.has(field.id)) continue;
    if (!isDown && (confidence < LABEL_SURE || !ONCE.has(field.id))) continue;
    labels.set(field.id, {
      fieldId: field.id,
      label,
      row: valueRow - top,
      column: valueColumn - table.firstColumn,
      ...(field.type === "date" && { dates: rules }),
    });
  }

  const nameColumn = inTable.find(({ meaning }) => meaning === "milestone")?.column ?? table.firstColumn;
  return {
    anchor,
    sheet: reading.sheet,
    register,
    layout,
    headingRows: table.headingRows.map((row) => row - top),
    headings: inTable.map(({ heading }) => (table.headingRows.length === 0 ? "" : heading)),
    columns: [...best.values()].map(({ column }) => column),
    labels: [...labels.values()],
    ...(isDown && {
      down: {
        nameColumn: nameColumn - table.firstColumn,
        milestones: Object.fromEntries(
          reading.milestones.flatMap(({ name, milestone }) =>
            milestone === undefined ? [] : [[name, milestone] as const],
          ),
        ),
      },
    }),
  };
}

/** A day in the middle of the sheet's dates. */
function nearOf(reading: SheetReading): { near?: number } {
  const days = reading.columns.flatMap(({ dates }) => dates?.rules.near ?? []).sort((a, b) => a - b);
  const near = days[Math.floor(days.length / 2)];
  return near === undefined ? {} : { near };
}
