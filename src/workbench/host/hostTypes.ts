import type { Book, CallPlace } from "../sheet/book";

/** Sends one message (a JSON string) to an attached client. */
export type Send = (json: string) => void;

/** One attached client: a task pane's iframe, or office.js under jest. */
export interface Connection {
  /** A message (a JSON string) from the client. */
  receive(json: string): void;
  close(): void;
}

export interface HostOptions {
  /** `en-US` or `zh-CN`: Excel's display language. */
  readonly displayLanguage?: string;
  /** Language of the data (number and date formats). */
  readonly contentLanguage?: string;
  readonly documentUrl?: string;
  /** Requirement sets to claim in place of the host's own, e.g. `{ ExcelApi: "1.14" }`. */
  readonly requirements?: Readonly<Record<string, string>>;
  /** Namespace of the functions (`MERCH`): taken off the ids when functions are called. */
  readonly namespace?: string;
  /** Office theme of the page: sent with the app context. */
  readonly theme?: OfficeTheme;
}

export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** How the host is to misbehave. Everything is off until asked for, and `{}` puts it right again. */
export interface Misbehaviour {
  /** A cell is being edited: requests are refused as Excel refuses them, or wait if they ask to. */
  readonly cellEditing?: boolean;
  /** The next request stops with GeneralException before this action (0-based). Once. */
  readonly failAtAction?: number;
  /** The next request is carried out but never answered. Once. */
  readonly loseReply?: boolean;
  /** Every reply waits this many milliseconds. */
  readonly slowReply?: number;
  /** Largest request and reply in bytes; 5 MB if not said. */
  readonly payloadLimit?: number;
  /** Every request is refused as too many at once (`ActivityLimitReached`). */
  readonly activityLimit?: boolean;
}

/** One request as it came over the wire. */
export interface LoggedRequest {
  readonly client: string;
  /** Milliseconds since the host began. */
  readonly at: number;
  readonly took: number;
  readonly actions: number;
  readonly requestBytes: number;
  readonly replyBytes: number;
  readonly wrote: boolean;
  /** `Range.Values=`, `TableRowCollection.Add()`, ... in order. */
  readonly did: readonly string[];
  readonly error?: { readonly code: string; readonly message: string; readonly actionIndex: number };
}

/** What `Host` offers; the class is in host.ts. */
export interface HostApi {
  readonly book: Book;
  connect(send: Send): Connection;
  /** Call a function of the add-in, at the first client that has registered functions. */
  invokeFunction(id: string, args: readonly unknown[], place?: Partial<CallPlace>): Promise<unknown>;
  /** A ribbon button or context-menu command; resolves when the add-in says it is completed. */
  runCommand(actionId: string, controlId?: string): Promise<void>;
  /** The pane was opened or closed by the user. */
  setPaneVisible(visible: boolean): void;
  /** The add-in asked for its pane to be shown or hidden (`Office.addin.showAsTaskpane`, `hide`). */
  onPaneVisible(listener: (visible: boolean) => void): () => void;
  /** `Load` after `Office.addin.setStartupBehavior(load)`, else `None`. */
  readonly startupBehavior: string;
  misbehave(how: Misbehaviour): void;
  readonly requests: readonly LoggedRequest[];
  clearRequests(): void;
  /** Functions of a client are registered and may be called. */
  readonly functionsReady: boolean;
  onFunctionsReady(listener: () => void): () => void;
  dispose(): void;
}
