/** The prefixes that Excel gives to the namespaces of a workbook, and that this folder and its library look for. */
const USUAL: Readonly<Record<string, string>> = {
  "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "",
  "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing": "xdr",
  "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
  "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
  "http://schemas.openxmlformats.org/package/2006/relationships": "",
  "http://schemas.openxmlformats.org/package/2006/content-types": "",
};

const DECLARATION = /\sxmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** Comments and the like are matched as well, so that what looks like a tag inside them is none. */
const TAG =
  /<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<(\/?)(?:([\w.-]+):)?([\w.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gs;
const ATTRIBUTE = /(\s)(?:([\w.-]+):)?([\w.-]+\s*=\s*(?:"[^"]*"|'[^']*'))/g;

const named = (prefix: string, name: string) => (prefix === "" ? name : `${prefix}:${name}`);

/**
 * The same XML with its elements named as in a file of Excel's. Other programs write `<x:worksheet>` or a drawing without any
 * prefix, and the strict kind of .xlsx has namespaces of its own (ISO/IEC 29500-1, annex A).
 */
export function usualPrefixes(written: string): string {
  const xml = written.replace(
    /http:\/\/purl\.oclc\.org\/ooxml\/(\w+)\//g,
    "http://schemas.openxmlformats.org/$1/2006/",
  );
  const declared = [...xml.matchAll(DECLARATION)].map(([, prefix = "", one, other]) => ({
    prefix,
    uri: one ?? other ?? "",
  }));
  if (declared.every(({ prefix, uri }) => (USUAL[uri] ?? prefix) === prefix)) return xml;

  const used = [...new Set(declared.map(({ uri }) => uri))].filter((uri) => uri in USUAL);
  const atRoot = used.map((uri) => ` xmlns${USUAL[uri] && `:${USUAL[uri]}`}="${uri}"`).join("");
  const scopes: ReadonlyMap<string, string>[] = [new Map()];
  let root = true;
  return xml.replace(TAG, (whole, slash?: string, prefix = "", name?: string, rest = "") => {
    if (name === undefined) return whole;
    if (slash) {
      const uri = scopes.pop()?.get(prefix) ?? "";
      return `</${named(USUAL[uri] ?? prefix, name)}>`;
    }
    const scope = new Map(scopes.at(-1));
    for (const [, own = "", one, other] of rest.matchAll(DECLARATION)) scope.set(own, one ?? other ?? "");
    const usual = (own: string) => USUAL[scope.get(own) ?? ""] ?? own;
    const attributes = rest
      .replace(DECLARATION, (text: string, _own: string, one?: string, other?: string) =>
        (one ?? other ?? "") in USUAL ? "" : text,
      )
      .replace(ATTRIBUTE, (text: string, space: string, own: string | undefined, rest: string) =>
        own === undefined || own === "xmlns" ? text : `${space}${named(usual(own), rest)}`,
      );
    if (!rest.endsWith("/")) scopes.push(scope);
    const declarations = root ? atRoot : "";
    root = false;
    return `<${named(usual(prefix), name)}${declarations}${attributes}>`;
  });
}
