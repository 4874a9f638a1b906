import { appContext } from "./appContext";
import type { HostOptions } from "./hostTypes";

interface Message {
  _messageType: number;
  _actionName: string;
  _actionType: number;
  _conversationId: string;
  _correlationId: number;
  _data: any;
}

export type RichMessage = [
  category: number,
  type: number,
  target: string,
  message: string,
  id: number,
  isRemote: boolean,
];

export interface ConnectionOwner {
  readonly options: HostOptions;
  readonly documentSettings: [string, string][];
  query(
    connection: ClientConnection,
    body: string,
    flags: number,
  ): Promise<{ error: number; body: string } | undefined>;
  saveSettings(settings: [string, string][]): void;
  commandCompleted(connection: ClientConnection, data: unknown): void;
  closed(connection: ClientConnection): void;
}

/** Codes of Office itself, outside Excel's model. */
export const OFFICE = {
  ok: 0,
  notSupported: 5000,
  cellEditing: 5004,
  activityLimit: 5102,
  requestTooLarge: 5103,
  replyTooLarge: 5104,
} as const;

const DISPATCH = { settingsLoad: 75, settingsSave: 76, richApi: 93, commandCompleted: 94 };

/** One client's side of the wire: envelopes, handshake, event subscriptions. */
export class ClientConnection {
  private conversation = "";
  private readonly subscribed = new Set<string>();
  private queue: RichMessage[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** `event/target`, counted: what the client's handlers asked for. */
  readonly listening = new Map<string, number>();
  functionsReady = false;
  open = true;

  constructor(
    readonly id: string,
    private readonly owner: ConnectionOwner,
    private readonly send: (json: string) => void,
  ) {}

  receive(json: string): void {
    const message = parse(json);
    if (!message || !this.open) return;
    this.conversation = message._conversationId;
    if (message._actionType === 1) {
      this.subscribed.add(message._actionName);
      return this.answer(message, { Error: OFFICE.ok });
    }
    if (message._actionType === 2) {
      this.subscribed.delete(message._actionName);
      return this.answer(message, { Error: OFFICE.ok });
    }
    switch (message._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.answer(
          message,
          appContext(String(message._data), this.owner.options, this.owner.documentSettings),
        );
      case "ContextActivationManager_notifyHost":
        return this.answer(message, null);
      case "executeMethod":
        return this.execute(message);
      default:
        return this.answer(message, { Error: OFFICE.notSupported, Version: 1 });
    }
  }

  private execute(message: Message): void {
    const data = message._data;
    switch (data.DdaMethod?.DispatchId ?? data.DdaSettingsMethod?.DispatchId) {
      case DISPATCH.richApi:
        void this.richApi(message);
        return;
      case DISPATCH.settingsSave:
        this.owner.saveSettings((data.DdaSettingsMethod?.Properties ?? []) as [string, string][]);
        return this.answer(message, { Error: OFFICE.ok, Version: 1 });
      case DISPATCH.settingsLoad: {
        const Settings = this.owner.documentSettings.map(([Name, Value]) => ({ Name, Value }));
        return this.answer(message, { Error: OFFICE.ok, Version: 1, Properties: { Settings } });
      }
      case DISPATCH.commandCompleted:
        this.owner.commandCompleted(this, data);
        return this.answer(message, { Error: OFFICE.ok, Version: 1 });
      default:
        return this.answer(message, { Error: OFFICE.notSupported, Version: 1 });
    }
  }

  private async richApi(message: Message): Promise<void> {
    const call = message._data.ArrayData as unknown[];
    const reply = await this.owner.query(this, String(call[4]), Number(call[6]));
    if (!reply) return;
    if (reply.error) return this.answer(message, { Error: reply.error, Version: 1 });
    const headers = ["Content-Type", "application/json"];
    this.answer(message, { Error: OFFICE.ok, Version: 1, Data: [200, headers, reply.body] });
    this.flush();
  }

  private answer(to: Message, data: unknown): void {
    this.post(to._actionName, data, to._correlationId, 0);
  }

  private post(name: string, data: unknown, correlation: number, responseType: 0 | 1): void {
    if (!this.open) return;
    this.send(
      JSON.stringify({
        _messageType: 1,
        _actionName: name,
        _conversationId: this.conversation,
        _correlationId: correlation,
        _origin: "",
        _data: data,
        _errorCode: 0,
        _responseType: responseType,
        _serializerVersion: 1,
      }),
    );
  }

  subscribes(event: string): boolean {
    return this.subscribed.has(event);
  }

  fire(event: string, data: unknown): void {
    if (this.subscribed.has(event)) this.post(event, data, -1, 1);
  }

  /** Messages of one moment go together; a reply under way goes first. */
  rich(...messages: RichMessage[]): void {
    this.queue.push(...messages);
    this.timer ??= setTimeout(() => this.flush(), 2);
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.queue.length) return;
    const ArrayData = this.queue;
    this.queue = [];
    this.fire("richApiMessage", { ArrayData });
  }

  close(): void {
    this.open = false;
    clearTimeout(this.timer);
    this.owner.closed(this);
  }
}

function parse(json: string): Message | undefined {
  try {
    const message = JSON.parse(json) as Message | null;
    return message?._messageType === 0 && typeof message._actionName === "string" ? message : undefined;
  } catch {
    return undefined;
  }
}
