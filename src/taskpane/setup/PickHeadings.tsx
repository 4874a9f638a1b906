import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { problemText } from "../ui/problemText";
import { ToneLine } from "../ui/tone";
import type { SheetSetup } from "./sheetSetup";
import { useReadingTexts } from "./useReadingTexts";

/** Says where the headings are by selecting them on the sheet. */
export function PickHeadings(props: {
  setup: SheetSetup;
  sheet: string;
  /** Rows from 0. */
  onPicked: (rows: readonly number[]) => void;
  onCancel?: () => void;
}) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useReadingTexts();
  const [trouble, setTrouble] = useState<string>();
  const pick = async () => {
    try {
      const rows = await props.setup.selectedRows(props.sheet);
      setTrouble(rows ? undefined : texts.notPicked(props.sheet));
      if (rows) props.onPicked(rows);
    } catch (problem) {
      setTrouble(problemText(problem, messages));
    }
  };
  return (
    <div className={layout.stack}>
      <p className={layout.hint}>{texts.pickText}</p>
      <div className={layout.row}>
        <Button size="small" onClick={() => void pick()}>
          {texts.picked}
        </Button>
        {props.onCancel && (
          <Button size="small" appearance="subtle" onClick={props.onCancel}>
            {messages.common.cancel}
          </Button>
        )}
      </div>
      {trouble !== undefined && <ToneLine tone="warn">{trouble}</ToneLine>}
    </div>
  );
}
