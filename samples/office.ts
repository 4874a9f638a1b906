import type { CalendarName } from "../src/domain/calendar/calendarName";
import type { TaTemplateName } from "../src/domain/schedule/taTemplate";
import type { CellValue, Lang } from "../src/registers/register";
import type { Troubles } from "./simulateOrder";

/** What a sourcing office knows about its business: the part of a sample that is written by hand. */
export interface SourcingOffice {
  readonly lang: Lang;
  /** Where chance starts from. */
  readonly seed: number;
  readonly calendar: CalendarName;
  /** Days off and extra working days: date, kind, remark. */
  readonly closures: readonly (readonly CellValue[])[];
  readonly customers: readonly Customer[];
  readonly factories: readonly Factory[];
  readonly styles: readonly Style[];
  readonly inspectors: readonly string[];
  /** Styles that were ordered and shipped in earlier seasons, and how often: what durations can be learned from. */
  readonly shippedBefore: Readonly<Record<string, number>>;
  /** Orders of the office, counted from 1, whose trouble is not left to chance: what a board must show. */
  readonly stories: Readonly<Record<number, Troubles>>;
  readonly remarks: Remarks;
}

export interface Customer {
  readonly name: string;
  readonly merchandisers: readonly string[];
  readonly currency: string;
  /** The customer's own way to number orders: the number, and the ISO date of the order. */
  readonly po: (number: number, ordered: string) => string;
  readonly firstPo: number;
  readonly majorAql: number;
  readonly minorAql: number;
  /** Calendar days from ex-factory to payment. */
  readonly paysAfter: number;
}

export interface Factory {
  readonly name: string;
  /** How likely an order there goes late, and how likely it goes badly. */
  readonly late: number;
  readonly bad: number;
  /** How likely a final inspection fails. */
  readonly fails: number;
  /** Working days by which a milestone usually comes later than the template has it, or sooner: what can be learned. */
  readonly habits?: Readonly<Record<string, number>>;
}

export interface Style {
  readonly style: string;
  readonly description: string;
  readonly customer: string;
  readonly factory: string;
  readonly template: TaTemplateName;
  readonly price: number;
  readonly colours: readonly string[];
  readonly sizes: readonly string[];
  /** Pieces of a colour, roughly. */
  readonly pieces: number;
  /** Codes of defects that this kind of garment has. */
  readonly defects: readonly string[];
}

/** Sentences for the remarks columns. */
export interface Remarks {
  readonly fabricLate: (days: number) => string;
  readonly approvalLate: (days: number) => string;
  readonly sewingLate: (days: number) => string;
  readonly paid: (date: string) => string;
  readonly booked: string;
  readonly underWay: string;
  readonly reworked: string;
}
