import { defineClass, notFound, ref } from "../classes";

export const setting = defineClass<string>({
  name: "Setting",
  scalars: {
    Key: (key) => key,
    _Id: (key) => key,
    Value: {
      get: (key, host) => host.book.settings.get(key) ?? null,
      set: (key, value, host) => void host.book.settings.set(key, value),
    },
  },
  methods: {
    Delete: (key, _args, host) => void host.book.settings.delete(key),
  },
});

export const settingCollection = defineClass<null>({
  name: "SettingCollection",
  items: (_self, host) => [...host.book.settings.keys()].map((key) => ref("Setting", key)),
  item: (_self, key, host) => {
    if (!host.book.settings.has(key as string)) throw notFound();
    return ref("Setting", key);
  },
  methods: {
    Add: (_self, [key, value], host) => {
      host.book.settings.set(key as string, value);
      return ref("Setting", key);
    },
    GetCount: (_self, _args, host) => host.book.settings.size,
    GetItemOrNullObject: (_self, [key], host) =>
      host.book.settings.has(key as string) ? ref("Setting", key) : null,
  },
});
