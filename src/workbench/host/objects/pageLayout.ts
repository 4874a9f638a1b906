import { columnName, parseRect, rectAddress } from "../../sheet/a1";
import type { PageLayout } from "../../sheet/book";
import { defineClass, notFound, rangeRef, ref } from "../classes";
import type { HostServices } from "../classes";
import { areaOf } from "./range";

const property = <K extends keyof PageLayout>(key: K) => ({
  get: (id: string, host: HostServices) => host.book.sheets.pageLayout(id)[key],
  set: (id: string, value: PageLayout[K], host: HostServices) =>
    host.book.sheets.setPageLayout(id, { [key]: value }),
});

const margin = (side: keyof PageLayout["margins"]) => ({
  get: (id: string, host: HostServices) => host.book.sheets.pageLayout(id).margins[side],
  set: (id: string, points: number, host: HostServices) => {
    const margins = { ...host.book.sheets.pageLayout(id).margins, [side]: points };
    host.book.sheets.setPageLayout(id, { margins });
  },
});

/** Title rows are whole rows, whatever was given. */
function titles(id: string, given: unknown, kind: "rows" | "columns", host: HostServices): string {
  const area = areaOf(given, host, id);
  if (kind === "rows") return `$${area.row + 1}:$${area.row + area.rows}`;
  return `$${columnName(area.column)}:$${columnName(area.column + area.columns - 1)}`;
}

function stored(id: string, address: string | undefined) {
  const rect = address === undefined ? undefined : parseRect(address);
  return rect ? rangeRef({ sheet: id, ...rect }) : null;
}

function orThrow<T>(found: T | null): T {
  if (!found) throw notFound();
  return found;
}

export const pageLayout = defineClass<string>({
  name: "PageLayout",
  scalars: {
    Orientation: property("orientation"),
    PaperSize: property("paperSize"),
    Zoom: property("zoom"),
    CenterHorizontally: property("centerHorizontally"),
    CenterVertically: property("centerVertically"),
    PrintGridlines: property("printGridlines"),
    TopMargin: margin("top"),
    BottomMargin: margin("bottom"),
    LeftMargin: margin("left"),
    RightMargin: margin("right"),
    HeaderMargin: margin("header"),
    FooterMargin: margin("footer"),
  },
  navigations: { HeadersFooters: (id) => ref("HeaderFooterGroup", id) },
  methods: {
    SetPrintTitleRows: (id, [rows], host) =>
      host.book.sheets.setPageLayout(id, { titleRows: titles(id, rows, "rows", host) }),
    SetPrintTitleColumns: (id, [columns], host) =>
      host.book.sheets.setPageLayout(id, { titleColumns: titles(id, columns, "columns", host) }),
    SetPrintArea: (id, [area], host) =>
      host.book.sheets.setPageLayout(id, { printArea: rectAddress(areaOf(area, host, id)) }),
    GetPrintTitleRows: (id, _args, host) => orThrow(stored(id, host.book.sheets.pageLayout(id).titleRows)),
    GetPrintTitleRowsOrNullObject: (id, _args, host) => stored(id, host.book.sheets.pageLayout(id).titleRows),
    GetPrintTitleColumns: (id, _args, host) =>
      orThrow(stored(id, host.book.sheets.pageLayout(id).titleColumns)),
    GetPrintTitleColumnsOrNullObject: (id, _args, host) =>
      stored(id, host.book.sheets.pageLayout(id).titleColumns),
  },
});

export const headerFooterGroup = defineClass<string>({
  name: "HeaderFooterGroup",
  navigations: { DefaultForAllPages: (id) => ref("HeaderFooter", id) },
});

const text = (place: string) => ({
  get: (id: string, host: HostServices) => host.book.sheets.pageLayout(id).headersFooters[place] ?? "",
  set: (id: string, value: string, host: HostServices) => {
    const headersFooters = { ...host.book.sheets.pageLayout(id).headersFooters, [place]: value };
    host.book.sheets.setPageLayout(id, { headersFooters });
  },
});

export const headerFooter = defineClass<string>({
  name: "HeaderFooter",
  scalars: {
    LeftHeader: text("leftHeader"),
    CenterHeader: text("centerHeader"),
    RightHeader: text("rightHeader"),
    LeftFooter: text("leftFooter"),
    CenterFooter: text("centerFooter"),
    RightFooter: text("rightFooter"),
  },
});
