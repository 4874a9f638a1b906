import type { Misbehaviour } from "../host/hostTypes";
import { element } from "./element";
import { menuButton } from "./menu";
import type { MenuItem } from "./menu";
import type { SampleName, Settings } from "./settings";
import { THEMES } from "./theme";
import type { ThemeName } from "./theme";
import { words } from "./words";
import type { Language, WordKey } from "./words";

export interface TopBarActions {
  open(file: File): void;
  save(): void;
  sample(name: SampleName): void;
  undo(): void;
  redo(): void;
  language(language: Language): void;
  theme(theme: ThemeName): void;
  misbehave(how: Misbehaviour): void;
  reloadAddin(): void;
  togglePane(): void;
}

const SAMPLES: readonly [SampleName, WordKey][] = [
  ["zh", "sampleZh"],
  ["en", "sampleEn"],
  ["own-zh", "sampleOwnZh"],
  ["own-en", "sampleOwnEn"],
  ["empty", "sampleEmpty"],
];

/** Ways in which Excel can fail an add-in, each a switch. */
const FAULTS: readonly [WordKey, Misbehaviour][] = [
  ["cellEditing", { cellEditing: true }],
  ["failAtAction", { failAtAction: 1 }],
  ["loseReply", { loseReply: true }],
  ["slowReply", { slowReply: 3000 }],
  ["payloadLimit", { payloadLimit: 20 * 1024 }],
  ["activityLimit", { activityLimit: true }],
];

export function topBar(
  { language, theme }: Settings,
  fileName: string,
  how: Misbehaviour,
  actions: TopBarActions,
): HTMLElement {
  const say = (key: WordKey) => words(language, key);
  const button = (label: string, tip: string, run: () => void, className = "") => {
    const made = element("button", { type: "button", class: `quiet ${className}`, title: tip }, label);
    if (className.includes("icon")) made.setAttribute("aria-label", tip);
    made.addEventListener("click", run);
    return made;
  };
  const picker = element("input", { type: "file", accept: ".xlsx", hidden: true, id: "open-file" });
  picker.addEventListener("change", () => {
    const file = picker.files?.[0];
    picker.value = "";
    if (file) actions.open(file);
  });

  const faults = (): MenuItem[] => [
    ...FAULTS.map(([label, fault], index) => {
      const [key, value] = Object.entries(fault)[0] as [keyof Misbehaviour, never];
      const on = how[key] !== undefined;
      return {
        label: say(label),
        kind: "checkbox" as const,
        checked: on,
        ...(index === 0 ? { heading: say("developer") } : {}),
        run: () => actions.misbehave({ ...how, [key]: on ? undefined : value }),
      };
    }),
    { label: say("reloadPane"), heading: say("paneTitle"), run: () => actions.reloadAddin() },
  ];

  return element(
    "header",
    { class: "top" },
    element("img", { src: "/assets/app-32.png", alt: "", width: "20", height: "20" }),
    element("span", { class: "product", title: say("about") }, say("product")),
    button("↶", say("undo"), () => actions.undo(), "icon"),
    button("↷", say("redo"), () => actions.redo(), "icon"),
    element("h1", { title: fileName }, fileName),
    picker,
    button(say("open"), say("openTip"), () => picker.click()),
    button(say("save"), say("saveTip"), () => actions.save()),
    menuButton(say("samples"), say("samples"), () =>
      SAMPLES.map(([name, label]) => ({ label: say(label), run: () => actions.sample(name) })),
    ),
    element("span", { class: "space" }),
    button(say("openPane"), say("openPane"), () => actions.togglePane()),
    button(say("language"), say("languageTip"), () =>
      actions.language(language === "zh-CN" ? "en-US" : "zh-CN"),
    ),
    menuButton(say("theme"), say("theme"), () =>
      THEMES.map((one) => ({
        label: say(one),
        kind: "radio",
        checked: one === theme,
        run: () => actions.theme(one),
      })),
    ),
    menuButton("⋯", say("more"), faults, "icon"),
  );
}
