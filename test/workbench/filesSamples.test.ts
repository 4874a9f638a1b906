/** @jest-environment node */
import { readFileSync } from "node:fs";
import { AS_OF, makeTracker, officeCalendar, serialOf, type Tracker } from "../../samples/makeTracker";
import type { SourcingOffice } from "../../samples/office";
import { officeEn } from "../../samples/officeEn";
import { officeZh } from "../../samples/officeZh";
import { isoDate } from "../../src/domain/calendar/serialDate";
import { isWorkday } from "../../src/domain/calendar/isWorkday";
import { lotPlan } from "../../src/domain/quality/lotPlan";
import { qcStatus } from "../../src/domain/quality/verdict";
import { orderRisks, type RiskRequest } from "../../src/domain/schedule/orderRisk";
import { taTemplate, taTemplateName } from "../../src/domain/schedule/taTemplate";
import { milestones } from "../../src/registers/milestones";
import { registers } from "../../src/registers/registers";
import { word, type Fields, type RegisterId } from "../../src/registers/register";
import type { FileSheet, FileValue } from "../../src/workbench/files/fileBook";
import { parseRef } from "../../src/workbench/files/a1";
import { readXlsx } from "../../src/workbench/files/readXlsx";

const SAMPLES: [string, SourcingOffice][] = [
  ["tracker-zh.xlsx", officeZh],
  ["tracker-en.xlsx", officeEn],
];

/** A table's rows by heading. */
function rowsOf(sheet: FileSheet): Record<string, FileValue>[] {
  const table = sheet.tables![0]!;
  const area = parseRef(table.ref)!;
  const rows = Array.from({ length: area.bottom - area.top }, (): Record<string, FileValue> => ({}));
  for (const { row, column, value } of sheet.cells) {
    const name = table.columns[column - area.left]?.name;
    if (row > area.top && row <= area.bottom && name !== undefined && value !== undefined)
      rows[row - area.top - 1]![name] = value;
  }
  return rows;
}

const read = (name: string) =>
  readXlsx(readFileSync(`assets/samples/${name}`), { functions: [], addInId: "" });

