import type { OtherRegister } from "../registers/otherRegister";
import type { RegisterId } from "../registers/register";
import { keptRanges } from "../registers/sheet/keptPlaces";
import { tableNames, type Session } from "./session";

/**
 * Registers as formulas of other registers see them: tables by their names, a register on one sheet that stays as it is as plain
 * ranges. One that is spread over several sheets cannot be looked through. `without` are left out.
 */
export function registersSeen(
  known: Session | undefined,
  without: ReadonlySet<RegisterId> = new Set(),
): Partial<Record<RegisterId, OtherRegister>> {
  const seen: Partial<Record<RegisterId, OtherRegister>> = { ...tableNames(known?.tables ?? {}) };
  const kept = known?.kept ?? [];
  for (const reading of kept) {
    const { register } = reading.kept;
    const alone = kept.filter((other) => other.kept.register === register).length === 1;
    if (alone) seen[register] = keptRanges(reading);
    else delete seen[register];
  }
  for (const register of without) delete seen[register];
  return seen;
}
