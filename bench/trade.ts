import { differenceCiede2000, differenceCmc } from "culori";
import { best, type Measurement } from "./measure";
import { associated } from "./realm";

const LEFT = [[null]];
const KEYS = 10_000;
const TIMES = 8;

/** Rows of a list in an order of their own, the same in every run. */
function shuffled<T>(rows: readonly T[]): T[] {
  return rows.map((_, i) => rows[(i * 7919) % rows.length] as T);
}

const column = <T>(n: number, cell: (i: number) => T): T[][] =>
  Array.from({ length: n }, (_, i) => [cell(i)]);

/** How long a list and one eight times as long take; the budget is growth no worse than n log n, three
 * times over for what disturbs a machine (each with each would take six times as much). */
function growth(what: string, atMostMs: number, workOn: (n: number) => () => unknown): Measurement[] {
  const few = best(7, workOn(KEYS));
  const many = best(5, workOn(KEYS * TIMES));
  const nLogN = (TIMES * Math.log(KEYS * TIMES)) / Math.log(KEYS);
  return [
    { what: `${what}, ${KEYS} rows`, ms: few, atMostMs },
    { what: `${what}, ${KEYS * TIMES} rows`, ms: many, atMostMs: Math.max(200, Math.ceil(3 * nLogN * few)) },
  ];
}

/** RECON, AQLPLAN, MISSING and ALLOCATE on long lists, and DELTAE over 100,000 rows in one call by each formula. */
export function tradeBench(): Measurement[] {
  const [RECON, MISSING, ALLOCATE] = [associated("RECON"), associated("MISSING"), associated("ALLOCATE")];
  const [DELTAE, AQLPLAN] = [associated("DELTAE"), associated("AQLPLAN")];
  const twoSides = (n: number) => {
    const names = column(n, (i) => `INV-${i}`);
    const numbers = column(n, (i) => 1 + (i % 997));
    return [names, numbers, shuffled(names), shuffled(numbers)];
  };
  const rows = 100_000;
  const lab = [
    column(rows, (i) => 20 + (i % 70)),
    column(rows, (i) => (i % 101) - 50),
    column(rows, (i) => (i % 89) - 44),
    column(rows, (i) => 20 + ((i * 3) % 70)),
    column(rows, (i) => ((i * 5) % 101) - 50),
    column(rows, (i) => ((i * 7) % 89) - 44),
  ];
  return [
    ...growth("RECON", 100, (n) => {
      const sides = twoSides(n);
      return () => RECON(...sides, LEFT);
    }),
    ...growth("AQLPLAN", 100, (n) => {
      const lots = column(n, (i) => 2 + ((i * 7919) % 60_000));
      return () => AQLPLAN(lots, [[2.5]], LEFT, LEFT, LEFT);
    }),
    ...growth("MISSING", 100, (n) => {
      const sides = twoSides(n);
      return () => MISSING(...sides, LEFT);
    }),
    ...["priority", "prorata", "fair"].flatMap((method) =>
      growth(`ALLOCATE ${method}`, 100, (n) => {
        const demand = column(n, (i) => 1 + (i % 997));
        const priority = shuffled(column(n, (i) => i));
        return () => ALLOCATE([[n * 250]], demand, priority, [[method]], LEFT);
      }),
    ),
    ...[
      { method: "CMC", theirs: differenceCmc() },
      { method: "2000", theirs: differenceCiede2000() },
    ].flatMap(({ method, theirs }) => {
      const ms = best(5, () => DELTAE(...lab, [[method]], [[1]], [[1]]));
      const pairs = lab[0]?.map((_, i) => {
        const at = (k: number) => lab[k]?.[i]?.[0] ?? 0;
        return [
          { mode: "lab65", l: at(0), a: at(1), b: at(2) },
          { mode: "lab65", l: at(3), a: at(4), b: at(5) },
        ] as const;
      });
      const peer = best(5, () => pairs?.map(([standard, sample]) => theirs(standard, sample)));
      return [
        { what: `DELTAE ${method}, ${rows} rows in one call`, ms },
        { what: `culori ${method}, ${rows} pairs, without cells`, ms: peer, ratio: peer / ms },
      ];
    }),
  ];
}
