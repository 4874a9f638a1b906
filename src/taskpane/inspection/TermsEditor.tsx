import { Button, Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { levels, type Level } from "../../domain/quality/codeLetter";
import { aqls, type Severity } from "../../domain/quality/samplingPlan";
import { fieldOf } from "../../registers/registers";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import type { SamplingTerms } from "./inspectionDraft";

/** AQLs that garment buyers use; the tables' others are odd here, and a longer list is slower to choose from. */
const garmentAqls = aqls.filter((aql) => aql >= 0.4 && aql <= 10);

const severities: readonly Severity[] = ["normal", "tightened", "reduced"];
const standards = fieldOf("inspections", "standard")?.choices?.map(({ en }) => en) ?? ["ISO"];

/** How the lot is sampled: one line, and the choices behind it. */
export function TermsEditor({
  terms,
  onChange,
}: {
  terms: SamplingTerms;
  onChange: (terms: SamplingTerms) => void;
}) {
  const layout = useLayout();
  const messages = useMessages();
  const [open, setOpen] = useState(false);
  const choice = <T extends string | number>(
    label: string,
    value: T,
    options: readonly T[],
    choose: (chosen: T) => void,
    name: (option: T) => string = String,
  ) => (
    <Field label={label} size="small">
      <Select
        size="small"
        className={layout.full}
        value={String(value)}
        onChange={(_, data) => {
          const chosen = options.find((option) => String(option) === data.value);
          if (chosen !== undefined) choose(chosen);
        }}
      >
        {options.map((option) => (
          <option key={option} value={String(option)}>
            {name(option)}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <div className={layout.stack}>
      <div className={layout.spread}>
        <span className={layout.text}>
          {messages.inspection.termsSummary(
            terms.level,
            String(terms.majorAql),
            String(terms.minorAql),
            messages.inspection.severities[terms.severity],
            terms.standard,
          )}
        </span>
        <Button size="small" appearance="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? messages.common.close : messages.common.change}
        </Button>
      </div>
      {open && (
        <div className={layout.card}>
          <div className={layout.pair}>
            {choice<Level>(messages.inspection.level, terms.level, levels, (level) =>
              onChange({ ...terms, level }),
            )}
            {choice(messages.inspection.standard, terms.standard, standards, (standard) =>
              onChange({ ...terms, standard }),
            )}
            {choice(messages.inspection.majorAql, terms.majorAql, garmentAqls, (majorAql) =>
              onChange({ ...terms, majorAql }),
            )}
            {choice(messages.inspection.minorAql, terms.minorAql, garmentAqls, (minorAql) =>
              onChange({ ...terms, minorAql }),
            )}
            {choice(
              messages.inspection.severity,
              terms.severity,
              severities,
              (severity) => onChange({ ...terms, severity }),
              (severity) => messages.inspection.severities[severity],
            )}
          </div>
        </div>
      )}
    </div>
  );
}
