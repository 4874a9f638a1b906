import { unreadEn } from "../../i18n/unread.en";
import { unreadZhCN } from "../../i18n/unread.zhCN";
import { useLang } from "../context";

export type UnreadTexts = typeof unreadEn;

/** The list's own sentences: they come with the list, so that the pane opens without them. */
export const useUnreadTexts = (): UnreadTexts => (useLang() === "zh-CN" ? unreadZhCN : unreadEn);
