import { Button } from "@fluentui/react-components";
import { TableRegular } from "@fluentui/react-icons/svg/table";
import type { ReactNode } from "react";
import { useBookState, useMessages, usePane } from "../context";
import { Busy } from "./Busy";
import { EmptyState } from "./EmptyState";
import { useLayout } from "./layout";
import { ProblemCard } from "./ProblemCard";

/** Shows a screen once the workbook has been read and has a table of orders; until then, what is the matter. */
export function BookGate({ children }: { children: ReactNode }) {
  const state = useBookState();
  const messages = useMessages();
  const layout = useLayout();
  const { book, navigation } = usePane();
  if (state.status === "loading") return <Busy />;
  if (state.status === "failed") {
    return (
      <div className={layout.screen}>
        <ProblemCard problem={state.problem} retry={() => void book.refresh()} />
      </div>
    );
  }
  if (!state.book.tables.orders) {
    return (
      <EmptyState
        alone
        icon={<TableRegular />}
        title={messages.empty.title}
        text={messages.empty.text}
        action={
          <div className={layout.stack}>
            <Button appearance="primary" onClick={() => navigation.go("setup", { readSheet: true })}>
              {messages.empty.action}
            </Button>
            <Button onClick={() => navigation.go("setup")}>{messages.empty.setup}</Button>
          </div>
        }
      />
    );
  }
  return children;
}
