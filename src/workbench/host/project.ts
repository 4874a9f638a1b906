import { BookError } from "../sheet/book";
import type { HostServices, Ref } from "./classes";
import { objectClasses } from "./objectModel";

type Answer = Record<string, unknown>;

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** What a load asks for: `name`, `rows/items/values`, `*`; names come as the caller wrote them. */
export function project(
  object: Ref,
  paths: readonly string[],
  host: HostServices,
  page: { skip: number; top: number } = { skip: 0, top: 0 },
): Answer {
  const type = objectClasses.get(object.type)!;
  const answer: Answer = {};
  const scalars = type.scalars ?? {};
  const deeper = new Map<string, string[]>();
  const forItems: string[] = [];
  // Nothing named means everything that is a plain value.
  const asked = paths.length ? paths : ["*"];
  for (const path of asked) {
    const [head = "", ...rest] = path.split("/");
    if (type.items && same(head, "items")) {
      forItems.push(rest.join("/") || "*");
      continue;
    }
    const scalar = Object.keys(scalars).find((name) => same(name, head));
    const navigation = Object.keys(type.navigations ?? {}).find((name) => same(name, head));
    if (head === "*") {
      for (const name of Object.keys(scalars)) read(name);
      if (type.items) forItems.push("*");
    } else if (scalar) {
      read(scalar);
    } else if (navigation) {
      deeper.set(navigation, [...(deeper.get(navigation) ?? []), ...(rest.length ? [rest.join("/")] : [])]);
    } else if (type.items) {
      forItems.push(path);
    } else {
      throw new BookError("ApiNotFound", `The API ${object.type}.${head} is not in this host.`);
    }
  }
  if (type.id) answer.Id = type.id(object.self, host);
  if (type.items && forItems.length) {
    const all = type.items(object.self, host);
    const chosen = all.slice(page.skip, page.top ? page.skip + page.top : undefined);
    answer._Items = chosen.map((item, index) => ({
      ...project(item, forItems, host),
      ...(page.skip ? { _Index: page.skip + index } : {}),
    }));
  }
  for (const [name, rest] of deeper) {
    const next = type.navigations![name]!(object.self, host);
    answer[name] = next && project(next, rest, host);
  }
  return answer;

  function read(name: string): void {
    const scalar = scalars[name]!;
    answer[name] = typeof scalar === "function" ? scalar(object.self, host) : scalar.get(object.self, host);
  }
}
