import { readingEn, type ReadingTexts } from "../../i18n/reading.en";
import { readingZhCN } from "../../i18n/reading.zhCN";
import { useLang } from "../context";

/** Sentences of reading a sheet: they come with it, so that the pane opens without them. */
export const useReadingTexts = (): ReadingTexts => (useLang() === "zh-CN" ? readingZhCN : readingEn);
