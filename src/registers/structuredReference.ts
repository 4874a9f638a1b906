/** Characters that a heading must escape inside a structured reference. */
const escaped = (heading: string): string => heading.replace(/['[\]#@]/g, (c) => `'${c}`);

/** Letters, digits and underscores of any script need no second pair of brackets after `@`. */
const plain = (heading: string): boolean => /^[\p{L}\p{N}_]+$/u.test(heading);

/** The cell of this row: `[@PO]`, `[@[Ex-factory due]]`. */
export const ownCell = (heading: string): string =>
  plain(heading) ? `[@${heading}]` : `[@[${escaped(heading)}]]`;

/** The rows of a column: `Inspections[Verdict]`. */
export const columnOf = (table: string, heading: string): string => `${table}[${escaped(heading)}]`;
