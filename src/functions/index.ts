import { dateFunctions } from "./dates";
import { orderFunctions } from "./orders";
import { qualityFunctions } from "./quality";
import { scheduleFunctions } from "./schedule";
import { statusFunctions } from "./status";

/** The groups of worksheet functions, each a file of its own; ids are those of the `@customfunction` tags. */
const groups = [dateFunctions, statusFunctions, orderFunctions, scheduleFunctions, qualityFunctions];

for (const group of groups) {
  for (const [id, compute] of Object.entries(group)) CustomFunctions.associate(id, compute);
}
