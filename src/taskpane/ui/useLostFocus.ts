import { useEffect, type RefObject } from "react";

/**
 * Takes the focus when it comes into sight in place of what had it: whoever works by keyboard goes on there, not at the top of
 * the pane. Somebody at work in the sheet is left alone.
 */
export function useLostFocus(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.hasFocus() && document.activeElement === document.body) element.current?.focus();
  }, [element]);
}
