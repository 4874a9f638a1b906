import { Button, makeStyles, Textarea, ToggleButton } from "@fluentui/react-components";
import { CheckmarkRegular } from "@fluentui/react-icons/svg/checkmark";
import { CopyRegular } from "@fluentui/react-icons/svg/copy";
import { useRef, useState } from "react";
import type { Lang } from "../../registers/register";
import { useLayout } from "../ui/layout";
import { ToneLine } from "../ui/tone";
import { copyText } from "./copyText";
import { useChaseTexts } from "./useChaseTexts";

const useStyles = makeStyles({
  field: { width: "100%", minWidth: 0 },
  language: { minWidth: "auto" },
});

/** Lines of text that are seen at once; the rest is scrolled. */
const mostRows = 18;

const languages = ["zh-CN", "en"] as const;

/** A message to be read, changed and copied. What the user has changed stays as it is until it is to be written anew. */
export function MessageEditor(props: {
  /** Whom it is for. */
  who: string;
  lang: Lang;
  onLang: (lang: Lang) => void;
  written: string;
  edited: string | undefined;
  /** Undefined: write it anew. */
  onEdit: (text: string | undefined) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useChaseTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ text: string; done: boolean }>();
  const text = props.edited ?? props.written;
  const now = copied?.text === text ? copied : undefined;
  const copy = async () => {
    const done = await copyText(text, field.current);
    if (!done) field.current?.select();
    setCopied({ text, done });
  };
  return (
    <div className={layout.stack}>
      <div className={layout.row} role="group" aria-label={texts.messageLanguage}>
        {languages.map((lang) => (
          <ToggleButton
            key={lang}
            size="small"
            className={styles.language}
            checked={props.lang === lang}
            onClick={() => props.onLang(lang)}
          >
            {texts.languages[lang === "en" ? "en" : "zh"]}
          </ToggleButton>
        ))}
      </div>
      {props.written === "" && props.edited === undefined ? (
        <p className={layout.text}>{texts.empty}</p>
      ) : (
        <>
          <Textarea
            ref={field}
            className={styles.field}
            resize="vertical"
            aria-label={texts.messageFor(props.who)}
            lang={props.lang}
            rows={Math.min(mostRows, text.split("\n").length + 1)}
            textarea={{ style: { maxHeight: "none" } }}
            value={text}
            onChange={(_, { value }) => props.onEdit(value)}
          />
          {props.edited !== undefined && <p className={layout.hint}>{texts.edited}</p>}
          <div className={layout.row}>
            <Button
              appearance="primary"
              icon={now?.done ? <CheckmarkRegular /> : <CopyRegular />}
              onClick={() => void copy()}
            >
              {now?.done ? texts.copied : texts.copy}
            </Button>
            {props.edited !== undefined && (
              <Button onClick={() => props.onEdit(undefined)}>{texts.again}</Button>
            )}
          </div>
          <span role="status">{now && !now.done && <ToneLine tone="warn">{texts.copyFailed}</ToneLine>}</span>
        </>
      )}
    </div>
  );
}
