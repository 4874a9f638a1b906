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

/** The groups of worksheet functions, each a file of its own; ids are those of the `@customfunction` tags. */
const groups = [
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

for (const group of groups) {
  for (const [id, compute] of Object.entries(group)) CustomFunctions.associate(id, compute);
}
