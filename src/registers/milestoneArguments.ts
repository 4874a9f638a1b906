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

/**
 * The milestone columns of a table from the first to the last, where the functions read in the headings between them what we
 * know of these columns, and nothing else: not the due date, not somebody's remarks on fabric. Undefined where they do not, or
 * where a column lies between that is computed from these dates: a formula must not look at itself.
 */
function span(own: TableNames, known: readonly Read[]): MilestoneArguments | undefined {
  const { table, headings, order } = own;
  if (!order) return undefined;
  const places = known.map((read) => order.indexOf(columnOfRead(own, read) ?? ""));
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const between = order.slice(first, last + 1);
  if (first < 0 || riskFieldIds.some((id) => between.includes(headings[id] ?? ""))) return undefined;
  const found = milestoneColumns(between, tasks);
  const asKnown = known.every(({ means }, index) =>
    found.some(
      ({ column, code, part, kind }) =>
        column === (places[index] ?? 0) - first &&
        code === means.code &&
        part === means.part &&
        (kind === means.kind || (kind === "either" && means.kind === "actual")),
    ),
  );
  if (!asKnown || found.length !== known.length) return undefined;
  const [from = "", to = ""] = [between[0], between[between.length - 1]];
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
function coded(fieldId: string): Pick<Read, "plainly"> | undefined {
  const [, id = "", kind] = PART.exec(fieldId) ?? [];
  if (id === "") return undefined;
  const task = /\dS$/.test(id) ? id : `${id}F`;
  return {
    plainly:
      kind === "plan"
        ? { en: `${task} plan`, zh: `${task}计划` }
        : { en: `${task} actual`, zh: `${task}实际` },
  };
}

/**
 * The milestones of a row wherever their cells are, by field id. Undefined without an actual date: what has not happened could
 * not be told from what nobody wrote down.
 */
export function milestonesOneByOne(
  cells: Readonly<Record<string, string>>,
  lang: Lang,
): MilestoneArguments | undefined {
  const fields = reads.filter(({ fieldId }) => fieldId in cells);
  const others = Object.keys(cells).flatMap((fieldId) => {
    const heading = reads.some((read) => read.fieldId === fieldId) ? undefined : coded(fieldId);
    return heading ? [{ fieldId, ...heading }] : [];
  });
  const known = [...fields, ...others];
  if (!known.some(({ fieldId }) => fieldId.endsWith(".actual"))) return undefined;
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
