import { useEffect, useState } from "react";
import { usePane } from "../context";
import { keptDraft, type InspectionDraft } from "./inspectionDraft";

/** Keeps a half-done inspection on this computer, for this workbook, until it is saved or given up. */
export function useInspectionDraft() {
  const { environment } = usePane();
  const { memory, workbookName } = environment;
  const name = `inspection:${workbookName}`;
  const [draft, setDraft] = useState<InspectionDraft | undefined>();
  const [kept, setKept] = useState(() => keptDraft(memory.read(name)));
  useEffect(() => {
    if (draft) memory.write(name, { draft, savedAt: Date.now() });
  }, [draft, memory, name]);
  return {
    draft,
    /** A draft from before this pane was opened, until the user decides about it. */
    kept: draft ? undefined : kept,
    change: setDraft,
    restore: () => {
      setDraft(kept?.draft);
      setKept(undefined);
    },
    forget: () => {
      memory.forget(name);
      setDraft(undefined);
      setKept(undefined);
    },
  };
}
