import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useMessages } from "../context";

/** Asked before something typed would be replaced by something else. */
export function UnsavedQuestion(props: {
  text: string;
  keep: () => void;
  discard: () => void;
  discardLabel?: string;
}) {
  const messages = useMessages();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{props.text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" appearance="primary" onClick={props.keep}>
          {messages.order.keepEditing}
        </Button>
        <Button size="small" onClick={props.discard}>
          {props.discardLabel ?? messages.order.discardAndOpen}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
