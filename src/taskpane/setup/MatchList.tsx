import { makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import type { Match } from "../../registers/recognise";
import type { CellValue, Field, Register } from "../../registers/register";
import { useLang, useMessages } from "../context";
import { dateOf, toInput } from "../ui/dates";
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

/** Dates are numbers in a cell; shown as numbers nobody would know them. */
function examples(samples: readonly CellValue[], field: Field | undefined): string {
  const shown = samples.map((value) =>
    field?.type === "date" && typeof value === "number" ? toInput(dateOf(value)) : String(value).trim(),
  );
  return [...new Set(shown.filter(Boolean))].slice(0, 3).join(", ");
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
        const field = register.fields.find(({ id }) => id === fieldId);
        const samples = examples(match.samples, field);
        return (
          <li key={match.column} className={styles.item}>
            <span style={{ minWidth: 0 }}>
              <span className={styles.heading}>{match.heading}</span>
              {samples && (
                <span className={mergeClasses(layout.hint, styles.samples)}>
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
