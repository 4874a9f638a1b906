import fc from "fast-check";
import { gradeSpec } from "../../../src/domain/measurement/gradeSpec";
import { TradeError } from "../../../src/domain/tradeError";

test("50 at M, steps 2, 2, 2.5", () => {
  expect(gradeSpec(50, "M", ["S", "M", "L", "XL"], [2, 2, 2.5])).toEqual([48, 50, 52, 54.5]);
});

test("one increment serves every step", () => {
  expect(gradeSpec(96, "40", ["36", "38", "40", "42"], [4])).toEqual([88, 92, 96, 100]);
});

test("size names are compared without case, width or spaces around them", () => {
  expect(gradeSpec(50, " ｍ ", ["s", "M"], [2])).toEqual([48, 50]);
});

test("a size that is not in the list, or steps that do not fit it, are refused", () => {
  expect(() => gradeSpec(50, "XXL", ["S", "M"], [2])).toThrow(TradeError);
  expect(() => gradeSpec(50, "M", ["S", "M", "L", "XL"], [2, 2])).toThrow(
    expect.objectContaining({ code: "incrementCount", values: { needed: 3, given: 2 } }),
  );
});

test("neighbours differ by their increment, and grading from another size gives the same chart", () => {
  const whole = fc.integer({ min: -40, max: 400 });
  fc.assert(
    fc.property(
      whole,
      fc.array(whole, { minLength: 1, maxLength: 8 }),
      fc.nat(),
      fc.nat(),
      (spec, steps, i, j) => {
        const sizes = ["XXS", "XS", "S", "M", "L", "XL", "XXL", "3XL", "4XL"].slice(0, steps.length + 1);
        const [base, other] = [i % sizes.length, j % sizes.length];
        const chart = gradeSpec(spec, sizes[base] as string, sizes, steps);
        if (steps.length > 1) {
          steps.forEach((step, k) => expect((chart[k + 1] as number) - (chart[k] as number)).toBe(step));
        }
        expect(gradeSpec(chart[other] as number, sizes[other] as string, sizes, steps)).toEqual(chart);
      },
    ),
  );
});
