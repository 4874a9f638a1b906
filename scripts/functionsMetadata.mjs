// From the worksheet functions' own comments and their Chinese texts: functions.json for Excel, the same in Chinese, the data of
// the pane's function list and the reference pages.
//
//   node scripts/functionsMetadata.mjs [folder]   writes them into the folder, dist/ unless told
//   node scripts/functionsMetadata.mjs --docs     writes docs/functions.en.md and docs/functions.zh-CN.md
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import customFunctionsMetadata from "custom-functions-metadata";
import { format } from "prettier";
import { tsImport } from "tsx/esm/api";
import ts from "typescript";
import { referenceHtml, referenceMarkdown } from "./functionsReference.mjs";
import { whereFunctionsAre } from "./functionsWhere.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NAMESPACE = "MERCH";

/** Writes functions.json, functions.zh-CN.json, functions-help.json and the reference pages; helpUrl is where those will be. */
export async function generate(outDir, { helpUrl = "https://localhost:3000/" } = {}) {
  const functions = await readFunctions();
  const base = helpUrl.replace(/\/*$/, "/");
  const files = {
    "functions.json": json(metadata(functions, "en", `${base}functions.en.html`)),
    "functions.zh-CN.json": json(metadata(functions, "zh", `${base}functions.zh-CN.html`)),
    "functions-help.json": json(help(functions)),
    "functions.en.html": referenceHtml(functions, "en"),
    "functions.zh-CN.html": referenceHtml(functions, "zh"),
  };
  mkdirSync(outDir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(outDir, name), text);
}

/** The reference pages of docs/ by path, as they should be now. */
export async function referencePages() {
  const functions = await readFunctions();
  const where = whereFunctionsAre(functions.map(({ group }) => group));
  const page = (lang) =>
    format(referenceMarkdown(functions, lang, where), { parser: "markdown", printWidth: 110 });
  return { "docs/functions.en.md": await page("en"), "docs/functions.zh-CN.md": await page("zh") };
}

/** Every function with what Excel needs and what people want to read; anything amiss is an error that says what. */
export async function readFunctions() {
  const folder = join(ROOT, "src/functions");
  const files = readdirSync(folder)
    .filter(
      (name) => name.endsWith(".ts") && readFileSync(join(folder, name), "utf8").includes("@customfunction"),
    )
    .map((name) => join(folder, name));
  const { metadataJson, errors } = await customFunctionsMetadata.generateCustomFunctionsMetadata(files);
  if (errors.length > 0) throw new Error(`The functions' comments are wrong:\n${errors.join("\n")}`);
  const forExcel = new Map(JSON.parse(metadataJson).functions.map((entry) => [entry.id, entry]));
  const { functionTexts } = await tsImport("../src/i18n/functions.zhCN.ts", import.meta.url);
  const { functionGroups } = await tsImport("../src/i18n/functionGroups.ts", import.meta.url);

  const ids = await associatedIds();
  const found = files.flatMap((file) => commentsOf(file));
  const problems = [
    ...ids
      .filter((id) => !forExcel.has(id))
      .map((id) => `${id} is associated but has no @customfunction comment`),
    ...[...forExcel.keys()].filter((id) => !ids.includes(id)).map((id) => `${id} is not associated`),
    ...found.flatMap(({ id, group }) =>
      functionGroups[group] ? [] : [`${id}: no heading for group ${group}`],
    ),
    ...found.flatMap((comment) => missingFrom(comment, functionTexts[comment.id])),
  ];
  if (problems.length > 0) throw new Error(`Function help is incomplete:\n${problems.join("\n")}`);

  // In the order of association: groups as catalogue.ts lists them, functions as their file does.
  return ids.map((id) => {
    const comment = found.find((entry) => entry.id === id);
    const zh = functionTexts[id];
    return {
      id,
      group: comment.group,
      groupName: functionGroups[comment.group],
      signature: `${NAMESPACE}.${id}(${comment.parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(", ")})`,
      parameters: comment.parameters.map((parameter) => ({
        name: parameter.name,
        optional: parameter.optional,
        en: parameter.text,
        zh: zh.parameters[parameter.name],
      })),
      examples: comment.examples,
      en: pick(comment),
      zh: pick(zh),
      excel: forExcel.get(id),
    };
  });
}

const pick = ({ description, returns, errors, source }) => ({ description, returns, errors, source });

function missingFrom(comment, zh) {
  const { id, parameters } = comment;
  const lacks = [];
  for (const tag of ["description", "returns", "errors", "source"]) {
    if (!comment[tag]) lacks.push(`${id}: ${tag} in English`);
    if (!zh?.[tag]) lacks.push(`${id}: ${tag} in Chinese`);
  }
  if (comment.examples.length === 0) lacks.push(`${id}: an example`);
  for (const { name, text } of parameters) {
    if (!text) lacks.push(`${id}: parameter ${name} in English`);
    if (!zh?.parameters[name]) lacks.push(`${id}: parameter ${name} in Chinese`);
  }
  for (const name of Object.keys(zh?.parameters ?? {})) {
    if (!parameters.some((parameter) => parameter.name === name))
      lacks.push(`${id}: Chinese text for ${name}, which it has not`);
  }
  return lacks;
}

/** What custom-functions-metadata leaves out: our own tags, read from the same comments. */
function commentsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const tags = ts.getJSDocTags(declaration);
    const texts = (name) =>
      tags
        .filter((tag) => tag.tagName.text === name)
        .map((tag) => oneLine(ts.getTextOfJSDocComment(tag.comment)));
    const [id] = texts("customfunction");
    if (!id) return [];
    return {
      id,
      group: basename(file, ".ts"),
      description: oneLine(
        declaration.jsDoc.map(({ comment }) => ts.getTextOfJSDocComment(comment)).join(" "),
      ),
      parameters: declaration.parameters.map((parameter) => ({
        name: parameter.name.text,
        optional: parameter.questionToken !== undefined,
        text: oneLine(ts.getTextOfJSDocComment(ts.getJSDocParameterTags(parameter)[0]?.comment)),
      })),
      returns: texts("returns")[0],
      examples: texts("example").map((text) => {
        const [formula, result] = text.split(" → ");
        if (result === undefined)
          throw new Error(`${id}: an example must be written "=formula → result", not "${text}"`);
        return { formula, result };
      }),
      errors: texts("errors")[0],
      source: texts("source")[0],
    };
  });
}

