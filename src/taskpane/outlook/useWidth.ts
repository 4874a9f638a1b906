import { useLayoutEffect, useRef, useState, type RefObject } from "react";

/** A pane at its narrowest, without its margins: what is drawn before anything is measured. */
const narrowest = 296;

/** The width of an element in whole pixels, kept up to date: drawings are made for it, so that their letters keep their size. */
export function useWidth<T extends HTMLElement>(): readonly [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(narrowest);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const measure = () => {
      const now = Math.floor(measured.clientWidth);
      if (now > 0) setWidth(now);
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(measured);
    return () => watcher.disconnect();
  }, []);
  return [element, width];
}
