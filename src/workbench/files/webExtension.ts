import { attr, findChild, findChildren, xmlEncodeAttr } from "@cj-tech-master/excelts/xml";
import type { XlsxPackage } from "./xlsxPackage";

/**
 * Where Office keeps an add-in's document settings: a web extension part tied to the package through the task panes part
 * (MS-OWEXML). Every setting is a property whose value is JSON.
 */
export interface AddInIdentity {
  /** The id in the add-in's manifest. */
  id: string;
  version: string;
  /** Where it was installed from, in Office's words: `developer` and `Registry` for a side-loaded one. */
  store: string;
  storeType: string;
}

const TASKPANES_RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
const EXTENSION_RELATIONSHIP = "http://schemas.microsoft.com/office/2011/relationships/webextension";
const TASKPANES_TYPE = "application/vnd.ms-office.webextensiontaskpanes+xml";
const EXTENSION_TYPE = "application/vnd.ms-office.webextension+xml";
const TASKPANES = "xl/webextensions/taskpanes.xml";

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;

export const isWebExtensionType = (type: string): boolean =>
  type === TASKPANES_TYPE || type === EXTENSION_TYPE;

/** Parts of web extensions, ours and other add-ins', with the id of the add-in each belongs to. */
function extensions(book: XlsxPackage): { part: string; addIn: string }[] {
  const parts: { part: string; addIn: string }[] = [];
  for (const [part, type] of book.contentTypes()) {
    if (type !== EXTENSION_TYPE) continue;
    const reference = findChild(book.xml(part), "we:reference");
    parts.push({ part, addIn: (reference && attr(reference, "id"))?.toLowerCase() ?? "" });
  }
  return parts;
}

export function readSettings(book: XlsxPackage, addInId: string): Record<string, unknown> {
  const own = extensions(book).find(({ addIn }) => addIn === addInId.toLowerCase());
  const properties = own && findChild(book.xml(own.part), "we:properties");
  const settings: Record<string, unknown> = {};
  for (const property of properties ? findChildren(properties, "we:property") : []) {
    const name = attr(property, "name");
    if (name === undefined) continue;
    const value = attr(property, "value") ?? "";
    try {
      settings[name] = JSON.parse(value) as unknown;
    } catch {
      // Office.js answers a value that is not JSON as the text it is.
      settings[name] = value;
    }
  }
  return settings;
}

/** Writes our settings, and hands on what other add-ins keep in the opened file. */
export function writeSettings(
  book: XlsxPackage,
  addIn: AddInIdentity,
  settings: Record<string, unknown>,
  original: XlsxPackage | undefined,
): void {
  const foreign = original
    ? extensions(original).filter((part) => part.addIn !== addIn.id.toLowerCase())
    : [];
  const own = Object.keys(settings).length > 0 ? [extensionXml(addIn, settings)] : [];
  const contents = [...own, ...foreign.map(({ part }) => original!.text(part))];
  if (contents.length === 0) return;
  const panes = contents.map((xml, index) => {
    const part = `xl/webextensions/webextension${index + 1}.xml`;
    // A snapshot points at a picture through a relationship of its own; Office draws a new one.
    book.addPart(
      part,
      EXTENSION_TYPE,
      xml.replace(/(<we:snapshot\b)[^>]*r:embed="[^"]*"[^>]*?(\/?>)/, "$1$2"),
    );
    const id = book.relate(TASKPANES, EXTENSION_RELATIONSHIP, part);
    return (
      `<wetp:taskpane dockstate="right" visibility="0" width="350" row="${index + 1}">` +
      `<wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></wetp:taskpane>`
    );
  });
  const xml = `${XML}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">${panes.join("")}</wetp:taskpanes>`;
  book.addPart(TASKPANES, TASKPANES_TYPE, xml);
  book.relate("", TASKPANES_RELATIONSHIP, TASKPANES);
}

function extensionXml(addIn: AddInIdentity, settings: Record<string, unknown>): string {
  const properties = Object.entries(settings)
    .map(
      ([name, value]) =>
        `<we:property name="${xmlEncodeAttr(name)}" value="${xmlEncodeAttr(JSON.stringify(value))}"/>`,
    )
    .join("");
  const reference =
    `<we:reference id="${xmlEncodeAttr(addIn.id)}" version="${xmlEncodeAttr(addIn.version)}" ` +
    `store="${xmlEncodeAttr(addIn.store)}" storeType="${xmlEncodeAttr(addIn.storeType)}"/>`;
  return (
    `${XML}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${addIn.id.toUpperCase()}}">` +
    `${reference}<we:alternateReferences/><we:properties>${properties}</we:properties><we:bindings/>` +
    `<we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`
  );
}
