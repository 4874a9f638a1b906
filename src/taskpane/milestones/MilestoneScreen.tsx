import { Button, Checkbox, makeStyles, mergeClasses, Switch, tokens } from "@fluentui/react-components";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { useState } from "react";
import { useBook, useLang, useMessages, usePane } from "../context";
import { milestonesOf, ordersOf, type OrderView } from "../orders";
import { word, type Fields } from "../../registers/register";
import type { ScreenProps } from "../navigation";
import { BookGate } from "../ui/BookGate";
import { DateInput } from "../ui/DateInput";
import { dateOf, shortDate, textOf, type DateValue } from "../ui/dates";
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
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    padding: "8px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  line: { display: "flex", gap: "8px", alignItems: "center", justifyContent: "space-between", minWidth: 0 },
  changed: { boxShadow: `-4px 0 0 ${tokens.colorBrandStroke1}` },
  name: { fontWeight: 600, overflowWrap: "anywhere" },
  status: { fontSize: "12px", lineHeight: "20px", flexShrink: 0 },
  set: { display: "flex", gap: "4px", width: "200px" },
  today: { flexShrink: 0, minWidth: "56px" },
  wrong: { fontSize: "12px" },
});

/** Dates that the user has set and not saved, by milestone id; undefined empties the cell. */
type Changes = Readonly<Record<string, DateValue>>;

interface Work {
  readonly key: string;
  readonly changes: Changes;
}

const rememberedOpenOnly = "milestonesOpenOnly";

const colourOf = ({ name, row }: OrderView) => textOf(row.fields.colour) || name;

const goodsOf = ({ row: { fields } }: OrderView) =>
  [fields.po, fields.style].map((part) => textOf(part).toLowerCase()).join("|");

