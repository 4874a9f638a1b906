import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { ArrowResetRegular } from "@fluentui/react-icons/svg/arrow-reset";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useBook, useLang, useMessages } from "../context";
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
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const { order, now, then, draft, onDraft, label } = props;
  const { outlook } = messages;
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
      text: outlook.writePlan(label(milestone), date(day)),
    }));
  if (draft.due !== undefined && headings.due) {
    writable.push({ field: "due", day: draft.due, text: outlook.writeDue(date(draft.due)) });
  }
  const onWritten = (field: string) =>
    onDraft(
      field === "due" ? { ...draft, due: undefined } : withoutDate(draft, field.replace(/\.plan$/, "")),
    );

  return (
    <Section
      title={outlook.whatIf}
      aside={
        changed && (
          <Button size="small" icon={<ArrowResetRegular />} onClick={() => onDraft(nothingTried)}>
            {outlook.reset}
          </Button>
        )
      }
    >
      <p className={layout.hint}>{outlook.whatIfText}</p>
      <div className={layout.card}>
        <TriedDates
          open={open.map(({ milestone, plan, forecast }) => ({ milestone, date: forecast ?? plan }))}
          tried={draft.dates}
          label={label}
          asOf={asOf}
          onTry={(tried) => onDraft(withDate(draft, tried))}
          onRemove={(milestone) => onDraft(withoutDate(draft, milestone))}
        />
        <Field label={outlook.sewing} size="small" hint={sews ? outlook.sewingHint : outlook.sewingDone}>
          <Select
            size="small"
            className={layout.full}
            disabled={!sews}
            value={draft.sewing}
            onChange={(_, { value }) => set({ sewing: value as Sewing })}
          >
            {(Object.keys(sewingFactors) as Sewing[]).map((each) => (
              <option key={each} value={each}>
                {outlook.sewingKinds[each]}
              </option>
            ))}
          </Select>
        </Field>
        {order.due !== undefined && (
          <>
            <Checkbox
              label={outlook.air}
              checked={draft.air}
              onChange={(_, { checked }) => set({ air: checked === true })}
            />
            {draft.air && (
              <Field label={outlook.airDays} size="small" hint={outlook.airHint(gained)}>
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
          label={outlook.newDue}
          size="small"
          {...(draft.due === undefined &&
            order.due !== undefined && { hint: `${outlook.due} ${date(order.due)}` })}
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
              {outlook.noColumn(label(milestone))}
            </p>
          ))}
          {writable.length > 0 ? (
            <WriteBack order={order} dates={writable} onWritten={onWritten} />
          ) : (
            missing.length === 0 && <p className={layout.hint}>{outlook.onlyTried}</p>
          )}
        </div>
      )}
    </Section>
  );
}
