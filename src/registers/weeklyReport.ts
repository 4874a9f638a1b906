import { isoDate } from "../domain/calendar/serialDate";
import { isoWeek } from "../domain/calendar/isoWeek";
import type { Lang } from "./register";
import type {
  ReportColumn,
  ReportContent,
  ReportFigure,
  ReportFormat,
  ReportLine,
  ReportSection,
  ReportSource,
} from "./reportContent";
import { decisionOf, reworkOf } from "./reportDecision";
import { speaksOf } from "./inspectedGoods";
import { latestInspections, reportInspections, type ReportInspection } from "./reportInspections";
import {
  grouped,
  orderCell,
  partyCell,
  reasonCell,
  reportOrders,
  reportTerms,
  stepCell,
  type OrderGroup,
  type ReportOrder,
  type ReportTerms,
} from "./reportOrders";
import { partySection, recordOf, RECORD_WEEKS, weeksSection } from "./reportRecord";
import type { Tone } from "./statusColours";
import { unjudgedWhy } from "./unjudgedWhy";
import type { InspectionVerdict } from "./verdictOf";

/** How far the report looks ahead and, for inspections, back. */
const SHIPMENT_DAYS = 14;
const INSPECTION_DAYS = 7;

/**
 * The report for the manager in words and numbers: what is at risk and what to decide, how it went, what was inspected and what
 * leaves next. Pure: the same rows and forecasts give the same report.
 */
export function weeklyReport(source: ReportSource, lang: Lang): ReportContent {
  const terms = reportTerms(source, lang);
  const { words } = terms;
  const { asOf } = source;
  const orders = reportOrders(source);
  const { week, year } = isoWeek(asOf);
  const customers = partySection("customers", "customer", true, orders, terms);
  const factories = partySection("factories", "factory", !customers, orders, terms);
  const sections = [
    ordersSection(orders, terms),
    customers,
    factories,
    weeksSection(orders, terms),
    inspectionsSection(source, orders, terms),
    shipmentsSection(orders, terms),
    unjudgedSection(orders, terms),
  ];
  return {
    lang,
    sheetName: words.sheet(isoDate(asOf)),
    title: words.title(week, year),
    asOf: words.asOf(isoDate(asOf)),
    foot: words.page("{page}", "{pages}"),
    figures: figuresOf(source, orders, terms),
    sections: sections.filter((section) => section !== undefined),
  };
}

const isOpen = ({ shipped }: ReportOrder): boolean => shipped === undefined;

const levelTones: Readonly<Record<string, Tone>> = { RED: "bad", AMBER: "warn", GREEN: "good" };

function columnsOf<K extends string>(
  headings: Readonly<Record<K, string>>,
  formats: Partial<Record<K, ReportFormat>>,
): ReportColumn[] {
  return (Object.keys(headings) as K[]).map((id) => ({
    id,
    heading: headings[id],
    format: formats[id] ?? "text",
  }));
}

