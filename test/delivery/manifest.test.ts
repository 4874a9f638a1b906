import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { validateXML } from "xmllint-wasm";

const root = join(__dirname, "../..");
const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
const all = (pattern: RegExp) => [...manifest.matchAll(pattern)].map((match) => match[1] ?? "");

test("manifest.xml is valid against Microsoft's published schemas", async () => {
  const folder = join(__dirname, "../fixtures/manifest-xsd");
  const schemas = readdirSync(folder)
    .filter((name) => name.endsWith(".xsd"))
    .map((fileName) => ({ fileName, contents: readFileSync(join(folder, fileName), "utf8") }));
  const wrap = schemas.filter((schema) => schema.fileName === "wrap.xsd");
  const validate = (contents: string) =>
    validateXML({
      xml: [{ fileName: "manifest.xml", contents }],
      schema: wrap,
      preload: schemas.filter((schema) => schema.fileName !== "wrap.xsd"),
    });
  const { valid, errors } = await validate(manifest);
  expect({ valid, errors }).toEqual({ valid: true, errors: [] });
  expect((await validate(manifest.replace("<Permissions>", "<Permission>"))).valid).toBe(false);
});

test("every resource that is used is declared, and every one declared is used", () => {
  const used = new Set([...all(/resid="([^"]+)"/g)]);
  const declared = all(/<bt:(?:Image|Url|String) id="([^"]+)"/g);
  expect(declared.length).toBeGreaterThan(40);
  expect([...used].sort()).toEqual([...new Set(declared)].sort());
});

test("every text has its Chinese, within Office's lengths", () => {
  const texts = [
    ...manifest.matchAll(/<bt:String id="([^"]+)" DefaultValue="([^"]+)"(\/>| \/>|>([^]*?)<\/bt:String>)/g),
  ];
  expect(texts.length).toBeGreaterThan(15);
  for (const [, id = "", english = "", , inside = ""] of texts) {
    if (id === "Functions.Namespace") continue;
    expect({
      id,
      chinese: /<bt:Override Locale="zh-CN" Value="[^"]*[\u4e00-\u9fff][^"]*"/.test(inside),
    }).toEqual({
      id,
      chinese: true,
    });
    expect({ id, fits: english.length <= (/Tip|Description/.test(id) ? 250 : 125) }).toEqual({
      id,
      fits: true,
    });
  }
});

test("every icon is there in the sizes that Office asks for", () => {
  const files = all(/https:\/\/localhost:3000\/assets\/([^"]+\.png)"/g);
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const path = join(root, "assets/icons", file);
    expect({ file, there: existsSync(path) }).toEqual({ file, there: true });
    const size = Number(/-(\d+)\.png$/.exec(file)?.[1]);
    const png = readFileSync(path);
    expect({ file, width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({
      file,
      width: size,
      height: size,
    });
  }
});

test("every command of the ribbon and the context menu is associated in the pane", () => {
  const commands = readFileSync(join(root, "src/taskpane/commands.ts"), "utf8");
  const names = all(/<FunctionName>([^<]+)<\/FunctionName>/g);
  expect(names).toHaveLength(10);
  for (const name of names) expect(commands).toContain(name);
});

test("the requirement sets are the floor that the product promises", () => {
  const sets = [...manifest.matchAll(/<Set Name="([^"]+)" MinVersion="([^"]+)"/g)].map(
    ([, name, version]) => [name, version],
  );
  expect(sets).toEqual([
    ["SharedRuntime", "1.1"],
    ["CustomFunctionsRuntime", "1.3"],
    ["ExcelApi", "1.14"],
  ]);
});
