/** One item, invoice or order number however two people typed it: letter case, width and spaces make no difference. */
export function lineKey(text: string): string {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toUpperCase();
}
