import { intersect } from "../../sheet/a1";
import { BookError } from "../../sheet/book";
import type { Area, ConditionalLook, ConditionalRule } from "../../sheet/book";
import { defineClass, notFound, rangeRef, ref } from "../classes";
import type { HostServices } from "../classes";
import { colour } from "./rangeFormat";

interface Key {
  sheet: string;
  id: string;
}

function rule({ sheet, id }: Key, host: HostServices): ConditionalRule {
  const found = host.book.conditionals.list(sheet).find((one) => one.id === id);
  if (!found) throw notFound();
  return found;
}

const keyOf = (found: ConditionalRule): Key => ({ sheet: found.areas[0]!.sheet, id: found.id });

const touching = (area: Area, host: HostServices) =>
  host.book.conditionals.list(area.sheet).filter((found) => found.areas.some((own) => intersect(own, area)));

const TYPES: Readonly<Record<string, ConditionalRule["type"]>> = {
  Custom: "Custom",
  CellValue: "CellValue",
  ContainsText: "ContainsText",
};

export const conditionalFormatCollection = defineClass<Area>({
  name: "ConditionalFormatCollection",
  items: (area, host) => touching(area, host).map((found) => ref("ConditionalFormat", keyOf(found))),
  item: (area, id, host) => {
    const found = touching(area, host).find((one) => one.id === id);
    if (!found) throw notFound();
    return ref("ConditionalFormat", keyOf(found));
  },
  methods: {
    Add: (area, [type], host) => {
      const known = TYPES[type as string];
      if (!known)
        throw new BookError("NotImplemented", `This host has no conditional format of type ${String(type)}.`);
      const added = host.book.conditionals.add({
        areas: [area],
        type: known,
        formula1: known === "Custom" ? "=FALSE" : "",
        look: {},
        stopIfTrue: false,
      });
      return ref("ConditionalFormat", keyOf(added));
    },
    ClearAll: (area, _args, host) => {
      host.book.conditionals.clear(area);
    },
    GetCount: (area, _args, host) => touching(area, host).length,
    GetItemAt: (area, [index], host) => {
      const found = touching(area, host)[index as number];
      if (!found) throw notFound();
      return ref("ConditionalFormat", keyOf(found));
    },
  },
});

const onlyIf =
  (type: ConditionalRule["type"], name: string, orNull: boolean) => (self: Key, host: HostServices) => {
    if (rule(self, host).type === type) return ref(name, self);
    if (orNull) return null;
    throw new BookError("InvalidArgument", "The conditional format is of another type.");
  };

const EXCEL_TYPES: Readonly<Record<ConditionalRule["type"], string>> = {
  Custom: "Custom",
  CellValue: "CellValue",
  ContainsText: "ContainsText",
};

export const conditionalFormat = defineClass<Key>({
  name: "ConditionalFormat",
  id: ({ id }) => id,
  scalars: {
    Id: ({ id }) => id,
    Type: (self, host) => EXCEL_TYPES[rule(self, host).type],
    Priority: ({ sheet, id }, host) => host.book.conditionals.list(sheet).findIndex((one) => one.id === id),
    StopIfTrue: {
      get: (self, host) => rule(self, host).stopIfTrue,
      set: ({ sheet, id }, stopIfTrue: boolean, host) =>
        host.book.conditionals.update(sheet, id, { stopIfTrue }),
    },
  },
  navigations: {
    Custom: onlyIf("Custom", "CustomConditionalFormat", false),
    CustomOrNullObject: onlyIf("Custom", "CustomConditionalFormat", true),
    CellValue: onlyIf("CellValue", "CellValueConditionalFormat", false),
    CellValueOrNullObject: onlyIf("CellValue", "CellValueConditionalFormat", true),
    TextComparison: onlyIf("ContainsText", "TextConditionalFormat", false),
    TextComparisonOrNullObject: onlyIf("ContainsText", "TextConditionalFormat", true),
  },
  methods: {
    Delete: ({ sheet, id }, _args, host) => host.book.conditionals.delete(sheet, id),
    GetRange: (self, _args, host) => rangeRef(rule(self, host).areas[0]!),
    GetRangeOrNullObject: (self, _args, host) => {
      const { areas } = rule(self, host);
      return areas.length === 1 ? rangeRef(areas[0]!) : null;
    },
  },
});

const format = { Format: (self: Key) => ref("ConditionalRangeFormat", self) };

export const customConditionalFormat = defineClass<Key>({
  name: "CustomConditionalFormat",
  navigations: { ...format, Rule: (self) => ref("ConditionalFormatRule", self) },
});

export const conditionalFormatRule = defineClass<Key>({
  name: "ConditionalFormatRule",
  scalars: {
    Formula: {
      get: (self, host) => rule(self, host).formula1,
      set: ({ sheet, id }, formula: string, host) =>
        host.book.conditionals.update(sheet, id, {
          formula1: formula.startsWith("=") ? formula : `=${formula}`,
        }),
    },
  },
});

export const cellValueConditionalFormat = defineClass<Key>({
  name: "CellValueConditionalFormat",
  navigations: format,
  scalars: {
    Rule: {
      get: (self, host) => {
        const { formula1, formula2, operator } = rule(self, host);
        return { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator };
      },
      set: (
        { sheet, id },
        value: { formula1: string | number; formula2?: string | number | null; operator: string },
        host,
      ) =>
        host.book.conditionals.update(sheet, id, {
          formula1: String(value.formula1),
          ...(value.formula2 === undefined || value.formula2 === null
            ? {}
            : { formula2: String(value.formula2) }),
          operator: value.operator,
        }),
    },
  },
});

export const textConditionalFormat = defineClass<Key>({
  name: "TextConditionalFormat",
  navigations: format,
  scalars: {
    Rule: {
      get: (self, host) => {
        const { formula1, operator } = rule(self, host);
        return { operator: operator ?? "Contains", text: formula1 };
      },
      set: ({ sheet, id }, value: { operator: string; text: string }, host) =>
        host.book.conditionals.update(sheet, id, { formula1: value.text, operator: value.operator }),
    },
  },
});

export const conditionalRangeFormat = defineClass<Key>({
  name: "ConditionalRangeFormat",
  navigations: {
    Fill: (self) => ref("ConditionalRangeFill", self),
    Font: (self) => ref("ConditionalRangeFont", self),
  },
});

function setLook({ sheet, id }: Key, look: ConditionalLook, host: HostServices): void {
  host.book.conditionals.update(sheet, id, { look: { ...rule({ sheet, id }, host).look, ...look } });
}

export const conditionalRangeFill = defineClass<Key>({
  name: "ConditionalRangeFill",
  scalars: {
    Color: {
      get: (self, host) => rule(self, host).look.fill ?? "",
      set: (self, value, host) => setLook(self, { fill: colour(value) }, host),
    },
  },
});

const fontProperty = <K extends keyof ConditionalLook>(
  key: K,
  read: (value: unknown) => ConditionalLook[K],
  none: unknown,
) => ({
  get: (self: Key, host: HostServices) => rule(self, host).look[key] ?? none,
  set: (self: Key, value: unknown, host: HostServices) => setLook(self, { [key]: read(value) }, host),
});

export const conditionalRangeFont = defineClass<Key>({
  name: "ConditionalRangeFont",
  scalars: {
    Color: fontProperty("fontColor", colour, ""),
    Bold: fontProperty("bold", Boolean, false),
    Italic: fontProperty("italic", Boolean, false),
    Strikethrough: fontProperty("strikethrough", Boolean, false),
    Underline: fontProperty("underline", String, "None"),
  },
});
