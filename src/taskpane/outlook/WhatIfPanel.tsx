import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons/svg/arrow-reset";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useBook, useLang } from "../context";
import type { OrderView } from "../orders";
import { DateInput } from "../ui/DateInput";
import { shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { NumberInput } from "../ui/NumberInput";
import { Section } from "../ui/Section";
import { CompareTable } from "./CompareTable";
import { TriedDates } from "./TriedDates";
import {
  daysGained,
  nothingTried,
  sewingFactors,
  sewingTask,
  whatIfOf,
  withDate,
  withoutDate,
  type Sewing,
  type WhatIfDraft,
} from "./whatIfDraft";
import { WriteBack, type WritableDate } from "./WriteBack";
import { useOutlookTexts } from "./useOutlookTexts";

/** Changes to try on the order. What they would do stands beside how it is; writing is a step of its own. */
export function WhatIfPanel(props: {
  order: OrderView;
  now: OrderOutlook;
  /** With the change; undefined while it is worked out, or where nothing is changed. */
  then: OrderOutlook | undefined;
  draft: WhatIfDraft;
  onDraft: (draft: WhatIfDraft) => void;
  label: (milestone: string) => string;
}) {
  const layout = useLayout();
  const texts = useOutlookTexts();
  const lang = useLang();
  const book = useBook();
  const { order, now, then, draft, onDraft, label } = props;
  const { asOf } = book.settings;
  const headings = book.tables.orders?.headings ?? {};
  const open = now.milestones.filter((each) => each.open && each.tracked);
  const sews = now.milestones.some((each) => each.milestone === sewingTask && each.open);
  const changed = whatIfOf(draft, order.due) !== undefined;
  const set = (part: Partial<WhatIfDraft>) => onDraft({ ...draft, ...part });
  const date = (day: number) => shortDate(day, lang, asOf);
  const gained = daysGained(draft);

  const missing = draft.dates.filter(({ milestone }) => !headings[`${milestone}.plan`]);
  const writable: WritableDate[] = draft.dates
    .filter((each) => !missing.includes(each))
    .map(({ milestone, day }) => ({
      field: `${milestone}.plan`,
      day,
      text: texts.writePlan(label(milestone), date(day)),
    }));
  if (draft.due !== undefined && headings.due) {
    writable.push({ field: "due", day: draft.due, text: texts.writeDue(date(draft.due)) });
  }
  const onWritten = (field: string) =>
    onDraft(
      field === "due" ? { ...draft, due: undefined } : withoutDate(draft, field.replace(/\.plan$/, "")),
    );

  return (
    <Section
      title={texts.whatIf}
      aside={
        changed && (
          <Button size="small" icon={<ArrowResetRegular />} onClick={() => onDraft(nothingTried)}>
            {texts.reset}
          </Button>
        )
      }
    >
      <p className={layout.hint}>{texts.whatIfText}</p>
      <div className={layout.card}>
        <TriedDates
          open={open.map(({ milestone, plan, forecast }) => ({ milestone, date: forecast ?? plan }))}
          tried={draft.dates}
          label={label}
          asOf={asOf}
          onTry={(tried) => onDraft(withDate(draft, tried))}
          onRemove={(milestone) => onDraft(withoutDate(draft, milestone))}
        />
        <Field label={texts.sewing} size="small" hint={sews ? texts.sewingHint : texts.sewingDone}>
          <Select
            size="small"
            className={layout.full}
            disabled={!sews}
            value={draft.sewing}
            onChange={(_, { value }) => set({ sewing: value as Sewing })}
          >
            {(Object.keys(sewingFactors) as Sewing[]).map((each) => (
              <option key={each} value={each}>
                {texts.sewingKinds[each]}
              </option>
            ))}
          </Select>
        </Field>
        {order.due !== undefined && (
          <>
            <Checkbox
              label={texts.air}
              checked={draft.air}
              onChange={(_, { checked }) => set({ air: checked === true })}
            />
            {draft.air && (
              <Field label={texts.airDays} size="small" hint={texts.airHint(gained)}>
                <NumberInput
                  size="small"
                  value={draft.airDays}
                  onNumber={(airDays) => set({ airDays: Number.isNaN(airDays) ? undefined : airDays })}
                />
              </Field>
            )}
          </>
        )}
        <Field
          label={texts.newDue}
          size="small"
          {...(draft.due === undefined &&
            order.due !== undefined && { hint: `${texts.due} ${date(order.due)}` })}
        >
          <DateInput
            size="small"
            near={order.due ?? asOf}
            value={draft.due}
            onDate={(due) => set({ due: typeof due === "number" ? due : undefined })}
          />
        </Field>
      </div>
      {changed && (
        <div className={layout.card}>
          <CompareTable now={now} then={then} asOf={asOf} gained={gained} />
          {missing.map(({ milestone }) => (
            <p key={milestone} className={layout.hint}>
              {texts.noColumn(label(milestone))}
            </p>
          ))}
          {writable.length > 0 ? (
            <WriteBack order={order} dates={writable} onWritten={onWritten} />
          ) : (
            missing.length === 0 && <p className={layout.hint}>{texts.onlyTried}</p>
          )}
        </div>
      )}
    </Section>
  );
}