function MilestoneDates({ visit }: ScreenProps) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const { workbook, environment } = usePane();
  const { memory } = environment;
  const { busy, write } = useWrite();
  const [work, setWork] = useState<Work | undefined>();
  const [wanted, setWanted] = useState<OrderView | undefined>();
  // Whoever comes here has a date to enter, as a rule for what is still open.
  const [openOnly, setOpenOnly] = useState(() => memory.read(rememberedOpenOnly) !== false);
  const [forAll, setForAll] = useState(false);
  const asOf = book.settings.asOf;
  const orders = ordersOf(book);
  const order = work && orders.find(({ key }) => key === work.key);
  const columns = milestonesOf(book.tables.orders).filter(
    ({ id }) => book.tables.orders?.headings[`${id}.actual`],
  );
  const unsaved = work !== undefined && Object.keys(work.changes).length > 0;

  const pick = (next: OrderView) => {
    if (unsaved && next.key !== work.key) setWanted(next);
    else if (next.key !== work?.key) {
      setForAll(false);
      setWork({ key: next.key, changes: {} });
    }
  };
  const { take, missed } = useSelectedOrder(pick);
  useVisit(visit, ({ orderKey, fromSelection }) => {
    const asked = orders.find(({ key }) => key === orderKey);
    if (asked) pick(asked);
    else if (fromSelection) void take();
  });

  if (columns.length === 0) {
    return <EmptyState alone icon={<CalendarCheckmarkRegular />} title={messages.milestones.nothing} />;
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
  const change = (id: string, date: DateValue) => {
    const others = Object.fromEntries(Object.entries(work.changes).filter(([each]) => each !== id));
    const written = dateOf(fields[`${id}.actual`]);
    setWork({ ...work, changes: date === written ? others : { ...others, [id]: date } });
  };
  const others = orders.filter((each) => each !== order && goodsOf(each) === goodsOf(order));
  /** What another colour has in a cell stays: it is not in sight here. */
  const hasOwn = (other: OrderView, id: string) => textOf(other.row.fields[`${id}.actual`]) !== "";
  const dates = Object.entries(work.changes);
  const alike = (forAll ? others : []).flatMap((other) => {
    const added = dates.filter(([id, date]) => typeof date === "number" && !hasOwn(other, id));
    const changes: Fields = Object.fromEntries(added.map(([id, date]) => [`${id}.actual`, date ?? ""]));
    return added.length > 0 ? [{ key: other.key, changes, seen: other.row.fields }] : [];
  });
  const save = async () => {
    const changes: Fields = Object.fromEntries(dates.map(([id, date]) => [`${id}.actual`, date ?? ""]));
    // Each date was set by hand here, with the old one in sight.
    const own = { key: order.key, changes, seen: fields, agreed: Object.keys(changes) };
    if (await write(() => workbook.updateRows("orders", [own, ...alike]))) {
      setWork({ key: order.key, changes: {} });
    }
  };
  const shown = openOnly
    ? columns.filter(({ id }) => dateOf(fields[`${id}.actual`]) === undefined || id in work.changes)
    : columns;
  const changed = Object.keys(work.changes).length;
  const named = (colours: readonly string[]) => colours.join(lang === "zh-CN" ? "、" : ", ");
  const keptBy = (id: string) => others.filter((other) => hasOwn(other, id)).map(colourOf);
  const unread = Object.values(work.changes).some((date) => typeof date === "string");
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
      <div className={layout.row}>
        {others.length > 0 && (
          <Checkbox
            label={messages.milestones.forAll(named(others.map(colourOf)))}
            checked={forAll}
            onChange={(_, { checked }) => setForAll(checked === true)}
          />
        )}
        <Switch
          label={messages.milestones.openOnly}
          checked={openOnly}
          onChange={(_, { checked }) => {
            memory.write(rememberedOpenOnly, checked);
            setOpenOnly(checked);
          }}
        />
      </div>
      {shown.length === 0 && <ToneLine tone="good">{messages.milestones.allDone}</ToneLine>}
      <ul className={layout.plainList}>
        {shown.map((milestone) => {
          const { id } = milestone;
          const name = word(milestone.name, lang);
          const plan = dateOf(fields[`${id}.plan`]);
          const isChanged = id in work.changes;
          const actual = isChanged ? work.changes[id] : dateOf(fields[`${id}.actual`]);
          const done = dateOf(actual);
          const status = milestoneStatus(plan, done, asOf);
          return (
            <li key={id} className={mergeClasses(styles.item, isChanged && styles.changed)}>
              <span className={styles.line}>
                <span className={styles.name}>{name}</span>
                <span className={styles.status}>
                  <ToneLine tone={statusTones[status]}>
                    {messages.status[status]}
                    {plan !== undefined && (done ?? asOf) > plan
                      ? ` · ${messages.when.late((done ?? asOf) - plan)}`
                      : ""}
                  </ToneLine>
                </span>
              </span>
              <span className={styles.line}>
                <span className={layout.hint}>
                  {plan === undefined
                    ? messages.milestones.noPlan
                    : `${messages.milestones.planned} ${shortDate(plan, lang, asOf)}`}
                </span>
                <span className={styles.set}>
                  <DateInput
                    size="small"
                    near={asOf}
                    value={actual}
                    aria-label={messages.milestones.actualOf(name)}
                    onDate={(date) => change(id, date)}
                  />
                  {/* A date that stands in the sheet is changed by typing, not by a slip of the finger. */}
                  {(isChanged || actual === undefined) && (
                    <Button
                      size="small"
                      className={styles.today}
                      disabledFocusable={actual === asOf}
                      aria-label={messages.milestones.doneTodayFor(name)}
                      onClick={() => change(id, asOf)}
                    >
                      {messages.milestones.doneToday}
                    </Button>
                  )}
                </span>
              </span>
              {forAll && isChanged && keptBy(id).length > 0 && (
                <span className={layout.hint}>
                  {messages.milestones.kept(named(keptBy(id)), keptBy(id).length)}
                </span>
              )}
              {typeof actual === "string" && (
                <span className={styles.wrong}>
                  <ToneLine tone="bad">{messages.check.notDate()}</ToneLine>
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {changed > 0 && (
        <div className={layout.foot}>
          <div className={layout.row}>
            <Button appearance="primary" disabledFocusable={busy || unread} onClick={() => void save()}>
              {busy ? messages.common.working : messages.milestones.save(changed, alike.length + 1)}
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
