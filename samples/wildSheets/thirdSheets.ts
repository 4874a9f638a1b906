import { composeSheet } from "./composeSheet";
import { thirdOrderSheets } from "./thirdOrderSheets";
import { thirdOtherSheets } from "./thirdOtherSheets";
import type { WildSheet } from "./wildSheet";

/** A third set: the troubles that real books of other firms gave, in sheets of our own; none of their cells are in it. */
export const thirdSheets = (): WildSheet[] => [...thirdOrderSheets, ...thirdOtherSheets].map(composeSheet);
