export const AS_OF = 46150;

export const MILESTONES = ["T00", "T04", "T09", "T12", "T17", "T19S", "T21", "T27", "T29", "T30"];
/** Days after the order date on which the milestones of a knit order are planned. */
const PLANNED = [0, 17, 30, 33, 35, 37, 54, 63, 64, 66];

/** Orders begun over the last ten weeks: what was planned up to now is done, most of it late. */
export function orders(shift: number, count = 1000) {
  let seed = 20260302;
  const next = (range: number) => (seed = (seed * 48271) % 2147483647) % range;
  const headings = [MILESTONES.flatMap((code) => [`${code} plan`, `${code} actual`])];
  const dates = Array.from({ length: count }, () => {
    const begin = AS_OF - next(70) - shift;
    return PLANNED.flatMap((after) => {
      const done = begin + after + next(6);
      return [begin + after, done <= AS_OF || after === 0 ? done : ""];
    });
  });
  return { headings, dates, due: dates.map((row) => [(row[0] as number) + 72]) };
}
