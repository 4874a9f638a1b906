import { attr, findChildren, parseXml, xmlEncodeAttr, type XmlElement } from "@cj-tech-master/excelts/xml";
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { FileProblem } from "./fileBook";
import { usualPrefixes } from "./usualPrefixes";

/** Beyond this the page would run out of memory; real trackers are a hundredth of it. */
const MOST_BYTES_UNPACKED = 400_000_000;

/** A fixed time stamp, so that the same content gives the same bytes. Local parts are what ends up in the archive. */
const TIME_STAMP = new Date(1980, 0, 1);

export interface Relationship {
  id: string;
  type: string;
  target: string;
  external: boolean;
}

const startsWith = (bytes: Uint8Array, ...signature: number[]): boolean =>
  bytes.length >= signature.length && signature.every((byte, index) => bytes[index] === byte);

const holdsUtf16 = (bytes: Uint8Array, text: string): boolean => {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const end = Math.min(bytes.length, 1_000_000) - wanted.length;
  for (let at = 0; at <= end; at += 2)
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
};

/** The parts of an .xlsx and what ties them together. Parts are named without a leading slash. */
export class XlsxPackage {
  private constructor(readonly parts: Record<string, Uint8Array>) {}

  static open(bytes: Uint8Array): XlsxPackage {
    if (bytes.length === 0) throw new FileProblem("empty");
    if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
      // Both an old .xls and an encrypted .xlsx are OLE files; only the latter has a stream of this name.
      throw new FileProblem(holdsUtf16(bytes, "EncryptedPackage") ? "encrypted" : "oldXls");
    }
    if (!startsWith(bytes, 0x50, 0x4b)) throw new FileProblem("notXlsx");
    let unpacked = 0;
    let parts: Record<string, Uint8Array>;
    try {
      parts = unzipSync(bytes, {
        filter: ({ originalSize, name }) => {
          unpacked += originalSize;
          if (unpacked > MOST_BYTES_UNPACKED) throw new FileProblem("tooLarge");
          return !name.endsWith("/");
        },
      });
    } catch (error) {
      throw error instanceof FileProblem ? error : new FileProblem("damaged", { part: "zip" });
    }
    const named = Object.entries(parts).map(([name, data]): [string, Uint8Array] => {
      const xml = /\.(xml|rels)$/i.test(name) ? strFromU8(data) : "";
      const usual = usualPrefixes(xml);
      return [name.replace(/^\/+/, "").replaceAll("\\", "/"), usual === xml ? data : strToU8(usual)];
    });
    const opened = new XlsxPackage(Object.fromEntries(named));
    if (opened.parts["xl/workbook.bin"]) throw new FileProblem("xlsb");
    if (!opened.parts["[Content_Types].xml"]) throw new FileProblem("notXlsx");
    if (!opened.parts["xl/workbook.xml"]) throw new FileProblem("notXlsx");
    return opened;
  }

  bytes(): Uint8Array {
    const entries: Zippable = {};
    // Readers that look only at the beginning expect the content types there.
    const names = Object.keys(this.parts).sort(
      (a, b) => Number(b === "[Content_Types].xml") - Number(a === "[Content_Types].xml"),
    );
    for (const name of names) entries[name] = [this.parts[name]!, { mtime: TIME_STAMP, level: 6 }];
    return zipSync(entries);
  }

  text(part: string): string {
    const data = this.parts[part];
    if (!data) throw new FileProblem("damaged", { part });
    return strFromU8(data).replace(/^\uFEFF/, "");
  }

  setText(part: string, text: string): void {
    this.parts[part] = strToU8(text);
  }

  xml(part: string): XmlElement {
    try {
      return parseXml(this.text(part)).root;
    } catch (error) {
      throw error instanceof FileProblem ? error : new FileProblem("damaged", { part });
    }
  }

  relationships(part: string): Relationship[] {
    const rels = relationshipsPart(part);
    if (!this.parts[rels]) return [];
    return findChildren(this.xml(rels), "Relationship").map((element) => {
      const external = attr(element, "TargetMode") === "External";
      const target = attr(element, "Target") ?? "";
      return {
        id: attr(element, "Id") ?? "",
        type: attr(element, "Type") ?? "",
        target: external ? target : resolve(part, target),
        external,
      };
    });
  }

  /** Ties `part` to `target` (from the package's root) and answers the new id. */
  relate(part: string, type: string, target: string, external = false): string {
    const rels = relationshipsPart(part);
    const old = this.parts[rels]
      ? this.text(rels)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
    const used = new Set(this.parts[rels] ? this.relationships(part).map(({ id }) => id) : []);
    let number = used.size + 1;
    while (used.has(`rId${number}`)) number += 1;
    const id = `rId${number}`;
    const where = external ? xmlEncodeAttr(target) : `/${target}`;
    const mode = external ? ` TargetMode="External"` : "";
    const element = `<Relationship Id="${id}" Type="${type}" Target="${where}"${mode}/>`;
    this.setText(rels, closeWith(old, "Relationships", element));
    return id;
  }

  contentTypes(): Map<string, string> {
    const types = new Map<string, string>();
    const root = this.xml("[Content_Types].xml");
    const byExtension = new Map(
      findChildren(root, "Default").map((element) => [
        attr(element, "Extension")?.toLowerCase(),
        attr(element, "ContentType") ?? "",
      ]),
    );
    const byPart = new Map(
      findChildren(root, "Override").map((element) => [
        attr(element, "PartName")?.replace(/^\//, "").toLowerCase(),
        attr(element, "ContentType") ?? "",
      ]),
    );
    for (const part of Object.keys(this.parts)) {
      if (part === "[Content_Types].xml" || part.endsWith(".rels")) continue;
      types.set(
        part,
        byPart.get(part.toLowerCase()) ?? byExtension.get(part.split(".").at(-1)!.toLowerCase()) ?? "",
      );
    }
    return types;
  }

  addPart(part: string, contentType: string, text: string): void {
    this.setText(part, text);
    const types = this.text("[Content_Types].xml");
    const name = `PartName="/${part}"`;
    if (types.includes(name)) return;
    this.setText(
      "[Content_Types].xml",
      closeWith(types, "Types", `<Override ${name} ContentType="${contentType}"/>`),
    );
  }
}

const relationshipsPart = (part: string): string => {
  const cut = part.lastIndexOf("/") + 1;
  return `${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`;
};

function resolve(from: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const path = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") path.pop();
    else if (step !== ".") path.push(step);
  }
  return path.join("/");
}

/** Puts `content` before the closing tag of the root, opening an empty root first. */
export function closeWith(xml: string, root: string, content: string): string {
  const opened = xml.replace(new RegExp(`<${root}([^>]*)/>\\s*$`), `<${root}$1></${root}>`);
  const at = opened.lastIndexOf(`</${root}>`);
  return opened.slice(0, at) + content + opened.slice(at);
}
