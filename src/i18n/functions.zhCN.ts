import type { FunctionTexts } from "./functionText";
import { colourTexts } from "./functions.colour.zhCN";
import { commercialTexts } from "./functions.commercial.zhCN";
import { dateTexts } from "./functions.dates.zhCN";
import { fabricTexts } from "./functions.fabric.zhCN";
import { factoryTexts } from "./functions.factory.zhCN";
import { materialsTexts } from "./functions.materials.zhCN";
import { measurementTexts } from "./functions.measurement.zhCN";
import { orderTexts } from "./functions.orders.zhCN";
import { outputTexts } from "./functions.output.zhCN";
import { packingTexts } from "./functions.packing.zhCN";
import { qualityTexts } from "./functions.quality.zhCN";
import { scheduleTexts } from "./functions.schedule.zhCN";
import { statusTexts } from "./functions.status.zhCN";
import { trackerTexts } from "./functions.tracker.zhCN";

/** Help for every worksheet function in Chinese, by id. */
export const functionTexts: FunctionTexts = {
  ...dateTexts,
  ...statusTexts,
  ...trackerTexts,
  ...scheduleTexts,
  ...orderTexts,
  ...qualityTexts,
  ...outputTexts,
  ...measurementTexts,
  ...colourTexts,
  ...fabricTexts,
  ...materialsTexts,
  ...packingTexts,
  ...commercialTexts,
  ...factoryTexts,
};
