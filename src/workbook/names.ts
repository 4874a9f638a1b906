/** Names that the formulas of every register use. */
export const names = { asOf: "AsOf", calendar: "Calendar", closures: "Closures" } as const;

export const usualCalendar = "CN6";
