const MINUTES_PER_HOUR = 60;

/** Pieces a sewing line makes in a day: minutes worked x efficiency x attendance / SAM (standard minutes for a piece). */
export function lineOutput(
  operators: number,
  hours: number,
  efficiency: number,
  sam: number,
  attendance = 1,
): number {
  return (operators * hours * MINUTES_PER_HOUR * efficiency * attendance) / sam;
}

/** Efficiency of a line: standard minutes earned for each minute worked. */
export function lineEfficiency(output: number, sam: number, operators: number, hours: number): number {
  return (output * sam) / (operators * hours * MINUTES_PER_HOUR);
}

/** Pieces that a factory makes in that many days. */
export function capacity(
  lines: number,
  operators: number,
  hours: number,
  days: number,
  efficiency: number,
  sam: number,
  attendance = 1,
): number {
  return lines * days * lineOutput(operators, hours, efficiency, sam, attendance);
}
