import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { useBook, useLang, usePane } from "../context";
import type { OrderView } from "../orders";
import { dateOf, shortDate, textOf } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { useWrite } from "../ui/useWrite";
import { useOutlookTexts } from "./useOutlookTexts";

/** A date that was tried and can be written into the order's row. */
export interface WritableDate {
  /** `T09.plan` or `due`. */
  readonly field: string;
  readonly day: number;
  /** What the button says. */
  readonly text: string;
}

/** Writes a tried date into the sheet. A date that stands there is replaced only when the user agrees to that very one. */
export function WriteBack(props: {
  order: OrderView;
  dates: readonly WritableDate[];
  onWritten: (field: string) => void;
}) {
  const layout = useLayout();
  const texts = useOutlookTexts();
  const lang = useLang();
  const book = useBook();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [asking, setAsking] = useState<string | undefined>();
  const { fields } = props.order.row;
  const { asOf } = book.settings;
  const said = (field: string) => {
    const day = dateOf(fields[field]);
    return day === undefined ? textOf(fields[field]) : shortDate(day, lang, asOf);
  };
  const save = async ({ field, day }: WritableDate, agreed: boolean) => {
    setAsking(undefined);
    const written = await write(() =>
      workbook.updateRow("orders", props.order.key, { [field]: day }, fields, agreed ? [field] : []),
    );
    if (written) props.onWritten(field);
  };
  return props.dates
    .filter(({ field, day }) => dateOf(fields[field]) !== day)
    .map((date) =>
      asking === date.field ? (
        <MessageBar key={date.field} intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{texts.replace(said(date.field), shortDate(date.day, lang, asOf))}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" appearance="primary" onClick={() => void save(date, true)}>
              {texts.replaceIt}
            </Button>
            <Button size="small" onClick={() => setAsking(undefined)}>
              {texts.keepIt}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : (
        <div key={date.field} className={layout.row}>
          <Button
            disabledFocusable={busy}
            onClick={() => (said(date.field) === "" ? void save(date, false) : setAsking(date.field))}
          >
            {date.text}
          </Button>
        </div>
      ),
    );
}
