import type { ObjectClass } from "./classes";
import * as autoFilter from "./objects/autoFilter";
import * as chart from "./objects/chart";
import * as chartAxes from "./objects/chartAxes";
import * as chartSeries from "./objects/chartSeries";
import * as conditionalFormats from "./objects/conditionalFormats";
import * as dataValidation from "./objects/dataValidation";
import * as functions from "./objects/functions";
import * as names from "./objects/names";
import * as pageLayout from "./objects/pageLayout";
import { range } from "./objects/range";
import * as rangeAreas from "./objects/rangeAreas";
import * as rangeFormat from "./objects/rangeFormat";
import * as services from "./objects/services";
import * as settings from "./objects/settings";
import * as table from "./objects/table";
import * as workbook from "./objects/workbook";
import * as worksheet from "./objects/worksheet";

const isClass = (value: unknown): value is ObjectClass<any> =>
  typeof value === "object" && value !== null && "name" in value;

/** Every class of Excel's model that this host has, by its name. */
export const objectClasses: ReadonlyMap<string, ObjectClass<any>> = new Map(
  [
    range,
    ...[
      autoFilter,
      chart,
      chartAxes,
      chartSeries,
      conditionalFormats,
      dataValidation,
      functions,
      names,
      pageLayout,
      rangeAreas,
      rangeFormat,
      services,
      settings,
      table,
      workbook,
      worksheet,
    ]
      .flatMap((module) => Object.values<unknown>(module))
      .filter(isClass),
  ].map((definition) => [definition.name, definition]),
);
