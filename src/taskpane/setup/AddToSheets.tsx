import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { Lang, RegisterId } from "../../registers/register";
import { riskFieldIds } from "../../registers/riskFieldIds";
import type { Book } from "../../workbook/book";
import { languageName } from "../language";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { addable, addedTo, headingsOf } from "./addedFields";
import { ColumnTicks } from "./ColumnTicks";
import type { ReadSheet } from "./sheetSetup";
import { useReadingTexts } from "./useReadingTexts";

/** Columns that the user may have added: none unless ticked. */
export function AddToSheets(props: {
  sheet: ReadSheet;
  register: RegisterId;
  book: Book;
  lang: Lang;
  /** Undefined where the workbook has a language for headings already. */
  onLang: ((lang: Lang) => void) | undefined;
  ticked: ReadonlySet<string>;
  onTicked: (ticked: ReadonlySet<string>) => void;
  /** Undefined where it cannot become an Excel table. */
  makeTable: boolean | undefined;
  onMakeTable: (make: boolean) => void;
}) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useReadingTexts();
  const [typedOpen, setTypedOpen] = useState(false);
  const { sheet, register, book, lang, ticked, onTicked } = props;
  const { reading } = sheet;
  const fields = addable(register, reading);
  const formulas = fields.filter(({ type }) => type === "formula");
  const typed = fields.filter(({ type }) => type !== "formula");
  const risk = addedTo(reading, register, new Set([...ticked, ...riskFieldIds]), book.tables, lang).filter(
    (id) => (riskFieldIds as readonly string[]).includes(id),
  );
  const ticks = (list: typeof fields) => (
    <ColumnTicks
      register={register}
      fields={list}
      own={{ table: "", headings: headingsOf(reading) }}
      others={book.tables}
      lang={lang}
      ticked={ticked}
      onChange={onTicked}
    />
  );
  if (fields.length === 0 && props.makeTable === undefined) return null;
  return (
    <Section title={texts.add.title}>
      <p className={layout.hint}>{reading.layout === "milestones" ? texts.add.textDown : texts.add.text}</p>
      <div className={layout.row}>
        <Button size="small" disabledFocusable={ticked.size === 0} onClick={() => onTicked(new Set())}>
          {texts.add.nothing}
        </Button>
        {risk.length > 0 && (
          <Button size="small" onClick={() => onTicked(new Set([...ticked, ...risk]))}>
            {texts.add.risk}
          </Button>
        )}
      </div>
      <div>{ticks(formulas)}</div>
      {typed.length > 0 && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={typedOpen}
            onClick={() => setTypedOpen(!typedOpen)}
          >
            {texts.add.typed(typed.length)}
          </Button>
          {typedOpen && ticks(typed)}
        </div>
      )}
      <p className={layout.hint} role="status">
        {texts.add.ticked(addedTo(reading, register, ticked, book.tables, lang).length)}
      </p>
      {props.onLang && ticked.size > 0 && (
        <Field label={messages.setup.words} size="small">
          <Select
            size="small"
            className={layout.full}
            value={lang}
            onChange={(_, { value }) => props.onLang?.(value as Lang)}
          >
            <option value="zh-CN">{languageName("zh-CN")}</option>
            <option value="en">{languageName("en")}</option>
          </Select>
        </Field>
      )}
      {props.makeTable !== undefined && (
        <Checkbox
          label={
            <>
              {texts.add.makeTable}
              <span className={layout.hint} style={{ display: "block" }}>
                {texts.add.makeTableText}
              </span>
            </>
          }
          checked={props.makeTable}
          onChange={(_, { checked }) => props.onMakeTable(checked === true)}
        />
      )}
    </Section>
  );
}
