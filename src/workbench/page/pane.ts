import type { Connection, HostApi } from "../host/hostTypes";
import { element } from "./element";
import { words } from "./words";
import type { Language } from "./words";

const LEAST_WIDTH = 320;
const MOST_WIDTH = 480;
const STEP = 16;

export interface PaneOptions {
  readonly url: string;
  readonly title: string;
  /** Id of the add-in. */
  readonly appId: string;
  readonly language: Language;
}

/** The task pane beside the grid: an iframe with the add-in's own page in it, and the wire to it, as Excel on the web has it. */
export class Pane {
  readonly root = element("aside", { class: "pane" });
  private frame: HTMLIFrameElement | undefined;
  private connection: Connection | undefined;
  private readonly title = element("h2");
  private readonly close = element("button", { class: "quiet", type: "button" }, "✕");
  private readonly divider = element("div", { class: "divider", role: "separator", tabindex: "0" });
  private loads = 0;

  constructor(
    width: number,
    private readonly onWidth: (width: number) => void,
    private readonly onClosed: () => void,
  ) {
    this.divider.setAttribute("aria-orientation", "vertical");
    this.divider.setAttribute("aria-valuemin", String(LEAST_WIDTH));
    this.divider.setAttribute("aria-valuemax", String(MOST_WIDTH));
    this.root.append(this.divider, element("header", {}, this.title, this.close));
    this.setWidth(width);
    this.close.addEventListener("click", () => {
      this.visible = false;
      this.onClosed();
    });
    this.listenToDivider();
    addEventListener("message", (event) => this.receive(event));
  }

  /** The add-in goes on running when its pane is closed: its runtime is shared with the functions. */
  get visible(): boolean {
    return !this.root.hidden;
  }

  set visible(visible: boolean) {
    this.root.hidden = !visible;
  }

  label(language: Language): void {
    this.close.title = words(language, "closePane");
    this.close.setAttribute("aria-label", words(language, "closePane"));
    this.divider.setAttribute("aria-label", words(language, "resizePane"));
    this.root.setAttribute("aria-label", words(language, "paneTitle"));
  }

  load(host: HostApi, { url, title, appId, language }: PaneOptions): void {
    this.unload();
    this.title.textContent = title;
    // office.js keeps what it was told under the conversation's name, so every load gets a name of its own.
    const conversation = `conversation-${++this.loads}-${Date.now()}`;
    const frame = element("iframe", { title });
    // The host info that Excel on the web hands to an add-in: host|platform|version|locale|correlation|dialog|logging|flags, where
    // flags 3 is a shared runtime with custom functions.
    frame.name = JSON.stringify({
      baseFrameName: "workbench",
      hostInfo: `Excel|Web|16.00|${language}|${conversation}||disableLogging|3`,
      xdmInfo: `${conversation}|${appId}|${location.origin}`,
      serializerVersion: "1",
      flights: "[]",
    });
    this.frame = frame;
    this.connection = host.connect((json) => {
      if (this.frame === frame) frame.contentWindow?.postMessage(json, new URL(url).origin);
    });
    frame.src = url;
    this.root.append(frame);
  }

  unload(): void {
    this.connection?.close();
    this.connection = undefined;
    this.frame?.remove();
    this.frame = undefined;
  }

  focus(): void {
    this.frame?.focus();
  }

  private receive({ source, data }: MessageEvent<unknown>): void {
    if (source === this.frame?.contentWindow && typeof data === "string") this.connection?.receive(data);
  }

  private setWidth(width: number): number {
    const kept = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Math.round(width)));
    this.root.style.setProperty("--pane-width", `${kept}px`);
    this.divider.setAttribute("aria-valuenow", String(kept));
    return kept;
  }

  private listenToDivider(): void {
    const { divider, root } = this;
    const change = (width: number) => this.onWidth(this.setWidth(width));
    divider.addEventListener("pointerdown", (down) => {
      divider.setPointerCapture(down.pointerId);
      root.classList.add("resizing");
      const right = root.getBoundingClientRect().right;
      const stop = new AbortController();
      divider.addEventListener("pointermove", (move) => change(right - move.clientX), stop);
      const end = () => {
        stop.abort();
        root.classList.remove("resizing");
      };
      divider.addEventListener("pointerup", end, stop);
      divider.addEventListener("pointercancel", end, stop);
    });
    divider.addEventListener("keydown", (event) => {
      const width = root.getBoundingClientRect().width;
      const next = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: LEAST_WIDTH, End: MOST_WIDTH }[
        event.key
      ];
      if (next === undefined) return;
      event.preventDefault();
      change(next);
    });
  }
}
