import { useEffect, useMemo, useState } from "react";
import { usePane } from "../context";
import {
  changesBetween,
  dayBefore,
  keepSnapshot,
  readSnapshots,
  snapshotOf,
  type DayChanges,
  type DaySnapshot,
} from "./dayChanges";
import type { RiskState } from "./riskService";

/** Long enough that a burst of edits is kept once. */
const keepAfter = 1000;

export interface DayChangesState {
  /** Undefined while there is nothing to compare with, or not everything is forecast. */
  readonly changes: DayChanges | undefined;
  /** Nothing can be kept of a workbook without an address. */
  readonly unnamed: boolean;
}

interface Held {
  readonly before: DaySnapshot;
  readonly risks: RiskState["risks"];
  readonly changes: DayChanges;
}

/** What changed since the day before: each day's standings are kept in the browser, nothing in the workbook. */
export function useDayChanges({ risks, done, total }: RiskState, asOf: number): DayChangesState {
  const { memory, workbookName } = usePane().environment;
  const complete = total > 0 && done === total;
  const unnamed = workbookName === "";
  const before = useMemo(
    () => (unnamed ? undefined : dayBefore(readSnapshots(memory, workbookName), asOf)),
    [memory, workbookName, unnamed, asOf],
  );
  const [held, setHeld] = useState<Held>();
  // Made when all answers are there: half a picture would call orders unchanged that are not.
  if (complete && before && (held?.risks !== risks || held.before !== before)) {
    setHeld({ before, risks, changes: changesBetween(before, risks.values()) });
  }
  useEffect(() => {
    if (!complete || unnamed) return undefined;
    const timer = setTimeout(
      () => keepSnapshot(memory, workbookName, snapshotOf(asOf, risks.values())),
      keepAfter,
    );
    return () => clearTimeout(timer);
  }, [complete, unnamed, memory, workbookName, asOf, risks]);
  return { changes: held && held.before === before ? held.changes : undefined, unnamed };
}
