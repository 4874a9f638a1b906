import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { associatedIds } from "./excelRealm";
import { functionSources } from "./functionSources";
import "../../src/functions/index";

interface Metadata {
  allowErrorForDataTypeAny: boolean;
  functions: {
    id: string;
    name: string;
    description: string;
    helpUrl: string;
    parameters: {
      name: string;
      description: string;
      type: string;
      dimensionality: string;
      optional?: boolean;
    }[];
    result: { dimensionality: string };
    options?: unknown;
  }[];
}

const CHINESE = /\p{Script=Han}/u;
const root = join(__dirname, "../..");
let folder: string;
const read = (name: string) => readFileSync(join(folder, name), "utf8");
const json = <T>(name: string) => JSON.parse(read(name)) as T;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "gendan-"));
  execFileSync(process.execPath, [join(root, "scripts/functionsMetadata.mjs"), folder], { cwd: root });
});
afterAll(() => rmSync(folder, { recursive: true }));

it("functions.json lists exactly what is associated, in that order", () => {
  const ids = json<Metadata>("functions.json").functions.map(({ id }) => id);
  expect(ids).toEqual(associatedIds());
  expect(ids).toHaveLength(functionSources().length);
});

it("lets ranges and errors in, and says which arguments may be left out", () => {
  const { allowErrorForDataTypeAny, functions } = json<Metadata>("functions.json");
  expect(allowErrorForDataTypeAny).toBe(true);
  for (const { id, name, parameters, result, options } of functions) {
    const source = functionSources().find((entry) => entry.id === id);
    expect(name).toBe(id);
    expect(options).toBeUndefined();
    expect(result.dimensionality).toBe("matrix");
    expect(parameters.map((parameter) => [parameter.name, parameter.optional ?? false])).toEqual(
      source?.parameters.map((parameter) => [parameter.name, parameter.optional]),
    );
    for (const parameter of parameters)
      expect(parameter).toMatchObject({ type: "any", dimensionality: "matrix" });
  }
});

it("says everything in English and in Chinese", () => {
  const english = json<Metadata>("functions.json").functions;
  const chinese = json<Metadata>("functions.zh-CN.json").functions;
  const help =
    json<Record<string, Record<"en" | "zh", Record<string, string>> & { examples: unknown[] }>>(
      "functions-help.json",
    );
  expect(chinese.map(({ id }) => id)).toEqual(english.map(({ id }) => id));
  expect(Object.keys(help)).toEqual(english.map(({ id }) => id));
  english.forEach((entry, i) => {
    expect(entry.description).not.toMatch(/\n/);
    expect(chinese[i]?.description).toMatch(CHINESE);
    entry.parameters.forEach((parameter, at) => {
      expect(parameter.description.length).toBeGreaterThan(3);
      expect([entry.id, parameter.name, chinese[i]?.parameters[at]?.description]).toEqual([
        entry.id,
        parameter.name,
        expect.stringMatching(CHINESE),
      ]);
      expect(chinese[i]?.parameters[at]).toMatchObject({ name: parameter.name });
    });
    expect(help[entry.id]?.zh.source).toMatch(/\w|\p{Script=Han}/u);
    for (const part of ["description", "returns", "errors"]) {
      expect([entry.id, part, help[entry.id]?.en[part]]).toEqual([
        entry.id,
        part,
        expect.stringMatching(/\w/),
      ]);
      expect([entry.id, part, help[entry.id]?.zh[part]]).toEqual([
        entry.id,
        part,
        expect.stringMatching(CHINESE),
      ]);
    }
    expect(help[entry.id]?.examples.length).toBeGreaterThan(0);
  });
});

it("has a section of the reference page behind every help link", () => {
  for (const [file, page] of [
    ["functions.json", "functions.en.html"],
    ["functions.zh-CN.json", "functions.zh-CN.html"],
  ] as const) {
    const html = read(page);
    for (const { id, helpUrl } of json<Metadata>(file).functions) {
      expect(helpUrl).toBe(`https://localhost:3000/${page}#${id.toLowerCase()}`);
      expect(html).toContain(`<section id="${id.toLowerCase()}">`);
    }
  }
});
