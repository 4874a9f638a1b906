import {
  Button,
  Field,
  Input,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
} from "@fluentui/react-components";
import { useState } from "react";
import { check } from "../../registers/check";
import { orders as register } from "../../registers/orders";
import { rowKey } from "../../registers/rowKey";
import { useBook, useLang, useMessages, usePane } from "../context";
import { milestonesOf, ordersOf, valuesOf, type OrderView } from "../orders";
import type { ScreenProps } from "../navigation";
import { BookGate } from "../ui/BookGate";
import { checkText } from "../ui/checkText";
import { DateInput } from "../ui/DateInput";
import { useLayout } from "../ui/layout";
import { NumberInput } from "../ui/NumberInput";
import { Section } from "../ui/Section";
import { Suggest } from "../ui/Suggest";
import { ToneLine } from "../ui/tone";
import { UnsavedQuestion } from "../ui/UnsavedQuestion";
import { useSelectedOrder } from "../ui/useSelectedOrder";
import { useVisit } from "../ui/useVisit";
import { useWrite } from "../ui/useWrite";
import {
  changesOf,
  draftOf,
  emptyOrder,
  nextOrder,
  onTopOf,
  rowsOf,
  type OrderDraft,
  type TextField,
} from "./orderDraft";
import { planOf } from "./planOf";
import { PlanEditor } from "./PlanEditor";
import { QuantitySection } from "./QuantitySection";
import { useKeptOrder } from "./useKeptOrder";

/** What is in the form, and what it started from. */
interface Work {
  /** Undefined for a new order. */
  readonly order: OrderView | undefined;
  readonly start: OrderDraft;
  readonly draft: OrderDraft;
  /** Saving was tried: show every problem from now on. */
  readonly tried: boolean;
}

const fresh = (start: OrderDraft, order?: OrderView): Work => ({ order, start, draft: start, tried: false });

