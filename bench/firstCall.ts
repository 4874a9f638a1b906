import { createContext, Script } from "node:vm";
import { callOf } from "../test/functions/formula";
import { functionSources } from "../test/functions/functionSources";
import { delivered } from "./delivered";
import type { Measurement } from "./measure";

const MOST_MS = 20;
const REALMS = 5;

/** A realm that has just loaded the functions; the comment keeps the engine from knowing the code already. */
function freshRealm(code: string, number: number) {
  const functions = new Map<string, (...args: unknown[]) => unknown>();
  const CustomFunctions = {
    Error: class {},
    ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", invalidNumber: "#NUM!" },
    associate: (id: string, compute: (...args: unknown[]) => unknown) => functions.set(id, compute),
  };
  const context = createContext({ CustomFunctions, console });
  const start = performance.now();
  new Script(`/* realm ${number} */ ${code}`).runInContext(context);
  return { functions, ms: performance.now() - start };
}

/**
 * Loading functions.js, and the first call of each function after that with the slowest of its own examples: the slowest three
 * functions. A first call can be repeated in a new realm only; the best of a few is the one that nothing disturbed.
 */
export async function firstCallBench(): Promise<Measurement[]> {
  const code = await delivered();
  let realms = 0;
  let load = Infinity;
  const firstCall = ({ id, args }: NonNullable<ReturnType<typeof callOf>>): number => {
    let ms = Infinity;
    for (let i = 0; i < REALMS; i++) {
      const realm = freshRealm(code, realms++);
      load = Math.min(load, realm.ms);
      const compute = realm.functions.get(id) as (...args: unknown[]) => unknown;
      const all = Array.from({ length: compute.length }, (_, at) => args[at] ?? null);
      const start = performance.now();
      compute(...all);
      ms = Math.min(ms, performance.now() - start);
    }
    return ms;
  };
  const first = functionSources().map(({ id, examples }) => {
    const calls = examples.flatMap((text) => callOf(`=${text.slice(text.indexOf("MERCH."))}`) ?? []);
    return {
      what: `${id}, first call after loading`,
      ms: Math.max(...calls.filter((call) => call.id === id).map(firstCall)),
      atMostMs: MOST_MS,
    };
  });
  const slowest = first.sort((a, b) => b.ms - a.ms).slice(0, 3);
  return [{ what: "functions.js, loading", ms: load }, ...slowest];
}
