import { THEMES } from "./theme";
import type { ThemeName } from "./theme";
import type { Language } from "./words";

const SAMPLE_NAMES = ["zh", "en", "own-zh", "own-en", "empty"] as const;
export type SampleName = (typeof SAMPLE_NAMES)[number];

/** What the page starts with: from the address (`?sample=en&lang=en&theme=dark`), else as it was left, else as the browser is. */
export interface Settings {
  language: Language;
  theme: ThemeName;
  sample: SampleName;
  paneWidth: number;
}

const KEY = "workbench";

type Kept = Partial<Pick<Settings, "language" | "theme" | "paneWidth">>;

function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

const toLanguage = (text: string | null | undefined): Language | undefined =>
  text ? (text.toLowerCase().startsWith("zh") ? "zh-CN" : "en-US") : undefined;

const toTheme = (text: string | null | undefined) => THEMES.find((theme) => theme === text);

export function readSettings(): Settings {
  const query = new URLSearchParams(location.search);
  const before = kept();
  const language =
    toLanguage(query.get("lang")) ?? toLanguage(before.language) ?? toLanguage(navigator.language) ?? "en-US";
  const sample = query.get("sample");
  return {
    language,
    theme:
      toTheme(query.get("theme")) ??
      toTheme(before.theme) ??
      (matchMedia("(forced-colors: active)").matches
        ? "contrast"
        : matchMedia("(prefers-color-scheme: dark)").matches
          ? "dark"
          : "light"),
    sample: SAMPLE_NAMES.find((name) => name === sample) ?? (language === "zh-CN" ? "zh" : "en"),
    paneWidth: before.paneWidth ?? 360,
  };
}

export function keepSettings({ language, theme, paneWidth }: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ language, theme, paneWidth } satisfies Kept));
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
