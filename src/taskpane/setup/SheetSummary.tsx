import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReadingAnswers, SheetSubject } from "../../registers/sheet/sheetReading";
import { useLang } from "../context";
import { useLayout } from "../ui/layout";
import { ToneLine } from "../ui/tone";
import { milestoneOf } from "./answerQuestion";
import { meaningName, milestoneName, registerOf } from "./meaningName";
import { keyNames } from "./questionText";
import { areaAddress, dataRows, rowsArea } from "./sheetPlaces";
import { nameOf, type ReadSheet, type SheetSetup } from "./sheetSetup";
import { usePointing } from "./usePointing";
import { useReadingTexts } from "./useReadingTexts";

const useStyles = makeStyles({
  said: { margin: 0, fontSize: "14px", lineHeight: "20px", overflowWrap: "anywhere" },
  pairs: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "0 8px",
    margin: 0,
    fontSize: "12px",
    lineHeight: "20px",
  },
  label: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  value: { margin: 0, overflowWrap: "anywhere" },
});

const subjects = ["orders", "inspections", "materials"] as const;

/** What was understood of a sheet, in a sentence; what its rows are and where its headings stand can be changed. */
export function SheetSummary(props: {
  setup: SheetSetup;
  sheet: ReadSheet;
  onSay: (sheet: string, said: ReadingAnswers) => void;
  /** The user wants to say where the headings are. */
  onPick: () => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useReadingTexts();
  const lang = useLang();
  const pointing = usePointing();
  const { sheet, setup } = props;
  const { reading, look, said } = sheet;
  const name = nameOf(sheet);
  const { table, subject, columns } = reading;
  const milestones = new Set(
    reading.layout === "milestones"
      ? reading.milestones.flatMap(({ milestone }) => milestone ?? [])
      : columns.flatMap(({ meaning }) => milestoneOf(meaning) ?? []),
  ).size;
  const alone = columns.filter(({ meaning }) => meaning === undefined).length;
  const area = rowsArea(reading);
  const sentence =
    reading.layout === "none"
      ? ""
      : texts.layout[reading.layout]({
          subject,
          key: keyNames(reading, texts, lang),
          rows: reading.layout === "milestones" ? reading.milestones.length : dataRows(reading).length,
          area: areaAddress(area),
          headingRows: (table?.headingRows ?? []).map((row) => row + 1),
        });
  const labels = reading.form.filter(({ meaning }) => meaning !== undefined);
  return (
    <div className={layout.card} {...pointing(name, areaAddress(area))}>
      <p className={styles.said} role="status">
        {texts.understood([
          ...(sentence === "" ? [] : [sentence]),
          ...(milestones > 0 && reading.layout !== "milestones" ? [texts.dated(milestones)] : []),
          texts.meant(columns.length - alone),
          ...(alone > 0 ? [texts.alone(alone)] : []),
        ])}
      </p>
      {look.sampled && <p className={layout.hint}>{texts.sampled(look.usedRows)}</p>}
      {look.isProtected && <ToneLine tone="warn">{texts.isProtected}</ToneLine>}
      {sheet.layouts[0] !== undefined && (
        <div className={layout.spread}>
          <ToneLine tone="good">{texts.remembered(sheet.layouts[0].name)}</ToneLine>
          <Button size="small" onClick={() => void setup.readAfresh()}>
            {texts.afresh}
          </Button>
        </div>
      )}
      {labels.length > 0 && reading.layout !== "none" && (
        <dl className={styles.pairs} aria-label={texts.above}>
          {labels.map(({ label, value, row, column, meaning }) => (
            <LabelLine
              key={`${row} ${column}`}
              label={label}
              value={String(value)}
              meaning={meaningName(meaning ?? "", subject, texts, lang)}
            />
          ))}
        </dl>
      )}
      {reading.layout === "milestones" && (
        <dl className={styles.pairs} aria-label={texts.down}>
          {reading.milestones.map(({ row, name: written, milestone }) => (
            <LabelLine
              key={row}
              label={written}
              value={
                milestone === undefined
                  ? texts.unknownDown
                  : (milestoneName(milestone, texts, lang) ?? milestone)
              }
            />
          ))}
        </dl>
      )}
      <Field label={texts.subject} size="small">
        <Select
          size="small"
          className={layout.full}
          value={subject}
          onChange={(_, { value }) => props.onSay(name, { ...said, subject: value as SheetSubject })}
        >
          {subject === "none" && <option value="none">{texts.subjects.none}</option>}
          {subjects
            .filter((each) => registerOf(each) !== undefined)
            .map((each) => (
              <option key={each} value={each}>
                {texts.subjects[each]}
              </option>
            ))}
        </Select>
      </Field>
      <div>
        <Button size="small" appearance="subtle" onClick={props.onPick}>
          {texts.pickHeadings}
        </Button>
      </div>
    </div>
  );
}

function LabelLine({ label, value, meaning }: { label: string; value: string; meaning?: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{meaning === undefined ? value : `${value} · ${meaning}`}</dd>
    </>
  );
}
