import { UniverInstanceType } from "@univerjs/core";
import type { Univer } from "@univerjs/core";
import { Host } from "../host/host";
import type { Misbehaviour } from "../host/hostTypes";
import type { FunctionMetadata } from "../sheet/book";
import { registerCustomFunctions } from "../sheet/customFunctions";
import type { CustomFunctions } from "../sheet/customFunctions";
import { emptyWorkbook } from "../sheet/emptyWorkbook";
import { UniverBook } from "../sheet/univerBook";
import { addCellMenu } from "./cellMenu";
import { ChartLayer } from "./chartLayer";
import { darkenWell } from "./darkSheet";
import { element } from "./element";
import { addErrorTips } from "./errorTips";
import { FileDesk } from "./fileDesk";
import { ListArrow } from "./listArrow";
import { readManifest } from "./manifest";
import type { Manifest, ManifestButton } from "./manifest";
import { Pane } from "./pane";
import { ribbon } from "./ribbon";
import type { RibbonTab } from "./ribbon";
import { fitRowsToText } from "./rowHeights";
import { keepSettings, readSettings } from "./settings";
import type { SampleName, Settings } from "./settings";
import { createSheetView, setSheetLanguage, setSheetTheme } from "./sheetView";
import { StatusBar } from "./statusBar";
import { topBar } from "./topBar";
import { words } from "./words";
import type { Language, WordKey } from "./words";

interface FunctionsJson {
  readonly functions: readonly FunctionMetadata[];
  readonly allowErrorForDataTypeAny?: boolean;
}

const site = `${location.origin}/`;

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url, { cache: "no-store" });
  if (!response.ok) throw new Error(`${new URL(url).pathname}: ${response.status}`);
  return response.text();
}

const whyOf = (failure: unknown) => (failure instanceof Error ? failure.message : String(failure));

/** The page: Excel's part of an add-in's life, around a book and a host. */
export class Workbench {
  host: Host;
  /** Everything asked for at the start is there: the workbook is open, its functions have answered. */
  readonly ready: Promise<void>;

  private tab: RibbonTab = "addin";
  private how: Misbehaviour = {};
  private said: { key: WordKey; params?: Record<string, string | number>; kind?: "error" } = { key: "ready" };
  private readonly chrome = element("div", { class: "chrome" });
  private readonly files: FileDesk;
  private functionsReady: Promise<void>;
  private functionsAreReady: () => void = () => undefined;
  private addinLoads = 0;

  constructor(
    readonly univer: Univer,
    readonly book: UniverBook,
    readonly settings: Settings,
    private readonly manifests: Readonly<Record<Language, Manifest>>,
    private readonly functionLists: Readonly<Record<Language, FunctionsJson>>,
    private readonly grid: HTMLElement,
    private readonly pane: Pane,
    private readonly status: StatusBar,
    readonly functions: CustomFunctions,
  ) {
    this.functionsReady = this.waitForFunctions();
    this.host = this.newHost();
    this.files = new FileDesk(this);
    addCellMenu(
      univer,
      { "zh-CN": manifests["zh-CN"].cellMenu, "en-US": manifests["en-US"].cellMenu },
      (button) => void this.runCommand(button),
    );
    addErrorTips(univer, functions, () => this.settings.language);
    document.body.append(this.chrome, element("main", { class: "work" }, grid, pane.root), status.root);
    this.render();
    this.files.acceptDrops();
    setInterval(() => this.showActivity(), 250);
    this.ready = this.begin();
  }

  private async begin(): Promise<void> {
    try {
      await this.files.openSample(this.settings.sample);
    } finally {
      // A file that cannot be opened leaves the empty workbook, and the add-in works on that.
      if (this.addinLoads === 0) this.loadAddin();
    }
    await this.functionsReady;
    await this.book.settle();
  }

  get manifest(): Manifest {
    return this.manifests[this.settings.language];
  }

  words(key: WordKey, params?: Record<string, string | number>): string {
    return words(this.settings.language, key, params);
  }

