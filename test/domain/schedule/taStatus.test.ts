import { riskLevel } from "../../../src/domain/schedule/riskLevel";
import { taStatus } from "../../../src/domain/schedule/taStatus";
import { TradeError } from "../../../src/domain/tradeError";

describe("status of a milestone planned for day 100, warning 3 days ahead", () => {
  it.each([
    ["DONE", { actual: 100, asOf: 120 }],
    ["DONE", { actual: 90, asOf: 80, forecast: 130 }],
    ["DONE LATE", { actual: 101, asOf: 101 }],
    ["OVERDUE", { asOf: 101 }],
    ["OVERDUE", { asOf: 101, forecast: 105 }],
    ["AT RISK", { asOf: 100, forecast: 101 }],
    ["AT RISK", { asOf: 10, forecast: 101 }],
    ["DUE SOON", { asOf: 100 }],
    ["DUE SOON", { asOf: 97, forecast: 100 }],
    ["OPEN", { asOf: 96 }],
  ])("%s: %o", (status, dates) => {
    expect(taStatus({ planned: 100, ...dates }, 3)).toBe(status);
  });

  it("warns on the day itself only with warnDays 0", () => {
    expect(taStatus({ planned: 100, asOf: 100 }, 0)).toBe("DUE SOON");
    expect(taStatus({ planned: 100, asOf: 99 }, 0)).toBe("OPEN");
  });
});

describe("colour of a chance", () => {
  it.each([
    [1, "GREEN"],
    [0.8, "GREEN"],
    [0.7999, "AMBER"],
    [0.72, "AMBER"],
    [0.5, "AMBER"],
    [0.4999, "RED"],
    [0, "RED"],
  ])("%d is %s", (chance, level) => expect(riskLevel(chance)).toBe(level));

  it("takes limits of one's own, green not below amber", () => {
    expect(riskLevel(0.85, 0.9, 0.7)).toBe("AMBER");
    expect(riskLevel(0.7, 0.7, 0.7)).toBe("GREEN");
    expect(() => riskLevel(0.5, 0.5, 0.6)).toThrow(TradeError);
  });
});
