import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { useMessages, usePane } from "../context";
import type { Notice } from "../notices";
import { problemText } from "../ui/problemText";
import { receiptText } from "../ui/receiptText";
import { ToneIcon, useToneFills, type Tone } from "../ui/tone";
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
  bar: {
    flexShrink: 0,
    display: "flex",
    alignItems: "center",
    gap: "8px",
    padding: "4px 4px 4px 8px",
    borderRadius: "6px",
    fontSize: "13px",
    lineHeight: "18px",
  },
  icon: { flexShrink: 0, fontSize: "16px", lineHeight: 0 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  button: { flexShrink: 0, minWidth: "auto" },
});

const tones: Readonly<Record<Notice["kind"], Tone>> = { written: "good", undone: "calm", problem: "bad" };

function NoticeBar({ notice }: { notice: Notice }) {
  const styles = useStyles();
  const fills = useToneFills();
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
  const tone = tones[notice.kind];
  return (
    <div className={mergeClasses(styles.bar, fills[tone])}>
      <span className={styles.icon}>
        <ToneIcon tone={tone} />
      </span>
      <span className={styles.words}>{text}</span>
      {notice.kind === "written" && (
        <Button
          className={styles.button}
          size="small"
          disabled={notice.undo === "busy"}
          onClick={() => void undo(notice)}
        >
          {notice.undo === "busy" ? messages.common.undoing : messages.common.undo}
        </Button>
      )}
      <Button
        className={styles.button}
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={messages.notice.dismiss}
        onClick={() => notices.dismiss(notice.number)}
      />
    </div>
  );
}

/** Tells what was written, with a way back, and what went wrong. Read out by screen readers as it comes. */
export function NoticeList() {
  const styles = useStyles();
  const messages = useMessages();
  const notices = useStore(usePane().notices);
  const [all, setAll] = useState(false);
  const earlier = notices.length - 1;
  const shown = all ? notices : notices.slice(-1);
  return (
    <div className={styles.root} role="status" aria-live="polite" aria-label={messages.notice.region}>
      {earlier > 0 && (
        <Button size="small" appearance="transparent" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? messages.notice.onlyLast : messages.notice.earlier(earlier)}
        </Button>
      )}
      {shown.map((notice) => (
        <NoticeBar key={notice.number} notice={notice} />
      ))}
    </div>
  );
}
