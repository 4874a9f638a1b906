import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowCircleRightRegular } from "@fluentui/react-icons/svg/arrow-circle-right";
import { useEffect, useRef, useState } from "react";
import type { ReadingAnswers } from "../../registers/sheet/sheetReading";
import { useLang, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { answerQuestion } from "./answerQuestion";
import { MeaningSelect } from "./MeaningSelect";
import type { AskedQuestion } from "./openQuestions";
import { questionText } from "./questionText";
import { areaAddress, columnAddress, rowsArea } from "./sheetPlaces";
import { nameOf } from "./sheetSetup";
import { usePointing } from "./usePointing";
import { useReadingTexts } from "./useReadingTexts";

const useStyles = makeStyles({
  card: { borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
  question: {
    margin: 0,
    fontSize: "14px",
    lineHeight: "20px",
    fontWeight: 600,
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  answers: { display: "flex", flexWrap: "wrap", gap: "8px" },
  answer: { maxWidth: "100%", minWidth: 0, overflowWrap: "anywhere", fontWeight: 400 },
  rest: {
    padding: "4px 0",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    lineHeight: "16px",
    textAlign: "left",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { textDecoration: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

/** As many of the others as can be looked through. */
const listed = 5;

/** One question at a time, answered with one tap; the others stand below and can be taken first. */
export function QuestionCard(props: {
  questions: readonly AskedQuestion[];
  /** More sheets than one: each question says which it is about. */
  several: boolean;
  asOf: number;
  onSay: (sheet: string, said: ReadingAnswers) => void;
  /** The headings are elsewhere. */
  onPick: (sheet: string) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useReadingTexts();
  const lang = useLang();
  const { workbook, notices } = usePane();
  const pointing = usePointing();
  const [postponed, setPostponed] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<string>();
  const heading = useRef<HTMLSpanElement & HTMLHeadingElement>(null);
  const moved = useRef(false);
  const open = props.questions.filter(({ id }) => !postponed.has(id));
  const asked = open.find(({ id }) => id === chosen) ?? open[0];
  useEffect(() => {
    // Whoever answers by keyboard goes on at the next question, or where it says that there is none.
    if (moved.current) heading.current?.focus();
    moved.current = false;
  }, [asked?.id]);

  const words = ({ question, alike, sheet }: AskedQuestion) =>
    questionText(question, alike, sheet.reading, sheet.look.grid, texts, lang, props.asOf);
  const withSheet = (each: AskedQuestion, text: string) =>
    props.several ? texts.questions.onSheet(nameOf(each.sheet), text) : text;
  const goOn = () => {
    moved.current = true;
    setChosen(undefined);
  };
  const put = props.questions.length - open.length;
  const again = put > 0 && (
    <div>
      <Button size="small" appearance="subtle" onClick={() => setPostponed(new Set())}>
        {texts.questions.postponed(put)}
      </Button>
    </div>
  );
  if (!asked) {
    return (
      <Section title={texts.questions.title}>
        <ToneLine tone="good">
          <span role="status" ref={heading} tabIndex={-1}>
            {texts.questions.left(0)}
          </span>
        </ToneLine>
        {again}
      </Section>
    );
  }
  const { question, alike, sheet, id } = asked;
  const { reading, said } = sheet;
  const name = nameOf(sheet);
  const { text, hint, answers, tells } = words(asked);
  const answer = (value: string) => {
    goOn();
    props.onSay(
      name,
      [question, ...alike].reduce((so, each) => answerQuestion(so, reading, each, value), said),
    );
  };
  const address =
    question.column === undefined ? areaAddress(rowsArea(reading)) : columnAddress(reading, question.column);
  const others = open.filter((each) => each !== asked);
  return (
    <Section
      title={texts.questions.title}
      aside={
        <span className={layout.hint} role="status">
          {texts.questions.left(open.length)}
        </span>
      }
    >
      <div className={`${layout.card} ${styles.card}`} {...pointing(name, address)}>
        <h3 className={styles.question} ref={heading} tabIndex={-1}>
          {withSheet(asked, text)}
        </h3>
        {hint !== undefined && <p className={layout.hint}>{hint}</p>}
        <div className={styles.answers}>
          {answers.map(({ value, label }) => (
            <Button key={value} className={styles.answer} onClick={() => answer(value)}>
              {label}
            </Button>
          ))}
          {(question.code === "whichTable" || question.code === "noHeadings") && (
            <Button className={styles.answer} onClick={() => props.onPick(name)}>
              {texts.questions.no}
            </Button>
          )}
        </div>
        {question.code === "whatIs" && (
          <MeaningSelect
            reading={reading}
            label={texts.questions.other}
            value=""
            first={texts.questions.other}
            onChoose={(meaning) => meaning !== "" && answer(meaning)}
          />
        )}
        <div className={layout.spread}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowCircleRightRegular />}
            onClick={() =>
              void workbook
                .goToCell(name, address)
                .catch((problem: unknown) => notices.add({ kind: "problem", problem }))
            }
          >
            {texts.questions.show}
          </Button>
          {!tells && (
            <Button
              size="small"
              appearance="subtle"
              onClick={() => {
                goOn();
                setPostponed(new Set([...postponed, id]));
              }}
            >
              {texts.questions.later}
            </Button>
          )}
        </div>
      </div>
      {others.length > 0 && (
        <div>
          <p className={layout.hint}>{texts.questions.rest}</p>
          <ul className={layout.plainList}>
            {others.slice(0, listed).map((each) => (
              <li key={each.id}>
                <button type="button" className={styles.rest} onClick={() => setChosen(each.id)}>
                  {withSheet(each, words(each).text)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {again}
    </Section>
  );
}
