import { readFileSync } from "node:fs";
import path from "node:path";
import { aqlTables as written, readCsv } from "../../scripts/aqlTables";
import { aqls, tablePlan, type Edition, type Severity } from "../../src/domain/quality/samplingPlan";
import { codeLetter, levels, type Letter } from "../../src/domain/quality/codeLetter";

const letters = [..."ABCDEFGHJKLMNPQR"] as Letter[];
const severities: Severity[] = ["normal", "tightened", "reduced"];
const editions: Edition[] = ["ISO", "Z14"];

test("the data file is what its generator makes", () => {
  expect(readFileSync(path.join(__dirname, "../../src/data/aql.json"), "utf8")).toBe(written());
});

describe("against the published tables, cell by cell", () => {
  const cells = readCsv("aql-single.csv");

  test("all of them: 16 letters, 26 AQLs; normal is shared, tightened and reduced come in two editions", () => {
    expect(cells).toHaveLength(16 * 26 * 5);
  });

  test.each(severities.flatMap((severity) => editions.map((edition) => [severity, edition] as const)))(
    "%s %s",
    (severity, edition) => {
      const name = edition === "ISO" ? "ISO" : "Z1.4";
      const page = cells.filter(
        (cell) => cell.severity === severity && cell.edition?.split("/").includes(name),
      );
      expect(page).toHaveLength(16 * 26);
      for (const cell of page) {
        expect({
          cell,
          plan: tablePlan(cell.letter as Letter, Number(cell.aql), severity, edition),
        }).toMatchObject({
          cell,
          plan: {
            letter: cell.use,
            n: Number(cell.n),
            Ac: Number(cell.Ac),
            Re: Number(cell.Re),
            arrow: cell.arrow || undefined,
          },
        });
      }
    },
  );
});

/**
 * The tables have a rule: with i the place of the letter and j the place of the AQL, i + j fixes the plan. This derives every cell
 * from the few numbers of each diagonal, so that a slip in the copied table cannot hide.
 */
