import { CellError } from "./excelRealm";
import { callOf } from "./formula";
import { functionSources } from "./functionSources";
import { catalogue, type WorksheetFunction } from "../../src/functions/catalogue";
import { listen, type Listener } from "../../src/functions/worker/answerCalls";
import { longCalls } from "../../src/functions/worker/longCalls";
import type { WorkerLike } from "../../src/functions/worker/ownWorker";
import { sparingThePage } from "../../src/functions/worker/sparingThePage";
import { workerCalls } from "../../src/functions/worker/workerCalls";

const functions = new Map(catalogue);

/** A worker in this realm; messages are copied as between threads. `messages` counts what was sent to it. */
function channel(inWorker = functions) {
  const counted = { started: 0, messages: 0, calls: 0 };
  const startWorker = (): WorkerLike => {
    counted.started++;
    const page: WorkerLike = {
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: (message) => {
        const data = structuredClone(message) as [];
        counted.messages++;
        counted.calls += data.length;
        queueMicrotask(() => side.onmessage?.({ data } as unknown as MessageEvent));
      },
    };
    const side: Listener = {
      onmessage: null,
      postMessage: (message) => {
        const data: unknown = structuredClone(message);
        queueMicrotask(() => page.onmessage?.({ data } as MessageEvent));
      },
    };
    listen(side, inWorker);
    return page;
  };
  return { counted, startWorker };
}

const computed = (id: string) => functions.get(id) as WorksheetFunction;

const handed = (id: string, ...args: unknown[]) =>
  Array.from({ length: computed(id).length }, (_, i) => {
    const arg = args[i];
    return arg === undefined ? null : Array.isArray(arg) ? arg : [[arg]];
  });

const inPlace = (id: string, args: unknown[]): unknown => {
  try {
    return computed(id)(...args);
  } catch (error) {
    return error;
  }
};

const settled = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);

it("gives the same cells and the same errors as in place, for every function's examples", async () => {
  const elsewhere = workerCalls(channel().startWorker);
  for (const { id, examples } of functionSources()) {
    for (const example of examples) {
      const call = callOf(`=${example.slice(example.indexOf("MERCH."))}`.split(" → ")[0] as string);
      if (!call) continue;
      const args = handed(id, ...call.args);
      const answer = await settled(elsewhere(id, computed(id), args));
      expect(answer).toEqual(inPlace(id, args));
    }
  }
});

it("carries errors there and back with their sentences", async () => {
  const elsewhere = workerCalls(channel().startWorker);
  const calls: [string, ...unknown[]][] = [
    ["RISKLEVEL", 2],
    ["RISKLEVEL", new CellError("#DIV/0!")],
    ["RISKLEVEL", [[0.9], [new CellError("#REF!", "gone")], ["much"]]],
    ["ONTIME", [["T30"]], [["no date"], [46100]], [[46100], [46100]]],
    ["AQLPA", 50, 1, 5],
  ];
  for (const [id, ...args] of calls) {
    const all = handed(id, ...args);
    const answer = await settled(elsewhere(id, computed(id), all));
    expect(answer).toEqual(inPlace(id, all));
    const error: unknown = Array.isArray(answer)
      ? answer.flat().find((cell) => cell instanceof CellError)
      : answer;
    if (id !== "AQLPA") expect(error).toBeInstanceOf(CellError);
  }
});

it("sends a batch in a few messages, so that packing them holds the page for a moment only", async () => {
  const { counted, startWorker } = channel();
  const elsewhere = workerCalls(startWorker);
  const args = (i: number) => handed("RISKLEVEL", i / 1000);
  const answers = await Promise.all(
    Array.from({ length: 1000 }, (_, i) => elsewhere("RISKLEVEL", computed("RISKLEVEL"), args(i))),
  );
  expect(counted).toEqual({ started: 1, messages: 10, calls: 1000 });
  expect(answers.map((cells) => cells[0]?.[0]).slice(799, 801)).toEqual(["AMBER", "GREEN"]);
});

it.each<[string, () => WorkerLike]>([
  [
    "cannot be made",
    () => {
      throw new Error("refused");
    },
  ],
  [
    "does not start",
    () => {
      const page: WorkerLike = {
        onmessage: null,
        onerror: null,
        terminate: () => undefined,
        postMessage: () => queueMicrotask(() => page.onerror?.({} as ErrorEvent)),
      };
      return page;
    },
  ],
  [
    "cannot be sent anything",
    () => ({
      onmessage: null,
      onerror: null,
      terminate: () => undefined,
      postMessage: () => {
        throw new Error("DataCloneError");
      },
    }),
  ],
])("answers in place when the worker %s", async (_, startWorker) => {
  const elsewhere = workerCalls(startWorker);
  const ask = (value: unknown) =>
    settled(elsewhere("RISKLEVEL", computed("RISKLEVEL"), handed("RISKLEVEL", value)));
  expect(await Promise.all([ask(0.9), ask(2)])).toEqual([
    [["GREEN"]],
    expect.objectContaining({
      code: "#VALUE!",
      message: expect.stringContaining("chance must be at most 1"),
    }),
  ]);
  expect(await ask(0.1)).toEqual([["RED"]]);
});

