import { JSDOM } from "jsdom";

/**
 * Node in the place of a browser page, so that the add-in and office.js run in it as they do there: what is global in a page
 * is global here, and `window` is the global object itself. To be imported before anything that asks for a page.
 */
const { window: page } = new JSDOM("<!doctype html><head></head><body></body>", {
  url: "https://localhost/taskpane.html",
  pretendToBeVisual: true,
});
const own = new Set(Object.getOwnPropertyNames(globalThis));
for (const name of Object.getOwnPropertyNames(page)) {
  if (
    own.has(name) &&
    name !== "Event" &&
    name !== "EventTarget" &&
    name !== "MessageEvent" &&
    name !== "navigator"
  )
    continue;
  const value: unknown = (page as unknown as Record<string, unknown>)[name];
  // Methods of the window lose it when they are called through another object; classes must stay what they are.
  const bound = typeof value === "function" && /^[a-z]/.test(name) ? (value.bind(page) as unknown) : value;
  Object.defineProperty(globalThis, name, { value: bound, configurable: true, writable: true });
}
// These a window has from its prototype.
for (const name of ["addEventListener", "removeEventListener", "dispatchEvent"] as const) {
  Object.defineProperty(globalThis, name, {
    value: page[name].bind(page),
    configurable: true,
    writable: true,
  });
}
for (const name of ["window", "self", "parent", "top", "frames"]) {
  Object.defineProperty(globalThis, name, { value: globalThis, configurable: true, writable: true });
}
