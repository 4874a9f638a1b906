import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";

export function RepairButton() {
  const layout = useLayout();
  const messages = useMessages();
  const { workbook, notices, book } = usePane();
  const [state, setState] = useState<"idle" | "busy" | "done">("idle");
  const repair = async () => {
    setState("busy");
    try {
      await workbook.recalculate();
      setState("done");
      book.refreshSoon();
    } catch (problem) {
      setState("idle");
      notices.add({ kind: "problem", problem });
    }
  };
  return (
    <Section title={messages.setup.repair}>
      <p className={layout.hint}>{messages.setup.repairText}</p>
      <div className={layout.row}>
        <Button size="small" disabledFocusable={state === "busy"} onClick={() => void repair()}>
          {state === "busy" ? messages.common.working : messages.setup.repair}
        </Button>
        {state === "done" && <ToneLine tone="good">{messages.setup.repaired}</ToneLine>}
      </div>
    </Section>
  );
}
