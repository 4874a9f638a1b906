const stops = "a[href], button, input, select, textarea, [tabindex]";

const isStop = (element: HTMLElement): boolean =>
  element.tabIndex >= 0 && !element.matches(":disabled") && element.getClientRects().length > 0;

/**
 * In Excel on the web office.js moves the focus at each Tab, and leaves the pane when it does not find where it stands among
 * the elements that Tab stops at: after something had the focus by a script, as a heading, or nothing had it any more. Then
 * the next stop after it is meant.
 */
export function tabWithin(event: KeyboardEvent): void {
  const from = document.activeElement;
  if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey || !from) return;
  if (from instanceof HTMLElement && from !== document.body && from.tabIndex >= 0) return;
  const wanted = event.shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
  const found = [...document.querySelectorAll<HTMLElement>(stops)].filter(
    (each) => isStop(each) && (from.compareDocumentPosition(each) & wanted) !== 0,
  );
  const next = event.shiftKey ? found[found.length - 1] : found[0];
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}
