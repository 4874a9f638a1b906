import { createMemory } from "../src/taskpane/environment";
import { createNavigation } from "../src/taskpane/navigation";
import { createPane, showPane } from "../src/taskpane/pane";
import { MemoryWorkbook } from "../test/taskpane/memoryWorkbook";
import { manyOrders } from "../test/taskpane/sampleBook";

/** The pane on so many orders in memory, asked for by the address: what it takes here is its own, no grid has a part in it. */
async function open(): Promise<void> {
  const count = Number(new URLSearchParams(location.search).get("orders"));
  const pane = await createPane(
    new MemoryWorkbook(manyOrders(count)),
    {
      displayLanguage: "en-US",
      theme: () => undefined,
      watchTheme: () => () => undefined,
      memory: createMemory(() => localStorage),
      workbookName: "bench.xlsx",
      fetchJson: () => Promise.resolve({}),
    },
    createNavigation("functions"),
  );
  showPane(document.getElementById("pane") as HTMLElement, pane);
}

void open();
