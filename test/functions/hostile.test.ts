import { callCells, CellError, associatedIds } from "./excelRealm";
import { callOf } from "./formula";
import { functionSources } from "./functionSources";
import { Choices, oddArgument, spoiled } from "./hostileInput";
import "../../src/functions/index";

// Whatever stands in the cells, a function answers soon, with cells or with an error that says what is wrong with which argument.
// HOSTILE_RUNS and HOSTILE_SEED try more lists, and others; the zones after the first one only see whether dates differ there.
const RUNS = Number(process.env.HOSTILE_RUNS ?? (process.env.TZ === "Asia/Shanghai" ? 2000 : 200));
const SEED = Number(process.env.HOSTILE_SEED ?? 20260302);
const MOST_MS = 50;

const sources = functionSources();

const outcome = (id: string, args: readonly unknown[]): unknown => {
  try {
    return callCells(id, ...args);
  } catch (error) {
    if (error instanceof CellError) return error;
    throw error;
  }
};

/** Why an error is not as it should be. A passed one has the code of a cell and no sentence, nor has #NUM!: Excel shows none. */
function faultOf({ code, message }: CellError, parameters: readonly string[]): string | undefined {
  if (!/^#[A-Z/0]+[!?]?$/.test(code)) return `the code ${code}`;
  if (message === "") return undefined;
  if (!["#VALUE!", "#N/A"].includes(code)) return `a sentence with ${code}`;
  if (/\{(?!argument\})\w+\}|undefined/.test(message)) return `the sentence ${message}`;
  const languages = [/\p{Script=Han}/u, /[a-z] [a-z]/];
  if (!languages.some((language) => language.test(message))) return `no sentence: ${message}`;
  if (!parameters.some((name) => message.includes(name))) return `no argument's name: ${message}`;
  return undefined;
}

function cellFault(value: unknown, parameters: readonly string[]): string | undefined {
  if (typeof value === "string" || typeof value === "boolean") return undefined;
  if (typeof value === "number") {
    return Number.isFinite(value) && !Object.is(value, -0) ? undefined : `the number ${value}`;
  }
  return value instanceof CellError ? faultOf(value, parameters) : `no cell: ${String(value)}`;
}

function resultFault(result: unknown, parameters: readonly string[]): string | undefined {
  if (result instanceof CellError) return faultOf(result, parameters);
  const rows = result as unknown[][];
  const width = rows[0]?.length ?? 0;
  if (width === 0 || rows.some((row) => row.length !== width)) return "no rectangle";
  for (const row of rows) {
    for (const cell of row) {
      const fault = cellFault(cell, parameters);
      if (fault) return fault;
    }
  }
  return undefined;
}

/** How a list can be read in a failed test. */
const shown = (args: readonly unknown[]) =>
  JSON.stringify(args, (_, value: unknown) => {
    if (typeof value === "string")
      return value.length > 60 ? `${value.slice(0, 60)}… (${value.length})` : value;
    if (typeof value === "number" && !Number.isFinite(value)) return `(${value})`;
    return ["bigint", "symbol", "function"].includes(typeof value) ? `(${typeof value})` : value;
  });

it("knows every function", () => {
  expect(sources.map(({ id }) => id).sort()).toEqual(associatedIds().sort());
});

it.each(sources.map(({ id, parameters, examples }) => [id, parameters, examples] as const))(
  `%s answers ${RUNS} lists of anything`,
  (id, parameters, examples) => {
    const choices = new Choices(SEED);
    const names = parameters.map(({ name }) => name);
    // Where a calendar ends, the sentence names the argument of other functions that takes one.
    const nameable = [...names, "closures"];
    const calls = examples.flatMap((example) => {
      const call = callOf(`=${example.slice(example.indexOf("MERCH."))}`);
      return call?.id === id ? [call.args] : [];
    });
    const lists = [
      () => names.map(() => oddArgument(choices)),
      () => {
        const args = choices.of(calls);
        const at = choices.below(names.length);
        return names.map((_, i) => (i === at ? oddArgument(choices) : args[i]));
      },
      () => {
        const args = choices.of(calls);
        const share = 1 + choices.below(3);
        return names.map((_, i) => (choices.below(share) === 0 ? spoiled(args[i], choices) : args[i]));
      },
    ];
    // Thousands of simulations, as many as there are where nothing is said, are no small input: `npm run bench` times them.
    const runs = names.indexOf("runs");
    const asksForMuch = (args: readonly unknown[]) => {
      const asked = [args[runs]].flat(3)[0];
      return runs >= 0 && !(typeof asked === "number" && asked <= 1000);
    };
    const faults: string[] = [];
    const tell = (fault: string, args: readonly unknown[]) => faults.push(`${fault}\n  of ${shown(args)}`);
    for (let run = 0; run < RUNS && faults.length < 5; run++) {
      const args = choices.of(lists)();
      // The process's own time: a busy machine may be elsewhere for longer than any function takes.
      const time = () => {
        const start = process.cpuUsage();
        const result = outcome(id, args);
        const { user, system } = process.cpuUsage(start);
        return { result, ms: (user + system) / 1000 };
      };
      try {
        const { result, ms } = time();
        const fault = resultFault(result, nameable);
        if (fault) tell(fault, args);
        // Compiling and clearing up come now and then: only what takes long each time takes long.
        if (
          ms > MOST_MS &&
          !asksForMuch(args) &&
          Array.from({ length: 4 }, () => time().ms).every((again) => again > MOST_MS)
        ) {
          tell(`${ms.toFixed(0)} ms`, args);
        }
      } catch (error) {
        tell(String(error instanceof Error ? error.stack : error), args);
      }
    }
    expect(faults).toEqual([]);
  },
);