describe("against the diagonal rule", () => {
  type Pair = [number, number];
  const gapless = (...Acs: number[]): Pair[] => Acs.map((Ac) => [Ac, Ac + 1]);
  const series = (first: number, pairs: Pair[]): [number, Pair][] =>
    pairs.map((pair, step) => [first + step, pair]);
  const columns = aqls.length;
  const upTo = (last: number, ...rest: [number, Pair][]) => new Map(rest.filter(([sum]) => sum <= last));

  interface Rule {
    /** Sum of the places -> plan, for the letters up to E, and for the others. */
    readonly plans: (letter: number) => Map<number, Pair>;
    /** Sums between the Ac 0 diagonal and the next plan. */
    readonly between: Record<number, "up" | "down">;
    readonly sizes: number[];
    readonly overrides: Record<string, (Pair | "up" | "down")[]>;
    readonly beyond?: boolean;
  }

  const sizes = [2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000, 3150];
  const reducedSizes = [2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800];
  // AQL 150 and more go two diagonals further, in the rows up to E.
  const last = (letter: number) => (letter <= 4 ? 26 : 24);

  const normal: Rule = {
    plans: (letter) =>
      upTo(last(letter), [14, [0, 1]], ...series(17, gapless(1, 2, 3, 5, 7, 10, 14, 21, 30, 44))),
    between: { 15: "up", 16: "down" },
    sizes,
    overrides: {},
  };
  const tightened: Rule = {
    plans: (letter) =>
      upTo(last(letter), [15, [0, 1]], ...series(18, gapless(1, 2, 3, 5, 8, 12, 18, 27, 41))),
    between: { 16: "down", 17: "down" },
    sizes,
    overrides: {},
    beyond: true,
  };
  /** Letters A and B of reduced inspection have the sample of letter A in normal inspection, and from AQL 25 its plans. */
  const twoPieces = gapless(1, 2, 3, 5, 7, 10, 14, 21, 30);
  const down = (times: number) => Array.from({ length: times }, () => "down" as const);
  const rules: Record<Severity, Record<Edition, Rule>> = {
    normal: { ISO: normal, Z14: normal },
    tightened: {
      ISO: tightened,
      // The one cell in which the editions differ: letter A, AQL 10.
      Z14: { ...tightened, overrides: { A: [...down(18), ...gapless(1, 2, 3, 5, 8, 12, 18, 27)] } },
    },
    reduced: {
      ISO: {
        plans: (letter) =>
          upTo(last(letter), [14, [0, 1]], ...series(18, gapless(1, 2, 3, 5, 6, 8, 10, 14, 21))),
        between: { 15: "up", 16: "down", 17: "down" },
        sizes: reducedSizes,
        overrides: {
          A: [...down(14), [0, 1], ...down(2), ...twoPieces],
          B: [...down(13), [0, 1], "up", ...down(2), ...twoPieces],
        },
      },
      Z14: {
        plans: (letter) => {
          const pairs: Pair[] = [
            [0, 2],
            [1, 3],
            [1, 4],
            [2, 5],
            [3, 6],
            [5, 8],
            [7, 10],
            [10, 13],
            [14, 17],
            [21, 24],
          ];
          const plans = upTo(last(letter), [14, [0, 1]], ...series(17, pairs));
          // Letter C cannot point up to a smaller sample than 2.
          return letter === 2 ? plans.set(15, [0, 1]).set(27, [30, 31]) : plans;
        },
        between: { 15: "up", 16: "down" },
        sizes: reducedSizes,
        overrides: {
          A: [...down(12), [0, 1], [0, 1], [0, 1], [0, 2], [0, 2], ...twoPieces],
          B: [
            ...down(12),
            [0, 1],
            [0, 1],
            [0, 1],
            [0, 2],
            [0, 2],
            [1, 3],
            [2, 4],
            [3, 5],
            ...gapless(5, 7, 10, 14, 21, 30),
          ],
        },
      },
    },
  };

  const derive = (rule: Rule) => {
    const rows = rule.beyond ? 17 : 16;
    const printed = (row: number, column: number): Pair | "up" | "down" => {
      const override = rule.overrides[letters[row] ?? ""];
      if (override) return override[column]!;
      const sum = row + column;
      const plan = rule.plans(row).get(sum);
      if (plan) return plan;
      const first = Math.min(...rule.plans(row).keys());
      return sum < first ? "down" : (rule.between[sum] ?? "up");
    };
    const follow = (row: number, column: number, step: number): number | undefined => {
      for (let at = row; at >= 0 && at < rows; at += step) {
        if (typeof printed(at, column) !== "string") return at;
      }
      return undefined;
    };
    return (row: number, column: number) => {
      const cell = printed(row, column);
      if (typeof cell !== "string") {
        return { letter: letters[row], n: rule.sizes[row], Ac: cell[0], Re: cell[1], arrow: undefined };
      }
      // An arrow that would lead off the table points the other way.
      const wanted = cell === "down" ? 1 : -1;
      const direct = follow(row, column, wanted);
      const used = direct ?? follow(row, column, -wanted)!;
      const [Ac, Re] = printed(used, column) as Pair;
      return {
        letter: [..."ABCDEFGHJKLMNPQRS"][used],
        n: rule.sizes[used],
        Ac,
        Re,
        arrow: (direct === undefined ? -wanted : wanted) > 0 ? "down" : "up",
      };
    };
  };

  test.each(severities.flatMap((severity) => editions.map((edition) => [severity, edition] as const)))(
    "%s %s",
    (severity, edition) => {
      const derived = derive(rules[severity][edition]);
      for (const [row, letter] of letters.entries()) {
        for (let column = 0; column < columns; column++) {
          const aql = aqls[column]!;
          expect({ letter, aql, plan: tablePlan(letter, aql, severity, edition) }).toMatchObject({
            letter,
            aql,
            plan: derived(row, column),
          });
        }
      }
    },
  );
});

describe("table 1, code letters", () => {
  const rows = readCsv("aql-code-letters.csv");

  test.each(rows.map((row) => [row.lotMin ?? "", row]))("lots from %s", (_, row) => {
    for (const level of levels) {
      expect(codeLetter(Number(row.lotMin), level)).toBe(row[level]);
      expect(codeLetter(row.lotMax ? Number(row.lotMax) : 9_000_000, level)).toBe(row[level]);
    }
  });

  test("a row begins where the one before ends", () => {
    expect(rows.slice(1).map((row) => Number(row.lotMin))).toEqual(
      rows.slice(0, -1).map((row) => Number(row.lotMax) + 1),
    );
  });

  test.each([1, 0, -5, 2000.5, NaN, Infinity])("no letter for a lot of %p", (lot) => {
    expect(codeLetter(lot)).toBeUndefined();
  });
});
