import { milestoneColumns, type MilestoneHeading, type NamedTask } from "../domain/schedule/milestoneHeading";
import { taTemplate, taTemplateWords, type TaTemplateName } from "../domain/schedule/taTemplate";
import { milestoneColumnHeading, milestones, orderDateHeading } from "./milestones";
import type { Lang, MilestoneArguments, TableNames, Words } from "./register";
import { word } from "./register";
import { riskFieldIds } from "./riskFieldIds";
import { headingsOf, ownCell, ownCells } from "./structuredReference";

/** A column that a forecast reads, and what the functions must take it for. */
interface Read {
  readonly fieldId: string;
  readonly means: MilestoneHeading;
  /** A heading that says so, in either language. */
  readonly plainly: Words;
}

const reads: readonly Read[] = [
  {
    fieldId: "orderDate",
    means: { code: "T00", part: "finish", kind: "either" },
    plainly: orderDateHeading,
  },
  ...milestones.flatMap((milestone) =>
    (["plan", "actual"] as const).map((kind): Read => ({
      fieldId: `${milestone.id}.${kind}`,
      means: { code: milestone.code, part: milestone.part, kind },
      plainly: milestoneColumnHeading(milestone, kind),
    })),
  ),
];

/** Names of tasks are headings of milestones too, in either language; most templates share them. */
const tasks: readonly NamedTask[] = [
  ...new Map(
    (Object.keys(taTemplateWords) as TaTemplateName[])
      .flatMap((name) => [...taTemplate(name, "en"), ...taTemplate(name, "zh")])
      .map((task) => [`${task.code} ${task.name}`, task]),
  ).values(),
];

const columnOfRead = (own: TableNames, { fieldId }: Read): string | undefined => own.headings[fieldId];

/** Columns from the first milestone to the last, by their places among the headings. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Where the milestone columns stand, if the functions read in the headings from the first to the last what we know of these
 * columns, and nothing else: not the due date, not somebody's remarks on fabric. Undefined where they do not, or where a column
 * lies between that is computed from these dates: a formula must not look at itself.
 */
function spanOf(
  headings: readonly string[],
  known: readonly { readonly means: MilestoneHeading; readonly place: number }[],
  computed: readonly number[],
): Span | undefined {
  const places = known.map(({ place }) => place);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  if (first < 0 || computed.some((place) => place >= first && place <= last)) return undefined;
  const found = milestoneColumns(headings.slice(first, last + 1), tasks);
  const asKnown = known.every(({ means, place }) =>
    found.some(
      ({ column, code, part, kind }) =>
        column === place - first &&
        code === means.code &&
        part === means.part &&
        (kind === means.kind || (kind === "either" && means.kind === "actual")),
    ),
  );
  return asKnown && found.length === known.length ? { first, last } : undefined;
}

function span(own: TableNames, known: readonly Read[]): MilestoneArguments | undefined {
  const { table, headings, order } = own;
  if (!order) return undefined;
  const found = spanOf(
    order,
    known.map((read) => ({ means: read.means, place: order.indexOf(columnOfRead(own, read) ?? "") })),
    riskFieldIds.flatMap((id) => (headings[id] === undefined ? [] : [order.indexOf(headings[id])])),
  );
  if (!found) return undefined;
  const [from = "", to = ""] = [order[found.first], order[found.last]];
  return { headings: headingsOf(table, from, to), dates: ownCells(table, from, to) };
}

/** One column after the other, each under a heading that says plainly what it is: for columns in any order under any names. */
function oneByOne(
  known: readonly Pick<Read, "plainly">[],
  cells: readonly string[],
  lang: Lang,
): MilestoneArguments {
  const headings = known.map(({ plainly }) => `"${word(plainly, lang)}"`).join(",");
  const places = known.map((_, index) => index + 1).join(",");
  return { headings: `{${headings}}`, dates: `CHOOSE({${places}},${cells.join(",")})` };
}

const PART = /^([A-Z]+\d*[A-Z]?)\.(plan|actual)$/;

/** A date of a milestone that has no field: the code of its task says what it is, with S for its start and F for its finish. */
function coded(fieldId: string): Read | undefined {
  const [, id = "", kind] = PART.exec(fieldId) ?? [];
  if (id === "") return undefined;
  const starts = /\dS$/.test(id);
  const task = starts ? id : `${id}F`;
  const plan = kind === "plan";
  return {
    fieldId,
    means: {
      code: starts ? id.slice(0, -1) : id,
      part: starts ? "start" : "finish",
      kind: plan ? "plan" : "actual",
    },
    plainly: { en: `${task} ${plan ? "plan" : "actual"}`, zh: `${task}${plan ? "计划" : "实际"}` },
  };
}

/** What is known of milestones by these field ids, in the order in which orders pass them. */
function readsOf(fieldIds: readonly string[]): Read[] {
  const others = fieldIds.flatMap((id) =>
    reads.some(({ fieldId }) => fieldId === id) ? [] : (coded(id) ?? []),
  );
  const known = [...reads.filter(({ fieldId }) => fieldIds.includes(fieldId)), ...others];
  return known.some(({ means }) => means.kind === "actual") ? known : [];
}

/**
 * The milestones of a row under the headings of a sheet, one for each column from the first, if the functions read in them what
 * we know of the columns. `columns` are places among the headings, by field id; undefined where a field stands elsewhere.
 */
export function milestonesAcross(
  columns: Readonly<Record<string, number | undefined>>,
  headings: readonly string[],
): Span | undefined {
  const known = readsOf(Object.keys(columns));
  if (!known.some(({ means }) => means.kind === "actual")) return undefined;
  return spanOf(
    headings,
    known.map(({ means, fieldId }) => ({ means, place: columns[fieldId] ?? -1 })),
    riskFieldIds.flatMap((id) => columns[id] ?? []),
  );
}

/**
 * The milestones of a row wherever their cells are, by field id. Undefined without an actual date: what has not happened could
 * not be told from what nobody wrote down.
 */
export function milestonesOneByOne(
  cells: Readonly<Record<string, string>>,
  lang: Lang,
): MilestoneArguments | undefined {
  const known = readsOf(Object.keys(cells));
  if (known.length === 0) return undefined;
  return oneByOne(
    known,
    known.map(({ fieldId }) => cells[fieldId] ?? ""),
    lang,
  );
}

/**
 * What the functions of a tracker read of an order's row. Undefined for a table without an actual date: what has not happened
 * could not be told from what nobody wrote down.
 */
export function milestoneArguments(own: TableNames, lang: Lang): MilestoneArguments | undefined {
  const known = reads.filter((read) => columnOfRead(own, read) !== undefined);
  if (!known.some(({ means }) => means.kind === "actual")) return undefined;
  const cells = known.map((read) => ownCell(columnOfRead(own, read) ?? ""));
  return span(own, known) ?? oneByOne(known, cells, lang);
}
