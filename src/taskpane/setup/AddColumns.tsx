import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { registers } from "../../registers/registers";
import type { Book, RegisterTable } from "../../workbook/book";
import { useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { useWrite } from "../ui/useWrite";
import { ColumnTicks } from "./ColumnTicks";

/** Columns that a table of ours could have and has not; formulas first, because they show what the add-in is for. */
export function AddColumns({ table, book: { tables, settings } }: { table: RegisterTable; book: Book }) {
  const layout = useLayout();
  const messages = useMessages();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const lacking = registers[table.register].fields.filter(({ id }) => !(id in table.headings));
  if (lacking.length === 0) return null;
  const sorted = [...lacking].sort((a, b) => Number(b.type === "formula") - Number(a.type === "formula"));
  const add = async () => {
    if (await write(() => workbook.addColumns(table.register, [...ticked]))) {
      setTicked(new Set());
      setOpen(false);
    }
  };
  return (
    <div className={layout.stack}>
      <div>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {messages.setup.addColumnsTo(messages.setup.registers[table.register])}
        </Button>
      </div>
      {open && (
        <div className={layout.card}>
          <p className={layout.hint}>{messages.setup.addColumnsText}</p>
          <ColumnTicks
            register={table.register}
            fields={sorted}
            own={table}
            others={tables}
            lang={settings.lang}
            ticked={ticked}
            onChange={setTicked}
          />
          <div>
            <Button
              appearance="primary"
              size="small"
              disabledFocusable={busy || ticked.size === 0}
              onClick={() => void add()}
            >
              {busy ? messages.common.working : messages.setup.addTicked}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
