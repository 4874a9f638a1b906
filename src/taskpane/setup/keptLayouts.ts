import { profileOfKept, type LayoutProfile } from "../../registers/sheet/layoutProfile";
import type { SheetSubject } from "../../registers/sheet/sheetReading";
import type { Book } from "../../workbook/book";
import type { Memory } from "../environment";

/** What was said of a layout, for the next workbook that has it. */
export interface KeptLayout {
  /** Sheet that it was said of, for showing. */
  readonly name: string;
  readonly profile: LayoutProfile;
  /** What the user has said that the rows are. */
  readonly subject?: SheetSubject;
}

const kept = "layouts";
/** Factories and customers whose sheets one person keeps; the oldest goes first. */
const most = 36;

const isLayout = (value: unknown): value is KeptLayout => {
  const { name, profile } = (value ?? {}) as Partial<KeptLayout>;
  return (
    typeof name === "string" &&
    Array.isArray(profile?.columns) &&
    profile.columns.every(
      (column: unknown) => typeof (column as { heading?: unknown } | null)?.heading === "string",
    )
  );
};

/** What the workbook itself keeps of its sheets. */
export const layoutsOfBook = ({ kept: sheets = [] }: Book): readonly KeptLayout[] =>
  sheets.map((sheet) => {
    const profile = profileOfKept(sheet);
    const { register } = sheet;
    return register === "orders" || register === "inspections" || register === "materials"
      ? { name: sheet.sheet, profile, subject: register }
      : { name: sheet.sheet, profile };
  });

/** The newest first. */
export function readLayouts(memory: Memory): readonly KeptLayout[] {
  const value = memory.read(kept);
  return Array.isArray(value) ? value.filter(isLayout) : [];
}

const headings = ({ profile }: KeptLayout): string =>
  profile.columns
    .map(({ heading, nth }) => `${heading}|${nth}`)
    .sort()
    .join("\n");

/** A layout with the same headings is replaced. */
export function keepLayout(memory: Memory, layout: KeptLayout): void {
  if (layout.profile.columns.length === 0) return;
  const own = headings(layout);
  const others = readLayouts(memory).filter((other) => headings(other) !== own);
  memory.write(kept, [layout, ...others].slice(0, most));
}
