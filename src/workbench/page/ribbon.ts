import { element } from "./element";
import type { Manifest, ManifestButton } from "./manifest";
import { words } from "./words";
import type { Language } from "./words";

export type RibbonTab = "home" | "addin";

/** Arrow keys move among the buttons of one bar, Tab leaves it. */
export function moveWithArrows(bar: HTMLElement, selector: string): void {
  const items = () => [...bar.querySelectorAll<HTMLElement>(selector)];
  const rove = (current: HTMLElement) => {
    for (const item of items()) item.tabIndex = item === current ? 0 : -1;
  };
  const first = items()[0];
  if (first) rove(first);
  bar.addEventListener("keydown", (event) => {
    const list = items();
    const at = list.indexOf(event.target as HTMLElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: list.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = list[(to + list.length) % list.length];
    if (next) {
      rove(next);
      next.focus();
    }
  });
}

export interface RibbonActions {
  run(button: ManifestButton): void;
  choose(tab: RibbonTab): void;
  togglePane(): void;
}

/** The tabs and, under the add-in's own, the buttons that its manifest asks for. Home shows the grid's formatting tools. */
export function ribbon(
  manifest: Manifest,
  language: Language,
  chosen: RibbonTab,
  actions: RibbonActions,
): HTMLElement {
  const tab = (id: RibbonTab, label: string) => {
    const made = element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${id}`,
        "aria-selected": String(id === chosen),
        "aria-controls": "ribbon",
      },
      label,
    );
    made.addEventListener("click", () => actions.choose(id));
    return made;
  };
  const tabs = element(
    "div",
    { class: "tabs", role: "tablist", "aria-label": words(language, "ribbonTabs") },
    tab("home", words(language, "home")),
    tab("addin", manifest.tab),
  );
  moveWithArrows(tabs, "[role=tab]");

  const panel = element("div", { id: "ribbon", role: "tabpanel", "aria-labelledby": `tab-${chosen}` });
  if (chosen === "addin") {
    const bar = element("div", { class: "ribbon", role: "toolbar", "aria-label": manifest.tab });
    for (const group of manifest.groups) {
      const buttons = group.buttons.map((button) => {
        const made = element(
          "button",
          { type: "button", class: "command", title: button.tip, "data-command": button.id },
          element("img", { src: button.icon.large, alt: "", width: "32", height: "32" }),
          element("span", {}, button.label),
        );
        made.addEventListener("click", () => actions.run(button));
        return made;
      });
      bar.append(
        element(
          "div",
          { class: "group", role: "group", "aria-label": group.label },
          element("div", { class: "buttons" }, ...buttons),
          element("div", { class: "caption", "aria-hidden": "true" }, group.label),
        ),
      );
    }
    moveWithArrows(bar, "button");
    panel.append(bar);
  }
  return element("nav", { class: "ribbonArea", "aria-label": words(language, "ribbonTabs") }, tabs, panel);
}
