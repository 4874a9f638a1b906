import { LAST_COLUMN, LAST_ROW } from "../../sheet/a1";
import type { Area } from "../../sheet/book";
import { defineClass, notFound, rangeRef, ref } from "../classes";
import { addressOf } from "./address";

/** Several blocks of one sheet. */
export const rangeAreas = defineClass<readonly Area[]>({
  name: "RangeAreas",
  scalars: {
    Address: (areas, host) => areas.map((area) => addressOf(area, host)).join(","),
    AddressLocal: (areas, host) => areas.map((area) => addressOf(area, host)).join(","),
    AreaCount: (areas) => areas.length,
    CellCount: (areas) => areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0),
    IsEntireRow: (areas) => areas.every(({ columns }) => columns === LAST_COLUMN),
    IsEntireColumn: (areas) => areas.every(({ rows }) => rows === LAST_ROW),
  },
  navigations: {
    Areas: (areas) => ref("RangeCollection", areas),
    Worksheet: (areas) => ref("Worksheet", areas[0]!.sheet),
  },
});

export const rangeCollection = defineClass<readonly Area[]>({
  name: "RangeCollection",
  items: (areas) => areas.map(rangeRef),
  methods: {
    GetCount: (areas) => areas.length,
    GetItemAt: (areas, [index]) => {
      const area = areas[index as number];
      if (!area) throw notFound();
      return rangeRef(area);
    },
  },
});
