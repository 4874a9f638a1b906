import { FunctionFailure } from "../sheet/book";
import type { Book, CallPlace } from "../sheet/book";
import { EVENTS } from "./classes";
import type { HostServices } from "./classes";
import { ClientConnection, OFFICE } from "./connection";
import type { ConnectionOwner } from "./connection";
import { EventRouter } from "./eventRouter";
import { FunctionCalls } from "./functionCalls";
import type { Connection, HostApi, HostOptions, LoggedRequest, Misbehaviour, Send } from "./hostTypes";
import { QueryRun } from "./processQuery";
import type { ReplyBody, RequestBody } from "./processQuery";
import { References } from "./references";

const MEGABYTE = 1024 * 1024;
const PANE = { hidden: "Background", visible: "Visible" };

/** Excel's part towards any number of clients that work on one book. */
export class Host implements HostApi, ConnectionOwner {
  private readonly clients = new Set<ClientConnection>();
  private readonly references = new References();
  private readonly calls = new FunctionCalls();
  private readonly router: EventRouter;
  private readonly stopEvents: () => void;
  private readonly log: LoggedRequest[] = [];
  private readonly began = performance.now();
  private readonly paneListeners = new Set<(visible: boolean) => void>();
  private readonly readyListeners = new Set<() => void>();
  private readonly commands: (() => void)[] = [];
  private how: Misbehaviour = {};
  private editingOver: (() => void)[] = [];
  /** Requests are carried out one after the other, as Excel does. */
  private turn: Promise<unknown> = Promise.resolve();
  private numbered = 0;
  private pane = PANE.visible;
  private startup = "None";
  private events = true;

  constructor(
    readonly book: Book,
    readonly options: HostOptions = {},
  ) {
    this.router = new EventRouter(
      book,
      () => this.clients,
      (object) => this.references.keepForEvent(object),
    );
    this.stopEvents = book.onEvent((event) => {
      if (event.type === "changed") this.references.follow(event);
      if (this.events) this.router.route(event);
    });
  }

  connect(send: Send): Connection {
    const client = new ClientConnection(`client${++this.numbered}`, this, send);
    this.clients.add(client);
    return client;
  }

  closed(client: ClientConnection): void {
    this.clients.delete(client);
    if (client.functionsReady) this.calls.abandon();
  }

  // Settings of `Office.context.document.settings` and of `workbook.settings` are the same ones.
  get documentSettings(): [string, string][] {
    return [...this.book.settings].map(([key, value]) => [key, JSON.stringify(value)]);
  }

  saveSettings(settings: [string, string][]): void {
    this.book.settings.clear();
    for (const [key, json] of settings) this.book.settings.set(key, JSON.parse(json));
  }

