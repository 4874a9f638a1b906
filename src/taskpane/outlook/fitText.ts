/** Letters of 12 px: Chinese ones are as wide as they are high, Latin ones a little more than half. */
const wide = 12;
const narrow = 6.8;

/** About how many pixels a text takes; drawings cannot wrap, and must know before they are drawn. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\u1100-\uffff]/u.test(letter) ? wide : narrow;
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
