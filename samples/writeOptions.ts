import { readFileSync } from "node:fs";
import type { WriteOptions } from "../src/workbench/files/writeXlsx";

const manifest = readFileSync("manifest.xml", "utf8");
const inManifest = (element: string): string =>
  new RegExp(`<${element}>([^<]+)</${element}>`).exec(manifest)?.[1]?.trim() ?? "";

/** How the committed workbooks are written: as of one day, so that the same source gives the same bytes. */
export const WRITE_OPTIONS: WriteOptions = {
  functions: [],
  addIn: { id: inManifest("Id"), version: inManifest("Version"), store: "developer", storeType: "Registry" },
  modified: new Date(Date.UTC(2026, 8, 15)),
};
