import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { orderTemplates, type OrderTemplate } from "../../registers/templates";
import type { Book } from "../../workbook/book";
import { usePane } from "../context";
import { valuesOf } from "../orders";
import { useLayout } from "../ui/layout";
import { useWrite } from "../ui/useWrite";
import { builtInTasks, templateWord } from "./learnRequest";
import { useLearningTexts } from "./useLearningTexts";

/** A built-in template as rows of the workbook, to be edited there. */
export function CopyTemplate({ book, copies }: { book: Book; copies: ReadonlySet<string> }) {
  const layout = useLayout();
  const texts = useLearningTexts();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [name, setName] = useState<OrderTemplate>("knit");
  const [factory, setFactory] = useState("");
  const [agreed, setAgreed] = useState("");
  const template = templateWord(book, name);
  const key = [template, factory].filter(Boolean).join("|").toLowerCase();
  const exists = copies.has(key);
  const allowed = !exists || agreed === key;
  return (
    <div className={layout.card}>
      <h3 className={layout.heading}>{texts.copyTitle}</h3>
      <p className={layout.hint}>{texts.copyText}</p>
      <div className={layout.pair}>
        <Field label={texts.template}>
          <Select
            className={layout.full}
            value={name}
            onChange={(_, { value }) => setName(value as OrderTemplate)}
          >
            {orderTemplates.map((one) => (
              <option key={one} value={one}>
                {templateWord(book, one)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.factory}>
          <Select className={layout.full} value={factory} onChange={(_, { value }) => setFactory(value)}>
            <option value="">{texts.allFactories}</option>
            {valuesOf(book, "factory").map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      {exists && (
        <Checkbox
          label={texts.replaceText(texts.proposal(template, factory))}
          checked={agreed === key}
          onChange={(_, { checked }) => setAgreed(checked === true ? key : "")}
        />
      )}
      <div>
        <Button
          size="small"
          disabledFocusable={busy || !allowed}
          onClick={() =>
            void write(() =>
              workbook.saveTemplates(
                [{ template, factory, tasks: builtInTasks(name, book.settings.lang) }],
                exists ? [key] : [],
              ),
            )
          }
        >
          {texts.copy}
        </Button>
      </div>
    </div>
  );
}
