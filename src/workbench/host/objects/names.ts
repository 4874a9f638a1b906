import { BookError } from "../../sheet/book";
import type { NameInfo } from "../../sheet/book";
import { absoluteAddress, quotedSheet } from "../../sheet/a1";
import { defineClass, notFound, rangeRef, ref } from "../classes";
import type { HostServices, Ref } from "../classes";

interface Key {
  name: string;
  scope?: string;
}

function info({ name, scope }: Key, host: HostServices): NameInfo {
  const found = host.book.names.find(name, scope);
  if (!found) throw notFound();
  return found;
}

function areaRef(self: Key, host: HostServices): Ref | null {
  const area = host.book.names.area(info(self, host));
  return area ? rangeRef(area) : null;
}

const KINDS = { string: "String", number: "Double", boolean: "Boolean" } as const;

function value(self: Key, host: HostServices): unknown {
  const found = info(self, host);
  const area = host.book.names.area(found);
  // Excel tells the address of a range, never what is in it.
  return area
    ? `${quotedSheet(host.book.sheets.find(area.sheet)!.name)}!${absoluteAddress(area)}`
    : host.book.names.value(found);
}

function kind(self: Key, host: HostServices): string {
  const found = info(self, host);
  if (host.book.names.area(found)) return "Range";
  const result = host.book.names.value(found);
  if (typeof result === "string" && result.startsWith("#")) return "Error";
  return KINDS[typeof result as keyof typeof KINDS];
}

export const namedItem = defineClass<Key>({
  name: "NamedItem",
  scalars: {
    Name: ({ name }) => name,
    _Id: ({ name }) => name,
    Type: kind,
    Value: value,
    Formula: {
      get: (self, host) => info(self, host).formula,
      set: (self, formula, host) =>
        host.book.names.update(self.name, { formula: String(formula) }, self.scope),
    },
    Comment: {
      get: (self, host) => info(self, host).comment,
      set: (self, comment: string, host) => host.book.names.update(self.name, { comment }, self.scope),
    },
    Visible: {
      get: (self, host) => info(self, host).visible,
      set: (self, visible: boolean, host) => host.book.names.update(self.name, { visible }, self.scope),
    },
    Scope: ({ scope }) => (scope === undefined ? "Workbook" : "Worksheet"),
  },
  navigations: {
    Worksheet: ({ scope }) => {
      if (scope === undefined) throw notFound();
      return ref("Worksheet", scope);
    },
    WorksheetOrNullObject: ({ scope }) => (scope === undefined ? null : ref("Worksheet", scope)),
  },
  methods: {
    GetRange: (self, _args, host) => {
      const found = areaRef(self, host);
      if (!found) throw new BookError("InvalidOperation", `The name ${self.name} does not refer to a range.`);
      return found;
    },
    GetRangeOrNullObject: (self, _args, host) => areaRef(self, host),
    Delete: (self, _args, host) => host.book.names.delete(self.name, self.scope),
  },
});

const listed = (scope: string | undefined, host: HostServices) =>
  host.book.names.list().filter((name) => name.scope === scope);

const nameRef = ({ name, scope }: NameInfo) =>
  ref("NamedItem", (scope === undefined ? { name } : { name, scope }) satisfies Key);

export const namedItemCollection = defineClass<string | undefined>({
  name: "NamedItemCollection",
  items: (scope, host) => listed(scope, host).map(nameRef),
  item: (scope, key, host) => {
    const found = host.book.names.find(String(key), scope);
    if (!found) throw notFound();
    return nameRef(found);
  },
  methods: {
    GetCount: (scope, _args, host) => listed(scope, host).length,
    GetItemAt: (scope, [index], host) => {
      const found = listed(scope, host)[index as number];
      if (!found) throw notFound();
      return nameRef(found);
    },
    GetItemOrNullObject: (scope, [key], host) => {
      const found = host.book.names.find(String(key), scope);
      return found ? nameRef(found) : null;
    },
    Add: (scope, [name, reference, comment], host) => {
      host.book.names.add({
        name: String(name),
        formula: formulaOf(reference, host),
        comment: (comment as string | null) ?? "",
        visible: true,
        ...(scope === undefined ? {} : { scope }),
      });
      return nameRef(host.book.names.find(String(name), scope)!);
    },
  },
});

/** A range, a formula, or a value that the name is to stand for. */
function formulaOf(reference: unknown, host: HostServices): string {
  if (typeof reference === "object" && reference !== null) {
    const area = (reference as Ref).self as Parameters<typeof absoluteAddress>[0] & { sheet: string };
    return `=${quotedSheet(host.book.sheets.find(area.sheet)!.name)}!${absoluteAddress(area)}`;
  }
  if (typeof reference === "string")
    return reference.startsWith("=") ? reference : `="${reference.replaceAll('"', '""')}"`;
  return `=${String(reference)}`;
}
