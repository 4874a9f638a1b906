/** What the pane must know of the program it lives in, besides the workbook. */
export interface Environment {
  /** BCP 47, e.g. `zh-CN`: the language in which Excel's own menus are shown. */
  readonly displayLanguage: string;
  readonly theme: () => HostTheme | undefined;
  /** Returns how to stop watching. */
  readonly watchTheme: (changed: () => void) => () => void;
  /** Tells this workbook from others on this computer. */
  readonly workbookName: string;
  readonly memory: Memory;
  /** Reads a file of the add-in's own site. */
  readonly fetchJson: (file: string) => Promise<unknown>;
}

export interface HostTheme {
  readonly background: string;
  readonly foreground: string;
}

/** Small things remembered on this computer. Never fails: where nothing can be kept, it lasts as long as the pane. */
export interface Memory {
  readonly read: (name: string) => unknown;
  readonly write: (name: string, value: unknown) => void;
  readonly forget: (name: string) => void;
}

export function createMemory(storage: () => Storage): Memory {
  const fallback = new Map<string, string>();
  const attempt = <T>(action: (kept: Storage) => T): T | undefined => {
    try {
      return action(storage());
    } catch {
      // Storage is switched off (privacy settings, embedded browser) or full.
      return undefined;
    }
  };
  return {
    read: (name) => {
      const text = fallback.get(name) ?? attempt((kept) => kept.getItem(name));
      if (text === null || text === undefined) return undefined;
      try {
        return JSON.parse(text) as unknown;
      } catch {
        return undefined;
      }
    },
    write: (name, value) => {
      const text = JSON.stringify(value);
      const kept = attempt((all) => {
        all.setItem(name, text);
        return true;
      });
      if (kept) fallback.delete(name);
      else fallback.set(name, text);
    },
    forget: (name) => {
      fallback.delete(name);
      attempt((kept) => kept.removeItem(name));
    },
  };
}
