import { Button, makeStyles, Switch, tokens } from "@fluentui/react-components";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { useState } from "react";
import { useBook, useLang, useMessages, usePane } from "../context";
import { milestonesOf, ordersOf, type OrderView } from "../orders";
import { word, type Fields } from "../../registers/register";
import type { ScreenProps } from "../shell/App";
import { BookGate } from "../ui/BookGate";
import { DateInput } from "../ui/DateInput";
import { dateOf, shortDate } from "../ui/dates";
import { EmptyState } from "../ui/EmptyState";
import { useLayout } from "../ui/layout";
import { OrderHeader } from "../ui/OrderHeader";
import { OrderPicker } from "../ui/OrderPicker";
import { ToneLine } from "../ui/tone";
import { UnsavedQuestion } from "../ui/UnsavedQuestion";
import { useSelectedOrder } from "../ui/useSelectedOrder";
import { useVisit } from "../ui/useVisit";
import { useWrite } from "../ui/useWrite";
import { milestoneStatus, statusTones } from "./milestoneStatus";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 132px) auto",
    gap: "2px 8px",
    alignItems: "center",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  changed: { boxShadow: `-4px 0 0 ${tokens.colorBrandStroke1}` },
  name: { fontWeight: 600, overflowWrap: "anywhere" },
});

/** Dates that the user has set and not saved, by milestone id; undefined empties the cell. */
type Changes = Readonly<Record<string, number | undefined>>;

interface Work {
  readonly key: string;
  readonly changes: Changes;
}

function MilestoneDates({ visit }: ScreenProps) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [work, setWork] = useState<Work | undefined>();
  const [wanted, setWanted] = useState<OrderView | undefined>();
  const [openOnly, setOpenOnly] = useState(false);
  const asOf = book.settings.asOf;
  const orders = ordersOf(book);
  const order = work && orders.find(({ key }) => key === work.key);
  const columns = milestonesOf(book.tables.orders).filter(
    ({ id }) => book.tables.orders?.headings[`${id}.actual`],
  );
  const unsaved = work !== undefined && Object.keys(work.changes).length > 0;

  const pick = (next: OrderView) => {
    if (unsaved && next.key !== work.key) setWanted(next);
    else if (next.key !== work?.key) setWork({ key: next.key, changes: {} });
  };
  const { take, missed } = useSelectedOrder(pick);
  useVisit(visit, ({ orderKey, fromSelection }) => {
    const asked = orders.find(({ key }) => key === orderKey);
    if (asked) pick(asked);
    else if (fromSelection) void take();
  });

  if (columns.length === 0) {
    return <EmptyState icon={<CalendarCheckmarkRegular />} title={messages.milestones.nothing} />;
  }
  if (!order) {
    return (
      <div className={layout.screen}>
        <h1 className={layout.title}>{messages.milestones.title}</h1>
        <p className={layout.text}>{missed ? messages.pick.noneSelected : messages.milestones.intro}</p>
        <OrderPicker onPick={pick} />
      </div>
    );
  }

  const fields = order.row.fields;
  const change = (id: string, date: number | undefined) => {
    const others = Object.fromEntries(Object.entries(work.changes).filter(([each]) => each !== id));
    const written = dateOf(fields[`${id}.actual`]);
    setWork({ ...work, changes: date === written ? others : { ...others, [id]: date } });
  };
  const save = async () => {
    const changes: Fields = Object.fromEntries(
      Object.entries(work.changes).map(([id, date]) => [`${id}.actual`, date ?? ""]),
    );
    // Each date was set by hand here, with the old one in sight.
    const saved = await write(() =>
      workbook.updateRow("orders", order.key, changes, fields, Object.keys(changes)),
    );
    if (saved) setWork({ key: order.key, changes: {} });
  };
  const shown = openOnly
    ? columns.filter(({ id }) => dateOf(fields[`${id}.actual`]) === undefined || id in work.changes)
    : columns;
  const changed = Object.keys(work.changes).length;
  return (
    <div className={layout.screen}>
      <h1 className={layout.title}>{messages.milestones.title}</h1>
      {wanted && (
        <UnsavedQuestion
          text={messages.order.unsaved(order.name)}
          keep={() => setWanted(undefined)}
          discard={() => {
            setWork({ key: wanted.key, changes: {} });
            setWanted(undefined);
          }}
        />
      )}
      {missed && <p className={layout.text}>{messages.pick.noneSelected}</p>}
      <OrderHeader
        order={order}
        asOf={asOf}
        onChange={() => !unsaved && setWork(undefined)}
        changeDisabled={unsaved}
      />
      <Switch
        label={messages.milestones.openOnly}
        checked={openOnly}
        onChange={(_, { checked }) => setOpenOnly(checked)}
      />
      {shown.length === 0 && <ToneLine tone="good">{messages.milestones.allDone}</ToneLine>}
      <ul className={layout.plainList}>
        {shown.map((milestone) => {
          const { id } = milestone;
          const name = word(milestone.name, lang);
          const plan = dateOf(fields[`${id}.plan`]);
          const isChanged = id in work.changes;
          const actual = isChanged ? work.changes[id] : dateOf(fields[`${id}.actual`]);
          const status = milestoneStatus(plan, actual, asOf);
          return (
            <li key={id} className={isChanged ? `${styles.item} ${styles.changed}` : styles.item}>
              <span>
                <span className={styles.name}>{name}</span>
                <span className={layout.hint} style={{ display: "block" }}>
                  {plan === undefined
                    ? messages.milestones.noPlan
                    : `${messages.milestones.planned} ${shortDate(plan, lang, asOf)}`}
                </span>
                <span className={layout.hint}>
                  <ToneLine tone={statusTones[status]}>
                    {messages.status[status]}
                    {plan !== undefined && (actual ?? asOf) > plan
                      ? ` · ${messages.when.late((actual ?? asOf) - plan)}`
                      : ""}
                  </ToneLine>
                </span>
              </span>
              <DateInput
                size="small"
                value={actual}
                aria-label={messages.milestones.actualOf(name)}
                onDate={(date) => change(id, date)}
              />
              <Button
                size="small"
                disabled={actual === asOf}
                aria-label={messages.milestones.doneTodayFor(name)}
                onClick={() => change(id, asOf)}
              >
                {messages.milestones.doneToday}
              </Button>
            </li>
          );
        })}
      </ul>
      {changed > 0 && (
        <div className={layout.foot}>
          <div className={layout.row}>
            <Button appearance="primary" disabledFocusable={busy} onClick={() => void save()}>
              {busy ? messages.common.working : messages.milestones.save(changed)}
            </Button>
            <Button onClick={() => setWork({ key: order.key, changes: {} })}>{messages.order.discard}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

export default function MilestoneScreen(props: ScreenProps) {
  return (
    <BookGate>
      <MilestoneDates {...props} />
    </BookGate>
  );
}
