import { element } from "./element";
import { words } from "./words";
import type { Language } from "./words";

/** The line at the bottom: what is going on, what went wrong, and what of a file could not be kept. */
export class StatusBar {
  readonly root = element("footer", { class: "status" });
  private readonly message = element("span", { role: "status", class: "message" });
  private readonly activity = element("span", { class: "activity" });
  private readonly lost = element("button", {
    type: "button",
    class: "quiet warning",
    popovertarget: "not-kept",
    hidden: true,
  });
  private readonly lostList = element("div", {
    id: "not-kept",
    class: "notKept",
    popover: "auto",
    role: "dialog",
  });
  private readonly disclaimer = element("span", { class: "disclaimer" });
  private readonly progress = element("div", { class: "progress", role: "progressbar", hidden: true });

  constructor() {
    this.root.append(this.progress, this.message, this.lost, this.lostList, this.activity, this.disclaimer);
  }

  label(language: Language): void {
    this.disclaimer.textContent = words(language, "disclaimer");
    this.progress.setAttribute("aria-label", words(language, "calculating"));
  }

  say(text: string, kind: "note" | "error" = "note"): void {
    this.message.textContent = text;
    this.message.title = text;
    this.message.classList.toggle("error", kind === "error");
  }

  get said(): string {
    return this.message.textContent;
  }

  /** Something takes time; the message says what. */
  busy(busy: boolean): void {
    this.progress.hidden = !busy;
  }

  show(activity: string): void {
    if (this.activity.textContent !== activity) this.activity.textContent = activity;
  }

  notKept(language: Language, file: string, sentences: readonly string[]): void {
    this.lost.hidden = sentences.length === 0;
    this.lost.textContent = words(language, "notKept", { count: sentences.length });
    const title = words(language, "notKeptTitle", { name: file });
    this.lostList.setAttribute("aria-label", title);
    this.lostList.replaceChildren(
      element("h2", {}, title),
      element("ul", {}, ...sentences.map((sentence) => element("li", {}, sentence))),
    );
  }
}
