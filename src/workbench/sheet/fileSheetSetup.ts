import type { FilePrint, FileProtection, FileProtectionRight } from "../files/fileBook";
import type { PageLayout } from "./book";

/** Print set-up and protection between a file and the grid, which keeps them as data. */

const PAPERS: readonly (readonly [number, string])[] = [
  [1, "Letter"],
  [5, "Legal"],
  [8, "A3"],
  [9, "A4"],
  [11, "A5"],
  [12, "B4"],
  [13, "B5"],
];
const POINTS_PER_INCH = 72;
const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;

const locked = (titles: string): string => titles.replace(/\$?([A-Z]+|\d+)/gi, "$$$1");

/** Parts of a running head as Excel's files put them into one text. */
function heads(text: string | undefined, place: "Header" | "Footer"): [string, string][] {
  const parts = [...(text ?? "").matchAll(/&([LCR])((?:(?!&[LCR]).)*)/gs)];
  if (text && parts.length === 0) return [[`center${place}`, text]];
  const names = { L: "left", C: "center", R: "right" } as const;
  return parts.map(([, side, words]) => [`${names[side as "L"]}${place}`, words ?? ""]);
}

export function pageLayout(print: FilePrint): Partial<PageLayout> {
  const { margins, fit } = print;
  const paper = PAPERS.find(([number]) => number === print.paper)?.[1];
  return {
    ...(print.orientation && { orientation: print.orientation === "landscape" ? "Landscape" : "Portrait" }),
    ...(paper !== undefined && { paperSize: paper }),
    zoom: fit
      ? {
          ...(fit.width && { horizontalFitToPages: fit.width }),
          ...(fit.height && { verticalFitToPages: fit.height }),
        }
      : { scale: print.scale ?? 100 },
    ...(print.area !== undefined && { printArea: print.area }),
    ...(print.titleRows !== undefined && { titleRows: locked(print.titleRows) }),
    ...(print.titleColumns !== undefined && { titleColumns: locked(print.titleColumns) }),
    centerHorizontally: print.centerHorizontally ?? false,
    centerVertically: print.centerVertically ?? false,
    printGridlines: print.gridlines ?? false,
    ...(margins && {
      margins: Object.fromEntries(
        SIDES.map((side) => [side, margins[side] * POINTS_PER_INCH]),
      ) as unknown as PageLayout["margins"],
    }),
    headersFooters: Object.fromEntries([...heads(print.header, "Header"), ...heads(print.footer, "Footer")]),
  };
}

/** `loaded`: what the file said, for what the grid does not know of. */
export function filePrint(layout: Readonly<PageLayout>, loaded: FilePrint | undefined): FilePrint {
  const { zoom, margins, headersFooters } = layout;
  const fit = zoom.horizontalFitToPages !== undefined || zoom.verticalFitToPages !== undefined;
  const paper =
    PAPERS.find(([, name]) => name.toLowerCase() === layout.paperSize.toLowerCase())?.[0] ?? loaded?.paper;
  const head = (place: "Header" | "Footer"): string =>
    (["left", "center", "right"] as const)
      .flatMap((side) =>
        headersFooters[`${side}${place}`]
          ? [`&${side[0]!.toUpperCase()}${headersFooters[`${side}${place}`]}`]
          : [],
      )
      .join("");
  const header = head("Header");
  const footer = head("Footer");
  return {
    orientation: layout.orientation === "Landscape" ? "landscape" : "portrait",
    ...(paper !== undefined && { paper }),
    ...(!fit && zoom.scale !== undefined && zoom.scale !== 100 && { scale: zoom.scale }),
    ...(fit && { fit: { width: zoom.horizontalFitToPages ?? 0, height: zoom.verticalFitToPages ?? 0 } }),
    ...(layout.printArea && { area: layout.printArea.replaceAll("$", "") }),
    ...(layout.titleRows && { titleRows: layout.titleRows.replaceAll("$", "") }),
    ...(layout.titleColumns && { titleColumns: layout.titleColumns.replaceAll("$", "") }),
    margins: Object.fromEntries(
      SIDES.map((side) => [side, Math.round((margins[side] / POINTS_PER_INCH) * 1e4) / 1e4]),
    ) as unknown as FilePrint["margins"],
    ...(layout.centerHorizontally && { centerHorizontally: true }),
    ...(layout.centerVertically && { centerVertically: true }),
    ...(layout.printGridlines && { gridlines: true }),
    ...(header && { header }),
    ...(footer && { footer }),
  };
}

const RIGHTS: readonly (readonly [FileProtectionRight, string])[] = [
  ["formatCells", "allowFormatCells"],
  ["formatColumns", "allowFormatColumns"],
  ["formatRows", "allowFormatRows"],
  ["insertColumns", "allowInsertColumns"],
  ["insertRows", "allowInsertRows"],
  ["insertHyperlinks", "allowInsertHyperlinks"],
  ["deleteColumns", "allowDeleteColumns"],
  ["deleteRows", "allowDeleteRows"],
  ["sort", "allowSort"],
  ["autoFilter", "allowAutoFilter"],
  ["pivotTables", "allowPivotTables"],
  ["objects", "allowEditObjects"],
  ["scenarios", "allowEditScenarios"],
];

export function protectionOptions({ allow }: FileProtection): Record<string, unknown> {
  const rights = RIGHTS.filter(([right]) => allow.includes(right)).map(([, option]): [string, unknown] => [
    option,
    true,
  ]);
  const selectionMode = allow.includes("selectLockedCells")
    ? "Normal"
    : allow.includes("selectUnlockedCells")
      ? "Unlocked"
      : "None";
  return { ...Object.fromEntries(rights), selectionMode };
}

export function fileProtection(
  options: Readonly<Record<string, unknown>>,
  password: boolean,
): FileProtection {
  const mode = options.selectionMode ?? "Normal";
  const selecting: FileProtectionRight[] =
    mode === "Normal"
      ? ["selectLockedCells", "selectUnlockedCells"]
      : mode === "Unlocked"
        ? ["selectUnlockedCells"]
        : [];
  return {
    password,
    allow: [...selecting, ...RIGHTS.filter(([, option]) => options[option] === true).map(([right]) => right)],
  };
}
