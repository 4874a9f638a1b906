import { colourFunctions } from "./colour";
import { commercialFunctions } from "./commercial";
import { dateFunctions } from "./dates";
import { fabricFunctions } from "./fabric";
import { factoryFunctions } from "./factory";
import { materialsFunctions } from "./materials";
import { measurementFunctions } from "./measurement";
import { orderFunctions } from "./orders";
import { outputFunctions } from "./output";
import { packingFunctions } from "./packing";
import { qualityFunctions } from "./quality";
import { scheduleFunctions } from "./schedule";
import { statusFunctions } from "./status";
import { trackerFunctions } from "./tracker";

/** Cells in, cells out; what goes wrong is thrown as Excel's own error. */
export type WorksheetFunction = (...args: any[]) => any[][];

/** The groups of worksheet functions, each a file of its own; ids are those of the `@customfunction` tags. */
const groups: readonly Readonly<Record<string, WorksheetFunction>>[] = [
  dateFunctions,
  statusFunctions,
  trackerFunctions,
  scheduleFunctions,
  outputFunctions,
  qualityFunctions,
  measurementFunctions,
  colourFunctions,
  fabricFunctions,
  materialsFunctions,
  orderFunctions,
  packingFunctions,
  commercialFunctions,
  factoryFunctions,
];

/** All of them with their ids, in the order of the groups. */
export const catalogue: readonly (readonly [id: string, compute: WorksheetFunction])[] = groups.flatMap(
  (group) => Object.entries(group),
);
