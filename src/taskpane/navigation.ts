import { createStore, type Store } from "./store";

export type Screen =
  | "today"
  | "risk"
  | "outlook"
  | "chase"
  | "order"
  | "milestones"
  | "inspection"
  | "functions"
  | "unread"
  | "setup";

/** What a screen was asked to do when it was opened: by a ribbon button, the context menu, or another screen. */
export interface Visit {
  readonly screen: Screen;
  /** The order to work on. */
  readonly orderKey?: string;
  /** Take the order of the selected row. */
  readonly fromSelection?: boolean;
  /** Read the sheet in front, to set up from it. */
  readonly readSheet?: boolean;
  /** Tells two visits with the same wishes apart. */
  readonly number: number;
}

export interface ScreenProps {
  /** The latest visit to this screen. */
  readonly visit: Visit;
}

export interface Navigation extends Store<Visit> {
  readonly go: (screen: Screen, wish?: Omit<Visit, "screen" | "number">) => void;
}

export function createNavigation(screen: Screen = "today"): Navigation {
  const store = createStore<Visit>({ screen, number: 0 });
  return {
    ...store,
    go: (next, wish = {}) => store.set((now) => ({ ...wish, screen: next, number: now.number + 1 })),
  };
}
