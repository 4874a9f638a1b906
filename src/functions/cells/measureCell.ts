import { readInches } from "../../domain/measurement/inches";
import type { Reader } from "./argument";
import { numberCell, type NumberLimits } from "./numberCell";

/** A measurement: a number in any unit, or inches as a size chart writes them (28 1/2). */
export function measureCell(limits: NumberLimits = {}): Reader<number> {
  const number = numberCell(limits);
  return (value) => {
    const inches = typeof value === "string" ? readInches(value) : undefined;
    return number(inches !== undefined && Number.isFinite(inches) ? inches : value);
  };
}
