/** Letters of 12 px: Chinese ones are as wide as they are high; of the Latin ones capitals are widest, points and spaces least. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\u1100-\uffff]/u, 12],
  [/[A-Zmw%]/, 8.4],
  [/[\s.,:;·'()|iljft-]/, 4.2],
];
const usual = 6.7;

/** About how many pixels a text takes; drawings cannot wrap, and must know before they are drawn. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += widths.find(([kind]) => kind.test(letter))?.[1] ?? usual;
  return width;
}

/** As much of the text as has room, with an ellipsis where something is left out. */
export function fitText(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  let fitting = "";
  for (const letter of text) {
    if (textWidth(`${fitting}${letter}…`) > room) break;
    fitting += letter;
  }
  return `${fitting.trimEnd()}…`;
}
