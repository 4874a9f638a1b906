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

test("onReady names Excel on the web", async () => {
  expect(await Office.onReady()).toMatchObject({ host: "Excel", platform: "OfficeOnline" });
});

test("values written are read back calculated, in the same request", async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange("A1:C1").values = [[2, 3, "=A1*B1"]];
    const range = sheet.getRange("A1:C1").load("values,formulas,text,valueTypes,address");
    await context.sync();
    expect(range.values).toEqual([[2, 3, 6]]);
    expect(range.formulas).toEqual([[2, 3, "=A1*B1"]]);
    expect(range.address).toBe("Sheet1!A1:C1");
    expect(range.valueTypes).toEqual([["Double", "Double", "Double"]]);
  });
});
