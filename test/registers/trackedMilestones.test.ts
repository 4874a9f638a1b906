import { milestones } from "../../src/registers/milestones";
import { orders } from "../../src/registers/orders";
import { milestoneOf, trackedMilestones } from "../../src/registers/trackedMilestones";

test("our own columns are our own milestones, in the order in which an order passes them", () => {
  const fieldIds = orders.fields.map(({ id }) => id);
  expect(trackedMilestones([...fieldIds].reverse())).toEqual(milestones);
});

test("a step of the templates that a sheet has dates for is a milestone with its name and its owner", () => {
  // ta-templates: T05 is the mill's, T21 the factory's sewing.
  expect(milestoneOf("T05")?.owner).toEqual({ en: "Mill", zh: "面料厂" });
  const sewing = milestoneOf("T21S");
  expect(sewing).toMatchObject({ code: "T21", part: "start", owner: { en: "Factory", zh: "工厂" } });
  expect(sewing?.name.zh).toMatch(/开始$/);
});

test("starts stand before finishes of the same step, and what is no milestone is left out", () => {
  const fieldIds = ["T21.actual", "remarks", "T30.plan", "T21S.plan", "T21S.actual", "T99.plan", "T05.plan"];
  expect(trackedMilestones(fieldIds).map(({ id }) => id)).toEqual(["T05", "T21S", "T21", "T30"]);
});
