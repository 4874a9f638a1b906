import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useMessages, usePane } from "../context";
import type { Notice } from "../notices";
import { problemText } from "../ui/problemText";
import { receiptText } from "../ui/receiptText";
import { useStore } from "../useStore";

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    maxHeight: "40%",
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "4px 8px 8px",
    // Nothing to tell: nothing to be in the way.
    ":empty": { display: "none" },
  },
});

function NoticeBar({ notice }: { notice: Notice }) {
  const messages = useMessages();
  const { notices, workbook, book } = usePane();
  const undo = async (written: Extract<Notice, { kind: "written" }>) => {
    notices.change(notice.number, { ...written, undo: "busy" });
    try {
      await workbook.undo(written.receipt);
      notices.change(notice.number, { kind: "undone", receipt: written.receipt });
    } catch (problem) {
      notices.change(notice.number, { kind: "problem", problem });
    }
    book.refreshSoon();
  };
  const text =
    notice.kind === "problem"
      ? problemText(notice.problem, messages)
      : notice.kind === "undone"
        ? messages.notice.undone(receiptText(notice.receipt, messages))
        : receiptText(notice.receipt, messages);
  return (
    <MessageBar
      layout="multiline"
      intent={notice.kind === "problem" ? "error" : notice.kind === "undone" ? "info" : "success"}
    >
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={messages.notice.dismiss}
            onClick={() => notices.dismiss(notice.number)}
          />
        }
      >
        {notice.kind === "written" && (
          <Button size="small" disabled={notice.undo === "busy"} onClick={() => void undo(notice)}>
            {notice.undo === "busy" ? messages.common.undoing : messages.common.undo}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

/** Tells what was written, with a way back, and what went wrong. Read out by screen readers as it comes. */
export function NoticeList() {
  const styles = useStyles();
  const messages = useMessages();
  const notices = useStore(usePane().notices);
  return (
    <div className={styles.root} role="status" aria-live="polite" aria-label={messages.notice.region}>
      {notices.map((notice) => (
        <NoticeBar key={notice.number} notice={notice} />
      ))}
    </div>
  );
}
