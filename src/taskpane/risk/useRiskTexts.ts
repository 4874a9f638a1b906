import { riskEn } from "../../i18n/risk.en";
import { riskZhCN } from "../../i18n/risk.zhCN";
import { useLang } from "../context";

export type RiskTexts = typeof riskEn;

/** The board's own sentences: they come with the board, so that the pane opens without them. */
export const useRiskTexts = (): RiskTexts => (useLang() === "zh-CN" ? riskZhCN : riskEn);
