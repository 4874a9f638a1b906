import { serialDate } from "../domain/calendar/serialDate";

/** Today where the user sits, as a serial number: what an omitted asOf means. The only clock in the house. */
export function today(): number {
  const now = new Date();
  return serialDate(now.getFullYear(), now.getMonth() + 1, now.getDate()) as number;
}
