import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { useState } from "react";
import { columnLetters } from "../../registers/columnLetters";
import type { ColumnReading } from "../../registers/sheet/sheetReading";
import { useLang } from "../context";
import { useLayout } from "../ui/layout";
import { ToneLine, type Tone } from "../ui/tone";
import { certaintyOf, readingNotes, samplesOf, whyNotes, type Certainty } from "./columnNotes";
import { MeaningSelect } from "./MeaningSelect";
import { meaningName } from "./meaningName";
import type { ReadSheet } from "./sheetSetup";
import { useReadingTexts } from "./useReadingTexts";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "4px", minWidth: 0 },
  first: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) auto",
    gap: "8px",
    alignItems: "start",
  },
  heading: { fontWeight: 600, overflowWrap: "anywhere", whiteSpace: "pre-line" },
  letters: { color: tokens.colorNeutralForeground3, fontWeight: 400 },
  meaning: { display: "flex", flexWrap: "wrap", gap: "0 8px", alignItems: "center", minWidth: 0 },
  samples: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", display: "block" },
  small: { fontSize: "12px" },
  chips: { display: "flex", flexWrap: "wrap", gap: "4px", alignItems: "center" },
  chip: { minWidth: 0, maxWidth: "100%", overflowWrap: "anywhere", fontWeight: 400 },
});

const tones: Readonly<Record<Certainty, Tone>> = { sure: "good", look: "warn", said: "good" };

/** A column with what it is taken for; another meaning is one tap away. */
export function ColumnItem(props: {
  sheet: ReadSheet;
  column: ColumnReading;
  onMeaning: (column: number, meaning: string) => void;
  onFillDown: (column: number, filled: boolean) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useReadingTexts();
  const lang = useLang();
  const { sheet, column } = props;
  const { reading } = sheet;
  const [editing, setEditing] = useState(false);
  const letters = columnLetters(column.column);
  const heading = column.heading.trim() === "" ? texts.columns.unnamed(letters) : column.heading;
  const certainty = certaintyOf(column);
  const samples = samplesOf(column);
  const doubtful = certainty === "look";
  const nameOf = (meaning: string) => meaningName(meaning, reading.subject, texts, lang);
  const about = column.about === undefined ? undefined : texts.about[column.about];
  const give = (meaning: string) => {
    setEditing(false);
    props.onMeaning(column.column, meaning);
  };
  const notes = readingNotes(column, sheet.look.grid, texts);
  const why = doubtful || editing ? whyNotes(column, reading, texts, lang) : [];
  return (
    <div className={styles.root}>
      <div className={styles.first}>
        <span className={styles.heading}>
          {heading} {column.heading.trim() !== "" && <span className={styles.letters}>{letters}</span>}
        </span>
        <Button
          size="small"
          appearance="subtle"
          icon={<EditRegular />}
          aria-expanded={editing}
          aria-label={texts.columns.change(heading)}
          title={texts.columns.change(heading)}
          onClick={() => setEditing(!editing)}
        />
      </div>
      <div className={styles.meaning}>
        <span>
          {column.meaning === undefined
            ? about === undefined
              ? texts.columns.leftAlone
              : `${texts.columns.leftAlone} · ${about}`
            : nameOf(column.meaning)}
        </span>
        {certainty && (
          <span className={styles.small}>
            <ToneLine tone={tones[certainty]}>{texts.columns[certainty]}</ToneLine>
          </span>
        )}
      </div>
      {samples.length > 0 && (
        <span className={mergeClasses(layout.hint, styles.samples)} title={samples.join(" · ")}>
          {samples.join(" · ")}
        </span>
      )}
      {notes.length > 0 && <span className={layout.hint}>{notes.join(" · ")}</span>}
      {why.length > 0 && <span className={layout.hint}>{why.join(" · ")}</span>}
      {(doubtful || editing) && column.alternatives.length > 0 && (
        <div className={styles.chips}>
          <span className={layout.hint}>{texts.columns.instead}</span>
          {column.alternatives.map(({ meaning }) => (
            <Button key={meaning} size="small" className={styles.chip} onClick={() => give(meaning)}>
              {nameOf(meaning)}
            </Button>
          ))}
        </div>
      )}
      {editing && (
        <MeaningSelect
          reading={reading}
          label={texts.columns.meaningOf(heading)}
          value={column.meaning ?? ""}
          first={texts.columns.leftAlone}
          onChoose={give}
        />
      )}
      {editing && column.meaning !== undefined && (
        <Checkbox
          label={texts.columns.fillDown}
          checked={column.fillDown}
          onChange={(_, { checked }) => props.onFillDown(column.column, checked === true)}
        />
      )}
    </div>
  );
}
