import type { Messages } from "../../i18n/en";
import type { Finding } from "../../registers/check";

/** What is wrong with a field, in the user's language. */
export function checkText({ code, params }: Finding, messages: Messages): string {
  return messages.check[code](params);
}
