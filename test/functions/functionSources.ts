import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface FunctionSource {
  readonly id: string;
  readonly examples: string[];
  readonly parameters: { readonly name: string; readonly optional: boolean }[];
}

const FOLDER = join(__dirname, "../../src/functions");

/** The worksheet functions as their source files declare them. */
export function functionSources(): FunctionSource[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".ts"))
    .flatMap((name) => declared(join(FOLDER, name)));
}

function declared(file: string): FunctionSource[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isFunctionDeclaration).flatMap((declaration) => {
    const tags = ts.getJSDocTags(declaration);
    const texts = (name: string) =>
      tags
        .filter((tag) => tag.tagName.text === name)
        .map((tag) => (ts.getTextOfJSDocComment(tag.comment) ?? "").replace(/\s+/g, " ").trim());
    const [id] = texts("customfunction");
    if (id === undefined) return [];
    const parameters = declaration.parameters.map((parameter) => ({
      name: parameter.name.getText(),
      optional: parameter.questionToken !== undefined,
    }));
    return [{ id, examples: texts("example"), parameters }];
  });
}
