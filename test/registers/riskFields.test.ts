import fc from "fast-check";
import { milestoneColumns } from "../../src/domain/schedule/milestoneHeading";
import { formulaOf } from "../../src/registers/formulaOf";
import { milestones } from "../../src/registers/milestones";
import { word, type Lang, type TableNames } from "../../src/registers/register";
import { fieldOf, registers } from "../../src/registers/registers";
import { riskFieldIds } from "../../src/registers/riskFieldIds";

const { fields } = registers.orders;
const setUpTable = (lang: Lang): TableNames => ({
  table: "Orders",
  headings: Object.fromEntries(fields.map(({ id, heading }) => [id, word(heading, lang)])),
  order: fields.map(({ heading }) => word(heading, lang)),
});
const formula = (
  id: string,
  own: TableNames,
  lang: Lang = "en",
  others: Parameters<typeof formulaOf>[2] = {},
): string | undefined => formulaOf(fieldOf("orders", id)!, own, others, lang);

const dates = ["orderDate", ...milestones.flatMap(({ id }) => [`${id}.plan`, `${id}.actual`])];

/** What each column is to the functions: the field that we hold it for, by its place in the two arguments. */
function whatIsRead(text: string, own: TableNames): string[] {
  const fieldUnder = (heading: string): string =>
    Object.entries(own.headings).find(([, its]) => its === heading)?.[0] ?? heading;
  const span = /\(Orders\[\[#Headers\],\[([^\]]+)\]:\[([^\]]+)\]\],Orders\[@\[\1\]:\[\2\]\],/.exec(text);
  const listed = /\(\{([^}]*)\},CHOOSE\(\{([\d,]*)\},((?:\[@(?:\[[^\]]*\]|[^\]]*)\],?)*)\),/.exec(text);
  let titles: string[];
  let under: string[];
  if (span) {
    const order = own.order ?? [];
    titles = order.slice(order.indexOf(span[1]!), order.indexOf(span[2]!) + 1);
    under = titles.map(fieldUnder);
  } else {
    titles = listed![1]!.split(",").map((quoted) => quoted.slice(1, -1));
    under = [...listed![3]!.matchAll(/\[@\[?([^\]]*)\]/g)].map(([, heading]) => fieldUnder(heading!));
    expect(listed![2]!.split(",").map(Number)).toEqual(under.map((_, i) => i + 1));
    expect(titles).toHaveLength(under.length);
  }
  expect(under.filter((id) => (riskFieldIds as readonly string[]).includes(id))).toEqual([]);
  return milestoneColumns(titles).map(({ column, code, part, kind }) => {
    const id = under[column]!;
    const milestone = milestones.find((one) => id.startsWith(`${one.id}.`));
    const means = milestone
      ? { code: milestone.code, part: milestone.part, kind: id.endsWith("plan") ? "plan" : "actual" }
      : { code: "T00", part: "finish", kind: "either" };
    expect({ code, part }).toEqual({ code: means.code, part: means.part });
    if (kind !== "either") expect(kind).toBe(means.kind);
    else expect(means.kind).not.toBe("plan");
    return id;
  });
}

test("in a table that we set up the functions read its milestone columns from the order date to ex-factory", () => {
  expect(formula("risk", setUpTable("en"))).toBe(
    "=MERCH.RISK(Orders[[#Headers],[Order date]:[Ex-factory actual]],Orders[@[Order date]:[Ex-factory actual]]," +
      '[@[Ex-factory due]],[@Template],AsOf,Calendar,Closures,"en")',
  );
  expect(formula("nextDate", setUpTable("zh-CN"), "zh-CN")).toBe(
    "=MERCH.NEXTSTEP(Orders[[#Headers],[下单日期]:[离厂实际]],Orders[@[下单日期]:[离厂实际]]," +
      '"date",[@模板],AsOf)',
  );
  for (const lang of ["en", "zh-CN"] as const) {
    const own = setUpTable(lang);
    expect(whatIsRead(formula("chance", own, lang)!, own)).toEqual(dates);
  }
});

test("whatever the order, the names and the neighbours of the columns, exactly those that hold the dates are read", () => {
  const names = fc.constantFrom("own", "odd", "synonym");
  const strangers = [
    "Fabric",
    "面料",
    "Packing",
    "Sewing line",
    "Inspection",
    "ETD",
    "Dyeing finish",
    "Trims",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom<Lang>("en", "zh-CN"),
      fc.array(names, { minLength: fields.length, maxLength: fields.length }),
      fc.subarray([...fields.map(({ id }) => id), ...strangers.map((heading) => `?${heading}`)], {
        minLength: 4,
      }),
      fc.infiniteStream(fc.nat()),
      fc.boolean(),
      (lang, styles, kept, chance, shuffled) => {
        const columns = [...kept];
        if (shuffled) {
          for (let k = columns.length - 1; k > 0; k--) {
            const j = (chance.next().value as number) % (k + 1);
            [columns[k], columns[j]] = [columns[j]!, columns[k]!];
          }
        }
        const order: string[] = [];
        const headings: Record<string, string> = {};
        columns.forEach((id, place) => {
          const field = fieldOf("orders", id);
          const style = field && styles[fields.indexOf(field)];
          const wanted =
            field === undefined
              ? id.slice(1)
              : style === "own"
                ? word(field.heading, lang)
                : style === "odd"
                  ? `Column ${place}`
                  : (field.synonyms[place % field.synonyms.length] ?? id).replace(/[#[\]'@]/g, "");
          const heading = order.includes(wanted) ? `${wanted} ${place}` : wanted;
          order.push(heading);
          if (field) headings[id] = heading;
        });
        const own = { table: "Orders", headings, order };
        const text = formula("forecastShip", own, lang);
        const had = dates.filter((id) => headings[id] !== undefined);
        if (!had.some((id) => id.endsWith(".actual"))) expect(text).toBeUndefined();
        else expect(whatIsRead(text!, own).sort()).toEqual(had.sort());
      },
    ),
    { numRuns: 100 },
  );
});

test("without a due date there is no chance of meeting it, but still a forecast and a next step", () => {
  const { due: _due, ...headings } = setUpTable("en").headings;
  const own = { ...setUpTable("en"), headings };
  const had = riskFieldIds.filter((id) => formula(id, own) !== undefined);
  expect(had).toEqual(["forecastShip", "nextStep", "nextDate", "nextOwner"]);
});

test("a workbook's own templates are looked up by template and factory, then by template, then by name", () => {
  const templates = {
    table: "Templates",
    headings: { for: "For", code: "Code", predecessors: "Predecessors", heldUp: "Held up" },
  };
  const own = setUpTable("en");
  const tasks = "Templates[[Code]:[Held up]]";
  const general = `FILTER(${tasks},Templates[For]=[@Template],[@Template])`;
  expect(formula("forecastShip", own, "en", { templates })).toContain(
    `,IF([@Template]="","",FILTER(${tasks},Templates[For]=[@Template]&"|"&[@Factory],${general})),AsOf`,
  );
  const { factory: _factory, ...headings } = own.headings;
  expect(formula("forecastShip", { ...own, headings }, "en", { templates })).toContain(
    `,IF([@Template]="","",${general}),AsOf`,
  );
  // A table from which somebody has taken the last column still does.
  const { heldUp: _heldUp, ...shorter } = templates.headings;
  expect(formula("forecastShip", own, "en", { templates: { ...templates, headings: shorter } })).toContain(
    "FILTER(Templates[[Code]:[Predecessors]]",
  );
});
