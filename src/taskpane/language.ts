import { en, type Messages } from "../i18n/en";
import { zhCN } from "../i18n/zh-CN";
import type { Lang } from "../registers/register";
import type { Environment } from "./environment";
import { createStore, type Store } from "./store";

const catalogues: Readonly<Record<Lang, Messages>> = { en, "zh-CN": zhCN };

/** The user's own choice, or Excel's language where none was made. */
export interface LanguageChoice {
  readonly lang: Store<Lang>;
  readonly messages: Pick<Store<Messages>, "get" | "subscribe">;
  readonly chosen: Store<Lang | undefined>;
  readonly ofExcel: Lang;
  readonly choose: (lang: Lang | undefined) => void;
}

/** Whoever reads any Chinese is served better by Chinese than by English. */
export const langOf = (displayLanguage: string): Lang => (/^zh\b/i.test(displayLanguage) ? "zh-CN" : "en");

const kept = "language";

export function createLanguage({ displayLanguage, memory }: Environment): LanguageChoice {
  const remembered = memory.read(kept);
  const chosen = createStore<Lang | undefined>(
    remembered === "en" || remembered === "zh-CN" ? remembered : undefined,
  );
  const ofExcel = langOf(displayLanguage);
  const lang = createStore<Lang>(chosen.get() ?? ofExcel);
  return {
    lang,
    chosen,
    ofExcel,
    messages: { subscribe: lang.subscribe, get: () => catalogues[lang.get()] },
    choose: (choice) => {
      if (choice) memory.write(kept, choice);
      else memory.forget(kept);
      chosen.set(choice);
      lang.set(choice ?? ofExcel);
    },
  };
}

export const languageName = (lang: Lang): string => catalogues[lang].languageName;
