import { ConverterFactory } from "opencc-js/core";
import traditional from "opencc-js/dict/TSCharacters";

let convert: ((text: string) => string) | undefined;

/** Traditional characters as simplified ones. The dictionary is unfolded when it is first needed. */
export function simplified(text: string): string {
  if (!/\p{Script=Han}/u.test(text)) return text;
  convert ??= ConverterFactory([[traditional]]);
  return convert(text);
}
