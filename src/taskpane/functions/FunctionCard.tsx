import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRightRegular } from "@fluentui/react-icons/svg/chevron-right";
import { Fragment, useId, useState } from "react";
import { useLang, useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { useWrite } from "../ui/useWrite";
import type { FunctionHelp } from "./functionHelp";

const useStyles = makeStyles({
  head: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    gap: "0 4px",
    width: "100%",
    padding: "8px 4px",
    border: "none",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  arrow: { lineHeight: 0, paddingTop: "2px" },
  id: { fontWeight: 600, fontFamily: tokens.fontFamilyMonospace },
  purpose: { gridColumn: "2", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "0 4px 12px 24px",
    fontSize: "13px",
    lineHeight: "18px",
  },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "12px",
    overflowWrap: "anywhere",
    padding: "4px 6px",
    borderRadius: "4px",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  terms: { margin: 0, display: "flex", flexDirection: "column", gap: "4px", "& dd": { margin: 0 } },
  name: { fontFamily: tokens.fontFamilyMonospace, fontSize: "12px", fontWeight: 600 },
  // A date or a number broken over two lines reads as two.
  result: { display: "inline-block", maxWidth: "100%", overflowWrap: "anywhere" },
  label: { fontWeight: 600 },
});

/** A formula that breaks where a person would break it: behind commas and brackets, never within a number. */
function Formula({ text, className }: { text: string; className: string }) {
  return (
    <code className={className}>
      {(text.match(/[^,;({&]*[,;({&]?/g) ?? []).map((part, index) => (
        <Fragment key={index}>
          {index > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}

export function FunctionCard({ help }: { help: FunctionHelp }) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const words = useLang() === "zh-CN" ? "zh" : "en";
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [open, setOpen] = useState(false);
  const id = useId();
  const text = help[words];
  const [example] = help.examples;
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.arrow}>
          {open ? <ChevronDownRegular aria-hidden /> : <ChevronRightRegular aria-hidden />}
        </span>
        <span className={styles.id}>{help.id}</span>
        <span className={styles.purpose}>{text.description}</span>
      </button>
      {open && (
        <div id={id} className={styles.body}>
          <Formula className={styles.code} text={help.signature} />
          <div className={layout.stack}>
            <span className={styles.label}>{messages.functions.arguments}</span>
            <dl className={styles.terms}>
              {help.parameters.map((parameter) => (
                <div key={parameter.name}>
                  <dt className={styles.name}>
                    {parameter.name}
                    {parameter.optional && <span className={layout.hint}>{messages.functions.optional}</span>}
                  </dt>
                  <dd>{parameter[words]}</dd>
                </div>
              ))}
            </dl>
          </div>
          <div className={layout.stack}>
            <span className={styles.label}>{messages.functions.example}</span>
            {help.examples.map(({ formula, result }) => (
              <span key={formula}>
                <Formula className={styles.code} text={formula} /> {messages.functions.gives}{" "}
                <strong className={styles.result}>{result}</strong>
              </span>
            ))}
          </div>
          <p className={layout.hint}>{messages.functions.errors(text.errors)}</p>
          {example && (
            <div>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={busy}
                onClick={() => void write(() => workbook.insertFormula(example.formula))}
              >
                {messages.functions.insert}
              </Button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
