import { TradeError } from "../tradeError";

declare module "../tradeError" {
  interface TradeErrors {
    sizeNotListed: { size: string; choices: string };
    incrementCount: { needed: number; given: number };
  }
}

const sizeName = (size: string): string => size.normalize("NFKC").trim().toUpperCase();

/**
 * Grading 放码: the spec of every size from that of the base size. increments[i] is the step from sizes[i] to sizes[i + 1]; a
 * single increment serves every step. Sizes run from small to large as the chart lists them.
 */
export function gradeSpec(
  baseSpec: number,
  baseSize: string,
  sizes: readonly string[],
  increments: readonly number[],
): number[] {
  const base = sizes.findIndex((size) => sizeName(size) === sizeName(baseSize));
  if (base < 0) {
    throw new TradeError("badInput", "sizeNotListed", { size: baseSize, choices: sizes.join(" ") });
  }
  const needed = sizes.length - 1;
  if (increments.length !== needed && increments.length !== 1) {
    throw new TradeError("badInput", "incrementCount", { needed, given: increments.length });
  }
  const step = (i: number): number => (increments.length === 1 ? increments[0] : increments[i]) as number;
  const specs = new Array<number>(sizes.length).fill(baseSpec);
  for (let i = base + 1; i < sizes.length; i++) specs[i] = (specs[i - 1] as number) + step(i - 1);
  for (let i = base - 1; i >= 0; i--) specs[i] = (specs[i + 1] as number) - step(i);
  return specs;
}
