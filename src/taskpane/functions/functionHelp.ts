/** One function as functions-help.json tells of it. */
export interface FunctionHelp {
  readonly id: string;
  readonly group: string;
  readonly groupName: Texts;
  readonly signature: string;
  readonly examples: readonly { readonly formula: string; readonly result: string }[];
  readonly parameters: readonly ({ readonly name: string; readonly optional: boolean } & Texts)[];
  readonly en: FunctionText;
  readonly zh: FunctionText;
}

interface Texts {
  readonly en: string;
  readonly zh: string;
}

interface FunctionText {
  readonly description: string;
  readonly returns: string;
  readonly errors: string;
  readonly source: string;
}

/** The file is our own build's, in the order of the groups. */
export function readFunctionHelp(json: unknown): readonly FunctionHelp[] {
  return Object.entries(json as Readonly<Record<string, Omit<FunctionHelp, "id">>>).map(([id, help]) => ({
    ...help,
    id,
  }));
}

const fold = (text: string) => text.normalize("NFKC").trim().toLowerCase();

/** Functions that have every word typed in their name, purpose or arguments; those named so come first. */
export function searchFunctions(
  all: readonly FunctionHelp[],
  query: string,
  group: string,
): readonly FunctionHelp[] {
  const words = fold(query)
    .replace(/^=?(merch\.)?/, "")
    .split(/\s+/);
  const text = ({ id, en, zh, groupName, parameters }: FunctionHelp) =>
    fold(
      [
        id,
        en.description,
        zh.description,
        groupName.en,
        groupName.zh,
        ...parameters.map((parameter) => `${parameter.name} ${parameter.en} ${parameter.zh}`),
      ].join(" "),
    );
  const named = ({ id }: FunctionHelp) => (words.every((word) => fold(id).includes(word)) ? 0 : 1);
  return all
    .filter((each) => (!group || each.group === group) && words.every((word) => text(each).includes(word)))
    .sort((a, b) => named(a) - named(b));
}
