import { learningEn } from "../../i18n/learning.en";
import { learningZhCN } from "../../i18n/learning.zhCN";
import { useLang } from "../context";

export type LearningTexts = typeof learningEn;

/** Its own sentences come with it, so that the pane opens without them. */
export const useLearningTexts = (): LearningTexts => (useLang() === "zh-CN" ? learningZhCN : learningEn);
