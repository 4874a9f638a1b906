import { useRef, useState } from "react";
import type { Receipt } from "../../workbook/book";
import { usePane } from "../context";

/**
 * Runs one write at a time: a second tap while the first is under way does nothing. What was written is announced with an
 * offer to take it back; what went wrong is announced with what to do. The promise tells whether it was written.
 */
export function useWrite(): { busy: boolean; write: (action: () => Promise<Receipt>) => Promise<boolean> } {
  const { notices, book } = usePane();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const write = async (action: () => Promise<Receipt>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const receipt = await action();
      notices.add({ kind: "written", receipt, undo: "offered" });
      return true;
    } catch (problem) {
      notices.add({ kind: "problem", problem });
      return false;
    } finally {
      running.current = false;
      setBusy(false);
      // Also after a failure: the board must show what the workbook holds now.
      book.refreshSoon();
    }
  };
  return { busy, write };
}