it("answers in place when the worker breaks in the middle", async () => {
  const { startWorker } = channel();
  let page: WorkerLike | undefined;
  const elsewhere = workerCalls(() => {
    page = startWorker();
    return page;
  });
  const ask = (value: number) => elsewhere("RISKLEVEL", computed("RISKLEVEL"), handed("RISKLEVEL", value));
  expect(await ask(0.9)).toEqual([["GREEN"]]);
  const waits = ask(0.1);
  page?.onerror?.({} as ErrorEvent);
  expect(await waits).toEqual([["RED"]]);
});

describe("sparing the page", () => {
  const tasks = (n: number) => Array.from({ length: n }, (_, i) => [`T${i}`, 2, 3, 6, i ? `T${i - 1}` : ""]);

  it("leaves every function as it is where there are no workers", () => {
    const spare = sparingThePage(undefined, longCalls);
    for (const [id, compute] of catalogue) expect(spare(id, compute)).toBe(compute);
  });

  it("leaves quick functions as they are and keeps the number of arguments of the others", () => {
    const spare = sparingThePage(channel().startWorker, longCalls);
    for (const [id, compute] of catalogue) {
      if (id in longCalls) expect(spare(id, compute)).toHaveLength(compute.length);
      else expect(spare(id, compute)).toBe(compute);
    }
    for (const id of Object.keys(longCalls)) expect(functions.has(id)).toBe(true);
  });

  it("works in place on a small plan and elsewhere on a large one, with the same numbers", async () => {
    const { counted, startWorker } = channel();
    const spare = sparingThePage(startWorker, longCalls, () => 0);
    const PDATE = spare("PDATE", computed("PDATE"));
    const small = handed("PDATE", tasks(3), 0.8);
    // The first call of all, while nothing has run yet, goes away and starts the worker.
    expect(await settled(PDATE(...small) as Promise<unknown>)).toEqual(inPlace("PDATE", small));
    expect(counted).toMatchObject({ started: 1, calls: 1 });
    expect(PDATE(...small)).toEqual(inPlace("PDATE", small));
    const large = handed("PDATE", tasks(38), 0.8);
    const answer = PDATE(...large, { functionName: "PDATE" });
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toEqual(inPlace("PDATE", large));
    expect(counted.calls).toBe(2);
  });

  it("works elsewhere on many runs of a small plan and on many orders", async () => {
    const { counted, startWorker } = channel();
    const spare = sparingThePage(startWorker, longCalls, () => 0);
    const runs = handed("ONTIMEPROB", tasks(2), 7, undefined, 40_000);
    expect(await spare("ONTIMEPROB", computed("ONTIMEPROB"))(...runs)).toEqual(inPlace("ONTIMEPROB", runs));
    const dates = Array.from({ length: 8 }, (_, i) => [46083 + i, ""]);
    const orders = handed("RISK", [["T00", "T30"]], dates, 46200, "knit", 46100);
    expect(await spare("RISK", computed("RISK"))(...orders)).toEqual(inPlace("RISK", orders));
    expect(counted.calls).toBe(2);
  });

  it("holds the page for a stretch only, then for a share of its time", async () => {
    let time = 0;
    const slow: WorksheetFunction = (cell: unknown[][]) => {
      time += 5;
      return cell as any[][];
    };
    const { startWorker } = channel(new Map([["SLOW", slow]]));
    const spared = sparingThePage(startWorker, { SLOW: () => 0 }, () => time)("SLOW", slow);
    const places = (n: number) =>
      Array.from({ length: n }, () => (spared([[1]]) instanceof Promise ? "away" : "here"));
    expect(places(2)).toEqual(["away", "away"]);
    await spared([[1]]);
    time += 10_000;
    // What runs for the first time is the only one.
    expect(places(2)).toEqual(["here", "away"]);
    time += 10_000;
    expect(places(5)).toEqual(["here", "here", "here", "away", "away"]);
    // 3 ms too many were used: they and something more must come back first.
    time += 8;
    expect(places(1)).toEqual(["away"]);
    time += 8;
    expect(places(2)).toEqual(["here", "away"]);
    time += 10_000;
    expect(places(4)).toEqual(["here", "here", "here", "away"]);
  });

  it("works in place, a stretch at a time, when it turns out that there can be no worker", async () => {
    const refused = () => {
      throw new Error("refused");
    };
    const PDATE = sparingThePage(refused, longCalls, () => 0)("PDATE", computed("PDATE"));
    const args = handed("PDATE", tasks(3), 0.8);
    expect(await settled(PDATE(...args) as Promise<unknown>)).toEqual(inPlace("PDATE", args));
    expect(PDATE(...args)).toEqual(inPlace("PDATE", args));
  });
});
