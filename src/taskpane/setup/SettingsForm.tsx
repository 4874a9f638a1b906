import { Button, Field, Select, makeStyles } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons/svg/add";
import { DeleteRegular } from "@fluentui/react-icons/svg/delete";
import { useState } from "react";
import { calendarName, CALENDAR_NAMES, type CalendarName } from "../../domain/calendar/calendarName";
import type { Closure, ClosureKind } from "../../domain/calendar/closures";
import type { CellValue } from "../../registers/register";
import type { BookSettings, SettingsChange } from "../../workbook/book";
import { useMessages, usePane } from "../context";
import { DateInput } from "../ui/DateInput";
import { dateOf, toInput, type DateValue } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { useWrite } from "../ui/useWrite";
import { closuresOf, closureWord } from "../ui/workCalendar";

const useStyles = makeStyles({
  closure: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr) auto",
    gap: "4px 8px",
    alignItems: "center",
    padding: "2px 0",
  },
});

const kinds: readonly ClosureKind[] = ["off", "work", "year"];

interface Entry {
  readonly number: number;
  readonly date: DateValue;
  readonly kind: ClosureKind;
}

function knownCalendar(name: string): CalendarName | undefined {
  try {
    return calendarName(name);
  } catch {
    return undefined;
  }
}

const entriesOf = (closures: readonly Closure[]): readonly Entry[] =>
  closures.map(({ date, kind }, number) => ({ number, date, kind }));

/** The workbook's own date, calendar and closures: cells that every formula reads. */
export function SettingsForm({ settings }: { settings: BookSettings }) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [isToday, setIsToday] = useState(settings.asOfIsToday);
  const [asOf, setAsOf] = useState<DateValue>(settings.asOf || undefined);
  const [calendar, setCalendar] = useState<string>(knownCalendar(settings.calendar) ?? settings.calendar);
  const [closures, setClosures] = useState(() => entriesOf(closuresOf(settings)));
  const rows = (entries: readonly Entry[]): CellValue[][] =>
    entries
      .filter((entry) => dateOf(entry.date) !== undefined)
      .sort((a, b) => Number(a.date) - Number(b.date))
      .map(({ date, kind }) => [date ?? "", closureWord(kind, settings.lang)]);
  const before = entriesOf(closuresOf(settings));
  const change: SettingsChange = {
    ...(isToday !== settings.asOfIsToday || (!isToday && asOf !== settings.asOf)
      ? { asOf: isToday ? ("today" as const) : dateOf(asOf) }
      : {}),
    ...(calendar !== (knownCalendar(settings.calendar) ?? settings.calendar) ? { calendar } : {}),
    ...(JSON.stringify(rows(closures)) !== JSON.stringify(rows(before)) ? { closures: rows(closures) } : {}),
  };
  const unread =
    closures.some(({ date }) => typeof date === "string") || (!isToday && dateOf(asOf) === undefined);
  const changed = !unread && Object.values(change).some((part) => part !== undefined);
  const edit = (number: number, part: Partial<Entry>) =>
    setClosures(closures.map((entry) => (entry.number === number ? { ...entry, ...part } : entry)));
  return (
    <Section title={messages.setup.settings}>
      <Field label={messages.setup.asOf}>
        <Select
          className={layout.full}
          value={isToday ? "today" : "fixed"}
          onChange={(_, { value }) => setIsToday(value === "today")}
        >
          <option value="today">{messages.setup.asOfToday}</option>
          <option value="fixed">{messages.setup.asOfFixed}</option>
        </Select>
      </Field>
      {!isToday && (
        <Field
          label={messages.setup.asOfDate}
          validationMessage={dateOf(asOf) === undefined ? messages.check.notDate() : undefined}
        >
          <DateInput near={settings.asOf} value={asOf} onDate={setAsOf} />
        </Field>
      )}
      <Field label={messages.setup.calendar}>
        <Select className={layout.full} value={calendar} onChange={(_, { value }) => setCalendar(value)}>
          {knownCalendar(calendar) === undefined && <option value={calendar}>{calendar}</option>}
          {CALENDAR_NAMES.map((name) => (
            <option key={name} value={name}>
              {name} · {messages.setup.calendars[name]}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset className={layout.fieldset}>
        <legend className={layout.legend}>{messages.setup.closures}</legend>
        {closures.length === 0 && <p className={layout.hint}>{messages.setup.noClosures}</p>}
        {closures.map(({ number, date, kind }, index) => (
          <div key={number} className={styles.closure}>
            <DateInput
              size="small"
              aria-label={`${messages.setup.closureDate} ${index + 1}`}
              near={settings.asOf}
              value={date}
              onDate={(next) => edit(number, { date: next })}
            />
            <Select
              size="small"
              className={layout.full}
              aria-label={`${messages.setup.closureKind} ${index + 1}`}
              value={kind}
              onChange={(_, { value }) => edit(number, { kind: value as ClosureKind })}
            >
              {kinds.map((each) => (
                <option key={each} value={each}>
                  {messages.setup.closureKinds[each]}
                </option>
              ))}
            </Select>
            <Button
              size="small"
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={messages.setup.removeClosure(toInput(dateOf(date)) || String(index + 1))}
              onClick={() => setClosures(closures.filter((entry) => entry.number !== number))}
            />
          </div>
        ))}
      </fieldset>
      <div className={layout.row}>
        <Button
          size="small"
          icon={<AddRegular />}
          onClick={() =>
            setClosures([
              ...closures,
              {
                number: Math.max(-1, ...closures.map((entry) => entry.number)) + 1,
                date: undefined,
                kind: "off",
              },
            ])
          }
        >
          {messages.setup.addClosure}
        </Button>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={busy || !changed}
          onClick={() => void write(() => workbook.saveSettings(change))}
        >
          {busy ? messages.common.working : messages.setup.saveSettings}
        </Button>
      </div>
    </Section>
  );
}
