import type { CellValue, Fields, RegisterId } from "../registers/register";
import { WorkbookProblem } from "./book";
import type * as NewKeptRows from "./newKeptRows";
import type { KeptRowsPlan, WrittenKeptRows } from "./newKeptRows";
import type { RowsPlan } from "./newRows";
import {
  askJustBefore,
  askPlace,
  giveBack,
  growTable,
  makeRoom,
  planRows,
  takeBack,
  wasTaken,
  writeCells,
} from "./newRows";
import { problemOf, runExcel } from "./runExcel";
import { knownKept } from "./session";

/** What undo needs: the rows are found again by what was written. */
export interface WrittenRows {
  readonly kind: "rows";
  readonly tables: readonly {
    readonly register: RegisterId;
    readonly rows: readonly Readonly<Record<string, CellValue>>[];
  }[];
  /** Rows of sheets that stay as they are. */
  readonly kept?: readonly WrittenKeptRows[];
}

export interface Appended {
  readonly address: string;
  readonly leftOut: readonly string[];
  readonly revert: WrittenRows;
}

/**
 * Rows for one or more tables, all or none. Values go below the tables first and the tables grow over them last, so that
 * nothing of a table changes until all is written; what a failure leaves is taken back.
 */
export function appendRows(
  parts: readonly { readonly register: RegisterId; readonly rows: readonly Fields[] }[],
): Promise<Appended> {
  return runExcel("write", async (context) => {
    const { workbook } = context;
    const wanted = parts.filter(({ rows }) => rows.length > 0);
    const inPlace = wanted.filter(({ register }) => knownKept(register).length > 0);
    const inTables = wanted.filter((part) => !inPlace.includes(part));
    const keptRows =
      inPlace.length > 0 ? await import(/* webpackChunkName: "kept-sheets" */ "./newKeptRows") : undefined;
    const places = inTables.map(({ register, rows }) => askPlace(context, register, rows.length));
    const keptPlaces = inPlace.flatMap(
      ({ register, rows }) => keptRows?.askKeptPlace(context, register, rows.length) ?? [],
    );
    await context.sync();
    const plans = places.map((place, index) => planRows(place, inTables[index]?.rows ?? []));
    const keptPlans: KeptRowsPlan[] = [];
    for (const [index, place] of keptPlaces.entries()) {
      const plan = await keptRows?.planKeptRows(context, place, inPlace[index]?.rows ?? []);
      if (plan) keptPlans.push(plan);
    }
    plans.forEach(makeRoom);
    const justBefore = plans.map(askJustBefore);
    const keptBefore = keptPlans.flatMap((plan) => keptRows?.askKeptJustBefore(plan) ?? []);
    // Details before what they belong to: the table of the first part grows last.
    for (const plan of [...plans].reverse()) writeCells(plan);
    for (const plan of [...plans].reverse()) growTable(plan);
    for (const plan of keptPlans) keptRows?.writeKeptRows(workbook, plan);
    try {
      await context.sync();
    } catch (error) {
      await cleanUp(context, plans, keptPlans, keptRows, problemOf(error));
    }
    const taken =
      plans.find((plan, index) => {
        const before = justBefore[index];
        return before && wasTaken(plan, before);
      })?.place.sheet.name ??
      keptPlans.find((plan, index) => {
        const before = keptBefore[index];
        return before && keptRows?.keptWasTaken(plan, before);
      })?.sheet.reading.sheet;
    if (taken !== undefined) {
      // Somebody was quicker by an instant: their cells come back, and the user tries again.
      plans.forEach((plan, index) => {
        const before = justBefore[index];
        if (before) giveBack(plan, before);
      });
      keptPlans.forEach((plan, index) => {
        const before = keptBefore[index];
        if (before) keptRows?.giveBackKeptRows(workbook, plan, before);
      });
      await context.sync();
      throw new WorkbookProblem("changedMeanwhile", { what: taken });
    }
    return {
      address: [...keptPlans, ...plans].map((plan) => plan.address).join(", "),
      leftOut: [...keptPlans, ...plans].flatMap((plan) => plan.leftOut),
      revert: {
        kind: "rows" as const,
        tables: plans.map(({ place, written }) => ({ register: place.register, rows: written })),
        ...(keptPlans.length > 0 && { kept: keptPlans.map(({ written }) => written) }),
      },
    };
  });
}

/** After a failure half-way: put everything back, or say what is left. Without an answer nothing is known, so nothing is done. */
async function cleanUp(
  context: Excel.RequestContext,
  plans: readonly RowsPlan[],
  keptPlans: readonly KeptRowsPlan[],
  keptRows: typeof NewKeptRows | undefined,
  problem: WorkbookProblem,
): Promise<never> {
  if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
  for (const plan of plans) takeBack(plan);
  try {
    const moved = keptPlans.map((plan) => keptRows?.askMoved(plan));
    await context.sync();
    keptPlans.forEach((plan, index) => {
      keptRows?.takeBackKeptRows(context.workbook, plan, keptRows.hasMoved(plan, moved[index]));
    });
    if (keptPlans.length > 0) await context.sync();
  } catch {
    throw new WorkbookProblem("halfDone", {
      address: [...keptPlans, ...plans].map((plan) => plan.address).join(", "),
    });
  }
  throw problem;
}
