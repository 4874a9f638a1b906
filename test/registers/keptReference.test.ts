import fc from "fast-check";
import { milestoneColumns } from "../../src/domain/schedule/milestoneHeading";
import { formulaNeeds } from "../../src/registers/formulaNeeds";
import { keptFormula, type KeptPlace, type KeptPlaces } from "../../src/registers/keptReference";
import type { Lang, RegisterId } from "../../src/registers/register";
import { fieldOf, registers } from "../../src/registers/registers";

const LANGS: readonly Lang[] = ["en", "zh-CN"];
const formula = (
  register: RegisterId,
  id: string,
  own: KeptPlaces,
  row: number,
  others: Parameters<typeof keptFormula>[3] = {},
  lang: Lang = "en",
): string | undefined => keptFormula(fieldOf(register, id)!, own, row, others, lang);

const columns = (ids: readonly string[], from = 0): KeptPlaces["fields"] =>
  Object.fromEntries(ids.map((id, index) => [id, { column: from + index }]));

/** Rows that are not held fast, moved down. */
const moved = (text: string, by: number): string =>
  text
    .split('"')
    .map((part, index) =>
      index % 2
        ? part
        : part.replace(
            /(\$[A-Z]{1,3})(\d+)\b/g,
            (_, column: string, row: string) => `${column}${Number(row) + by}`,
          ),
    )
    .join('"');

const typed = (register: RegisterId): string[] =>
  registers[register].fields.filter(({ type }) => type !== "formula").map(({ id }) => id);

test("a row looks at its own cells", () => {
  const own = { fields: columns(["po", "due", "T30.plan", "T30.actual"], 2), firstRow: 4 };
  expect(formula("orders", "daysLate", own, 6)).toBe("=MERCH.DAYSLATE($D7,$F7,AsOf)");
  expect(formula("orders", "status", own, 4)).toBe('=MERCH.TASTATUS($D5,$F5,AsOf,3,$E5,"en")');
});

test("a blank cell of a filled-down column is the last filled one above it", () => {
  const fields = { due: { column: 3, fillDown: true }, "T30.actual": { column: 30 } };
  expect(formula("orders", "daysLate", { fields, firstRow: 4 }, 6)).toBe(
    '=MERCH.DAYSLATE(IFERROR(LOOKUP(2,1/($D$5:$D7<>""),$D$5:$D7),""),$AE7,AsOf)',
  );
});

test("what stands once on the sheet is held fast", () => {
  const own: KeptPlaces = {
    fields: {
      due: { row: 1, column: 2 },
      "T19S.plan": { row: 7, column: 1 },
      "T30.plan": { row: 8, column: 1 },
      "T30.actual": { row: 8, column: 2 },
    },
    firstRow: 5,
  };
  expect(formula("orders", "daysLate", own, 5)).toBe("=MERCH.DAYSLATE($C$2,$C$9,AsOf)");
  expect(formula("orders", "forecastShip", own, 5)).toBe(
    '=MERCH.SHIPDATE({"Cutting start plan","Ex-factory plan","Ex-factory actual"},' +
      "CHOOSE({1,2,3},$B$8,$B$9,$C$9),,AsOf,Calendar,Closures)",
  );
});

test("milestones without a field of their own are told by the code of their task, as the functions read it", () => {
  const ids = ["T06S", "T06", "T15W", "T19", "T21S", "T24S", "T37", "TOP"];
  const fields = columns([...ids.flatMap((id) => [`${id}.plan`, `${id}.actual`]), "T30.actual"]);
  for (const lang of LANGS) {
    const text = formula("orders", "nextStep", { fields, firstRow: 1 }, 1, {}, lang)!;
    const headings = /\{("[^}]*")\}/
      .exec(text)![1]!
      .split(",")
      .map((one) => one.slice(1, -1));
    const read = milestoneColumns(headings).map(({ code, part, kind }) => `${code} ${part} ${kind}`);
    const wanted = ids.flatMap((id) => {
      const start = /\dS$/.test(id);
      const task = `${start ? id.slice(0, -1) : id} ${start ? "start" : "finish"}`;
      return [`${task} plan`, `${task} actual`];
    });
    expect([...read].sort()).toEqual(["T30 finish actual", ...wanted].sort());
  }
});