/** Worst first: by chance, then by due date. */
function byRisk(a: ReportOrder, b: ReportOrder): number {
  const rank = ({ risk }: ReportOrder) => ["RED", "AMBER", "GREEN"].indexOf(risk?.level ?? "GREEN");
  return (
    rank(a) - rank(b) ||
    (a.risk?.chance ?? 1) - (b.risk?.chance ?? 1) ||
    (a.due ?? Infinity) - (b.due ?? Infinity) ||
    compareText(a.po, b.po) ||
    compareText(a.style, b.style) ||
    compareText(a.colour, b.colour)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function riskCells(group: OrderGroup, terms: ReportTerms): (string | number)[] {
  const { order, qty } = group;
  const level = order.risk?.level;
  return [
    level && level !== "SHIPPED" ? terms.risk.levels[level] : "",
    orderCell(group, terms),
    partyCell(order),
    qty,
    order.due ?? "",
    order.risk?.ship ?? "",
    order.risk?.chance ?? "",
  ];
}

const toned = (group: OrderGroup, cells: (string | number)[]): ReportLine => {
  const tone = levelTones[group.order.risk?.level ?? ""];
  return { cells, ...(tone && { tone }) };
};

const RISK_FORMATS = { qty: "whole", due: "date", ship: "date", chance: "percent" } as const;

function ordersSection(orders: readonly ReportOrder[], terms: ReportTerms): ReportSection {
  const { words } = terms;
  const listed = orders
    .filter((order) => isOpen(order) && (order.risk?.level === "RED" || order.risk?.level === "AMBER"))
    .sort(byRisk);
  return {
    id: "orders",
    heading: words.orders.heading,
    notes: [listed.length === 0 ? words.orders.none : words.orders.together(listed.length)],
    columns: columnsOf(words.orders.columns, RISK_FORMATS),
    lines: grouped(listed).map((group) =>
      toned(group, [
        ...riskCells(group, terms),
        reasonCell(group.order, terms),
        stepCell(group.order, terms),
        decisionOf(group.order, terms),
      ]),
    ),
  };
}

function shipmentsSection(orders: readonly ReportOrder[], terms: ReportTerms): ReportSection {
  const { words, asOf, date } = terms;
  const last = asOf + SHIPMENT_DAYS;
  const when = ({ due = Infinity, risk }: ReportOrder) => Math.min(due, risk?.ship ?? Infinity);
  const listed = orders
    .filter((order) => isOpen(order) && when(order) <= last)
    .sort((a, b) => when(a) - when(b) || byRisk(a, b));
  const pieces = listed.reduce((sum, { qty }) => sum + qty, 0);
  const { verdicts } = words.inspections;
  const inspected = ({ inspection }: ReportOrder) =>
    inspection
      ? [inspection.verdict && verdicts[inspection.verdict], inspection.date && date(inspection.date)]
          .filter(Boolean)
          .join(" · ")
      : "";
  return {
    id: "shipments",
    heading: words.shipments.heading(date(asOf), date(last)),
    notes: [listed.length === 0 ? words.shipments.none : words.shipments.counts(listed.length, pieces)],
    columns: columnsOf(words.shipments.columns, RISK_FORMATS),
    lines: grouped(listed).map((group) =>
      toned(group, [
        ...riskCells(group, terms),
        stepCell(group.order, terms),
        inspected(group.order),
        group.order.remarks,
      ]),
    ),
  };
}

function unjudgedSection(orders: readonly ReportOrder[], terms: ReportTerms): ReportSection | undefined {
  const { words } = terms;
  const listed = orders.filter((order) => isOpen(order) && order.risk?.level === undefined);
  if (listed.length === 0) return undefined;
  return {
    id: "unjudged",
    heading: words.unjudged.heading,
    notes: [words.unjudged.note(listed.length)],
    columns: columnsOf(words.unjudged.columns, { qty: "whole", due: "date", ship: "date" }),
    lines: grouped(listed).map((group) => ({
      cells: [
        orderCell(group, terms),
        partyCell(group.order),
        group.qty,
        group.order.due ?? "",
        group.order.risk?.ship ?? "",
        unjudgedWhy(group.order, terms),
      ],
    })),
  };
}

function recentInspections(all: readonly ReportInspection[], asOf: number): ReportInspection[] {
  return all.filter(({ date }) => date !== undefined && date > asOf - INSPECTION_DAYS && date <= asOf);
}

const countOf = (inspections: readonly ReportInspection[], verdict: InspectionVerdict): number =>
  inspections.filter((one) => one.verdict === verdict).length;

const verdictTones: Readonly<Record<InspectionVerdict, Tone>> = {
  fail: "bad",
  pending: "warn",
  pass: "good",
};

function inspectionsSection(
  source: ReportSource,
  orders: readonly ReportOrder[],
  terms: ReportTerms,
): ReportSection {
  const { words, asOf, date } = terms;
  const { inspections: said } = words;
  const all = reportInspections(source);
  const recent = recentInspections(all, asOf);
  const pieces = recent.reduce((sum, { inspected }) => sum + inspected, 0);
  const defects = recent.reduce((sum, one) => sum + (one.inspected > 0 ? one.defects : 0), 0);
  const rank: readonly (InspectionVerdict | undefined)[] = ["fail", "pending", undefined];
  const listed = recent
    .filter(({ verdict }) => verdict !== "pass")
    .sort((a, b) => rank.indexOf(a.verdict) - rank.indexOf(b.verdict) || (b.date ?? 0) - (a.date ?? 0));
  const counts = said.counts(countOf(recent, "pass"), countOf(recent, "fail"), countOf(recent, "pending"));
  const rate = pieces > 0 ? [said.rate(((defects / pieces) * 100).toFixed(1), defects, pieces)] : [];
  const sums = [counts, ...rate];
  const notes = recent.length === 0 ? [said.none] : listed.length === 0 ? [...sums, said.allPassed] : sums;
  const latest = latestInspections(all, asOf);
  // A lot that passed since, or has left, needs nothing more.
  const rework = (one: ReportInspection): string => {
    const open = orders.find((order) => isOpen(order) && speaksOf(one, order) && latest(order) === one);
    return open && one.verdict === "fail" ? reworkOf(open, terms) : "";
  };
  return {
    id: "inspections",
    heading: said.heading(date(asOf - INSPECTION_DAYS + 1), date(asOf)),
    notes,
    columns: columnsOf(said.columns, { inspected: "whole", date: "date", rate: "decimal" }),
    lines: listed.map((one) => {
      const party = orders.find((order) => speaksOf(one, order));
      return {
        cells: [
          one.verdict ? said.verdicts[one.verdict] : "",
          [one.po, one.style].filter(Boolean).join("\n"),
          party ? partyCell(party) : "",
          one.inspected,
          one.date ?? "",
          one.type,
          one.inspected > 0 ? (one.defects / one.inspected) * 100 : "",
          one.reason,
          one.id,
          [rework(one), one.remarks].filter(Boolean).join("\n"),
        ],
        ...(one.verdict && { tone: verdictTones[one.verdict] }),
      };
    }),
  };
}

function figuresOf(
  source: ReportSource,
  orders: readonly ReportOrder[],
  { words }: ReportTerms,
): ReportFigure[] {
  const { figures } = words;
  const { asOf } = source;
  const open = orders.filter(isOpen);
  const of = (some: readonly ReportOrder[]) => ({
    value: some.length,
    format: "whole" as const,
    detail: figures.pieces(some.reduce((sum, { qty }) => sum + qty, 0)),
  });
  const level = (name: string) => of(open.filter(({ risk }) => risk?.level === name));
  const { dated, onTime } = recordOf(orders, asOf);
  const recent = recentInspections(reportInspections(source), asOf);
  const due = open.filter((order) => order.due !== undefined && order.due <= asOf + SHIPMENT_DAYS);
  return [
    { label: figures.open, ...of(open) },
    { label: figures.red, ...level("RED"), tone: "bad" },
    { label: figures.amber, ...level("AMBER"), tone: "warn" },
    { label: figures.green, ...level("GREEN"), tone: "good" },
    {
      label: figures.onTime(RECORD_WEEKS),
      value: dated.length === 0 ? "–" : onTime / dated.length,
      format: "percent",
      detail: dated.length === 0 ? figures.none : figures.shippedOf(onTime, dated.length),
    },
    {
      label: figures.inspections,
      value: recent.length,
      format: "whole",
      detail: figures.failedOf(countOf(recent, "fail"), recent.length),
    },
    { label: figures.due, ...of(due) },
  ];
}
