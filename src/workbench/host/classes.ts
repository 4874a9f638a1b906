import { BookError } from "../sheet/book";
import type { Area, Book } from "../sheet/book";

/** What objects of the workbook may ask of the host around them. */
export interface HostServices {
  readonly book: Book;
  /** Ranges that events and clients refer to by id. */
  readonly references: Map<string, Ref>;
  /** The client is interested in an event of this target, or no longer. */
  listen(event: number, target: string, on: boolean): void;
  setPaneState(state: string): void;
  paneState(): string;
  setStartupState(state: string): void;
  startupState(): string;
  functionsAreReady(): void;
  functionResults(results: readonly unknown[][]): void;
  /** `Worksheet._RegisterCalculatedEvent` and the like: for a target that the client names by its own id. */
  readonly eventsEnabled: boolean;
  enableEvents(on: boolean): void;
  readonly displayLanguage: string;
  readonly contentLanguage: string;
}

/** An object of Excel's model: its class, and what says which one it is. */
export interface Ref {
  readonly type: string;
  readonly self: any;
}

export const ref = (type: string, self: unknown): Ref => ({ type, self });
export const rangeRef = (area: Area): Ref => ref("Range", area);

export interface Scalar<T> {
  readonly get: (self: T, host: HostServices) => unknown;
  readonly set?: (self: T, value: any, host: HostServices) => void;
}

/**
 * One class of Excel's object model, member by member under its name on the wire. A member that is not here is answered with
 * ApiNotFound; nothing is accepted and ignored.
 */
export interface ObjectClass<T> {
  readonly name: string;
  /** Identity that goes with every reply (`_Id` on the wire is `Id`). */
  readonly id?: (self: T, host: HostServices) => string;
  readonly scalars?: Readonly<Record<string, Scalar<T> | ((self: T, host: HostServices) => unknown)>>;
  readonly navigations?: Readonly<Record<string, (self: T, host: HostServices) => Ref | null>>;
  /** Answers a value, an object (`Ref`) or null; undefined counts as null. */
  readonly methods?: Readonly<Record<string, (self: T, args: any[], host: HostServices) => unknown>>;
  /** Collections. */
  readonly items?: (self: T, host: HostServices) => Ref[];
  readonly item?: (self: T, key: any, host: HostServices) => Ref;
}

export const defineClass = <T>(definition: ObjectClass<T>): ObjectClass<T> => definition;

export const notFound = () => new BookError("ItemNotFound", "The requested resource doesn't exist.");
export const invalidArgument = (message = "The argument is invalid or missing or has an incorrect format.") =>
  new BookError("InvalidArgument", message);

/** `_Register...Event` and `_Unregister...Event` of one kind of event. */
export function eventMethods<T>(
  name: string,
  event: number,
  target: (self: T) => string,
): Record<string, (self: T, args: any[], host: HostServices) => void> {
  return {
    [`_Register${name}`]: (self, _args, host) => host.listen(event, target(self), true),
    [`_Unregister${name}`]: (self, _args, host) => host.listen(event, target(self), false),
  };
}

export const EVENTS = {
  sheetChanged: 10,
  sheetActivated: 11,
  sheetDeactivated: 12,
  sheetAdded: 13,
  sheetSelection: 14,
  sheetDeleted: 15,
  sheetCalculated: 16,
  sheetRenamed: 25,
  tableSelection: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
  visibility: 65539,
} as const;

/** Target of events that concern the whole workbook. */
export const WORKBOOK = "Workbook";
