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
beforeEach(() => client.host.clearRequests());
afterEach(() => client.host.misbehave({}));

const write = (address: string, value: unknown, options: Excel.RunOptions = {}) =>
  Excel.run(options, async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[value]] as string[][];
    await context.sync();
  });
const read = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address).load("values");
    await context.sync();
    return range.values[0]![0] as unknown;
  });

test("cell-edit mode refuses, or makes wait whoever asks to", async () => {
  client.host.misbehave({ cellEditing: true });
  await expect(write("A1", 1)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const patient = write("A1", 2, { delayForCellEdit: true });
  await new Promise((resolve) => setTimeout(resolve, 20));
  client.host.misbehave({});
  await patient;
  expect(await read("A1")).toBe(2);
});

test("a request that fails half-way has done its first half and names the statement", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B1").values = [["done"]];
    context.workbook.worksheets.getItem("No such sheet").getRange("A1").values = [[1]];
    sheet.getRange("B2").values = [["not done"]];
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
  });
  expect(await read("B1")).toBe("done");
  expect(await read("B2")).toBe("");
  expect(client.host.requests[0]!.error).toMatchObject({ code: "ItemNotFound" });
});

test("a request can be made to stop at an action", async () => {
  client.host.misbehave({ failAtAction: 2 });
  await expect(write("C1", 1)).rejects.toMatchObject({ code: "GeneralException" });
  await write("C1", 3);
  expect(await read("C1")).toBe(3);
});

test("a lost reply leaves the write in the sheet and the add-in waiting", async () => {
  client.host.misbehave({ loseReply: true });
  let answered = false;
  void write("D1", 1).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(answered).toBe(false);
  expect(await read("D1")).toBe(1);
});

test("a slow reply comes late", async () => {
  client.host.misbehave({ slowReply: 80 });
  const start = performance.now();
  await write("D2", 1);
  expect(performance.now() - start).toBeGreaterThan(75);
});

test("requests and replies over the limit are refused", async () => {
  client.host.misbehave({ payloadLimit: 3000 });
  await expect(write("E1", "x".repeat(5000))).rejects.toMatchObject({
    code: "RequestPayloadSizeLimitExceeded",
  });
  client.host.misbehave({});
  await write("E1", "x".repeat(5000));
  client.host.misbehave({ payloadLimit: 3000 });
  await expect(read("E1")).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
});

test("too many requests at once", async () => {
  client.host.misbehave({ activityLimit: true });
  await expect(write("E2", 1)).rejects.toMatchObject({ code: "ActivityLimitReached" });
});

test("a protected sheet refuses locked cells only", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Guarded");
    sheet.getRange("A2").format.protection.locked = false;
    sheet.protection.protect({ allowFormatCells: true });
    await context.sync();
    sheet.protection.load("protected,options");
    sheet.getRange("A2").values = [["open"]];
    sheet.getRange("A1").format.fill.color = "#FF0000";
    await context.sync();
    expect(sheet.protection.protected).toBe(true);
    expect(sheet.protection.options.allowFormatCells).toBe(true);
    sheet.getRange("A1").values = [["closed"]];
    await expect(context.sync()).rejects.toMatchObject({ code: "AccessDenied" });
  });
});

test("what this host does not have says so by name", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().shapes.load("items/name");
    await expect(context.sync()).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("shapes") as string,
    });
  });
});

test("objects that are not there", async () => {
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItemOrNullObject("Nope");
    const sheet = context.workbook.worksheets.getItemOrNullObject("Nope");
    const name = context.workbook.names.getItemOrNullObject("Nope");
    const range = name.getRangeOrNullObject();
    await context.sync();
    expect([table.isNullObject, sheet.isNullObject, name.isNullObject, range.isNullObject]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    context.workbook.tables.getItem("Nope").load("name");
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
  });
});

test("every sync is one request in the log", async () => {
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange("A1:B1").load("values");
    await context.sync();
    range.values = [[1, 2]];
    await context.sync();
  });
  expect(client.host.requests.filter((request) => request.wrote)).toHaveLength(1);
  expect(client.host.requests.filter((request) => request.wrote)[0]!.did).toContain("Range.Values=");
});

test("a size that does not fit is refused", async () => {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange("A1:B2").values = [[1, 2, 3]];
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});
