import { FileProblem } from "../files/fileBook";
import type { NotKept } from "../files/fileBook";
import { readXlsx } from "../files/readXlsx";
import { writeXlsx } from "../files/writeXlsx";
import { loadFileBook } from "../sheet/loadFileBook";
import { saveFileBook } from "../sheet/saveFileBook";
import type { UniverBook } from "../sheet/univerBook";
import { element } from "./element";
import { problemWords, sentenceFor } from "./fileWords";
import type { Manifest } from "./manifest";
import type { SampleName, Settings } from "./settings";
import type { WordKey } from "./words";

const SAMPLE_FILES: Readonly<Record<Exclude<SampleName, "empty">, string>> = {
  zh: "tracker-zh.xlsx",
  en: "tracker-en.xlsx",
  "own-zh": "own-sheet-zh.xlsx",
  "own-en": "own-sheet-en.xlsx",
};

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What the desk needs of the page around it. */
interface Surroundings {
  readonly book: UniverBook;
  readonly settings: Settings;
  readonly manifest: Manifest;
  readonly functionNames: readonly string[];
  words(key: WordKey, params?: Record<string, string | number>): string;
  say(key: WordKey, params?: Record<string, string | number>, kind?: "error"): void;
  busy(busy: boolean): void;
  notKept(file: string, sentences: readonly string[]): void;
  /** The workbook is another one: the add-in starts anew. */
  startAgain(): void;
}

/** Opening and saving files, and what the page says about them. */
export class FileDesk {
  name: string;
  private original: Uint8Array | undefined;
  private lost: readonly NotKept[] = [];
  private changed = false;
  /** Files are opened one after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly workbench: Surroundings) {
    this.name = workbench.words("emptyName");
    workbench.book.onEvent(({ type }) => {
      if (type === "changed" || type === "chartsChanged") this.changed = true;
    });
    addEventListener("beforeunload", (event) => {
      if (this.changed) event.preventDefault();
    });
  }

  async openFile(file: File): Promise<void> {
    if (!file.name.toLowerCase().endsWith(".xlsx")) {
      this.workbench.say("notXlsx", { name: file.name }, "error");
      return;
    }
    if (await this.mayReplace()) await this.openBytes(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  async openSample(sample: SampleName, ask = false): Promise<void> {
    if (ask && !(await this.mayReplace())) return;
    if (sample === "empty") return this.replace(this.workbench.words("emptyName"), undefined);
    const name = SAMPLE_FILES[sample];
    const response = await fetch(`/workbench/samples/${name}`);
    if (response.ok) return this.openBytes(name, new Uint8Array(await response.arrayBuffer()));
    await this.replace(this.workbench.words("emptyName"), undefined);
    this.workbench.say("sampleMissing", {}, "error");
  }

  openBytes(name: string, bytes: Uint8Array): Promise<void> {
    return this.replace(name, bytes);
  }

  async bytes(): Promise<Uint8Array> {
    const { workbench } = this;
    const { bytes, notKept } = await writeXlsx(saveFileBook(workbench.book), {
      functions: workbench.functionNames,
      // Kept as Excel keeps it for an add-in that was side-loaded.
      addIn: { ...workbench.manifest, store: "developer", storeType: "Registry" },
      original: this.original,
      modified: new Date(),
    });
    this.lost = notKept;
    this.showLost();
    return bytes;
  }

  async save(): Promise<void> {
    const { workbench } = this;
    try {
      workbench.busy(true);
      workbench.say("saving");
      await workbench.book.calculated();
      const url = URL.createObjectURL(new Blob([(await this.bytes()) as BlobPart], { type: XLSX }));
      element("a", { href: url, download: this.name }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      this.changed = false;
      workbench.say("saved", { name: this.name });
    } catch (failure) {
      workbench.say("saveFailed", { why: this.why(failure) }, "error");
      throw failure;
    } finally {
      workbench.busy(false);
    }
  }

  /** In the page's language of the moment. */
  showLost(): void {
    const { language } = this.workbench.settings;
    this.workbench.notKept(
      this.name,
      this.lost.map((one) => sentenceFor(one, language)),
    );
  }

  acceptDrops(): void {
    const veil = element("div", { class: "veil", hidden: true }, this.workbench.words("dropHere"));
    document.body.append(veil);
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      veil.textContent = this.workbench.words("dropHere");
      veil.hidden = false;
    };
    const away = (event: DragEvent) => {
      if (event.relatedTarget === null) veil.hidden = true;
    };
    const drop = (event: DragEvent) => {
      veil.hidden = true;
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      void this.openFile(file);
    };
    // Before the grid sees them: it takes files for pictures.
    for (const type of ["dragenter", "dragover"] as const) addEventListener(type, over, { capture: true });
    addEventListener("dragleave", away, { capture: true });
    addEventListener("drop", drop, { capture: true });
  }

  private replace(name: string, bytes: Uint8Array | undefined): Promise<void> {
    const mine = this.turn.then(() => this.load(name, bytes));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  private async load(name: string, bytes: Uint8Array | undefined): Promise<void> {
    const { workbench } = this;
    workbench.busy(true);
    workbench.say("opening", { name });
    try {
      const read = bytes
        ? await readXlsx(bytes, { functions: workbench.functionNames, addInId: workbench.manifest.id })
        : undefined;
      await loadFileBook(workbench.book, read?.book);
      this.name = name;
      this.original = bytes;
      this.lost = read?.notKept ?? [];
      this.changed = false;
      workbench.startAgain();
      this.showLost();
      workbench.say("opened", { name });
    } catch (failure) {
      workbench.say("openFailed", { name, why: this.why(failure) }, "error");
      if (!(failure instanceof FileProblem)) throw failure;
    } finally {
      workbench.busy(false);
    }
  }

  private why(failure: unknown): string {
    if (failure instanceof FileProblem) return problemWords(failure, this.workbench.settings.language);
    return failure instanceof Error ? failure.message : String(failure);
  }

  /** Asks before unsaved work is replaced. */
  private mayReplace(): Promise<boolean> {
    if (!this.changed) return Promise.resolve(true);
    const { workbench } = this;
    const dialog = element(
      "dialog",
      { class: "ask", "aria-labelledby": "ask-title" },
      element("h2", { id: "ask-title" }, workbench.words("replaceTitle")),
      element("p", {}, workbench.words("replace", { name: this.name })),
      element(
        "form",
        { method: "dialog" },
        element("button", { value: "no", autofocus: true }, workbench.words("cancel")),
        element("button", { value: "yes", class: "primary" }, workbench.words("replaceYes")),
      ),
    );
    document.body.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "yes");
      });
    });
  }
}