  /** In the status bar, in whatever language the page is then. */
  say(key: WordKey, params?: Record<string, string | number>, kind?: "error"): void {
    this.said = { key, params, kind };
    this.status.say(this.words(key, params), kind);
  }

  busy(busy: boolean): void {
    this.status.busy(busy);
  }

  notKept(file: string, sentences: readonly string[]): void {
    this.status.notKept(this.settings.language, file, sentences);
  }

  get functionNames(): readonly string[] {
    return this.functionLists["en-US"].functions.map(({ name }) => `${this.manifest.namespace}.${name}`);
  }

  /** Another file or another language: to an add-in on the web both are a new page. */
  startAgain(): void {
    this.render();
    this.host.dispose();
    this.host = this.newHost();
    this.host.misbehave(this.how);
    this.loadAddin();
  }

  whenFunctionsReady(): Promise<void> {
    return this.functionsReady;
  }

  async runCommand(button: ManifestButton): Promise<void> {
    try {
      await this.host.runCommand(button.action, button.id);
    } catch (failure) {
      this.say("commandFailed", { label: button.label, why: whyOf(failure) }, "error");
    }
  }

  async setLanguage(language: Language): Promise<void> {
    this.settings.language = language;
    keepSettings(this.settings);
    await setSheetLanguage(this.univer, language);
    this.functions.describe(prefixed(this.functionLists[language], this.manifest.namespace));
    this.startAgain();
  }

  setTheme(theme: Settings["theme"]): void {
    this.settings.theme = theme;
    keepSettings(this.settings);
    setSheetTheme(this.univer, theme);
    this.render();
  }

  misbehave(how: Misbehaviour): void {
    this.how = JSON.parse(JSON.stringify(how)) as Misbehaviour;
    this.host.misbehave(this.how);
    this.render();
  }

  showPane(visible: boolean): void {
    this.pane.visible = visible;
    this.host.setPaneVisible(visible);
    if (visible) this.pane.focus();
  }

  openSample(name: SampleName): Promise<void> {
    return this.files.openSample(name);
  }

  openFile(name: string, bytes: Uint8Array): Promise<void> {
    return this.files.openBytes(name, bytes);
  }

  /** The workbook as Save would write it. */
  saveBytes(): Promise<Uint8Array> {
    return this.files.bytes();
  }

  /** Draw again what surrounds the grid. */
  render(): void {
    const { language, theme } = this.settings;
    document.documentElement.lang = language;
    document.documentElement.dataset.theme = theme;
    document.title = `${this.files?.name ?? ""} · ${this.words("product")}`;
    this.grid.setAttribute("aria-label", this.words("grid"));
    this.grid.classList.toggle("withTools", this.tab === "home");
    this.pane.label(language);
    this.status.label(language);
    this.say(this.said.key, this.said.params, this.said.kind);
    this.files?.showLost();
    this.chrome.replaceChildren(
      topBar(this.settings, this.files?.name ?? "", this.how, {
        open: (file) => void this.files.openFile(file),
        save: () => void this.files.save(),
        sample: (name) => void this.files.openSample(name, true),
        undo: () => this.book.history.canUndo() && this.book.history.undo(),
        redo: () => this.book.history.redo(),
        language: (next) => void this.setLanguage(next),
        theme: (next) => this.setTheme(next),
        misbehave: (how) => this.misbehave(how),
        reloadAddin: () => this.startAgain(),
        togglePane: () => this.showPane(!this.pane.visible),
      }),
      ribbon(this.manifest, language, this.tab, {
        run: (button) => void this.runCommand(button),
        choose: (tab) => {
          this.tab = tab;
          this.render();
          document.getElementById(`tab-${tab}`)?.focus();
        },
        togglePane: () => this.showPane(!this.pane.visible),
      }),
    );
  }

  private newHost(): Host {
    const host = new Host(this.book, {
      displayLanguage: this.settings.language,
      contentLanguage: this.settings.language,
      documentUrl: `${site}${encodeURIComponent(this.files?.name ?? "Workbook.xlsx")}`,
      namespace: this.manifests["en-US"].namespace,
    });
    host.onPaneVisible((visible) => {
      this.pane.visible = visible;
    });
    return host;
  }

