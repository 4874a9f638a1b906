import { ordersOf } from "../../src/taskpane/orders";
import { MemoryWorkbook } from "./memoryWorkbook";
import { openPane, settle, type OpenPane } from "./openPane";
import { sampleBook } from "./sampleBook";

let open: OpenPane | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
  localStorage.clear();
  Reflect.deleteProperty(navigator, "clipboard");
  Reflect.deleteProperty(document, "execCommand");
});

async function openList(): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook(sampleBook());
  open = await openPane(workbook);
  await open.go("chase");
  for (let i = 0; i < 100 && /Forecasting|Reading/.test(open.text()); i++) await settle(20);
  await settle(50);
  return workbook;
}

const group = (name: string) =>
  [...document.querySelectorAll('ul[aria-label="Chase list"] > li')].find((each) =>
    each.querySelector("h2")?.textContent.includes(name),
  )!;
const message = () => document.querySelector<HTMLTextAreaElement>("textarea")!;
const inGroup = (name: string, text: string) =>
  [...group(name).querySelectorAll("button")].find((each) => each.textContent === text)!;

describe("The chase list", () => {
  test("says who must deliver what, finds it by party and by word, and leads to the row", async () => {
    const workbook = await openList();
    expect(group("Saigon Garment").textContent).toContain("Ex-factory");
    await open!.click(open!.button(/^QC \d+$/));
    expect(document.querySelectorAll("h2")).toHaveLength(
      [...document.querySelectorAll("h2")].filter((each) => each.textContent.startsWith("QC")).length,
    );
    await open!.click(open!.button(/^QC \d+$/));
    await open!.type(open!.field("Search the chase list"), "PO-26002 final");
    await settle(20);
    const items = [...document.querySelectorAll('input[type="checkbox"]')];
    expect(items.map((each) => each.getAttribute("aria-label"))).toEqual([
      expect.stringMatching(/^Include Final inspection of PO-26002/),
    ]);
    await open!.click(open!.button(/^PO-26002/));
    const { key } = ordersOf(workbook.book).find(({ row }) => row.fields.po === "PO-26002")!;
    expect(workbook.named("goTo")).toEqual([["orders", key]]);
    await open!.type(open!.field("Search the chase list"), "nobody");
    await settle(20);
    expect(open!.text()).toContain("Nothing matches");
    await open!.click(open!.button("Show everything"));
    expect(document.querySelectorAll("h2").length).toBeGreaterThan(1);
  });

  test("writes a message in both languages, which may be changed and is copied as it stands", async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    await openList();
    await open!.click(inGroup("Saigon Garment", "Write message"));
    expect(message().value).toMatch(/^Dear Saigon Garment team,[^]*PO-26008/);
    // It cannot leave before its final inspection, and that is not the factory's.
    expect(message().value).not.toContain("PO-26002");
    await open!.click(inGroup("Saigon Garment", "Chinese"));
    expect(message().value).toMatch(/^Saigon Garment，您好：[^]*订单 PO-26008/);
    await open!.click(inGroup("Saigon Garment", "English"));
    await open!.type(message() as unknown as HTMLInputElement, "Hello");
    const tick = group("Saigon Garment").querySelector<HTMLInputElement>('input[type="checkbox"]')!;
    await open!.click(tick);
    // What the user has written is theirs.
    expect(message().value).toBe("Hello");
    await open!.click(open!.button("Copy"));
    expect(copied).toEqual(["Hello"]);
    expect(open!.buttons("Copied")).toHaveLength(1);
    await open!.click(open!.button("Write it again from the list"));
    expect(message().value).toMatch(/^Dear Saigon Garment team/);
  });

  test("copies the old way where the clipboard is refused, and leaves it to the keyboard where that fails too", async () => {
    let allowed = true;
    const asked: string[] = [];
    Object.defineProperty(document, "execCommand", {
      configurable: true,
      value: (what: string) => {
        asked.push(`${what} ${message().selectionEnd === message().value.length}`);
        return allowed;
      },
    });
    await openList();
    await open!.click(inGroup("Saigon Garment", "Write message"));
    await open!.click(open!.button("Copy"));
    expect(asked).toEqual(["copy true"]);
    await open!.click(open!.button("Copied"));
    allowed = false;
    await open!.click(open!.button("Copied"));
    expect(open!.text()).toContain("press Ctrl+C");
    expect(document.activeElement).toBe(message());
  });
});
