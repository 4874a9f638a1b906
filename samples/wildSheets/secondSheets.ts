import { composeSheet } from "./composeSheet";
import { secondChineseSheets } from "./secondChineseSheets";
import { secondEnglishSheets } from "./secondEnglishSheets";
import { secondMilestoneSheets } from "./secondMilestoneSheets";
import { secondTraditionalSheets } from "./secondTraditionalSheets";
import type { WildSheet } from "./wildSheet";

/**
 * A second set, put together before its author had seen the reader's words, after layouts seen in use at factories and trading
 * firms other than those of the first set. Those held out are counted only: their faults are not printed and nothing was built
 * on them.
 */
export const secondSheets = (): WildSheet[] => [
  ...[...secondEnglishSheets, ...secondChineseSheets, ...secondTraditionalSheets].map(composeSheet),
  ...secondMilestoneSheets,
];
