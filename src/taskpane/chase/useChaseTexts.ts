import { chaseEn } from "../../i18n/chase.en";
import { chaseZhCN } from "../../i18n/chase.zhCN";
import { useLang } from "../context";

export type ChaseTexts = typeof chaseEn;

/** The list's own sentences: they come with the list, so that the pane opens without them. */
export const useChaseTexts = (): ChaseTexts => (useLang() === "zh-CN" ? chaseZhCN : chaseEn);
