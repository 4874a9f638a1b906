import { Button, Field, ProgressBar, Select, Spinner } from "@fluentui/react-components";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Lang } from "../../registers/register";
import type { ReadingAnswers } from "../../registers/sheet/sheetReading";
import { WorkbookProblem, type Book, type Receipt } from "../../workbook/book";
import { useLang, useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { ProblemCard } from "../ui/ProblemCard";
import { ToneLine } from "../ui/tone";
import { useWrite } from "../ui/useWrite";
import { useStore } from "../useStore";
import { addedTo, lacksKey } from "./addedFields";
import { withHeadings } from "./answerQuestion";
import { AddToSheets } from "./AddToSheets";
import { ColumnList } from "./ColumnList";
import { keepLayout, layoutsOfBook, readLayouts } from "./keptLayouts";
import { LeavesAlone } from "./LeavesAlone";
import { LikeSheets } from "./LikeSheets";
import { meaningName, registerOf } from "./meaningName";
import { openQuestions } from "./openQuestions";
import { PickHeadings } from "./PickHeadings";
import { plainTable } from "./plainTable";
import { QuestionCard } from "./QuestionCard";
import { dataRows } from "./sheetPlaces";
import { createSheetSetup, nameOf, type OtherSheet, type ReadSheet as Sheet } from "./sheetSetup";
import { SheetSummary } from "./SheetSummary";
import { startReader } from "./startReader";
import { PointingRests } from "./usePointing";
import { useReadingTexts } from "./useReadingTexts";

const UnreadOfSheet = lazy(() => import(/* webpackChunkName: "unread-of-sheet" */ "./UnreadOfSheet"));

interface Adopting {
  readonly done: number;
  readonly total: number;
  readonly stop: AbortController;
}

/** From somebody's own sheet to a register: what was understood, what only the user knows, and what may be added. */
export default function ReadSheet(props: { book: Book; sheet?: string; onClose: () => void }) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useReadingTexts();
  const paneLang = useLang();
  const { workbook, environment } = usePane();
  const { write } = useWrite();
  const [setup] = useState(() =>
    createSheetSetup(
      workbook,
      () => [...layoutsOfBook(props.book), ...readLayouts(environment.memory)],
      startReader(),
    ),
  );
  const state = useStore(setup);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [makeTable, setMakeTable] = useState(false);
  const [lang, setLang] = useState<Lang>(
    Object.keys(props.book.tables).length > 0 ? props.book.settings.lang : paneLang,
  );
  const [adopting, setAdopting] = useState<Adopting>();
  const [changed, setChanged] = useState(false);
  /** Sheet whose headings the user is going to select. */
  const [picking, setPicking] = useState<string>();
  // Once: a screen that is left for a while and shown again goes on where it was.
  useEffect(() => void setup.start(props.sheet), [setup, props.sheet]);

  const { book } = props;
  const close = () => {
    setup.stop();
    props.onClose();
  };
  const lookAt = (sheet?: string) => {
    setTicked(new Set());
    setMakeTable(false);
    setChanged(false);
    setPicking(undefined);
    void setup.look(sheet);
  };
  const head = (
    <div className={layout.spread}>
      <h2 className={layout.heading}>{texts.title}</h2>
      <Button size="small" disabledFocusable={adopting !== undefined} onClick={close}>
        {messages.common.back}
      </Button>
    </div>
  );
  if (state.status === "looking") {
    return (
      <div className={layout.wideStack}>
        {head}
        <Spinner
          size="small"
          labelPosition="below"
          label={`${texts.steps[state.step]} ${texts.step(state.step === "reading" ? 1 : 2, 2)}`}
        />
        <div>
          <Button size="small" onClick={close}>
            {texts.stop}
          </Button>
        </div>
      </div>
    );
  }
  if (state.status === "failed") {
    return (
      <div className={layout.wideStack}>
        {head}
        <ProblemCard problem={state.problem} retry={() => lookAt(props.sheet)} />
      </div>
    );
  }

  const { sheets, others } = state;
  const [main, ...taken] = sheets;
  const { reading } = main;
  const say = (sheet: string, said: ReadingAnswers) => void setup.say(sheet, said);
  const chooser = <OtherSheets sheet={nameOf(main)} others={others} onChoose={lookAt} />;
  const register = registerOf(reading.subject);
  if (!reading.table || reading.layout === "none") {
    return (
      <div className={layout.wideStack}>
        {head}
        <div className={layout.card}>
          <strong>{texts.noTable.title}</strong>
          <p className={layout.text}>
            {main.look.grid.values.length === 0 ? texts.noTable.empty : texts.noTable.text}
          </p>
          {chooser}
          {main.look.grid.values.length > 0 && (
            <PickHeadings
              setup={setup}
              sheet={nameOf(main)}
              onPicked={(rows) => say(nameOf(main), withHeadings(main.said, rows))}
            />
          )}
          <div>
            <Button size="small" onClick={() => lookAt()}>
              {texts.again}
            </Button>
          </div>
        </div>
        {state.problem !== undefined && <ProblemCard problem={state.problem} />}
      </div>
    );
  }

  const questions = openQuestions(sheets);
  const rows = sheets.reduce((sum, sheet) => sum + dataRows(sheet.reading).length, 0);
  const plain =
    register && taken.length === 0 && !book.tables[register] ? plainTable(main, register) : undefined;
  const couldBeTable = plain !== undefined && plain.candidate.table === undefined;
  const asTable = plain !== undefined && (!couldBeTable || makeTable);
  const lacking = register
    ? (sheets.map((sheet) => lacksKey(register, sheet.reading)).find((ids) => ids.length > 0) ?? [])
    : [];
  const ready = register !== undefined && lacking.length === 0 && !adopting && !state.busy;
  const naming = lacking.map((id) => meaningName(id, reading.subject, texts, paneLang)).join(" / ");

  const adopt = async () => {
    if (!ready || !register) return;
    const stop = new AbortController();
    setChanged(false);
    setAdopting({ done: 0, total: sheets.length, stop });
    const added = (sheet: Sheet) => addedTo(sheet.reading, register, ticked, book.tables, lang);
    const done = await write(async (): Promise<Receipt> => {
      try {
        if (plain && asTable) {
          const { candidate, columns } = plain;
          return await workbook.adopt(candidate, register, columns, added(main), lang, makeTable);
        }
        return await workbook.adoptSheets(
          sheets.map((sheet) => ({
            sheet: nameOf(sheet),
            reading: sheet.reading,
            answers: sheet.answers,
            register,
            addFields: added(sheet),
          })),
          lang,
          {
            signal: stop.signal,
            onStep: (at, total) => setAdopting({ done: at, total, stop }),
          },
        );
      } catch (problem) {
        setChanged(problem instanceof WorkbookProblem && problem.code === "changedMeanwhile");
        throw problem;
      }
    });
    setAdopting(undefined);
    if (!done) return;
    keepLayout(environment.memory, {
      name: nameOf(main),
      profile: main.profile,
      ...(main.answers.subject && { subject: main.answers.subject }),
    });
    close();
  };
  return (
    <PointingRests value={picking !== undefined}>
      <div className={layout.wideStack}>
        {head}
        {chooser}
        <SheetSummary setup={setup} sheet={main} onSay={say} onPick={() => setPicking(nameOf(main))} />
        {picking !== undefined && (
          <div className={layout.card}>
            <PickHeadings
              setup={setup}
              sheet={picking}
              onPicked={(rows) => {
                const sheet = sheets.find((each) => nameOf(each) === picking);
                setPicking(undefined);
                if (sheet) say(picking, withHeadings(sheet.said, rows));
              }}
              onCancel={() => setPicking(undefined)}
            />
          </div>
        )}
        {state.problem !== undefined && <ProblemCard problem={state.problem} />}
        <QuestionCard
          questions={questions}
          several={taken.length > 0}
          asOf={book.settings.asOf}
          onSay={say}
          onPick={setPicking}
        />
        <LikeSheets setup={setup} taken={taken} others={others} />
        <ColumnList sheet={main} onSay={say} />
        {register && (
          <Suspense fallback={null}>
            <UnreadOfSheet sheet={main} register={register} onMended={() => void setup.lookAgain()} />
          </Suspense>
        )}
        <LeavesAlone sheet={main} />
        {register && (
          <AddToSheets
            sheet={main}
            register={register}
            book={book}
            lang={lang}
            onLang={Object.keys(book.tables).length > 0 ? undefined : setLang}
            ticked={ticked}
            onTicked={setTicked}
            makeTable={couldBeTable ? makeTable : undefined}
            onMakeTable={setMakeTable}
          />
        )}
        <div className={layout.foot}>
          {!register && <ToneLine tone="bad">{texts.use.needsSubject}</ToneLine>}
          {lacking.length > 0 && <ToneLine tone="bad">{texts.use.needsKey(naming)}</ToneLine>}
          {ready && rows === 0 && <ToneLine tone="warn">{texts.use.noRows}</ToneLine>}
          {changed && (
            <div className={layout.spread}>
              <ToneLine tone="warn">{texts.changed}</ToneLine>
              <Button
                size="small"
                onClick={() => {
                  setChanged(false);
                  void setup.lookAgain();
                }}
              >
                {texts.again}
              </Button>
            </div>
          )}
          {questions.length > 0 && !adopting && (
            <span className={layout.hint}>{texts.use.questionsLeft(questions.length)}</span>
          )}
          {adopting && (
            <ProgressBar
              aria-label={texts.use.adopting(adopting.done, adopting.total)}
              {...(adopting.done > 0 && { value: adopting.done, max: adopting.total })}
            />
          )}
          <div className={layout.row}>
            <Button appearance="primary" disabledFocusable={!ready} onClick={() => void adopt()}>
              {adopting ? texts.use.adopting(adopting.done, adopting.total) : texts.use.action(sheets.length)}
            </Button>
            {adopting && !asTable && <Button onClick={() => adopting.stop.abort()}>{texts.stop}</Button>}
          </div>
        </div>
      </div>
    </PointingRests>
  );
}

/** Another sheet of the workbook, to be read instead; those with a table first. */
function OtherSheets(props: {
  sheet: string;
  others: readonly OtherSheet[] | undefined;
  onChoose: (sheet: string) => void;
}) {
  const layout = useLayout();
  const texts = useReadingTexts();
  const sorted = [...(props.others ?? [])].sort((a, b) => Number(b.hasTable) - Number(a.hasTable));
  return (
    <Field label={texts.sheet} size="small">
      <Select
        size="small"
        className={layout.full}
        value={props.sheet}
        onChange={(_, { value }) => props.onChoose(value)}
      >
        <option value={props.sheet}>{props.sheet}</option>
        {sorted.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
