import { readFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel as NodeChannel, MessagePort } from "node:worker_threads";
import { TextDecoder, TextEncoder } from "node:util";

// jsdom lacks what a browser has; Univer asks for it when it is loaded, so this file is to be imported before anything of it.
/** As in a browser an open port keeps nobody from leaving: a calculation that a test leaves behind must not hold the process. */
class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
  constructor() {
    ({ port1: this.port1, port2: this.port2 } = new NodeChannel());
    // After the listener is set, for that holds the process again.
    queueMicrotask(() => this.port1.unref());
  }
}
Object.assign(globalThis, { MessageChannel, MessagePort });
globalThis.TextEncoder ??= TextEncoder;
globalThis.TextDecoder ??= TextDecoder as typeof globalThis.TextDecoder;

import { Host } from "../../src/workbench/host/host";
import type { Connection, HostOptions } from "../../src/workbench/host/hostTypes";
import type { FunctionMetadata } from "../../src/workbench/sheet/book";
import { createHeadlessBook } from "../../src/workbench/sheet/createHeadlessBook";
import type { UniverBook } from "../../src/workbench/sheet/univerBook";

const DIST = join(process.cwd(), "node_modules/@microsoft/office-js/dist");
const ORIGIN = "https://localhost";
const SCRIPTS = "/office-js/";

export interface OfficeClient {
  Excel: typeof Excel;
  Office: typeof Office;
  host: Host;
  book: UniverBook;
  connection: Connection;
}

export interface OfficeClientOptions extends HostOptions {
  /** functions.json's functions; `name` with its namespace (`MERCH.WORKDAY`). */
  readonly functions?: readonly FunctionMetadata[];
}

let pageNumber = 0;

/** Load a script of office.js into the page that jest has made, as a script element would. */
function run(file: string): void {
  const source = readFileSync(join(DIST, file), "utf8");
  (0, eval)(`${source}\n//# sourceURL=office-js/${file}`);
}

/** office.js appends script elements; jsdom does not load them. */
function loadAppendedScripts(): void {
  for (const name of ["appendChild", "insertBefore"] as const) {
    const { value: original } = Object.getOwnPropertyDescriptor(Node.prototype, name) as {
      value: (this: Node, node: Node, ...rest: unknown[]) => Node;
    };
    Object.defineProperty(Node.prototype, name, {
      configurable: true,
      writable: true,
      value(this: Node, node: Node, ...rest: unknown[]) {
        const result = original.call(this, node, ...rest);
        const script = node as HTMLScriptElement;
        if (script.tagName === "SCRIPT" && script.src.includes(SCRIPTS)) {
          setTimeout(() => {
            run(new URL(script.src).pathname.replace(SCRIPTS, ""));
            script.onload?.(new Event("load"));
          }, 0);
        }
        return result;
      },
    });
  }
}

/**
 * The real office.js in jest's page, with our host in place of Excel. One client per test file: office.js loads once per page.
 * Functions are associated in the same page with the global `CustomFunctions`.
 */
export async function bootOffice(options: OfficeClientOptions = {}): Promise<OfficeClient> {
  const { functions = [], ...hostOptions } = options;
  const book = createHeadlessBook(functions, (id, args, place) => host.invokeFunction(id, args, place));
  const host = new Host(book, { namespace: "MERCH", ...hostOptions });
  const connection = host.connect((json) =>
    window.dispatchEvent(new MessageEvent("message", { data: json, origin: ORIGIN })),
  );
  if (!("domain" in document)) {
    Object.defineProperty(Document.prototype, "domain", { get: () => "localhost", configurable: true });
  }
  const locale = options.displayLanguage ?? "en-US";
  window.name = JSON.stringify({
    baseFrameName: "workbench",
    hostInfo: `Excel|Web|16.00|${locale}|correlation||disableLogging|3`,
    xdmInfo: `conversation${++pageNumber}|app|${ORIGIN}`,
    serializerVersion: "1",
    flights: "[]",
  });
  Object.defineProperty(window, "opener", {
    configurable: true,
    value: { postMessage: (message: string) => setTimeout(() => connection.receive(message), 0) },
  });
  loadAppendedScripts();
  const script = document.createElement("script");
  Object.defineProperty(script, "src", { value: `${ORIGIN}${SCRIPTS}office.js` });
  document.head.append(script);
  script.setAttribute("src", `${ORIGIN}${SCRIPTS}office.js`);
  run("office.js");
  await Office.onReady();
  return { Excel, Office, host, book, connection };
}
