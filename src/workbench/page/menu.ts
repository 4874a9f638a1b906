import { element } from "./element";

export interface MenuItem {
  readonly label: string;
  /** Shown with a tick: a choice among several, or a switch. */
  readonly checked?: boolean;
  readonly kind?: "radio" | "checkbox";
  /** A line above, with this heading. */
  readonly heading?: string;
  run(): void;
}

let made = 0;

/** A button that opens a menu. Arrow keys move, Escape closes, as menus do. */
export function menuButton(
  label: string,
  tip: string,
  items: () => readonly MenuItem[],
  className = "",
): HTMLElement {
  const id = `menu-${++made}`;
  const button = element(
    "button",
    {
      type: "button",
      class: `quiet ${className}`,
      title: tip,
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      popovertarget: id,
    },
    label,
  );
  if (label !== tip) button.setAttribute("aria-label", tip);
  const menu = element("div", { id, class: "menu", role: "menu", popover: "auto", "aria-label": tip });

  menu.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "open") return;
    menu.replaceChildren(
      ...items().flatMap((item) => {
        const entry = element(
          "button",
          {
            type: "button",
            role: item.kind ? `menuitem${item.kind}` : "menuitem",
            ...(item.kind ? { "aria-checked": String(item.checked ?? false) } : {}),
          },
          item.label,
        );
        entry.addEventListener("click", () => {
          menu.hidePopover();
          item.run();
        });
        return item.heading
          ? [element("div", { class: "heading", role: "presentation" }, item.heading), entry]
          : [entry];
      }),
    );
    const { left, bottom, right } = button.getBoundingClientRect();
    menu.style.top = `${bottom + 4}px`;
    const opensLeft = left > innerWidth / 2;
    menu.style.left = opensLeft ? "auto" : `${left}px`;
    menu.style.right = opensLeft ? `${innerWidth - right}px` : "auto";
  });
  menu.addEventListener("toggle", (event) => {
    const open = event.newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (open) menu.querySelector("button")?.focus();
    else if (menu.contains(document.activeElement)) button.focus();
  });
  menu.addEventListener("keydown", (event) => {
    const entries = [...menu.querySelectorAll("button")];
    const at = entries.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: entries.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    entries[(to + entries.length) % entries.length]?.focus();
  });
  return element("span", { class: "menuHolder" }, button, menu);
}
