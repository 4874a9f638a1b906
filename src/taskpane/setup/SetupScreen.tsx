import { lazy, Suspense, useState } from "react";
import { Button } from "@fluentui/react-components";
import { useBookState, useMessages, usePane } from "../context";
import { Busy } from "../ui/Busy";
import { useLayout } from "../ui/layout";
import { ProblemCard } from "../ui/ProblemCard";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { AddColumns } from "./AddColumns";
import { AdoptTable } from "./AdoptTable";
import { IssueList } from "./IssueList";
import { LanguageField } from "./LanguageField";
import { RepairButton } from "./RepairButton";
import { SetUpWorkbook } from "./SetUpWorkbook";
import { SettingsForm } from "./SettingsForm";
import { standingRegisterIds } from "../../registers/registers";

const LearningSection = lazy(() => import(/* webpackChunkName: "learning" */ "../learning/LearningSection"));

export default function SetupScreen() {
  const layout = useLayout();
  const messages = useMessages();
  const state = useBookState();
  const { book: store } = usePane();
  const [adopting, setAdopting] = useState(false);
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
  const own = (
    <div className={layout.card}>
      <h2 className={layout.heading}>{messages.setup.own}</h2>
      <p className={layout.text}>{messages.setup.ownText}</p>
      <div>
        <Button onClick={() => setAdopting(true)}>{messages.setup.ownAction}</Button>
      </div>
    </div>
  );
  return (
    <div className={layout.screen}>
      <h1 className={layout.title}>{messages.setup.title}</h1>
      {adopting ? (
        <AdoptTable book={book} onClose={() => setAdopting(false)} />
      ) : (
        <>
          {book.issues.length > 0 && <IssueList issues={book.issues} />}
          {!complete && <SetUpWorkbook book={book} />}
          {book.tables.orders ? (
            <Section title={messages.setup.ready}>
              <ul className={layout.plainList}>
                {standingRegisterIds.map((id) => {
                  const table = book.tables[id];
                  return (
                    <li key={id}>
                      <ToneLine tone={table ? "good" : "calm"}>
                        {messages.setup.registers[id]}
                        {" · "}
                        {table
                          ? messages.setup.tableAt(table.sheet, table.address, table.rows.length)
                          : messages.setup.missing}
                      </ToneLine>
                    </li>
                  );
                })}
              </ul>
              {standingRegisterIds.map((id) => {
                const table = book.tables[id];
                return table && <AddColumns key={id} table={table} book={book} />;
              })}
            </Section>
          ) : (
            own
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
          {book.tables.orders && own}
          <RepairButton />
        </>
      )}
    </div>
  );
}
