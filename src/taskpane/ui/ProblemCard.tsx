import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useMessages } from "../context";
import { problemText } from "./problemText";

/** Stands where the content would be when it could not be had. */
export function ProblemCard({ problem, retry }: { problem: unknown; retry?: () => void }) {
  const messages = useMessages();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{problemText(problem, messages)}</MessageBarBody>
      {retry && (
        <MessageBarActions>
          <Button size="small" onClick={retry}>
            {messages.common.retry}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
