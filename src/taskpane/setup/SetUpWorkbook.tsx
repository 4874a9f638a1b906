import {
  Button,
  Field,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
} from "@fluentui/react-components";
import { useState } from "react";
import type { Lang } from "../../registers/register";
import { WorkbookProblem, type Book } from "../../workbook/book";
import { useLang, useMessages, usePane } from "../context";
import { languageName } from "../language";
import { useLayout } from "../ui/layout";
import { problemText } from "../ui/problemText";
import { useWrite } from "../ui/useWrite";

/** Makes the tables that are missing, in the language the user wants to see in the sheets. */
export function SetUpWorkbook({ book }: { book: Book }) {
  const layout = useLayout();
  const messages = useMessages();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const paneLang = useLang();
  const started = Object.keys(book.tables).length > 0;
  const [headings, setHeadings] = useState<Lang>(started ? book.settings.lang : paneLang);
  /** Sheets of ours are there by name already: ask before making others beside them. */
  const [taken, setTaken] = useState<WorkbookProblem | undefined>();
  const setUp = (onExisting: "refuse" | "otherName") =>
    write(async () => {
      setTaken(undefined);
      try {
        return await workbook.setUp(headings, onExisting);
      } catch (problem) {
        if (problem instanceof WorkbookProblem && problem.code === "sheetExists") setTaken(problem);
        throw problem;
      }
    });
  return (
    <div className={layout.card}>
      <h2 className={layout.heading}>{started ? messages.setup.complete : messages.setup.start}</h2>
      <p className={layout.text}>{started ? messages.setup.completeText : messages.setup.startText}</p>
      {!started && (
        <Field label={messages.setup.headings}>
          <Select
            className={layout.full}
            value={headings}
            onChange={(_, { value }) => setHeadings(value as Lang)}
          >
            <option value="zh-CN">{languageName("zh-CN")}</option>
            <option value="en">{languageName("en")}</option>
          </Select>
        </Field>
      )}
      {taken && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{problemText(taken, messages)}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" disabledFocusable={busy} onClick={() => void setUp("otherName")}>
              {messages.setup.otherName}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <div>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void setUp("refuse")}>
          {busy ? messages.common.working : started ? messages.setup.complete : messages.setup.startAction}
        </Button>
      </div>
    </div>
  );
}