  query(
    client: ClientConnection,
    body: string,
    flags: number,
  ): Promise<{ error: number; body: string } | undefined> {
    const mine = this.turn.then(() => this.answer(client, body, flags));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async answer(client: ClientConnection, json: string, flags: number) {
    const started = performance.now();
    const body = JSON.parse(json) as RequestBody;
    if (isHousekeeping(body))
      return { error: OFFICE.ok as number, body: JSON.stringify(await this.run(client, body).run()) };
    const how = this.how;
    if (how.cellEditing && flags & DELAY_FOR_CELL_EDIT)
      await new Promise<void>((resolve) => this.editingOver.push(resolve));
    else if (how.cellEditing)
      return this.refuse(client, json, started, OFFICE.cellEditing, "InvalidOperationInCellEditMode");
    if (how.activityLimit)
      return this.refuse(client, json, started, OFFICE.activityLimit, "ActivityLimitReached");
    const limit = how.payloadLimit ?? 5 * MEGABYTE;
    const requestBytes = bytes(json);
    if (requestBytes > limit)
      return this.refuse(client, json, started, OFFICE.requestTooLarge, "RequestPayloadSizeLimitExceeded");
    const run = this.run(client, body, this.once("failAtAction"));
    const result = await run.run();
    const text = JSON.stringify(result);
    if (how.slowReply) await new Promise((resolve) => setTimeout(resolve, how.slowReply));
    const answer =
      bytes(text) > limit
        ? this.refuse(client, json, started, OFFICE.replyTooLarge, "ResponsePayloadSizeLimitExceeded")
        : this.reply(client, json, text, result, started, run);
    return this.once("loseReply") ? undefined : answer;
  }

  private run(client: ClientConnection, body: RequestBody, failAt?: number): QueryRun {
    return new QueryRun(
      this.servicesFor(client),
      body,
      (work) => this.book.by(client.id, work),
      (object) => this.references.keep(object),
      failAt,
    );
  }

  private once<K extends "failAtAction" | "loseReply">(key: K): Misbehaviour[K] {
    const value = this.how[key];
    if (value !== undefined) this.how = { ...this.how, [key]: undefined };
    return value;
  }

  private refuse(client: ClientConnection, json: string, started: number, error: number, code: string) {
    this.note(client, json, "", started, [], false, { code, message: "", actionIndex: -1 });
    return { error, body: "" };
  }

  private reply(
    client: ClientConnection,
    json: string,
    body: string,
    reply: ReplyBody,
    started: number,
    run: QueryRun,
  ) {
    const error = reply.Error && {
      code: reply.Error.Code,
      message: reply.Error.Message,
      actionIndex: reply.Error.ActionIndex,
    };
    this.note(client, json, body, started, run.did, run.wrote, error);
    return { error: OFFICE.ok as number, body };
  }

  private note(
    client: ClientConnection,
    json: string,
    body: string,
    started: number,
    did: readonly string[],
    wrote: boolean,
    error?: LoggedRequest["error"],
  ): void {
    this.log.push({
      client: client.id,
      at: started - this.began,
      took: performance.now() - started,
      actions: (JSON.parse(json) as RequestBody).Actions.length,
      requestBytes: bytes(json),
      replyBytes: bytes(body),
      wrote,
      did,
      ...(error ? { error } : {}),
    });
  }

  private servicesFor(client: ClientConnection): HostServices {
    const listen = (event: number, target: string, on: boolean) => {
      const key = `${event}/${target}`;
      client.listening.set(key, Math.max(0, (client.listening.get(key) ?? 0) + (on ? 1 : -1)));
    };
    return {
      book: this.book,
      references: this.references,
      listen,
      setPaneState: (state) => this.paneState(state),
      paneState: () => this.pane,
      setStartupState: (state) => (this.startup = state),
      startupState: () => this.startup,
      functionsAreReady: () => this.ready(client),
      functionResults: (results) => this.calls.answered(results),
      eventsEnabled: this.events,
      enableEvents: (on) => (this.events = on),
      displayLanguage: this.options.displayLanguage ?? "en-US",
      contentLanguage: this.options.contentLanguage ?? this.options.displayLanguage ?? "en-US",
    };
  }

  // ---- The pane

  private paneState(state: string): void {
    this.pane = state;
    const visible = state === PANE.visible;
    this.tellVisibility(visible);
    for (const listener of this.paneListeners) listener(visible);
  }

  setPaneVisible(visible: boolean): void {
    this.pane = visible ? PANE.visible : PANE.hidden;
    this.tellVisibility(visible);
  }

  private tellVisibility(visible: boolean): void {
    const message = JSON.stringify({ visibility: visible ? "Visible" : "Hidden" });
    for (const client of this.clients) client.rich([65536, EVENTS.visibility, "", message, 0, false]);
  }

  onPaneVisible(listener: (visible: boolean) => void): () => void {
    this.paneListeners.add(listener);
    return () => this.paneListeners.delete(listener);
  }

  get startupBehavior(): string {
    return this.startup;
  }

  // ---- Commands and functions

  runCommand(actionId: string, controlId = actionId): Promise<void> {
    const client = [...this.clients].find((one) => one.subscribes("appCommandInvoked"));
    if (!client) return Promise.reject(new Error("No add-in listens to commands."));
    return new Promise((resolve) => {
      this.commands.push(resolve);
      const id = `command${++this.numbered}`;
      client.fire("appCommandInvoked", [id, actionId, JSON.stringify({ source: { id: controlId } })]);
    });
  }

  commandCompleted(): void {
    this.commands.shift()?.();
  }

  private ready(client: ClientConnection): void {
    client.functionsReady = true;
    for (const listener of this.readyListeners) listener();
  }

  get functionsReady(): boolean {
    return [...this.clients].some((client) => client.functionsReady);
  }

  onFunctionsReady(listener: () => void): () => void {
    this.readyListeners.add(listener);
    return () => this.readyListeners.delete(listener);
  }

  invokeFunction(id: string, args: readonly unknown[], place: Partial<CallPlace> = {}): Promise<unknown> {
    const client = [...this.clients].find((one) => one.functionsReady);
    if (!client) return Promise.reject(new FunctionFailure("#NAME?", "The add-in is not loaded."));
    const prefix = this.options.namespace ? `${this.options.namespace}.` : "";
    const bare = prefix && id.toUpperCase().startsWith(prefix.toUpperCase()) ? id.slice(prefix.length) : id;
    return this.calls.invoke(client, bare, args, place);
  }

  // ---- For tests

  misbehave(how: Misbehaviour): void {
    this.how = how;
    if (how.cellEditing) return;
    const waiting = this.editingOver;
    this.editingOver = [];
    for (const resume of waiting) resume();
  }

  get requests(): readonly LoggedRequest[] {
    return this.log;
  }

  clearRequests(): void {
    this.log.length = 0;
  }

  dispose(): void {
    this.stopEvents();
    for (const client of [...this.clients]) client.close();
  }
}

/** Flag of a request that would rather wait until the user has left the cell (`delayForCellEdit`). */
const DELAY_FOR_CELL_EDIT = 64;
/**
 * What the client says on its own account: that functions and commands are ready, that it lets go of references. Such requests
 * are no doing of the add-in's: they are not logged and meet no faults.
 */
function isHousekeeping({ Actions, ObjectPaths }: RequestBody): boolean {
  const own = Object.values(ObjectPaths).some(
    ({ ObjectPathType, Name }) => ObjectPathType === 2 || Name === "CustomFunctions",
  );
  return (
    own ||
    Actions.every(
      ({ ActionType, Name }) => ActionType === 1 || (ActionType === 3 && Name === "_RemoveReference"),
    )
  );
}

const bytes = (text: string) => new TextEncoder().encode(text).length;