function OrderForm({ visit }: ScreenProps) {
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const { workbook, navigation } = usePane();
  const { busy, write } = useWrite();
  const [work, setWork] = useState<Work>(() => fresh(emptyOrder));
  const [wanted, setWanted] = useState<OrderView | "new" | undefined>();
  const { draft, order } = work;
  const settings = book.settings;
  const table = book.tables.orders;
  const milestones = milestonesOf(table).filter(({ id }) => table?.headings[`${id}.plan`]);
  const milestoneIds = milestones.map(({ id }) => id);
  const dirty = JSON.stringify(draft) !== JSON.stringify(work.start);
  const { kept, decided } = useKeptOrder(
    dirty ? { orderKey: order?.key, start: work.start, draft } : undefined,
  );

  const start = (next: OrderView | "new") => {
    setWanted(undefined);
    setWork(next === "new" ? fresh(nextOrder(draft)) : fresh(draftOf(next, milestoneIds), next));
  };
  const ask = (next: OrderView | "new") => {
    if (next !== "new" && next.key === order?.key) return;
    if (dirty) setWanted(next);
    else start(next);
  };
  const { take, missed } = useSelectedOrder(ask);
  useVisit(visit, ({ orderKey }) => {
    const asked = ordersOf(book).find(({ key }) => key === orderKey);
    if (asked) ask(asked);
  });

  const goOn = () => {
    if (!kept) return;
    decided();
    setWanted(undefined);
    const found = ordersOf(book).find(({ key }) => key === kept.orderKey);
    const now = found ? draftOf(found, milestoneIds) : emptyOrder;
    // An order that has left the sheet meanwhile is a new one again.
    const again = found ? onTopOf(now, kept.start, kept.draft) : kept.draft;
    setWork({ ...fresh(now, found), draft: again });
  };

  const change = (part: Partial<OrderDraft>) => setWork({ ...work, draft: { ...draft, ...part } });
  const plan = planOf(draft, milestones, settings);
  const has = (id: string) => table?.headings[id] !== undefined;
  const rows = rowsOf(draft, plan.kind === "ready" ? plan.dates : new Map(), milestoneIds, settings.lang).map(
    (row) => Object.fromEntries(Object.entries(row).filter(([id]) => has(id))),
  );
  const otherKeys = new Set(
    ordersOf(book)
      .filter(({ key }) => key !== order?.key)
      .map(({ row }) => rowKey(register, row.fields))
      .filter((key) => key !== undefined),
  );
  const findings = rows.map((row) => check(register, row, { otherKeys }).filter(({ field }) => has(field)));
  const colourKeys = draft.colours.map(({ colour }) => colour.trim().toLowerCase());
  const repeated = colourKeys.map((key, index) => colourKeys.indexOf(key) !== index);

  /** Empty fields are pointed out once saving was tried; what is wrong, at once. */
  const problem = (row: number, ...ids: string[]) => {
    const found = findings[row]?.find(
      ({ field, code }) => ids.includes(field) && code !== "duplicate" && (work.tried || code !== "required"),
    );
    return found && checkText(found, messages);
  };
  const named = draft.text.po.trim() !== "" && draft.text.style.trim() !== "";
  const duplicates = draft.colours.flatMap((_, index) => {
    const found = named && findings[index]?.some(({ code }) => code === "duplicate");
    const key = found ? rowKey(register, rows[index] ?? {}) : undefined;
    const existing = ordersOf(book).find(
      ({ row }) => key !== undefined && rowKey(register, row.fields) === key,
    );
    return existing ? [existing] : [];
  });

  const fieldIds = Object.keys(table?.headings ?? {}).filter(
    (id) =>
      !id.endsWith(".actual") && register.fields.some((field) => field.id === id && field.type !== "formula"),
  );
  // Fields that the form does not show keep what the sheet has.
  const shownIds = fieldIds.filter((id) => id !== "remarks");
  const changes = order ? changesOf(rows[0] ?? {}, order.row.fields, shownIds) : {};
  const hasProblem = findings.some(({ length }) => length > 0) || repeated.some(Boolean);

  const save = async () => {
    if (hasProblem) {
      setWork({ ...work, tried: true });
      return;
    }
    if (order) {
      // The button is off then, but Enter in a field saves too.
      if (Object.keys(changes).length === 0) return;
      const dates = Object.keys(changes).filter(
        (id) => register.fields.find((field) => field.id === id)?.type === "date",
      );
      // Every date changed here was chosen by the user with the old one in sight.
      if (await write(() => workbook.updateRow("orders", order.key, changes, order.row.fields, dates))) {
        setWork(fresh(nextOrder(draft)));
      }
    } else if (await write(() => workbook.appendOrders(rows))) {
      setWork(fresh(nextOrder(draft)));
    }
  };

  const text = (id: TextField, required = false) =>
    has(id) && (
      <Field label={messages.order[id]} required={required} validationMessage={problem(0, id)}>
        {id === "po" || id === "style" || id === "description" ? (
          <Input
            value={draft.text[id]}
            autoComplete="off"
            style={{ minWidth: 0 }}
            input={{ style: { minWidth: 0, width: "100%" } }}
            onChange={(_, { value }) => change({ text: { ...draft.text, [id]: value } })}
          />
        ) : (
          <Suggest
            value={draft.text[id]}
            suggestions={
              id === "currency"
                ? [...new Set([...valuesOf(book, id), "USD", "EUR", "CNY"])]
                : valuesOf(book, id)
            }
            onText={(value) => change({ text: { ...draft.text, [id]: value } })}
          />
        )}
      </Field>
    );

  return (
    <form
      className={layout.screen}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      noValidate
    >
      <div className={layout.stack}>
        <h1 className={layout.title}>
          {order ? messages.order.editTitle(order.name) : messages.order.newTitle}
        </h1>
        <div className={layout.row}>
          <Button size="small" onClick={() => void take()}>
            {messages.order.editSelected}
          </Button>
          {order && (
            <>
              <Button size="small" onClick={() => ask("new")}>
                {messages.order.startNew}
              </Button>
              <Button size="small" onClick={() => navigation.go("milestones", { orderKey: order.key })}>
                {messages.order.actuals}
              </Button>
            </>
          )}
        </div>
        {kept && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {messages.order.draftFound(
                [kept.draft.text.po, kept.draft.text.style].filter((part) => part.trim() !== "").join(" · "),
                new Date(kept.savedAt).toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" }),
              )}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" appearance="primary" onClick={goOn}>
                {messages.inspection.restore}
              </Button>
              <Button size="small" onClick={decided}>
                {messages.inspection.discardDraft}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {missed && <ToneLine tone="warn">{messages.pick.noneSelected}</ToneLine>}
        {wanted && (
          <UnsavedQuestion
            text={order ? messages.order.unsaved(order.name) : messages.order.unsavedNew}
            keep={() => setWanted(undefined)}
            discard={() => start(wanted)}
          />
        )}
      </div>

      <Section title={messages.order.basics}>
        <div className={layout.pair}>
          {text("po", true)}
          {text("style", true)}
        </div>
        {duplicates.map((existing) => (
          <ToneLine key={existing.key} tone="bad">
            {messages.order.duplicate(existing.name)}{" "}
            <Link as="button" type="button" onClick={() => ask(existing)}>
              {messages.order.openDuplicate}
            </Link>
          </ToneLine>
        ))}
        {text("description")}
        <div className={layout.pair}>
          {text("customer")}
          {text("factory")}
          {text("merchandiser")}
          {text("currency")}
          {has("price") && (
            <Field label={messages.order.price} validationMessage={problem(0, "price")}>
              <NumberInput value={draft.price} onNumber={(price) => change({ price })} />
            </Field>
          )}
        </div>
        <div className={layout.pair}>
          {has("orderDate") && (
            <Field label={messages.order.orderDate} validationMessage={problem(0, "orderDate")}>
              <DateInput
                near={settings.asOf}
                value={draft.orderDate}
                onDate={(orderDate) => change({ orderDate })}
              />
            </Field>
          )}
          <Field label={messages.order.exFactory} required validationMessage={problem(0, "due")}>
            <DateInput near={settings.asOf} value={draft.due} onDate={(due) => change({ due })} />
          </Field>
        </div>
      </Section>

      <QuantitySection
        draft={draft}
        single={order !== undefined}
        colourProblem={(index) => (repeated[index] ? messages.order.duplicateHere : problem(index, "colour"))}
        qtyProblem={(index) => problem(index, "qty")}
        onChange={(next) => setWork({ ...work, draft: next })}
      />

      <PlanEditor
        draft={draft}
        plan={plan}
        milestones={milestones}
        asOf={settings.asOf}
        problem={(id) => problem(0, `${id}.plan`)}
        onChange={change}
      />

      <div className={layout.foot}>
        {work.tried && hasProblem && <ToneLine tone="bad">{messages.order.pleaseCorrect}</ToneLine>}
        <div className={layout.row}>
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={busy || (order !== undefined && Object.keys(changes).length === 0)}
          >
            {busy
              ? messages.common.working
              : order
                ? messages.order.saveChanges
                : messages.order.saveRows(rows.length)}
          </Button>
          {dirty && (
            <Button onClick={() => setWork(fresh(work.start, order))}>{messages.order.discard}</Button>
          )}
        </div>
      </div>
    </form>
  );
}

export default function OrderScreen(props: ScreenProps) {
  return (
    <BookGate>
      <OrderForm {...props} />
    </BookGate>
  );
}
