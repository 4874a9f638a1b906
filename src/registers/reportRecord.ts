import { isoWeek } from "../domain/calendar/isoWeek";
import type { ReportColumn, ReportLine, ReportSection, SectionId } from "./reportContent";
import type { ReportOrder, ReportTerms } from "./reportOrders";

/** How far back the on-time record looks, the week of the report included. */
export const RECORD_WEEKS = 8;

/** What left in those weeks and had a due date. */
export function recordOf(orders: readonly ReportOrder[], asOf: number) {
  const first = isoWeek(asOf).monday - 7 * (RECORD_WEEKS - 1);
  const left = orders.filter(({ shipped }) => shipped !== undefined && shipped >= first);
  const dated = left.flatMap(({ shipped = 0, due, customer, factory }) =>
    due === undefined ? [] : [{ shipped, onTime: shipped <= due, customer, factory }],
  );
  const onTime = dated.filter((one) => one.onTime).length;
  return { first, dated, onTime, undated: left.length - dated.length };
}

const column = (id: string, heading: string, format: ReportColumn["format"]): ReportColumn => ({
  id,
  heading,
  format,
});

export function weeksSection(
  orders: readonly ReportOrder[],
  { asOf, words, date }: ReportTerms,
): ReportSection {
  const { weeks } = words;
  const { first, dated, undated } = recordOf(orders, asOf);
  const lines = Array.from({ length: RECORD_WEEKS }, (_, index): ReportLine => {
    const monday = first + 7 * index;
    const { week } = isoWeek(monday);
    const shipped = dated.filter((one) => one.shipped >= monday && one.shipped < monday + 7);
    const onTime = shipped.filter((one) => one.onTime).length;
    const span = words.span(date(monday), date(Math.min(monday + 6, asOf)));
    const share = shipped.length === 0 ? "" : onTime / shipped.length;
    return { cells: [weeks.week(week), span, shipped.length, onTime, shipped.length - onTime, share] };
  });
  const all = dated.length;
  const onTime = dated.filter((one) => one.onTime).length;
  const total: ReportLine = { cells: [words.total, "", all, onTime, all - onTime, onTime / all], bold: true };
  const notes = undated > 0 ? [weeks.undated(undated)] : [];
  return {
    id: "weeks",
    heading: weeks.heading(RECORD_WEEKS),
    notes: all === 0 ? [weeks.none, ...notes] : notes,
    columns: [
      column("week", weeks.columns.week, "text"),
      column("dates", weeks.columns.dates, "text"),
      column("shipped", weeks.columns.shipped, "whole"),
      column("onTime", weeks.columns.onTime, "whole"),
      column("late", weeks.columns.late, "whole"),
      column("share", weeks.columns.share, "percent"),
    ],
    lines: all === 0 ? [] : [...lines, total],
    ...(all > 0 && {
      chart: {
        kind: "ColumnStacked",
        title: weeks.chart,
        categories: "week",
        series: [
          { column: "onTime", tone: "good" },
          { column: "late", tone: "bad" },
        ],
        lines: RECORD_WEEKS,
      },
    }),
  };
}

/** As many bars as can still be told apart beside the table. */
const MOST_BARS = 12;

/** Undefined where no order names such a party. */
export function partySection(
  id: Extract<SectionId, "customers" | "factories">,
  party: "customer" | "factory",
  withChart: boolean,
  orders: readonly ReportOrder[],
  { asOf, words }: ReportTerms,
): ReportSection | undefined {
  if (!orders.some((order) => order[party] !== "")) return undefined;
  const { dated } = recordOf(orders, asOf);
  const names = [...new Set(orders.map((order) => order[party]))];
  const counted = names.map((name) => {
    const open = orders.filter((order) => order[party] === name && order.shipped === undefined);
    const of = (level: string) => open.filter(({ risk }) => risk?.level === level).length;
    const left = dated.filter((order) => order[party] === name);
    const onTime = left.filter((one) => one.onTime).length;
    return { name, open: open.length, red: of("RED"), amber: of("AMBER"), green: of("GREEN"), left, onTime };
  });
  counted.sort(
    (a, b) =>
      b.red - a.red ||
      b.amber - a.amber ||
      b.open - a.open ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
  const sum = (read: (one: (typeof counted)[number]) => number) =>
    counted.reduce((all, one) => all + read(one), 0);
  const share = (onTime: number, all: number) => (all === 0 ? "" : onTime / all);
  const { columns } = words.parties;
  const { heading, column: title } = words[id];
  return {
    id,
    heading,
    notes: [words.parties.record(RECORD_WEEKS)],
    columns: [
      column("place", columns.place, "whole"),
      column("name", title, "text"),
      column("open", columns.open, "whole"),
      column("red", columns.red, "whole"),
      column("amber", columns.amber, "whole"),
      column("green", columns.green, "whole"),
      column("onTime", columns.onTime, "percent"),
    ],
    lines: [
      ...counted.map(({ name, open, red, amber, green, left, onTime }, index) => ({
        cells: [index + 1, name || words.noName, open, red, amber, green, share(onTime, left.length)],
      })),
      {
        cells: [
          "",
          words.total,
          sum(({ open }) => open),
          sum(({ red }) => red),
          sum(({ amber }) => amber),
          sum(({ green }) => green),
          share(
            sum(({ onTime }) => onTime),
            sum(({ left }) => left.length),
          ),
        ],
        bold: true,
      },
    ],
    ...(withChart && {
      chart: {
        kind: "BarStacked",
        title: words.parties.chart(title),
        categories: "name",
        series: [
          { column: "red", tone: "bad" },
          { column: "amber", tone: "warn" },
          { column: "green", tone: "good" },
        ],
        lines: Math.min(counted.length, MOST_BARS),
      },
    }),
  };
}
