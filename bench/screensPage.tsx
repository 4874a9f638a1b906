import { createMemory } from "../src/taskpane/environment";
import { createNavigation } from "../src/taskpane/navigation";
import { createPane, showPane } from "../src/taskpane/pane";
import { asOf, MemoryWorkbook } from "../test/taskpane/memoryWorkbook";
import { manyOrders } from "../test/taskpane/sampleBook";

/** The pane on so many orders in memory, asked for by the address: what it takes here is its own, no grid has a part in it. */
async function open(): Promise<void> {
  const count = Number(new URLSearchParams(location.search).get("orders"));
  const workbook = new MemoryWorkbook(manyOrders(count));
  const pane = await createPane(
    workbook,
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
  // As somebody's edit: the pane is told that the sheet changed, and reads it again.
  const edit = async () => {
    const [row] =
      workbook.book.tables.orders?.rows.filter(({ fields }) => fields["T04.actual"] === undefined) ?? [];
    if (!row) throw new Error("No order is open");
    await workbook.updateRow("orders", row.key, { "T04.actual": asOf }, row.fields);
    await new Promise((done) => setTimeout(done, 600));
  };
  Object.assign(window, { edit });
  showPane(document.getElementById("pane") as HTMLElement, pane);
}

void open();
