import type { Messages } from "../../i18n/en";
import type { Receipt } from "../../workbook/book";

/** What was written and where. */
export function receiptText({ code, params, address }: Receipt, messages: Messages): string {
  return messages.receipt[code]({ ...params, at: address });
}
