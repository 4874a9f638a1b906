import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { BookIssue } from "../../workbook/book";
import { useMessages, usePane } from "../context";
import { Section } from "../ui/Section";
import { useLayout } from "../ui/layout";
import { useWrite } from "../ui/useWrite";

/** What is amiss with the workbook, each with the ways to mend it. */
export function IssueList({
  issues,
  onFind,
}: {
  issues: readonly BookIssue[];
  /** Reads a sheet anew whose table cannot be found. */
  onFind: (sheet: string) => void;
}) {
  const layout = useLayout();
  const messages = useMessages();
  const { workbook, notices } = usePane();
  const { busy, write } = useWrite();
  const show = ({ params }: BookIssue) => {
    workbook
      .goToCell(String(params.sheet), String(params.address))
      .catch((problem: unknown) => notices.add({ kind: "problem", problem }));
  };
  return (
    <Section title={messages.setup.issues}>
      <div className={layout.stack}>
        {issues.map((issue) => (
          <MessageBar
            key={`${issue.code} ${issue.register ?? ""} ${JSON.stringify(issue.params)}`}
            intent="warning"
            layout="multiline"
          >
            <MessageBarBody>
              {issue.register && `${messages.setup.registers[issue.register]}: `}
              {messages.issue[issue.code](issue.params)}
            </MessageBarBody>
            {issue.mends.length > 0 && (
              <MessageBarActions>
                {issue.mends.map((mend) => (
                  <Button
                    key={mend}
                    size="small"
                    disabledFocusable={busy}
                    onClick={() => {
                      if (mend === "findAgain") onFind(String(issue.params.sheet));
                      else if (mend === "showRow") show(issue);
                      else void write(() => workbook.mend(issue, mend));
                    }}
                  >
                    {messages.mend[mend]}
                  </Button>
                ))}
              </MessageBarActions>
            )}
          </MessageBar>
        ))}
      </div>
    </Section>
  );
}
