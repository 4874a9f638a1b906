/** @jest-environment-options {"url":"https://localhost/taskpane.html"} */
import { bootOffice } from "./officeClient";
import type { OfficeClient } from "./officeClient";

let client: OfficeClient;
beforeAll(async () => {
  client = await bootOffice();
});
afterAll(() => {
  client.host.dispose();
  client.book.dispose();
});

const until = async (condition: () => boolean) => {
  for (let i = 0; i < 200 && !condition(); i++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
};

async function tracker() {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.getRange("A1:B3").values = [
      ["PO", "Qty"],
      ["P1", 1],
      ["P2", 2],
    ];
    const table = sheet.tables.add("A1:B3", true);
    sheet.load("id,name");
    table.load("id,name");
    await context.sync();
    return { sheet: sheet.id, name: sheet.name, table: table.id };
  });
}

test("an edit in the grid reaches the handlers of table, sheet and workbook with its address and source", async () => {
  const { sheet, table, name } = await tracker();
  const heard: string[] = [];
  const values: unknown[] = [];
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(name);
    context.workbook.tables.getItem(table).onChanged.add(async (e) => {
      heard.push(`table ${e.changeType} ${e.address} ${e.source}`);
      await Excel.run(async (inner) => {
        const range = e.getRange(inner).load("values");
        await inner.sync();
        values.push(range.values[0]![0]);
      });
    });
    worksheet.onChanged.add((e) =>
      Promise.resolve(void heard.push(`sheet ${e.address} ${e.details.valueBefore}>${e.details.valueAfter}`)),
    );
    context.workbook.worksheets.onChanged.add((e) => Promise.resolve(void heard.push(`all ${e.address}`)));
    context.workbook.tables.onChanged.add((e) =>
      Promise.resolve(void heard.push(`tables ${e.tableId === table}`)),
    );
    await context.sync();
  });
  client.book.cells.write({ sheet, row: 1, column: 1, rows: 1, columns: 1 }, [[5]]);
  await until(() => values.length === 1 && heard.length === 4);
  expect(new Set(heard)).toEqual(
    new Set(["table RangeEdited B2 Local", "sheet B2 1>5", "all B2", "tables true"]),
  );
  expect(values).toEqual([5]);
});

test("what another client writes is Remote, what this one writes is Local", async () => {
  const { sheet, name } = await tracker();
  const sources: string[] = [];
  await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(name);
    worksheet.onChanged.add((e) => Promise.resolve(void sources.push(`${e.address} ${e.source}`)));
    await context.sync();
    worksheet.getRange("D1").values = [["mine"]];
    await context.sync();
  });
  client.book.by("somebody else", () =>
    client.book.cells.write({ sheet, row: 4, column: 3, rows: 1, columns: 1 }, [["theirs"]]),
  );
  await until(() => sources.length === 2);
  expect(sources).toEqual(["D1 Local", "D5 Remote"]);
});

test("handlers that were removed hear nothing, and selection and activation are told", async () => {
  const { sheet, name, table } = await tracker();
  const heard: string[] = [];
  const handler = await Excel.run(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(name);
    const added = worksheet.onChanged.add(() => Promise.resolve(void heard.push("changed")));
    worksheet.onSelectionChanged.add((e) => Promise.resolve(void heard.push(`selected ${e.address}`)));
    context.workbook.tables
      .getItem(table)
      .onSelectionChanged.add((e) => Promise.resolve(void heard.push(`table ${e.isInsideTable}`)));
    context.workbook.worksheets.onActivated.add((e) =>
      Promise.resolve(void heard.push(`active ${e.worksheetId === sheet}`)),
    );
    await context.sync();
    return added;
  });
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
  });
  client.book.cells.write({ sheet, row: 1, column: 1, rows: 1, columns: 1 }, [[9]]);
  client.book.selection.select({ sheet, row: 1, column: 0, rows: 1, columns: 1 });
  client.book.selection.select({ sheet, row: 9, column: 0, rows: 1, columns: 1 });
  await until(() => heard.length >= 5);
  expect(heard).toEqual(["active true", "selected A2", "table true", "selected A10", "table false"]);
});

test("rows inserted, sheets and tables added, calculation done", async () => {
  const { sheet, name } = await tracker();
  const heard: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets, tables } = context.workbook;
    worksheets
      .getItem(name)
      .onChanged.add((e) => Promise.resolve(void heard.push(`${e.changeType} ${e.address}`)));
    worksheets.getItem(name).onCalculated.add(() => Promise.resolve(void heard.push("calculated")));
    worksheets.onAdded.add(() => Promise.resolve(void heard.push("sheet added")));
    worksheets.onDeleted.add(() => Promise.resolve(void heard.push("sheet deleted")));
    tables.onAdded.add((e) => Promise.resolve(void heard.push(`table added ${e.source}`)));
    await context.sync();
    worksheets.getItem(name).getRange("3:3").insert("Down");
    const other = worksheets.add();
    other.tables.add("A1:B2", true);
    await context.sync();
    other.delete();
    await context.sync();
  });
  client.book.cells.write({ sheet, row: 8, column: 6, rows: 1, columns: 1 }, [["=1+1"]]);
  await client.book.settle();
  await until(() => heard.includes("calculated"));
  expect(heard).toEqual(
    expect.arrayContaining([
      "RowInserted 3:3",
      "sheet added",
      "sheet deleted",
      "table added Local",
      "RangeEdited G9",
    ]),
  );
});

test("events can be switched off", async () => {
  const { sheet, name } = await tracker();
  let count = 0;
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).onChanged.add(() => Promise.resolve(void count++));
    context.runtime.enableEvents = false;
    await context.sync();
    client.book.cells.write({ sheet, row: 1, column: 1, rows: 1, columns: 1 }, [[7]]);
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(count).toBe(0);
});
