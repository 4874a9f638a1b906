/** Columns of an order that are computed from its milestone dates by the forecast. */
export const riskFieldIds = [
  "risk",
  "chance",
  "forecastShip",
  "riskWhy",
  "nextStep",
  "nextDate",
  "nextOwner",
] as const;

export type RiskFieldId = (typeof riskFieldIds)[number];
