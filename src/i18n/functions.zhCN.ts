import { dateTexts } from "./functions.dates.zhCN";
import { orderTexts } from "./functions.orders.zhCN";
import { qualityTexts } from "./functions.quality.zhCN";
import { statusTexts } from "./functions.status.zhCN";
import type { FunctionTexts } from "./functionText";

/** Help for every worksheet function in Chinese, by id. */
export const functionTexts: FunctionTexts = { ...dateTexts, ...statusTexts, ...orderTexts, ...qualityTexts };
