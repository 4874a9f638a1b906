import type { CellValue, Fields, RegisterId } from "../registers/register";
import { WorkbookProblem } from "./book";
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

/** What undo needs: the rows are found again by what was written. */
export interface WrittenRows {
  readonly kind: "rows";
  readonly tables: readonly {
    readonly register: RegisterId;
    readonly rows: readonly Readonly<Record<string, CellValue>>[];
  }[];
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
    const wanted = parts.filter(({ rows }) => rows.length > 0);
    const places = wanted.map(({ register, rows }) => askPlace(context, register, rows.length));
    await context.sync();
    const plans = places.map((place, index) => planRows(place, wanted[index]?.rows ?? []));
    plans.forEach(makeRoom);
    const justBefore = plans.map(askJustBefore);
    // Details before what they belong to: the table of the first part grows last.
    for (const plan of [...plans].reverse()) writeCells(plan);
    for (const plan of [...plans].reverse()) growTable(plan);
    try {
      await context.sync();
    } catch (error) {
      await cleanUp(context, plans, problemOf(error));
    }
    const taken = plans.find((plan, index) => {
      const before = justBefore[index];
      return before && wasTaken(plan, before);
    });
    if (taken) {
      // Somebody was quicker by an instant: their cells come back, and the user tries again.
      plans.forEach((plan, index) => {
        const before = justBefore[index];
        if (before) giveBack(plan, before);
      });
      await context.sync();
      throw new WorkbookProblem("changedMeanwhile", { what: taken.place.sheet.name });
    }
    return {
      address: plans.map((plan) => plan.address).join(", "),
      leftOut: plans.flatMap((plan) => plan.leftOut),
      revert: {
        kind: "rows" as const,
        tables: plans.map(({ place, written }) => ({ register: place.register, rows: written })),
      },
    };
  });
}

/** After a failure half-way: put everything back, or say what is left. Without an answer nothing is known, so nothing is done. */
async function cleanUp(
  context: Excel.RequestContext,
  plans: readonly RowsPlan[],
  problem: WorkbookProblem,
): Promise<never> {
  if (problem.code === "offline" || problem.code === "cellEditing") throw problem;
  for (const plan of plans) takeBack(plan);
  try {
    await context.sync();
  } catch {
    throw new WorkbookProblem("halfDone", { address: plans.map((plan) => plan.address).join(", ") });
  }
  throw problem;
}
