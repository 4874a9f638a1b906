import { chineseSheets } from "./chineseSheets";
import { composeSheet } from "./composeSheet";
import { englishSheets } from "./englishSheets";
import { hardSheets } from "./hardSheets";
import { heldOutSheets } from "./heldOutSheets";
import { milestoneSheets } from "./milestoneSheets";
import { traditionalSheets } from "./traditionalSheets";
import type { WildSheet } from "./wildSheet";

/** Tracking sheets as people keep them, made in code, each with its right answer. */
export const wildSheets = (): WildSheet[] => [
  ...[...chineseSheets, ...traditionalSheets, ...englishSheets, ...hardSheets, ...heldOutSheets].map(
    composeSheet,
  ),
  ...milestoneSheets,
];
