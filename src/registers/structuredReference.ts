/** Characters that a heading must escape inside a structured reference. */
const escaped = (heading: string): string => heading.replace(/['[\]#@]/g, (c) => `'${c}`);

/** Letters, digits and underscores of any script need no second pair of brackets after `@`. */
const plain = (heading: string): boolean => /^[\p{L}\p{N}_]+$/u.test(heading);

/** The cell of this row: `[@PO]`, `[@[Ex-factory due]]`. */
export const ownCell = (heading: string): string =>
  plain(heading) ? `[@${heading}]` : `[@[${escaped(heading)}]]`;

/** The rows of a column: `Inspections[Verdict]`. */
export const columnOf = (table: string, heading: string): string => `${table}[${escaped(heading)}]`;

/** Columns side by side, the rows of all of them: `Templates[[Code]:[Predecessors]]`. */
export const columnsOf = (table: string, from: string, to: string): string =>
  `${table}[[${escaped(from)}]:[${escaped(to)}]]`;

/** The headings of columns side by side: `Orders[[#Headers],[Cutting start plan]:[Ex-factory actual]]`. */
export const headingsOf = (table: string, from: string, to: string): string =>
  `${table}[[#Headers],[${escaped(from)}]:[${escaped(to)}]]`;

/** The cells of this row in columns side by side: `Orders[@[Cutting start plan]:[Ex-factory actual]]`. */
export const ownCells = (table: string, from: string, to: string): string =>
  `${table}[@[${escaped(from)}]:[${escaped(to)}]]`;
