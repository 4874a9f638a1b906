import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { bootOffice } from "../workbench/officeClient";
import type { OfficeClient } from "../workbench/officeClient";
import type { LoggedRequest } from "../../src/workbench/host/hostTypes";
import type { FunctionMetadata } from "../../src/workbench/sheet/book";
import { WorkbookProblem } from "../../src/workbook/book";
import { remember } from "../../src/workbook/session";

export interface TestWorkbook extends OfficeClient {
  /** Type into cells as a person at the grid does. */
  type(address: string, values: unknown[][]): Promise<void>;
  values(address: string): Promise<unknown[][]>;
  formulas(address: string): Promise<unknown[][]>;
  formats(address: string): Promise<unknown[][]>;
  /** A blank workbook of one sheet again. */
  clean(): Promise<void>;
  /** The syncs of one action at the wire, with what it answered. */
  syncsOf<T>(action: () => Promise<T>): Promise<{ result: T; syncs: LoggedRequest[] }>;
}

const folder = join(__dirname, "../../src/functions");

async function metadata(): Promise<FunctionMetadata[]> {
  const { generateCustomFunctionsMetadata } = await import("custom-functions-metadata");
  const files = readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith(".ts") && readFileSync(path, "utf8").includes("@customfunction"));
  const { metadataJson } = await generateCustomFunctionsMetadata(files);
  const { functions } = JSON.parse(metadataJson) as { functions: FunctionMetadata[] };
  return functions.map((entry) => ({ ...entry, name: `MERCH.${entry.id}` }));
}

/** What one action may ask of Excel, at the wire. */
const AT_MOST = 2;
let allowed = AT_MOST;
const askedTooOften: string[] = [];

/** For a test of what takes more: sheets so large that they are read in chunks, and addresses that Excel will not give at once. */
export function allowSyncs(count: number): void {
  allowed = count;
}

afterEach(() => {
  const found = askedTooOften.splice(0);
  allowed = AT_MOST;
  expect(found).toEqual([]);
});

/** Every test in this folder asserts it of every action that it lets the product do, unless the action fails. */
function countSyncs({ host }: OfficeClient): void {
  const run = Excel.run.bind(Excel) as (...args: unknown[]) => Promise<unknown>;
  const clear = host.clearRequests.bind(host);
  let cleared = 0;
  let running = 0;
  const asked = () => cleared + host.requests.length;
  host.clearRequests = () => {
    cleared += host.requests.length;
    clear();
  };
  const counted = async (...args: unknown[]): Promise<unknown> => {
    const [, by] = /src[\\/]workbook[\\/](?!runExcel)(\w+)\.ts/.exec(new Error().stack ?? "") ?? [];
    const before = asked();
    let alone = ++running === 1;
    try {
      const result = await run(...args);
      alone &&= running === 1;
      const syncs = asked() - before;
      if (by && alone && syncs > allowed) askedTooOften.push(`${by}: ${syncs}`);
      return result;
    } finally {
      running -= 1;
    }
  };
  Object.assign(Excel, { run: counted });
}

/** The real office.js with our host, with the worksheet functions where they matter. */
export async function openWorkbook(withFunctions = false): Promise<TestWorkbook> {
  const client = await bootOffice(withFunctions ? { functions: await metadata() } : {});
  if (withFunctions) await import("../../src/functions/index");
  countSyncs(client);
  const range = (context: Excel.RequestContext, address: string): Excel.Range => {
    const [sheet = "", cells = ""] = address.split("!");
    return context.workbook.worksheets.getItem(sheet).getRange(cells);
  };
  const read = (address: string, what: "values" | "formulas" | "numberFormat"): Promise<unknown[][]> =>
    Excel.run(async (context) => {
      const cells = range(context, address);
      cells.load(what);
      await context.sync();
      return cells[what] as unknown[][];
    });
  return {
    ...client,
    type: (address, values) =>
      Excel.run(async (context) => {
        range(context, address).formulas = values;
        await context.sync();
      }),
    values: (address) => read(address, "values"),
    formulas: (address) => read(address, "formulas"),
    formats: (address) => read(address, "numberFormat"),
    clean: () =>
      Excel.run(async (context) => {
        const { worksheets, names, settings } = context.workbook;
        worksheets.load("items/name");
        names.load("items/name");
        settings.load("items/key");
        await context.sync();
        const old = worksheets.items.map(({ name }) => name);
        worksheets.add(`blank${Date.now()}`).activate();
        for (const { name } of names.items) names.getItem(name).delete();
        for (const { key } of settings.items) settings.getItem(key).delete();
        for (const name of old) worksheets.getItem(name).delete();
        await context.sync();
        remember(undefined);
      }),
    syncsOf: async (action) => {
      client.host.clearRequests();
      const result = await action();
      return { result, syncs: [...client.host.requests] };
    },
  };
}

/** Do something just before the n-th sync from now on: a fault, or what a co-author does meanwhile. */
export function beforeSync(n: number, act: () => unknown): void {
  const prototype = OfficeExtension.ClientRequestContext.prototype as {
    sync: (this: unknown, ...args: unknown[]) => unknown;
  };
  const { sync } = prototype;
  let count = 0;
  prototype.sync = async function (...args) {
    count += 1;
    if (count === n) {
      prototype.sync = sync;
      await act();
    }
    return sync.apply(this, args);
  };
}

/** The problem an action meets, or a failed test where it meets none. */
export async function problemOf(action: Promise<unknown>): Promise<WorkbookProblem> {
  try {
    await action;
  } catch (error) {
    if (error instanceof WorkbookProblem) return error;
    throw error;
  }
  throw new Error("No problem was met.");
}

export function close({ host, book }: TestWorkbook): void {
  host.dispose();
  book.dispose();
}
