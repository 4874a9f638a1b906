import { BookError } from "../../sheet/book";
import type { CellValue } from "../../sheet/book";
import { defineClass, ref } from "../classes";

interface Result {
  value: CellValue;
}

const literal = (value: unknown): string => {
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === "number" || typeof value === "boolean") return String(value).toUpperCase();
  if (value === null || value === undefined) return "";
  throw new BookError(
    "NotImplemented",
    "This host calculates functions of the interface with plain values only.",
  );
};

/** `workbook.functions`: worksheet functions that need no sheet. */
const NAMES = [
  "Date",
  "Days",
  "EDate",
  "EoMonth",
  "Value",
  "Text",
  "NetworkDays",
  "WorkDay",
  "Today",
  "Round",
] as const;

export const functions = defineClass<null>({
  name: "Functions",
  methods: Object.fromEntries(
    NAMES.map((name) => [
      name,
      (_self: null, args: unknown[], host: { book: { evaluate(formula: string): CellValue } }) => {
        const given = args.map(literal).join(",").replace(/,+$/, "");
        return ref("FunctionResult", {
          value: host.book.evaluate(`=${name.toUpperCase()}(${given})`),
        } satisfies Result);
      },
    ]),
  ),
});

const isError = (value: CellValue): value is string => typeof value === "string" && value.startsWith("#");

export const functionResult = defineClass<Result>({
  name: "FunctionResult",
  scalars: {
    Value: ({ value }) => (isError(value) ? null : value),
    Error: ({ value }) => (isError(value) ? value : null),
  },
});
