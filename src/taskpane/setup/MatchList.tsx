import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Match } from "../../registers/recognise";
import type { CellValue, Register } from "../../registers/register";
import { useLang, useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { ToneLine, type Tone } from "../ui/tone";
import { confidenceOf, headingOf, type Choices, type Confidence } from "./adoption";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    gap: "0 8px",
    alignItems: "center",
    padding: "6px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  heading: { fontWeight: 600, overflowWrap: "anywhere" },
  samples: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", display: "block" },
  sure: { fontSize: "12px" },
});

const tones: Readonly<Record<Confidence, Tone>> = { sure: "good", likely: "soon", unsure: "warn" };

function examples(samples: readonly CellValue[]): string {
  return [...new Set(samples.map((value) => String(value).trim()).filter(Boolean))].slice(0, 3).join(", ");
}

/** Each column of the user's table with what it is taken for, to be corrected. */
export function MatchList(props: {
  matches: readonly Match[];
  choices: Choices;
  register: Register;
  twice: ReadonlySet<string>;
  onChange: (choices: Choices) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const { choices, register } = props;
  return (
    <ul className={layout.plainList}>
      {props.matches.map((match) => {
        const fieldId = choices[match.column];
        const corrected = fieldId !== match.fieldId;
        const confidence = corrected ? undefined : fieldId && confidenceOf(match);
        const samples = examples(match.samples);
        return (
          <li key={match.column} className={styles.item}>
            <span style={{ minWidth: 0 }}>
              <span className={styles.heading}>{match.heading}</span>
              {samples && (
                <span className={`${layout.hint} ${styles.samples}`}>
                  {messages.setup.samples} {samples}
                </span>
              )}
            </span>
            <span style={{ minWidth: 0 }}>
              <Select
                size="small"
                className={layout.full}
                aria-label={messages.setup.matchFor(match.heading)}
                aria-invalid={fieldId !== undefined && props.twice.has(fieldId)}
                value={fieldId ?? ""}
                onChange={(_, { value }) =>
                  props.onChange({ ...choices, [match.column]: value || undefined })
                }
              >
                <option value="">{messages.setup.notUsed}</option>
                {register.fields.map((field) => (
                  <option key={field.id} value={field.id}>
                    {headingOf(field, lang)}
                  </option>
                ))}
              </Select>
              {confidence && (
                <span className={styles.sure}>
                  <ToneLine tone={tones[confidence]}>{messages.setup[confidence]}</ToneLine>
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