test("another register is looked at as a table, or as plain ranges on its sheet", () => {
  const own = { fields: columns(["po", "style"]), firstRow: 1 };
  const ranges = { sheet: "QC '26", firstRow: 2, lastRow: 999, columns: { orderKey: 9, verdict: 3 } };
  expect(formula("orders", "qc", own, 3, { inspections: ranges })).toBe(
    `=IF($A4="","",XLOOKUP($A4&"|"&$B4,'QC ''26'!$J$3:$J$1000,'QC ''26'!$D$3:$D$1000,"",0,-1))`,
  );
  const table = { table: "Inspections", headings: { orderKey: "Order key", verdict: "Verdict" } };
  expect(formula("orders", "qc", own, 3, { inspections: table })).toContain(
    "Inspections[Order key],Inspections[Verdict]",
  );
  expect(formula("orders", "qc", own, 3)).toBeUndefined();
  expect(
    formulaNeeds(fieldOf("orders", "qc")!, { table: "", headings: { po: "", style: "" } }, {}, "en"),
  ).toEqual([{ kind: "register", id: "inspections" }]);
});

test("templates of the workbook's own are looked up for the order's own template and factory", () => {
  const own = { fields: columns(["template", "factory", "due", "T30.actual"]), firstRow: 1 };
  const templates = {
    table: "Templates",
    headings: { for: "For", code: "Code", predecessors: "Predecessors" },
  };
  expect(formula("orders", "chance", own, 1, { templates })).toContain(
    'IF($A2="","",FILTER(Templates[[Code]:[Predecessors]],Templates[For]=$A2&"|"&$B2,',
  );
});

test("the formula of a row copied to another is that row's own, for every field and wherever the columns are", () => {
  const registerIds = fc.constantFrom<RegisterId>("orders", "inspections");
  fc.assert(
    fc.property(
      registerIds,
      fc.infiniteStream(fc.nat(150)),
      fc.infiniteStream(fc.constantFrom("column", "down", "once")),
      fc.nat(40),
      fc.nat(3000),
      fc.nat(3000),
      fc.constantFrom(...LANGS),
      (register, places, kinds, firstRow, one, other, lang) => {
        const fields = Object.fromEntries(
          typed(register).map((id): [string, KeptPlace] => {
            const column = places.next().value as number;
            const kind = kinds.next().value as string;
            return [
              id,
              kind === "once"
                ? { row: 0, column }
                : kind === "down"
                  ? { column, fillDown: true }
                  : { column },
            ];
          }),
        );
        const others = {
          inspections: {
            sheet: "QC",
            firstRow: 1,
            lastRow: 999,
            columns: { orderKey: 0, verdict: 1, reason: 2 },
          },
          templates: { table: "Templates", headings: { for: "For", code: "Code", predecessors: "P" } },
        };
        const own = { fields, firstRow };
        const [from, to] = [firstRow + one, firstRow + other];
        for (const { id, type } of registers[register].fields) {
          if (type !== "formula") continue;
          const here = formula(register, id, own, from, others, lang)!;
          expect(here).toMatch(/^=/);
          expect(here.length).toBeLessThan(8192);
          expect(moved(here, to - from)).toBe(formula(register, id, own, to, others, lang));
        }
      },
    ),
    { numRuns: 100 },
  );
});

test("under headings that the functions read as we do, the milestones are read in one piece with these headings", () => {
  const texts = ["PO", "Fabric in-house plan", "Fabric in-house actual", "Who", "Ex-factory actual", "Due"];
  const ids = ["po", "T09.plan", "T09.actual", "merchandiser", "T30.actual", "due"];
  const own: KeptPlaces = { fields: columns(ids, 2), headings: { row: 3, column: 2, texts }, firstRow: 4 };
  expect(formula("orders", "nextStep", own, 6)).toBe('=MERCH.NEXTSTEP($D$4:$G$4,$D7:$G7,"name",,AsOf)');
  const nicknames = {
    ...own,
    headings: { row: 3, column: 2, texts: texts.map((one, at) => (at === 1 ? "Cloth" : one)) },
  };
  const oneByOne =
    '=MERCH.NEXTSTEP({"Fabric in-house plan","Fabric in-house actual","Ex-factory actual"},' +
    'CHOOSE({1,2,3},$D7,$E7,$G7),"name",,AsOf)';
  expect(formula("orders", "nextStep", nicknames, 6)).toBe(oneByOne);
  // A column that stands for something else must not be read as a date.
  const stranger = {
    ...own,
    headings: { row: 3, column: 2, texts: texts.map((one, at) => (at === 3 ? "Packing" : one)) },
  };
  expect(formula("orders", "nextStep", stranger, 6)).toBe(oneByOne);
  // What is computed from the dates must not be looked at by its own formula.
  const computed = { ...own, fields: { ...own.fields, risk: { column: 5 } } };
  expect(formula("orders", "nextStep", computed, 6)).toBe(oneByOne);
});
