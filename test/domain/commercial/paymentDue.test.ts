import { addDays, addMonths, lastDayOfMonth } from "date-fns";
import fc from "fast-check";
import { isoDate, serialDate } from "../../../src/domain/calendar/serialDate";
import { lastPaymentDue, paymentDue } from "../../../src/domain/commercial/paymentDue";
import { paymentTerms } from "../../../src/domain/commercial/paymentTerms";

const day = (year: number, month: number, date: number) => serialDate(year, month, date) as number;
const SHIPPED = day(2026, 9, 10);
const INVOICED = day(2026, 9, 5);

const last = (terms: string, shipped = SHIPPED, invoiced: number | undefined = INVOICED) =>
  isoDate(lastPaymentDue(paymentDue(paymentTerms(terms), shipped, invoiced)));

test("30% deposit, 70% 30 days after B/L", () => {
  expect(paymentDue(paymentTerms("30% deposit, 70% 30 days after B/L"), SHIPPED, undefined)).toEqual([
    { share: 0.3, date: undefined, event: "deposit" },
    { share: 0.7, date: day(2026, 10, 10), event: "30 days after B/L" },
  ]);
});

/** B/L of 2026-09-10, invoice of 2026-09-05. UCP 600 art. 3: "from" and "after" exclude the date, "before" too. */
test.each([
  ["L/C at sight", "2026-09-10"],
  ["100% irrevocable L/C at sight", "2026-09-10"],
  ["即期信用证", "2026-09-10"],
  ["D/P at sight", "2026-09-10"],
  ["Cash against documents", "2026-09-10"],
  ["O/A 60 days", "2026-11-09"],
  ["OA60", "2026-11-09"],
  ["60 days", "2026-11-09"],
  ["Net 30", "2026-10-10"],
  ["D/A 60 days", "2026-11-09"],
  ["L/C 90 days after sight", "2026-12-09"],
  ["信用证90天", "2026-12-09"],
  ["30%定金,70%见提单副本", "2026-09-10"],
  ["30%定金，余款见提单副本", "2026-09-10"],
  ["定金30%余款70%见提单副本", "2026-09-10"],
  ["T/T 30% deposit 70% against B/L copy", "2026-09-10"],
  ["30% T/T in advance, balance against copy of B/L", "2026-09-10"],
  ["预付30%,提单日后45天付70%", "2026-10-25"],
  ["开船后30天电汇", "2026-10-10"],
  ["发票日后30天", "2026-10-05"],
  ["net 30 days from invoice date", "2026-10-05"],
  ["30% deposit, 70% before shipment", "2026-09-09"],
  ["50% with order, 50% 7 days before shipment", "2026-09-03"],
  ["款到发货", "2026-09-09"],
  ["100% T/T in advance", "2026-09-09"],
  ["20% deposit; 30% before shipment; balance O/A 45 days", "2026-10-25"],
  ["30% deposit, 70% O/A, 60 days after B/L date", "2026-11-09"],
  ["30% deposit and 70% against B/L and invoice copy", "2026-09-10"],
  ["40% in advance, remaining 60% within 15 days from the date of B/L", "2026-09-25"],
  ["月结30天", "2026-10-30"],
  ["30 days EOM", "2026-10-30"],
  ["次月15日付款", "2026-10-15"],
  ["end of next month", "2026-10-31"],
  ["2 months after B/L date", "2026-11-10"],
  ["30%前TT,70%后TT", "2026-09-10"],
  ["30% deposit / 70% balance before release of B/L", "2026-09-10"],
  ["30% deposit - 70% before loading", "2026-09-09"],
  ["70% within 7 days upon receipt of B/L copy, 30% down payment", "2026-09-17"],
])("%s: the last is due on %s", (terms, date) => expect(last(terms)).toBe(date));

test.each([
  ["30% deposit, 60% before shipment", "termsShares"],
  ["60% deposit, 50% against B/L", "termsShares"],
  ["100% deposit, balance against B/L", "termsShares"],
  ["30% deposit", "termsShares"],
  ["货到付款", "termsUnknownDate"],
  ["30 days after arrival", "termsUnknownDate"],
  ["T/T", "termsUnreadable"],
  ["L/C", "termsUnreadable"],
  ["O/A", "termsUnreadable"],
  ["30/70", "termsUnreadable"],
  ["30 working days after B/L", "termsUnreadable"],
  ["7 days before release of B/L", "termsUnreadable"],
  ["30 days after B/L but not later than 45 days", "termsUnreadable"],
  ["balance", "termsUnreadable"],
  ["as agreed", "termsUnreadable"],
  ["9".repeat(5000), "termsUnreadable"],
])("%s is refused: %s", (terms, code) => {
  expect(() => paymentTerms(terms)).toThrow(expect.objectContaining({ kind: "badInput", code }));
});

test("terms counted from the invoice need its date", () => {
  expect(() => paymentDue(paymentTerms("30 days after invoice"), SHIPPED, undefined)).toThrow(
    expect.objectContaining({ code: "invoiceDateNeeded" }),
  );
});

const date = fc.integer({ min: day(2020, 1, 1), max: day(2035, 12, 31) });
const asUtc = (serial: number) => new Date(`${isoDate(serial)}T12:00:00`);
const isoOf = (d: Date) =>
  `${d.getFullYear()}-${String(d.getMonth() + 1).padStart(2, "0")}-${String(d.getDate()).padStart(2, "0")}`;

test("days, months and month ends as date-fns counts them", () => {
  fc.assert(
    fc.property(
      date,
      fc.integer({ min: 1, max: 180 }),
      fc.integer({ min: 1, max: 12 }),
      (shipped, days, months) => {
        const d = asUtc(shipped);
        expect(last(`O/A ${days} days after B/L`, shipped)).toBe(isoOf(addDays(d, days)));
        expect(last(`${months} months after B/L`, shipped)).toBe(isoOf(addMonths(d, months)));
        expect(last(`月结${days}天`, shipped)).toBe(isoOf(addDays(lastDayOfMonth(d), days)));
        expect(last("次月底", shipped)).toBe(isoOf(lastDayOfMonth(addMonths(d, 1))));
      },
    ),
  );
});

test("the shares of the parts always add up to the whole", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 98 }),
      fc.integer({ min: 1, max: 98 }),
      fc.constantFrom("zh", "en"),
      (a, b, lang) => {
        fc.pre(a + b < 100);
        const terms =
          lang === "en"
            ? `${a}% deposit, ${b}% before shipment, balance O/A 30 days`
            : `${a}%定金,${b}%出货前,余款提单后30天`;
        const parts = paymentTerms(terms);
        expect(parts.map(({ share }) => Math.round(share * 100))).toEqual([a, b, 100 - a - b]);
        expect(parts.map(({ base }) => base)).toEqual(["order", "beforeShipment", "shipment"]);
      },
    ),
  );
});

test("whatever is typed is read or refused, never anything else", () => {
  const words = fc.constantFrom(
    "30%",
    "70%",
    "deposit",
    "B/L",
    "余款",
    "定金",
    "days",
    "30",
    "after",
    ",",
    "+",
    "L/C",
    "sight",
    "月结",
    "before",
    "次月",
  );
  const typed = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.array(words, { maxLength: 12 }).map((list) => list.join(" ")),
  );
  fc.assert(
    fc.property(typed, (terms) => {
      try {
        const sum = paymentTerms(terms).reduce((total, { share }) => total + share, 0);
        expect(sum).toBeCloseTo(1, 9);
      } catch (error) {
        expect(error).toMatchObject({ name: "TradeError", kind: "badInput" });
      }
    }),
    { numRuns: 2000 },
  );
});
