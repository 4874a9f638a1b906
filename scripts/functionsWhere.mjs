// Where a worksheet function is made: its own file, the rules in src/domain that it asks, and the tests that try them. Read from
// the imports, so that it is true as long as the code runs.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What every function uses and none is about. */
const COMMON = ["tradeError", "calendar/calendarFor", "calendar/calendarName", "calendar/serialDate"].map(
  (name) => `src/domain/${name}.ts`,
);

/** Tests that take all functions alike say nothing about one. */
const OF_ALL = ["hostile", "rules", "examples", "metadata", "reference", "typedValues", "worker"];

/** For each id its file, rules and tests, as paths from the repository's root. */
export function whereFunctionsAre(groups) {
  const tests = testFiles();
  return Object.fromEntries(
    [...new Set(groups)].flatMap((group) => {
      const file = `src/functions/${group}.ts`;
      return rulesOf(file).map(([id, rules]) => {
        const of = tests.filter(
          ({ text, imports }) =>
            new RegExp(`["'.]${id}["'(]`).test(text) || rules.some((rule) => imports.includes(rule)),
        );
        return [id, { file, rules, tests: of.map(({ path }) => path) }];
      });
    }),
  );
}

const pathOf = (from, specifier) => relative(ROOT, join(ROOT, dirname(from), `${specifier}.ts`));

function importsOf(file, source) {
  return source.statements
    .filter(ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) => moduleSpecifier.text.startsWith("."))
    .map((statement) => ({ statement, path: pathOf(file, statement.moduleSpecifier.text) }));
}

const parse = (file, text) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** The rules behind each function of a file: the domain's names that it uses itself or through what stands beside it. */
function rulesOf(file) {
  const source = parse(file, readFileSync(join(ROOT, file), "utf8"));
  const imported = new Map();
  for (const { statement, path } of importsOf(file, source)) {
    const { importClause } = statement;
    const names = importClause?.namedBindings?.elements ?? [];
    for (const { name, isTypeOnly } of names) if (!isTypeOnly) imported.set(name.text, path);
  }
  const beside = new Map();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) beside.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations)
      beside.set(declaration.name.text, declaration);
  }
  const used = (node, seen, found) => {
    if (ts.isIdentifier(node)) {
      const path = imported.get(node.text);
      if (path) found.add(path);
      const own = beside.get(node.text);
      if (own && !seen.has(own)) used(own, seen.add(own), found);
    }
    ts.forEachChild(node, (child) => void used(child, seen, found));
    return found;
  };
  return [...beside].flatMap(([id, statement]) => {
    if (!ts.getJSDocTags(statement).some(({ tagName }) => tagName.text === "customfunction")) return [];
    const all = [...used(statement, new Set([statement]), new Set())];
    const rules = all.filter((path) => path.startsWith("src/domain/") && !COMMON.includes(path));
    const behind = all.flatMap(rulesBehind);
    return [[id, rules.length > 0 ? rules : [...new Set(behind)]]];
  });
}

/** The rules that a way of reading cells asks: those of a function that does nothing but read. */
function rulesBehind(path) {
  if (!path.startsWith("src/functions/cells/")) return [];
  const text = readFileSync(join(ROOT, path), "utf8");
  return importsOf(path, parse(path, text))
    .map((entry) => entry.path)
    .filter((rule) => rule.startsWith("src/domain/") && !COMMON.includes(rule));
}

function testFiles() {
  return ["test/functions", "test/domain", "test/conformance"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true })
      .map((name) => join(folder, name))
      .filter(
        (path) => path.endsWith(".test.ts") && !OF_ALL.some((name) => path.endsWith(`/${name}.test.ts`)),
      )
      .sort()
      .map((path) => {
        const text = readFileSync(join(ROOT, path), "utf8");
        return { path, text, imports: importsOf(path, parse(path, text)).map((entry) => entry.path) };
      }),
  );
}
