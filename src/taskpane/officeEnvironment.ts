import { createMemory, type Environment } from "./environment";

/** The real environment: Office around the pane, and the browser that shows it. */
export function officeEnvironment(): Environment {
  const theme = () => {
    const { bodyBackgroundColor, bodyForegroundColor } = Office.context.officeTheme ?? {};
    return bodyBackgroundColor && bodyForegroundColor
      ? { background: bodyBackgroundColor, foreground: bodyForegroundColor }
      : undefined;
  };
  return {
    displayLanguage: Office.context.displayLanguage || navigator.language,
    theme,
    watchTheme: (changed) => {
      // Excel tells of a new theme only in some versions; looking again when the user comes back serves the others.
      const stop = new AbortController();
      document.addEventListener("visibilitychange", changed, stop);
      window.addEventListener("focus", changed, stop);
      for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
        matchMedia(query).addEventListener("change", changed, stop);
      }
      return () => stop.abort();
    },
    workbookName: Office.context.document?.url ?? "",
    memory: createMemory(() => window.localStorage),
    fetchJson: async (file) => {
      const response = await fetch(file);
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      return response.json() as Promise<unknown>;
    },
  };
}
