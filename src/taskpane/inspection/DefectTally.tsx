import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { SubtractRegular } from "@fluentui/react-icons/svg/subtract";
import { useState, type Ref } from "react";
import { defects, findDefect, searchDefects, type Defect, type Zone } from "../../domain/quality/defects";
import type { DefectClass } from "../../domain/quality/verdict";
import { word } from "../../registers/register";
import { useBook, useLang, useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { SearchField } from "../ui/SearchField";
import { Section } from "../ui/Section";
import { useToneFills, type Tone } from "../ui/tone";
import { addDefect, classOf, type InspectionDraft } from "./inspectionDraft";
import { usualDefects } from "./usualDefects";

const useStyles = makeStyles({
  tap: {
    display: "grid",
    gridTemplateColumns: "36px minmax(0, 1fr) auto 20px",
    gap: "8px",
    alignItems: "center",
    width: "100%",
    minHeight: "36px",
    padding: "4px 8px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  code: { fontSize: "12px", color: tokens.colorNeutralForeground3, fontVariantNumeric: "tabular-nums" },
  name: { minWidth: 0, overflowWrap: "anywhere" },
  count: { fontWeight: 600, textAlign: "right", fontVariantNumeric: "tabular-nums" },
  badge: {
    padding: "0 6px",
    borderRadius: "10px",
    fontSize: "12px",
    lineHeight: "18px",
    whiteSpace: "nowrap",
  },
  entry: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto auto",
    gap: "8px",
    alignItems: "center",
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: "13px",
    lineHeight: "18px",
  },
  steps: { display: "flex", alignItems: "center", gap: "4px" },
  number: { minWidth: "24px", textAlign: "center", fontWeight: 600, fontVariantNumeric: "tabular-nums" },
  zones: { display: "flex", gap: "4px" },
});

const tones: Readonly<Record<DefectClass, Tone>> = { critical: "bad", major: "warn", minor: "calm" };

/** As many as fit on a screen beside the search. */
const usual = 8;

export function DefectTally(props: {
  draft: InspectionDraft;
  onChange: (next: InspectionDraft) => void;
  search: Ref<HTMLInputElement>;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const fills = useToneFills();
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const { draft, onChange, search } = props;
  const [text, setText] = useState("");
  const [all, setAll] = useState(false);
  const shown: readonly Defect[] = text.trim()
    ? searchDefects(text)
    : all
      ? defects
      : usualDefects(book, usual);

  const badge = (defectClass: DefectClass) => (
    <span className={mergeClasses(styles.badge, fills[tones[defectClass]])}>
      {messages.inspection.classes[defectClass]}
    </span>
  );
  const zoneButton = (zone: Zone, label: string) => (
    <Button
      size="small"
      appearance={draft.zone === zone ? "primary" : "secondary"}
      aria-pressed={draft.zone === zone}
      onClick={() => onChange({ ...draft, zone })}
    >
      {label}
    </Button>
  );
  return (
    <>
      <Section title={messages.inspection.tally}>
        {draft.tally.length === 0 ? (
          <p className={layout.hint}>{messages.inspection.tallyEmpty}</p>
        ) : (
          <ul className={layout.plainList}>
            {draft.tally.map((entry) => {
              const defect = findDefect(entry.code);
              const name = defect ? word(defect.name, lang) : entry.code;
              const step = (by: 1 | -1) => () => onChange(addDefect(draft, entry.code, entry.zone, by));
              return (
                <li key={`${entry.code} ${entry.zone}`} className={styles.entry}>
                  <span className={styles.name}>
                    <span className={styles.code}>
                      {entry.code} {entry.zone}
                    </span>{" "}
                    {name}
                  </span>
                  {badge(classOf(entry))}
                  <span className={styles.steps}>
                    <Button
                      size="small"
                      icon={<SubtractRegular />}
                      aria-label={messages.inspection.removeDefect(name)}
                      onClick={step(-1)}
                    />
                    <span className={styles.number}>{entry.count}</span>
                    <Button
                      size="small"
                      icon={<AddRegular />}
                      aria-label={messages.inspection.addDefect(name)}
                      onClick={step(1)}
                    />
                  </span>
                </li>
              );
            })}
          </ul>
        )}
      </Section>
      <Section
        title={messages.inspection.defects}
        aside={
          <span className={styles.zones} role="group" aria-label={messages.inspection.zone}>
            {zoneButton("A", messages.inspection.zoneA)}
            {zoneButton("B", messages.inspection.zoneB)}
          </span>
        }
      >
        <SearchField
          ref={search}
          aria-label={messages.inspection.defectSearch}
          placeholder={messages.inspection.defectSearchPlaceholder}
          value={text}
          onText={setText}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key !== "Enter") return;
            // Enter in a form would save it.
            event.preventDefault();
            if (!first || !text.trim()) return;
            onChange(addDefect(draft, first.code, draft.zone, 1));
            // Enter again counts one more; what is typed next looks for another.
            event.currentTarget.select();
          }}
        />
        {shown.length === 0 && <p className={layout.hint}>{messages.inspection.noDefect}</p>}
        <ul className={layout.plainList}>
          {shown.map((defect) => {
            const name = word(defect.name, lang);
            const count = draft.tally
              .filter(({ code }) => code === defect.code)
              .reduce((sum, entry) => sum + entry.count, 0);
            return (
              <li key={defect.code}>
                <button
                  type="button"
                  className={styles.tap}
                  title={messages.inspection.addDefect(name)}
                  onClick={() => onChange(addDefect(draft, defect.code, draft.zone, 1))}
                >
                  <span className={styles.code}>{defect.code}</span>
                  <span className={styles.name}>{name}</span>
                  {badge(defect.classIn[draft.zone])}
                  <span className={styles.count}>{count > 0 ? count : ""}</span>
                </button>
              </li>
            );
          })}
        </ul>
        {!text.trim() && (
          <div>
            <Button size="small" onClick={() => setAll(!all)}>
              {all ? messages.inspection.fewerDefects : messages.inspection.allDefects(defects.length)}
            </Button>
          </div>
        )}
      </Section>
    </>
  );
}