describe.each(SAMPLES)("%s", (name, office) => {
  const tracker: Tracker = makeTracker(office);

  test("holds the rows that its source makes, and an answer in every formula", async () => {
    const { book, notKept } = await read(name);
    expect(notKept).toEqual([]);
    const wanted: Partial<Record<RegisterId, readonly Fields[]>> = {
      orders: tracker.orders,
      inspections: tracker.inspections.map(({ inspection }) => inspection),
      defects: tracker.inspections.flatMap(({ defects }) => defects),
    };
    for (const [id, rows] of Object.entries(wanted) as [RegisterId, readonly Fields[]][]) {
      const register = registers[id];
      const sheet = book.sheets.find(({ tables }) => tables?.[0]?.name === register.tableName)!;
      const typed = register.fields.filter(({ type }) => type !== "formula");
      const found = rowsOf(sheet).map((row) =>
        Object.fromEntries(
          typed.flatMap((field) =>
            row[word(field.heading, office.lang)] === undefined
              ? []
              : [[field.id, row[word(field.heading, office.lang)]]],
          ),
        ),
      );
      expect(found).toEqual(rows);
      const formulas = sheet.cells.filter(({ formula }) => formula !== undefined);
      expect(formulas).toHaveLength(
        rows.length * register.fields.filter(({ type }) => type === "formula").length,
      );
      expect(formulas.filter(({ value }) => value === undefined || typeof value === "object")).toEqual([]);
    }
    const asOf = book.names.find((one) => one.name === "AsOf")!;
    const [sheetName, cell] = asOf.formula.slice(1).split("!") as [string, string];
    const place = parseRef(cell)!;
    const settings = book.sheets.find((one) => one.name === sheetName)!;
    expect(settings.cells.find(({ row, column }) => row === place.top && column === place.left)!.value).toBe(
      AS_OF,
    );
  });

  test("shows every stage: most on time, some late, a few bad, some overdue, some due this week", () => {
    const rows = tracker.orders.map((order) => ({
      due: Number(order.due),
      out: order["T30.actual"] as number | undefined,
      cut: order["T19S.actual"],
      fabric: order["T09.actual"],
    }));
    const shipped = rows.filter(({ out }) => out !== undefined);
    const late = shipped.filter(({ out, due }) => out! > due);
    const share = (part: unknown[]): number => part.length / rows.length;
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(rows.length).toBeLessThanOrEqual(100);
    expect(late.length / shipped.length).toBeLessThan(0.4);
    expect(late.length).toBeGreaterThan(3);
    expect(late.some(({ out, due }) => out! - due >= 7)).toBe(true);
    expect(rows.filter(({ out, due }) => out === undefined && due < AS_OF).length).toBeGreaterThanOrEqual(3);
    expect(
      rows.filter(({ out, due }) => out === undefined && due >= AS_OF && due <= AS_OF + 7).length,
    ).toBeGreaterThanOrEqual(2);
    expect(share(rows.filter(({ cut, out }) => cut !== undefined && out === undefined))).toBeGreaterThan(0.1);
    expect(share(rows.filter(({ fabric }) => fabric === undefined))).toBeGreaterThan(0.1);
    expect(new Set(tracker.orders.map(({ template }) => template)).size).toBe(4);
    expect(new Set(tracker.orders.map(({ customer }) => customer)).size).toBe(3);
    expect(new Set(tracker.orders.map(({ factory }) => factory)).size).toBe(5);
    expect(
      tracker.orders.some(
        ({ "T04.plan": lab, "T04.actual": approved }) => lab !== undefined && approved === undefined,
      ),
    ).toBe(true);
  });

  test("the risk columns say what the forecast says: most orders green, some amber, some red", async () => {
    const { book } = await read(name);
    const sheet = book.sheets.find(({ tables }) => tables?.[0]?.name === "Orders")!;
    const heading = (id: string): string =>
      word(registers.orders.fields.find((field) => field.id === id)!.heading, office.lang);
    const dates = milestones.flatMap(({ id }) => [`${id}.plan`, `${id}.actual`]);
    const request: RiskRequest = {
      asOf: AS_OF,
      calendar: office.calendar,
      closures: office.closures.map(([date, kind = ""]) => [serialOf(String(date)), kind]),
      templates: Object.fromEntries(
        tracker.orders.map(({ template }) => [
          String(template),
          taTemplate(taTemplateName(String(template))),
        ]),
      ),
      followed: ["T00", ...milestones.map(({ id }) => id)],
      orders: tracker.orders.map((order, i) => ({
        key: String(i),
        template: String(order.template),
        due: Number(order.due),
        dates: {
          "T00.actual": Number(order.orderDate),
          ...Object.fromEntries(
            dates.flatMap((id) => (order[id] === undefined ? [] : [[id, Number(order[id])]])),
          ),
        },
      })),
    };
    const shown = rowsOf(sheet);
    const words = office.lang === "en" ? ["GREEN", "AMBER", "RED", "SHIPPED"] : ["绿", "黄", "红", "已出"];
    const counts = words.map((one) => shown.filter((row) => row[heading("risk")] === one).length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(tracker.orders.length);
    // One in five, or it would take the better part of the test's time.
    const asked = request.orders.filter((_, i) => i % 5 === 4);
    expect(asked.length).toBeGreaterThan(10);
    orderRisks({ ...request, orders: asked }).forEach(({ key, level, chance, ship, next }) => {
      const row = shown[Number(key)]!;
      const place = ["GREEN", "AMBER", "RED", "SHIPPED"].indexOf(level ?? "");
      expect([row[heading("risk")], row[heading("forecastShip")]]).toEqual([words[place], ship]);
      expect(row[heading("chance")]).toBeCloseTo(chance!, 6);
      expect(row[heading("nextDate")] ?? "").toBe(next?.date ?? next?.forecast ?? "");
      expect(row[heading("riskWhy")] as string).toContain(isoDate(ship!));
    });
    const [green, amber, red] = counts as [number, number, number];
    expect(green).toBeGreaterThan(amber + red);
    expect(amber).toBeGreaterThanOrEqual(2);
    expect(red).toBeGreaterThanOrEqual(4);
  });

  test("two kinds of order have gone through often enough for their durations to be learned", () => {
    const finished = new Map<string, number>();
    for (const order of tracker.orders) {
      if (order["T30.actual"] === undefined) continue;
      const kind = `${String(order.template)}|${String(order.factory)}`;
      finished.set(kind, (finished.get(kind) ?? 0) + 1);
    }
    expect([...finished.values()].filter((count) => count >= 18).length).toBeGreaterThanOrEqual(2);
  });

  test("no order passes its milestones out of turn, on a day off or after the as-of date", () => {
    const calendar = officeCalendar(office);
    for (const order of tracker.orders) {
      const dates = milestones.map(({ id }) => order[`${id}.actual`] as number | undefined);
      for (const date of dates)
        if (date !== undefined)
          expect([isWorkday(date, calendar), date <= AS_OF, date >= Number(order.orderDate)]).toEqual([
            true,
            true,
            true,
          ]);
      // From cutting on, one thing follows the other.
      const line = ["T19S", "T21", "T27", "T29", "T30"].map(
        (id) => order[`${id}.actual`] as number | undefined,
      );
      for (const [index, date] of line.slice(1).entries())
        if (date !== undefined) expect(line[index]).toBeLessThanOrEqual(date);
      const sizes = String(order.sizes)
        .split(", ")
        .reduce((sum, part) => sum + Number(part.split(" ").at(-1)), 0);
      expect(sizes).toBe(order.qty);
    }
    const keys = tracker.orders.map(({ po, style, colour }) => `${po}|${style}|${colour}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("defects add up to what their inspection says, and verdicts of every kind are there", () => {
    const verdicts = new Set<string>();
    const kinds = registers.defects.fields.find(({ id }) => id === "class")!.choices!;
    expect(tracker.inspections.length).toBeGreaterThanOrEqual(50);
    expect(tracker.inspections.length).toBeLessThanOrEqual(100);
    const ids = new Set(tracker.inspections.map(({ inspection }) => inspection.id));
    expect(ids.size).toBe(tracker.inspections.length);
    for (const { inspection, defects } of tracker.inspections) {
      const counted = kinds.map((kind) =>
        defects
          .filter((one) => one.class === word(kind, office.lang))
          .reduce((sum, { count }) => sum + Number(count), 0),
      );
      const said = ["critical", "major", "minor"].map((id) => Number(inspection[id] ?? 0));
      expect(counted).toEqual(said);
      expect(tracker.orders.some(({ po, style }) => po === inspection.po && style === inspection.style)).toBe(
        true,
      );
      if (inspection.reinspectionOf !== undefined) expect(ids.has(inspection.reinspectionOf)).toBe(true);
      const plan = lotPlan(Number(inspection.lot), {
        majorAql: Number(inspection.majorAql),
        minorAql: Number(inspection.minorAql),
      })!;
      const count = (id: string): number | undefined =>
        inspection[id] === undefined ? undefined : Number(inspection[id]);
      verdicts.add(
        qcStatus(
          { major: plan.major, minor: plan.minor, sample: plan.sample },
          {
            critical: count("critical"),
            major: count("major"),
            minor: count("minor"),
            inspected: count("inspected"),
          },
        ),
      );
    }
    expect([...verdicts].sort()).toEqual(["FAIL", "PASS", "PENDING"]);
  });
});
