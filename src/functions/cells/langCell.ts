import { wordCell } from "./wordCell";

/** The language of words that go out: English codes unless Chinese is asked for. */
export type Lang = "en" | "zh";

export const langCell = wordCell<Lang>({
  en: ["en", "英文", "en-us", "en-gb", "english", "英语"],
  zh: ["zh", "中文", "zh-cn", "zh-hans", "cn", "chinese", "汉语"],
});
