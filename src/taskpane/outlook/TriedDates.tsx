import { Button, Field, makeStyles, Select } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { useState } from "react";
import { useLang, useMessages } from "../context";
import { DateInput } from "../ui/DateInput";
import { shortDate, type DateValue } from "../ui/dates";
import { useLayout } from "../ui/layout";
import type { DateKind, TriedDate } from "./whatIfDraft";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: "4px", minWidth: 0 },
  words: { minWidth: 0, overflowWrap: "anywhere" },
});

const kinds: readonly DateKind[] = ["actual", "plan"];

/** Other dates for open milestones: chosen, tried, taken back. */
export function TriedDates(props: {
  /** Open milestones and the dates that they have now. */
  open: readonly { readonly milestone: string; readonly date: number | undefined }[];
  tried: readonly TriedDate[];
  label: (milestone: string) => string;
  asOf: number;
  onTry: (tried: TriedDate) => void;
  onRemove: (milestone: string) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const texts = useOutlookTexts();
  const lang = useLang();
  const [milestone, setMilestone] = useState("");
  const [day, setDay] = useState<DateValue>();
  const [as, setAs] = useState<DateKind>("actual");
  const { open, asOf } = props;
  const chosen = open.some((each) => each.milestone === milestone) ? milestone : "";
  return (
    <div className={layout.stack}>
      {props.tried.length > 0 && (
        <ul className={layout.plainList}>
          {props.tried.map((each) => (
            <li key={each.milestone} className={styles.line}>
              <span className={styles.words}>
                {texts.changedTo(props.label(each.milestone), shortDate(each.day, lang, asOf))}{" "}
                <span className={layout.hint}>({texts.asKinds[each.as]})</span>
              </span>
              <Button
                size="small"
                appearance="subtle"
                icon={<DismissRegular />}
                aria-label={texts.removeChange(props.label(each.milestone))}
                onClick={() => props.onRemove(each.milestone)}
              />
            </li>
          ))}
        </ul>
      )}
      <Field label={texts.milestone} size="small">
        <Select
          size="small"
          className={layout.full}
          value={chosen}
          onChange={(_, { value }) => {
            setMilestone(value);
            setDay(open.find((each) => each.milestone === value)?.date);
          }}
        >
          <option value="">{texts.chooseMilestone}</option>
          {open.map((each) => (
            <option key={each.milestone} value={each.milestone}>
              {props.label(each.milestone)}
            </option>
          ))}
        </Select>
      </Field>
      {chosen !== "" && (
        <>
          <div className={layout.pair}>
            <Field
              label={texts.newDate}
              size="small"
              validationMessage={typeof day === "string" ? messages.check.notDate() : undefined}
            >
              <DateInput
                size="small"
                near={asOf}
                value={day}
                aria-label={texts.newDateOf(props.label(chosen))}
                onDate={setDay}
              />
            </Field>
            <Field label={texts.as} size="small">
              <Select
                size="small"
                className={layout.full}
                value={as}
                onChange={(_, { value }) => setAs(value as DateKind)}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {texts.asKinds[kind]}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <p className={layout.hint}>{texts.asHint[as]}</p>
          <div>
            <Button
              size="small"
              disabled={typeof day !== "number"}
              onClick={() => {
                if (typeof day !== "number") return;
                props.onTry({ milestone: chosen, day, as });
                setMilestone("");
              }}
            >
              {texts.try}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
