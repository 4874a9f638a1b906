import { act } from "react";
import { createMemory, type Environment } from "../../src/taskpane/environment";
import { createNavigation, type Screen } from "../../src/taskpane/navigation";
import { createPane, showPane } from "../../src/taskpane/pane";
import type { MemoryWorkbook } from "./memoryWorkbook";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
// What jsdom lacks of a browser.
Object.assign(window, {
  matchMedia: (media: string) => ({
    matches: false,
    media,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
  ResizeObserver: class {
    observe() {}
    unobserve() {}
    disconnect() {}
  },
});

/** Waits until the promises under way, the lazily loaded screens and the timers have done their work. */
export async function settle(milliseconds = 0): Promise<void> {
  await act(async () => {
    await new Promise((done) => setTimeout(done, milliseconds));
  });
}

export interface OpenPane {
  readonly pane: Awaited<ReturnType<typeof createPane>>;
  readonly text: () => string;
  /** The shown element of that role (or tag) with that accessible name or text. */
  readonly button: (name: string | RegExp) => HTMLButtonElement;
  readonly buttons: (name: string | RegExp) => HTMLButtonElement[];
  readonly field: (label: string | RegExp) => HTMLInputElement;
  readonly click: (element: HTMLElement) => Promise<void>;
  readonly type: (element: HTMLInputElement | HTMLSelectElement, text: string) => Promise<void>;
  readonly go: (screen: Screen, wish?: object) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const screenModules: Readonly<Record<Screen, () => Promise<unknown>>> = {
  today: () => import("../../src/taskpane/today/TodayScreen"),
  risk: () => import("../../src/taskpane/risk/RiskScreen"),
  outlook: () => import("../../src/taskpane/outlook/OutlookScreen"),
  chase: () => import("../../src/taskpane/chase/ChaseScreen"),
  order: () => import("../../src/taskpane/order/OrderScreen"),
  milestones: () => import("../../src/taskpane/milestones/MilestoneScreen"),
  inspection: () => import("../../src/taskpane/inspection/InspectionScreen"),
  functions: () => import("../../src/taskpane/functions/FunctionScreen"),
  unread: () => import("../../src/taskpane/unread/UnreadScreen"),
  setup: () => import("../../src/taskpane/setup/SetupScreen"),
};

/** The real pane in jsdom, on a workbook in memory. */
export async function openPane(
  workbook: MemoryWorkbook,
  screen: Screen = "today",
  environment: Partial<Environment> = {},
): Promise<OpenPane> {
  await screenModules[screen]();
  const element = document.body.appendChild(document.createElement("div"));
  const navigation = createNavigation(screen);
  const pane = await createPane(
    workbook,
    {
      displayLanguage: "en-US",
      theme: () => undefined,
      watchTheme: () => () => undefined,
      memory: createMemory(() => window.localStorage),
      workbookName: "Book1.xlsx",
      fetchJson: () => Promise.resolve({}),
      ...environment,
    },
    navigation,
  );
  let root: ReturnType<typeof showPane> | undefined;
  await act(async () => {
    root = showPane(element, pane);
    await Promise.resolve();
  });
  await settle(20);

  const shown = (each: HTMLElement) => {
    for (let at: HTMLElement | null = each; at; at = at.parentElement) {
      if (at.style.display === "none") return false;
    }
    return true;
  };
  const named = (name: string | RegExp) => (text: string) =>
    typeof name === "string" ? text.trim() === name : name.test(text);
  const buttons = (name: string | RegExp) =>
    [...document.querySelectorAll<HTMLButtonElement>("button")].filter(
      (each) => shown(each) && named(name)(each.getAttribute("aria-label") ?? each.textContent),
    );
  const only = <T,>(found: T[], name: string | RegExp): T => {
    if (found.length !== 1) throw new Error(`${found.length} elements are called ${String(name)}`);
    return found[0]!;
  };
  const field = (label: string | RegExp) => {
    const labelled = [...document.querySelectorAll<HTMLLabelElement>("label")]
      .filter((each) => shown(each) && named(label)(each.textContent.replace(/\*$/, "")))
      .map((each) => document.getElementById(each.htmlFor) as HTMLInputElement);
    const aria = [...document.querySelectorAll<HTMLInputElement>("input, select, textarea")].filter(
      (each) => shown(each) && named(label)(each.getAttribute("aria-label") ?? " "),
    );
    return only([...labelled, ...aria], label);
  };
  return {
    pane,
    text: () =>
      [...element.querySelectorAll<HTMLElement>("main > div, [role=status]")]
        .filter(shown)
        .map((each) => each.textContent)
        .join("\n"),
    button: (name) => only(buttons(name), name),
    buttons,
    field,
    click: async (target) => {
      await act(async () => {
        target.click();
        await Promise.resolve();
      });
      await settle();
    },
    type: async (target, text) => {
      await act(async () => {
        target.focus();
        const kind = target instanceof HTMLSelectElement ? HTMLSelectElement : target.constructor;
        // React watches the value property of the element itself; the prototype's setter goes unseen, as typing does.
        Object.getOwnPropertyDescriptor((kind as typeof HTMLInputElement).prototype, "value")!.set!.call(
          target,
          text,
        );
        target.dispatchEvent(
          new Event(target instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }),
        );
        target.blur();
        await Promise.resolve();
      });
    },
    go: async (next, wish = {}) => {
      await screenModules[next]();
      await act(async () => {
        navigation.go(next, wish);
        await Promise.resolve();
      });
      await settle(20);
    },
    close: async () => {
      await act(async () => {
        root?.unmount();
        await Promise.resolve();
      });
      pane.book.stop();
      element.remove();
    },
  };
}
