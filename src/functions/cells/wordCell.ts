import { TradeError } from "../../domain/tradeError";
import type { Reader } from "./argument";

declare module "../../domain/tradeError" {
  interface TradeErrors {
    unknownWord: { text: string; choices: string };
  }
}

/**
 * One of several words, zh and en alike, in any letter case and width: `wordCell({ normal: ["normal", "正常"], ... })` gives
 * the key whose list holds the typed word.
 */
export function wordCell<Key extends string>(words: Readonly<Record<Key, readonly string[]>>): Reader<Key> {
  const keys = new Map<string, Key>();
  for (const key of Object.keys(words) as Key[])
    for (const word of words[key]) keys.set(plainWord(word), key);
  const choices = Object.values<readonly string[]>(words)
    .map((list) => list.slice(0, 2).join("/"))
    .join(", ");
  return (value) => {
    const key = keys.get(plainWord(String(value)));
    if (key === undefined) throw new TradeError("badInput", "unknownWord", { text: String(value), choices });
    return key;
  };
}

function plainWord(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