  /** Calls made from now on wait for the add-in's functions. */
  private waitForFunctions(): Promise<void> {
    return new Promise((resolve) => (this.functionsAreReady = resolve));
  }

  private loadAddin(): void {
    const { host } = this;
    const again = ++this.addinLoads > 1;
    if (again) {
      this.functionsReady = this.waitForFunctions();
      // What the page before took with it is called again.
      void this.functionsReady.then(() => this.functions.forget());
    }
    const ready = this.functionsAreReady;
    host.onFunctionsReady(ready);
    this.pane.load(host, {
      url: this.manifest.paneUrl,
      title: this.manifest.name,
      appId: this.manifest.id,
      language: this.settings.language,
    });
  }

  private showActivity(): void {
    const { pending } = this.functions;
    const key = pending > 0 ? "waiting" : this.book.calculating ? "calculating" : "ready";
    this.status.show(this.words(key, { count: pending }));
  }
}

const prefixed = ({ functions }: FunctionsJson, namespace: string): FunctionMetadata[] =>
  functions.map((one) => ({ ...one, name: `${namespace}.${one.name}` }));

/** A build that went through is shown without a restart: the add-in in its pane, the workbench as a whole. */
function followBuilds(workbench: Workbench): void {
  const builds = new EventSource("/workbench/builds");
  builds.onmessage = ({ data }) => {
    if (data === "addin") workbench.startAgain();
    else location.reload();
  };
}

export async function startWorkbench(): Promise<Workbench> {
  const settings = readSettings();
  document.documentElement.lang = settings.language;
  document.documentElement.dataset.theme = settings.theme;
  const curtain = element("div", { class: "curtain", role: "status" }, words(settings.language, "starting"));
  document.body.replaceChildren(curtain);

  const xml = await fetchText(`${site}manifest.xml`);
  const manifests = { "zh-CN": readManifest(xml, "zh-CN", site), "en-US": readManifest(xml, "en-US", site) };
  const list = async (language: Language) =>
    JSON.parse(await fetchText(manifests[language].functionsUrl)) as FunctionsJson;
  const grid = element("div", { class: "grid", role: "region" });
  const [chinese, english, univer] = await Promise.all([
    list("zh-CN"),
    list("en-US"),
    createSheetView(grid, settings.language, settings.theme),
  ]);
  const lists = { "zh-CN": chinese, "en-US": english };
  const { namespace } = manifests["en-US"];

  // Before the functions are told: only then is there anybody to show their arguments to whoever types one.
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, emptyWorkbook(words(settings.language, "emptyName")));

  // Functions are called in the add-in's own runtime, which is there only when its page has loaded.
  const functions: CustomFunctions = registerCustomFunctions(
    univer.__getInjector(),
    prefixed(lists[settings.language], namespace),
    async (id, args, place) => {
      await workbench.whenFunctionsReady();
      place.signal?.throwIfAborted();
      return workbench.host.invokeFunction(id, args, place);
    },
    { acceptsErrors: english.allowErrorForDataTypeAny ?? false },
  );
  darkenWell(univer);
  const book = new UniverBook(univer);
  book.useFunctions(functions);
  new ChartLayer(univer, book);
  new ListArrow(univer, book, grid);
  fitRowsToText(univer, book);

  const pane = new Pane(
    settings.paneWidth,
    (width) => {
      settings.paneWidth = width;
      keepSettings(settings);
    },
    () => workbench.showPane(false),
  );
  const workbench = new Workbench(
    univer,
    book,
    settings,
    manifests,
    lists,
    grid,
    pane,
    new StatusBar(),
    functions,
  );
  followBuilds(workbench);
  void workbench.ready.finally(() => curtain.remove());
  return workbench;
}

export function showFailure(failure: unknown): void {
  const { language } = readSettings();
  document.body.replaceChildren(
    element(
      "div",
      { class: "curtain error", role: "alert" },
      words(language, "addinMissing", { why: whyOf(failure) }),
    ),
  );
  throw failure;
}
