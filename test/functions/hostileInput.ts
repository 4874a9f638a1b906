import { CellError } from "./excelRealm";

/** A stream of choices from a seed, so that a list that went wrong can be made again (mulberry32). */
export class Choices {
  constructor(private state: number) {}

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** Numbers of every size, whole and not. */
  number(): number {
    const size = 10 ** (this.below(40) - 12);
    const number = (this.next() - 0.3) * size;
    return this.below(2) ? Math.round(number) : number;
  }

  text(): string {
    return Array.from({ length: this.below(12) }, () => this.of(PIECES)).join("");
  }
}

const PIECES = [
  ..."0123456789０９,.;:：；，。-+−/%％()（）\"'#*?=~ \t\n\u3000\u00a0\u200b",
  ..."ABSFDWTabgkmx件打年月日号前后天￥$½⅜×≥",
  ...[
    "SS",
    "FF+2",
    "2026",
    "TT",
    "AQL",
    "L/C",
    "30%",
    "days",
    "天",
    "USD",
    "\ud83d\ude00",
    "\ud800",
    "é",
    "ß",
    "İ",
  ],
];

const ODD: readonly unknown[] = [
  ...[null, undefined, "", " ", "\u3000", 0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 1e308, -1e308, 5e-324],
  ...[
    2 ** 31,
    2 ** 53,
    1e21,
    1e-7,
    100,
    99.99,
    46086,
    46086.5,
    60,
    2958465,
    2958466,
    -46086,
    20260305,
    99999999,
  ],
  ...[true, false, "TRUE", "是", "#N/A", "#REF!", new CellError("#DIV/0!"), "=1+1", "'", "０", "1e5", "0x1F"],
  ...[
    "2026-03-05",
    "2026年3月5日",
    "03/05/2026",
    "3月5日",
    "5-Mar-26",
    "2026-02-30",
    "CN5",
    "knit",
    "针织",
    "zh",
    "II",
  ],
  ...[
    "5,000件",
    "12%",
    "１２％",
    "5,00",
    "10打",
    "1/2",
    '12 3/8"',
    "28 11/2",
    "USD 5.20",
    "-",
    "A;B:SS+2",
    "A;A",
    "A-B",
  ],
  ...[
    "9".repeat(400),
    `1/${"9".repeat(400)}`,
    "9".repeat(400) + "%",
    `A:FS+${"9".repeat(400)}`,
    "x".repeat(5000),
  ],
  ...["constructor", "__proto__", "toString", "hasOwnProperty", "{argument}", "$&", "<b>", "\ud800", "\0"],
  ...[
    {},
    { basicValue: 46086 },
    { basicValue: null },
    { basicValue: {} },
    { type: "Error", basicValue: "#REF!" },
    [],
  ],
  ...[() => 1, Symbol.iterator, 10n, new Date(0)],
];

export const oddCell = (choices: Choices): unknown => {
  const kind = choices.below(10);
  if (kind < 6) return choices.of(ODD);
  return kind < 8 ? choices.number() : choices.text();
};

/** One cell in a range or alone, a column, a row, a rectangle, a ragged range, a range of nothing. */
export function oddArgument(choices: Choices): unknown {
  const cells = (width: number) => Array.from({ length: width }, () => oddCell(choices));
  const rows = (height: number, width: () => number) => Array.from({ length: height }, () => cells(width()));
  switch (choices.below(9)) {
    case 0:
      return oddCell(choices);
    case 1:
      return choices.of<unknown>([[], [[]], [[], []], [[], [1]], [1, [2]], undefined, null]);
    case 2: {
      const height = 1 + choices.below(5);
      return rows(height, () => choices.below(5));
    }
    case 3: {
      const width = 1 + choices.below(9);
      return rows(1 + choices.below(5), () => width);
    }
    case 4:
      return rows(2 + choices.below(3), () => 1);
    default:
      return [[oddCell(choices)]];
  }
}

/** A sound argument with a few of its cells, rows or columns gone wrong. */
export function spoiled(argument: unknown, choices: Choices): unknown {
  if (!Array.isArray(argument)) return choices.below(3) ? argument : oddArgument(choices);
  const rows = (argument as unknown[][]).map((row) => [...row]);
  for (let n = choices.below(3); n >= 0; n--) {
    const row = choices.of(rows);
    switch (choices.below(8)) {
      case 0:
        rows.splice(choices.below(rows.length), 1);
        if (rows.length === 0) return [];
        break;
      case 1:
        rows.push([...row]);
        break;
      case 2:
        row.push(oddCell(choices));
        break;
      case 3:
        row.pop();
        break;
      default:
        row[choices.below(row.length)] = choices.below(4) ? oddCell(choices) : choices.of(choices.of(rows));
    }
  }
  return rows;
}
