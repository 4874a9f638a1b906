import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { LinkDismissRegular } from "@fluentui/react-icons/svg/link-dismiss";
import { registerIds, standingRegisterIds } from "../../registers/registers";
import type { Book, RegisterPlace, RegisterTable } from "../../workbook/book";
import { useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { useWrite } from "../ui/useWrite";
import { AddColumns } from "./AddColumns";
import { useReadingTexts } from "./useReadingTexts";

const useStyles = makeStyles({
  place: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "8px",
    alignItems: "center",
    paddingLeft: "22px",
  },
  link: {
    minHeight: "24px",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorBrandForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    textAlign: "left",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { textDecoration: "underline" },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

/** Which sheets hold what, with the way to each, and to do without one. */
export function UsedSheets({ book, onAdd }: { book: Book; onAdd: () => void }) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useReadingTexts();
  const shown = registerIds.filter((id) => standingRegisterIds.includes(id) || book.tables[id]);
  return (
    <Section title={messages.setup.ready}>
      <ul className={layout.list}>
        {shown.map((id) => {
          const table = book.tables[id];
          return (
            <li key={id}>
              <ToneLine tone={table ? "good" : "calm"}>
                {messages.setup.registers[id]}
                {!table && ` · ${messages.setup.missing}`}
              </ToneLine>
              {table?.places.map((place) => (
                <Place key={`${place.sheet} ${place.table ?? ""}`} table={table} place={place} />
              ))}
            </li>
          );
        })}
      </ul>
      {standingRegisterIds.map((id) => {
        const table = book.tables[id];
        return table && <AddColumns key={id} table={table} book={book} />;
      })}
      <div>
        <Button size="small" onClick={onAdd}>
          {texts.used.add}
        </Button>
      </div>
    </Section>
  );
}

function Place({ table: { register, rows, places }, place }: { table: RegisterTable; place: RegisterPlace }) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useReadingTexts();
  const { workbook, notices } = usePane();
  const { busy, write } = useWrite();
  const { sheet, address, table } = place;
  const count = places.length === 1 ? rows.length : rows.filter((row) => row.sheet === sheet).length;
  return (
    <div className={styles.place}>
      <span style={{ minWidth: 0 }}>
        <button
          type="button"
          className={styles.link}
          aria-label={texts.used.show(`${sheet}!${address}`)}
          onClick={() =>
            void workbook
              .goToCell(sheet, address)
              .catch((problem: unknown) => notices.add({ kind: "problem", problem }))
          }
        >
          {sheet}!{address}
        </button>
        <span className={layout.hint} style={{ display: "block" }}>
          {texts.used.rows(count)} · {table === undefined ? texts.used.asSheet : texts.used.asTable(table)}
        </span>
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<LinkDismissRegular />}
        aria-label={texts.used.forget(sheet)}
        title={`${texts.used.forget(sheet)}. ${texts.used.forgetText}`}
        disabledFocusable={busy}
        onClick={() => void write(() => workbook.forgetSheet(register, sheet))}
      />
    </div>
  );
}
