import type { Language } from "./words";

export interface ManifestButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  readonly icon: { readonly small: string; readonly large: string };
  /** What `Office.actions.associate` was given. */
  readonly action: string;
}

export interface ManifestGroup {
  readonly id: string;
  readonly label: string;
  readonly buttons: readonly ManifestButton[];
}

/** What Excel takes from the add-in's manifest, in one language. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly name: string;
  readonly tab: string;
  readonly groups: readonly ManifestGroup[];
  readonly cellMenu: readonly ManifestButton[];
  readonly paneUrl: string;
  readonly functionsUrl: string;
  readonly namespace: string;
}

const all = (parent: ParentNode & (Document | Element), name: string) => [
  ...parent.getElementsByTagNameNS("*", name),
];
const one = (parent: Document | Element, name: string) => {
  const found = all(parent, name)[0];
  if (!found) throw new Error(`manifest.xml: no ${name}`);
  return found;
};
const child = (parent: Element, name: string) => {
  const found = [...parent.children].find(({ localName }) => localName === name);
  if (!found) throw new Error(`manifest.xml: no ${name} in ${parent.localName} ${parent.id}`);
  return found;
};

/** `site` is where the add-in's files really are: the manifest may name the address they will be hosted at. */
export function readManifest(xml: string, language: Language, site: string): Manifest {
  const document = new DOMParser().parseFromString(xml, "text/xml");
  if (document.querySelector("parsererror")) throw new Error("manifest.xml is not well-formed");

  const localised = (owner: Element) => {
    const override = [...owner.children].find(
      (found) => found.localName === "Override" && found.getAttribute("Locale") === language,
    );
    return override?.getAttribute("Value") ?? owner.getAttribute("DefaultValue") ?? "";
  };
  const resources = new Map(
    ["Image", "Url", "String"]
      .flatMap((name) => all(one(document, "Resources"), name))
      .map((found) => [found.getAttribute("id"), localised(found)]),
  );
  const resource = (owner: Element) => {
    const id = owner.getAttribute("resid");
    const value = resources.get(id);
    if (value === undefined) throw new Error(`manifest.xml: no resource ${id}`);
    return value;
  };
  const hosted = new URL(".", localised(one(one(document, "DefaultSettings"), "SourceLocation"))).href;
  const here = (url: string) => (url.startsWith(hosted) ? site + url.slice(hosted.length) : url);

  const button = (control: Element): ManifestButton => {
    const images = all(child(control, "Icon"), "Image");
    const icon = (size: string) => {
      const image = images.find((found) => found.getAttribute("size") === size);
      if (!image) throw new Error(`manifest.xml: no icon of size ${size} for ${control.id}`);
      return here(resource(image));
    };
    return {
      id: control.id,
      label: resource(child(control, "Label")),
      tip: resource(child(child(control, "Supertip"), "Description")),
      icon: { small: icon("16"), large: icon("32") },
      action: one(control, "FunctionName").textContent.trim(),
    };
  };
  const extension = (type: string) => {
    const found = all(document, "ExtensionPoint").find(
      (point) => point.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type") === type,
    );
    if (!found) throw new Error(`manifest.xml: no ${type}`);
    return found;
  };
  const tab = one(extension("PrimaryCommandSurface"), "CustomTab");
  const functions = extension("CustomFunctions");

  return {
    id: one(document, "Id").textContent.trim(),
    version: one(document, "Version").textContent.trim(),
    name: localised(one(document, "DisplayName")),
    tab: resource(child(tab, "Label")),
    groups: all(tab, "Group").map((group) => ({
      id: group.id,
      label: resource(child(group, "Label")),
      buttons: all(group, "Control").map(button),
    })),
    cellMenu: all(extension("ContextMenu"), "Control").map(button),
    paneUrl: here(resource(one(one(functions, "Page"), "SourceLocation"))),
    functionsUrl: here(resource(one(one(functions, "Metadata"), "SourceLocation"))),
    namespace: resource(one(functions, "Namespace")),
  };
}
