import { outlookEn } from "../../i18n/outlook.en";
import { outlookZhCN } from "../../i18n/outlook.zhCN";
import { useLang } from "../context";

export type OutlookTexts = typeof outlookEn;

/** The screen's own sentences: they come with the screen, so that the pane opens without them. */
export const useOutlookTexts = (): OutlookTexts => (useLang() === "zh-CN" ? outlookZhCN : outlookEn);
