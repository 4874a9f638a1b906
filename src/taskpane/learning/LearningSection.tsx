import { Button, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import { LEAST_ORDERS, type Proposal } from "../../domain/schedule/learnFromOrders";
import type { TaTask } from "../../domain/schedule/taTemplate";
import { templateChoice } from "../../registers/templateChoice";
import type { Book } from "../../workbook/book";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { CopyTemplate } from "./CopyTemplate";
import { learn } from "./learn";
import { learnRequest } from "./learnRequest";
import { ProposalCard } from "./ProposalCard";
import { useLearningTexts } from "./useLearningTexts";

type State =
  | { readonly status: "idle" | "learning" | "failed" }
  | { readonly status: "ready"; readonly proposals: readonly Proposal[] };

/** Whether the workbook's own rows say just that. */
function holds(tasksOf: (key: string) => readonly TaTask[], key: string, { tasks }: Proposal): boolean {
  try {
    const own = tasksOf(key);
    return (
      own.length === tasks.length &&
      own.every(
        ({ o, m, p, heldUp }, i) =>
          o === tasks[i]?.o && m === tasks[i].m && p === tasks[i].p && heldUp === tasks[i].heldUp,
      )
    );
  } catch {
    return false;
  }
}

/** Durations learned from finished orders, and templates to edit: what the forecast goes by. */
export default function LearningSection({ book }: { book: Book }) {
  const layout = useLayout();
  const texts = useLearningTexts();
  const [state, setState] = useState<State>({ status: "idle" });
  const choice = templateChoice(book.tables.templates?.rows.map(({ fields }) => fields) ?? []);
  const copies = new Set(choice.copies.map((key) => key.toLowerCase()));
  const look = () => {
    setState({ status: "learning" });
    learn(learnRequest(book)).then(
      (proposals) => setState({ status: "ready", proposals }),
      () => setState({ status: "failed" }),
    );
  };
  return (
    <Section title={texts.title}>
      <p className={layout.text}>{texts.text}</p>
      {state.status === "learning" ? (
        <Spinner size="small" label={texts.learning} />
      ) : (
        <div>
          <Button onClick={look}>{texts.learn}</Button>
        </div>
      )}
      {state.status === "failed" && <ToneLine tone="bad">{texts.failed}</ToneLine>}
      {state.status === "ready" && state.proposals.length === 0 && (
        <p className={layout.text}>{texts.empty(LEAST_ORDERS)}</p>
      )}
      {state.status === "ready" && state.proposals.length > 0 && (
        <ul className={layout.list}>
          {state.proposals.map((proposal) => {
            const key = [proposal.template, proposal.factory].filter(Boolean).join("|");
            const exists = copies.has(key.toLowerCase());
            return (
              <ProposalCard
                key={key}
                proposal={proposal}
                exists={exists}
                inUse={exists && holds(choice.tasksOf, key, proposal)}
              />
            );
          })}
        </ul>
      )}
      <CopyTemplate book={book} copies={copies} />
    </Section>
  );
}
