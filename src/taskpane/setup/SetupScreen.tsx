import { Button } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { standingRegisterIds } from "../../registers/registers";
import { useBookState, useMessages, usePane } from "../context";
import type { ScreenProps } from "../navigation";
import { Busy } from "../ui/Busy";
import { useLayout } from "../ui/layout";
import { ProblemCard } from "../ui/ProblemCard";
import { useVisit } from "../ui/useVisit";
import { IssueList } from "./IssueList";
import { LanguageField } from "./LanguageField";
import { RepairButton } from "./RepairButton";
import { SettingsForm } from "./SettingsForm";
import { SetUpWorkbook } from "./SetUpWorkbook";
import { UsedSheets } from "./UsedSheets";

const LearningSection = lazy(() => import(/* webpackChunkName: "learning" */ "../learning/LearningSection"));
const MaterialsSection = lazy(
  () => import(/* webpackChunkName: "materials" */ "../materials/MaterialsSection"),
);
const UnreadNotice = lazy(() => import(/* webpackChunkName: "unread-notice" */ "../unread/UnreadNotice"));
const ReadSheet = lazy(() => import(/* webpackChunkName: "read-sheet" */ "./ReadSheet"));

/** A sheet that is being read; without a name the one in front. */
interface Reading {
  readonly sheet?: string;
}

export default function SetupScreen({ visit }: ScreenProps) {
  const layout = useLayout();
  const messages = useMessages();
  const state = useBookState();
  const { book: store } = usePane();
  const [reading, setReading] = useState<Reading>();
  useVisit(visit, ({ readSheet }) => {
    if (readSheet) setReading((now) => now ?? {});
  });
  if (state.status === "loading") return <Busy />;
  if (state.status === "failed") {
    return (
      <div className={layout.screen}>
        <h1 className={layout.title}>{messages.setup.title}</h1>
        <ProblemCard problem={state.problem} retry={() => void store.refresh()} />
        <LanguageField />
        <RepairButton />
      </div>
    );
  }
  const { book } = state;
  const complete = standingRegisterIds.every((id) => book.tables[id]);
  const started = Object.keys(book.tables).length > 0;
  return (
    <div className={layout.screen}>
      <h1 className={layout.title}>{messages.setup.title}</h1>
      {reading ? (
        <Suspense fallback={<Busy />}>
          <ReadSheet
            book={book}
            {...(reading.sheet !== undefined && { sheet: reading.sheet })}
            onClose={() => setReading(undefined)}
          />
        </Suspense>
      ) : (
        <>
          {book.issues.length > 0 && (
            <IssueList issues={book.issues} onFind={(sheet) => setReading({ sheet })} />
          )}
          {book.unread.length > 0 && (
            <Suspense fallback={null}>
              <UnreadNotice cells={book.unread} withTexts />
            </Suspense>
          )}
          {!book.tables.orders && (
            <div className={layout.card}>
              <h2 className={layout.heading}>{messages.setup.own}</h2>
              <p className={layout.text}>{messages.setup.ownText}</p>
              <div>
                <Button appearance="primary" onClick={() => setReading({})}>
                  {messages.setup.ownAction}
                </Button>
              </div>
            </div>
          )}
          {!complete && <SetUpWorkbook book={book} />}
          {started && <UsedSheets book={book} onAdd={() => setReading({})} />}
          {book.tables.orders && !book.tables.materials && (
            <Suspense fallback={null}>
              <MaterialsSection book={book} />
            </Suspense>
          )}
          {book.tables.orders && (
            <SettingsForm key={JSON.stringify(book.settings)} settings={book.settings} />
          )}
          {book.tables.orders && (
            <Suspense fallback={<Busy />}>
              <LearningSection book={book} />
            </Suspense>
          )}
          <LanguageField />
          <RepairButton />
        </>
      )}
    </div>
  );
}
