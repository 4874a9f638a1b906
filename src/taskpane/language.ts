import type { Messages } from "../i18n/en";
import type { Lang } from "../registers/register";
import type { Environment } from "./environment";
import { createStore, type Store } from "./store";

/** Only the language that is spoken is loaded. */
const load: Readonly<Record<Lang, () => Promise<Messages>>> = {
  en: async () => (await import(/* webpackChunkName: "words-en" */ "../i18n/en")).en,
  "zh-CN": async () => (await import(/* webpackChunkName: "words-zh" */ "../i18n/zh-CN")).zhCN,
};

const names: Readonly<Record<Lang, string>> = { en: "English", "zh-CN": "中文" };

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

export async function createLanguage({ displayLanguage, memory }: Environment): Promise<LanguageChoice> {
  const remembered = memory.read(kept);
  const chosen = createStore<Lang | undefined>(
    remembered === "en" || remembered === "zh-CN" ? remembered : undefined,
  );
  const ofExcel = langOf(displayLanguage);
  const lang = createStore<Lang>(chosen.get() ?? ofExcel);
  const messages = createStore(await load[lang.get()]());
  return {
    lang,
    chosen,
    ofExcel,
    messages,
    choose: (choice) => {
      if (choice) memory.write(kept, choice);
      else memory.forget(kept);
      chosen.set(choice);
      const wanted = choice ?? ofExcel;
      load[wanted]().then(
        (words) => {
          // Meanwhile another may have been chosen.
          if ((chosen.get() ?? ofExcel) !== wanted) return;
          messages.set(words);
          lang.set(wanted);
        },
        // Words that cannot be had now (no network) are there after the pane is opened again.
        () => undefined,
      );
    },
  };
}

export const languageName = (lang: Lang): string => names[lang];
