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

interface Reply {
  name: string;
  isEvent: boolean;
  data: any;
}

/** A second client as bare messages: office.js loads only once in a page. */
function secondClient() {
  const heard: Reply[] = [];
  const connection = client.host.connect((json) => {
    const { _actionName: name, _responseType, _data: data } = JSON.parse(json) as Record<string, any>;
    heard.push({ name: name as string, isEvent: _responseType === 1, data });
  });
  let correlation = 0;
  const send = async (name: string, data: unknown, type = 0) => {
    const before = heard.filter((one) => !one.isEvent).length;
    const message = {
      _messageType: 0,
      _actionName: name,
      _actionType: type,
      _conversationId: "second",
      _data: data,
    };
    connection.receive(JSON.stringify({ ...message, _correlationId: ++correlation }));
    while (heard.filter((one) => !one.isEvent).length === before)
      await new Promise((resolve) => setTimeout(resolve, 2));
    return heard.filter((one) => !one.isEvent).at(-1)!.data as unknown;
  };
  const query = async (body: object) => {
    const call = ["", "POST", "ProcessQuery", [], JSON.stringify(body), 0, 1, "", "", "", "", "", ""];
    const data = (await send("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: call })) as {
      Data: [number, string[], string];
    };
    return JSON.parse(data.Data[2]) as {
      Results: { ActionId: number; Value: any }[];
      Error?: { Code: string };
    };
  };
  return { heard, connection, send, query };
}

const paths = (address: string) => ({
  "1": { Id: 1, ObjectPathType: 1, Name: "" },
  "2": { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
  "3": { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["Sheet1"] } },
  "4": {
    Id: 4,
    ObjectPathType: 3,
    Name: "GetRange",
    ParentObjectPathId: 3,
    ArgumentInfo: { Arguments: [address] },
  },
});

test("two clients share one workbook, and each hears the other as Remote", async () => {
  const other = secondClient();
  await other.send("richApiMessage", { controlId: "x", eventDispId: 33, targetId: "" }, 1);
  await other.query({
    Actions: [{ Id: 1, ActionType: 3, Name: "_RegisterDataChangedEvent", ObjectPathId: 2 }],
    ObjectPaths: paths("A1"),
  });
  const mine: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((e) =>
      Promise.resolve(void mine.push(`${e.address} ${e.source}`)),
    );
    await context.sync();
    context.workbook.worksheets.getItem("Sheet1").getRange("A1").values = [["from the first"]];
    await context.sync();
  });
  const read = await other.query({
    Actions: [
      {
        Id: 1,
        ActionType: 4,
        Name: "Values",
        ObjectPathId: 4,
        ArgumentInfo: { Arguments: [[["from the second"]]] },
      },
      { Id: 2, ActionType: 2, Name: "", ObjectPathId: 4, QueryInfo: { Select: ["values", "address"] } },
    ],
    ObjectPaths: paths("B2"),
  });
  expect(read.Results.at(-1)!.Value).toEqual({ Values: [["from the second"]], Address: "Sheet1!B2" });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(mine).toEqual(["A1 Local", "B2 Remote"]);
  const theirs = other.heard
    .filter((one) => one.isEvent && one.name === "richApiMessage")
    .flatMap((one) => one.data.ArrayData as [number, number, string, string][])
    .map((entry) => JSON.parse(entry[3]) as { address: string; source: string });
  expect(theirs.map(({ address, source }) => `${address} ${source}`)).toEqual(["A1 Remote", "B2 Local"]);
  other.connection.close();
});

test("a client that has left is not written to", async () => {
  const other = secondClient();
  await other.send("richApiMessage", {}, 1);
  other.connection.close();
  const before = other.heard.length;
  client.book.cells.write({ sheet: client.book.sheets.active().id, row: 9, column: 9, rows: 1, columns: 1 }, [
    [1],
  ]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(other.heard).toHaveLength(before);
});

test("what no Excel would understand is refused, and every message is answered", async () => {
  const other = secondClient();
  expect(await other.send("executeMethod", { DdaMethod: { DispatchId: 64 } })).toMatchObject({ Error: 5000 });
  const unknown = await other.query({
    Actions: [{ Id: 1, ActionType: 3, Name: "Explode", ObjectPathId: 4, ArgumentInfo: { Arguments: [] } }],
    ObjectPaths: paths("A1"),
  });
  expect(unknown.Error!.Code).toBe("ApiNotFound");
  other.connection.receive("no json");
  other.connection.close();
});
