import { readFileSync, readdirSync } from "node:fs";
import { invertLuma } from "../../src/workbench/page/darkSheet";
import { sentenceFor } from "../../src/workbench/page/fileWords";
import { readManifest } from "../../src/workbench/page/manifest";

const xml = readFileSync("manifest.xml", "utf8");
const manifest = (language: "zh-CN" | "en-US") => readManifest(xml, language, "http://localhost:3120/");

describe("the manifest", () => {
  test("gives the ribbon and the cell's menu in both languages, with the same commands", () => {
    const english = manifest("en-US");
    const chinese = manifest("zh-CN");
    expect([english.tab, chinese.tab]).toEqual(["Gendan", "跟单"]);
    const labels = ({ groups }: typeof english) =>
      groups.flatMap(({ buttons }) => buttons.map(({ label }) => label));
    const actions = ({ groups, cellMenu }: typeof english) =>
      [...groups.flatMap(({ buttons }) => buttons), ...cellMenu].map(({ action }) => action);
    expect(labels(english)).toContain("Inspection");
    expect(labels(chinese)).toContain("验货");
    expect(actions(english)).toEqual(actions(chinese));
    expect(actions(english)).toEqual(expect.arrayContaining(["openToday", "logInspectionHere"]));
    expect(chinese.cellMenu.map(({ label }) => label)).toContain("为本行登记验货");
  });

  test("points at this server, wherever the add-in will be hosted", () => {
    const { paneUrl, functionsUrl, groups } = manifest("zh-CN");
    expect(paneUrl).toBe("http://localhost:3120/taskpane.html");
    expect(functionsUrl).toBe("http://localhost:3120/functions.zh-CN.json");
    for (const { icon } of groups.flatMap(({ buttons }) => buttons)) {
      expect(icon.large).toMatch(/^http:\/\/localhost:3120\/assets\/\w+-32\.png$/);
    }
  });

  test("that lacks something says what", () => {
    const broken = xml.replace('<bt:String id="Today.Label"', '<bt:String id="Other.Label"');
    expect(() => readManifest(broken, "en-US", "http://localhost/")).toThrow("Today.Label");
  });
});

describe("what a file loses", () => {
  // The codes stand in the files folder as plain words; each needs a sentence.
  const lostParts = readFileSync("src/workbench/files/lostParts.ts", "utf8");
  const ofParts = [...lostParts.matchAll(/^ {2}\["(\w+)", \//gm)].map(([, code]) => code!);
  const others = readdirSync("src/workbench/files")
    .map((file) => readFileSync(`src/workbench/files/${file}`, "utf8"))
    .flatMap((source) => [...source.matchAll(/code: "(\w+)"/g)].map(([, code]) => code!));

  test("is said in a sentence of either language, for every code", () => {
    expect(ofParts.length).toBeGreaterThan(10);
    for (const code of new Set([...ofParts, ...others])) {
      const lost = { code, params: { sheet: "S", feature: "filter", part: "xl/x.xml", count: 2 } };
      expect(sentenceFor(lost, "zh-CN")).toMatch(/\p{Script=Han}/u);
      expect(sentenceFor(lost, "en-US")).not.toMatch(/\p{Script=Han}|\{/u);
      expect(sentenceFor(lost, "en-US").startsWith(code + " ·")).toBe(false);
    }
  });

  test("keeps the name of what nobody has a word for", () => {
    expect(
      sentenceFor({ code: "sheetFeature", params: { sheet: "订单", feature: "novelty" } }, "zh-CN"),
    ).toContain("novelty");
  });
});

describe("the sheet under a dark theme", () => {
  const luminance = (color: readonly number[]) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, share, index) => {
      const channel = color[index]! / 255;
      return sum + share * (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
    }, 0);
  const contrast = (a: readonly number[], b: readonly number[]) => {
    const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
    return (light + 0.05) / (dark + 0.05);
  };

  test.each([
    ["black on white", [0, 0, 0], [255, 255, 255]],
    ["white headings on a table's blue", [255, 255, 255], [98, 128, 249]],
    ["Excel's bad", [156, 0, 6], [255, 199, 206]],
    ["Excel's good", [0, 97, 0], [198, 239, 206]],
    ["Excel's neutral", [156, 87, 0], [255, 235, 156]],
  ] as const)("%s stays legible", (_, text, fill) => {
    expect(contrast(invertLuma([...text]), invertLuma([...fill]))).toBeGreaterThan(4.5);
  });

  test("is dark", () => {
    expect(luminance(invertLuma([255, 255, 255]))).toBeLessThan(0.02);
  });
});
