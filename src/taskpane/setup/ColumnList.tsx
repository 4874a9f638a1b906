import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ColumnReading, ReadingAnswers } from "../../registers/sheet/sheetReading";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { withFillDown, withMeaning } from "./answerQuestion";
import { ColumnItem } from "./ColumnItem";
import { certaintyOf } from "./columnNotes";
import { columnPairs } from "./columnPairs";
import { columnAddress } from "./sheetPlaces";
import { nameOf, type ReadSheet } from "./sheetSetup";
import { usePointing } from "./usePointing";
import { useReadingTexts } from "./useReadingTexts";

const useStyles = makeStyles({
  filters: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "6px",
    overflow: "hidden",
  },
  filter: {
    padding: "4px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "20px",
    cursor: "pointer",
    minWidth: 0,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  on: {
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontWeight: 600,
  },
  item: { padding: "8px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  second: {
    marginTop: "8px",
    paddingLeft: "12px",
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
  },
});

const filters = ["check", "all", "alone"] as const;
type Filter = (typeof filters)[number];

const isIn: Readonly<Record<Filter, (column: ColumnReading) => boolean>> = {
  check: (column) => certaintyOf(column) === "look",
  all: () => true,
  alone: ({ meaning }) => meaning === undefined,
};

/** As many as are looked through at once. */
const page = 30;

/** Every column with what it is taken for; those to look at first. */
export function ColumnList(props: {
  sheet: ReadSheet;
  onSay: (sheet: string, said: ReadingAnswers) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const texts = useReadingTexts();
  const pointing = usePointing();
  const { sheet } = props;
  const { reading, said } = sheet;
  const name = nameOf(sheet);
  const [filter, setFilter] = useState<Filter>("check");
  /** What the user has changed stays in sight, although it is sure now. */
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const [pages, setPages] = useState(1);
  const count = (each: Filter) => reading.columns.filter(isIn[each]).length;
  const pairs = columnPairs(reading.columns).filter((pair) =>
    pair.some((column) => isIn[filter](column) || (filter === "check" && touched.has(column.column))),
  );
  const change = (column: number, meaning: string) => {
    setTouched(new Set([...touched, column]));
    props.onSay(name, withMeaning(said, reading, column, meaning));
  };
  const fill = (column: number, filled: boolean) => {
    setTouched(new Set([...touched, column]));
    props.onSay(name, withFillDown(said, column, filled));
  };
  return (
    <Section title={texts.columns.title}>
      <div className={styles.filters} role="group" aria-label={texts.columns.filter}>
        {filters.map((each) => (
          <button
            key={each}
            type="button"
            className={mergeClasses(styles.filter, each === filter && styles.on)}
            aria-pressed={each === filter}
            onClick={() => {
              setFilter(each);
              setPages(1);
            }}
          >
            {texts.columns.counted(texts.columns.filters[each], count(each))}
          </button>
        ))}
      </div>
      {pairs.length === 0 && (
        <p className={layout.hint}>
          {filter === "alone" ? texts.columns.noneAlone : texts.columns.nothingToCheck}
        </p>
      )}
      <ul className={layout.plainList}>
        {pairs.slice(0, pages * page).map((pair) => (
          <li key={pair[0]?.column} className={styles.item}>
            {pair.map((column, index) => (
              <div
                key={column.column}
                className={index > 0 ? styles.second : undefined}
                {...pointing(name, columnAddress(reading, column.column))}
              >
                <ColumnItem sheet={sheet} column={column} onMeaning={change} onFillDown={fill} />
              </div>
            ))}
          </li>
        ))}
      </ul>
      {pairs.length > pages * page && (
        <Button onClick={() => setPages(pages + 1)}>
          {messages.common.showMore(Math.min(page, pairs.length - pages * page))}
        </Button>
      )}
    </Section>
  );
}
