import { areaOf } from "./range";
import { defineClass, notFound, rangeRef } from "../classes";
import { BookError } from "../../sheet/book";

/** The filter of a sheet's plain cells. */
export const autoFilter = defineClass<string>({
  name: "AutoFilter",
  scalars: {
    Enabled: (sheet, host) => host.book.filters.area(sheet) !== undefined,
    IsDataFiltered: (sheet, host) => host.book.filters.columns(sheet).length > 0,
    Criteria: (sheet, host) =>
      host.book.filters.columns(sheet).map(({ values, conditions, and }) =>
        conditions
          ? {
              filterOn: "Custom",
              criterion1: conditions[0]?.value,
              criterion2: conditions[1]?.value,
              operator: and ? "And" : "Or",
            }
          : { filterOn: "Values", values },
      ),
  },
  methods: {
    Apply: (sheet, [range, column, criteria], host) => {
      if ((column !== null && column !== undefined) || criteria)
        throw new BookError("NotImplemented", "This host can put a filter on cells, and no criteria in it.");
      host.book.filters.set(areaOf(range, host, sheet), []);
    },
    Remove: (sheet, _args, host) => host.book.filters.remove(sheet),
    GetRange: (sheet, _args, host) => {
      const area = host.book.filters.area(sheet);
      if (!area) throw notFound();
      return rangeRef(area);
    },
    GetRangeOrNullObject: (sheet, _args, host) => {
      const area = host.book.filters.area(sheet);
      return area ? rangeRef(area) : null;
    },
  },
});