const oneLine = (text) => (text ?? "").replace(/\s+/g, " ").trim();

/** Loads the functions as Excel's runtime would and notes what they associate. */
async function associatedIds() {
  const ids = [];
  const before = globalThis.CustomFunctions;
  globalThis.CustomFunctions = { associate: (id) => ids.push(id) };
  try {
    await tsImport("../src/functions/index.ts", import.meta.url);
  } finally {
    globalThis.CustomFunctions = before;
  }
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (twice.length > 0) throw new Error(`Associated twice: ${twice.join(", ")}`);
  return ids;
}

function metadata(functions, lang, page) {
  return {
    // Errors in cells come in as values, so that one bad row of a range leaves the others alone.
    allowErrorForDataTypeAny: true,
    functions: functions.map(({ id, excel, parameters, ...texts }) => ({
      ...excel,
      description: texts[lang].description,
      helpUrl: `${page}#${id.toLowerCase()}`,
      parameters: excel.parameters.map((parameter, i) => ({
        ...parameter,
        description: parameters[i][lang],
      })),
    })),
  };
}

function help(functions) {
  return Object.fromEntries(
    functions.map(({ id, group, groupName, signature, parameters, examples, en, zh }) => [
      id,
      {
        group,
        groupName,
        signature,
        example: examples[0].formula,
        result: examples[0].result,
        examples,
        parameters,
        en,
        zh,
      },
    ]),
  );
}

const json = (value) => `${JSON.stringify(value, null, 1)}\n`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [target = "dist"] = process.argv.slice(2);
  if (target === "--docs") {
    for (const [path, text] of Object.entries(await referencePages())) writeFileSync(join(ROOT, path), text);
  } else {
    await generate(target);
  }
}
