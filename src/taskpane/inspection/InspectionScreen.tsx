import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Select,
  Textarea,
} from "@fluentui/react-components";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { cartonsToOpen } from "../../domain/quality/inspectionMeasures";
import { qcStatus } from "../../domain/quality/verdict";
import { check } from "../../registers/check";
import { inspections as register } from "../../registers/inspections";
import { word } from "../../registers/register";
import { fieldOf } from "../../registers/registers";
import { useBook, useLang, useMessages, usePane } from "../context";
import { ordersOf, type OrderView } from "../orders";
import type { ScreenProps } from "../navigation";
import { BookGate } from "../ui/BookGate";
import { checkText } from "../ui/checkText";
import { DateInput } from "../ui/DateInput";
import { shortDate, textOf } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { NumberInput } from "../ui/NumberInput";
import { OrderHeader } from "../ui/OrderHeader";
import { OrderPicker } from "../ui/OrderPicker";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { UnsavedQuestion } from "../ui/UnsavedQuestion";
import { useSelectedOrder } from "../ui/useSelectedOrder";
import { useVisit } from "../ui/useVisit";
import { useWrite } from "../ui/useWrite";
import { DefectTally } from "./DefectTally";
import {
  countsOf,
  inspectionId,
  planFor,
  reinspection,
  rowsOf,
  startInspection,
  usualTerms,
  type InspectionDraft,
  type SamplingTerms,
} from "./inspectionDraft";
import { PlanTable } from "./PlanTable";
import { TermsEditor } from "./TermsEditor";
import { useInspectionDraft } from "./useInspectionDraft";
import { VerdictLine } from "./VerdictLine";

const rememberedTerms = "samplingTerms";
const rememberedInspector = "inspector";

function readTerms(kept: unknown): SamplingTerms {
  return typeof kept === "object" && kept !== null ? { ...usualTerms, ...kept } : usualTerms;
}

const types = fieldOf("inspections", "type")?.choices ?? [];

function InspectionForm({ visit }: ScreenProps) {
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const { workbook, environment } = usePane();
  const { memory } = environment;
  const { busy, write } = useWrite();
  const { draft, kept, change, restore, forget } = useInspectionDraft();
  const [wanted, setWanted] = useState<OrderView | undefined>();
  const [tried, setTried] = useState(false);
  const [more, setMore] = useState(false);
  const { asOf } = book.settings;
  const orders = ordersOf(book);
  const order = draft && orders.find(({ key }) => key === draft.orderKey);

  const inspectedField = useRef<HTMLInputElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const started = useRef(false);
  useEffect(() => {
    // All before it is filled in already.
    if (started.current && document.hasFocus()) inspectedField.current?.focus();
    started.current = false;
  }, [draft?.orderKey]);

  const start = (next: OrderView) => {
    started.current = true;
    setWanted(undefined);
    setTried(false);
    const inspector = memory.read(rememberedInspector);
    change(
      startInspection(
        next,
        asOf,
        readTerms(memory.read(rememberedTerms)),
        typeof inspector === "string" ? inspector : "",
      ),
    );
  };
  const begun =
    draft !== undefined && (countsOf(draft).inspected !== undefined || draft.remarks.trim() !== "");
  const pick = (next: OrderView) => {
    if (next.key === draft?.orderKey) return;
    if (begun || kept) setWanted(next);
    else start(next);
  };
  const { take, missed } = useSelectedOrder(pick);
  useVisit(visit, ({ orderKey, fromSelection }) => {
    const asked = orders.find(({ key }) => key === orderKey);
    if (asked) pick(asked);
    else if (fromSelection) void take();
  });

  const question = wanted && (
    <UnsavedQuestion
      text={messages.inspection.unsaved(draft?.orderName ?? kept?.draft.orderName ?? "")}
      keep={() => {
        setWanted(undefined);
        if (kept) restore();
      }}
      discard={() => start(wanted)}
      discardLabel={messages.inspection.switchOrder(wanted.name)}
    />
  );

  if (!draft) {
    return (
      <div className={layout.screen}>
        <h1 className={layout.title}>{messages.inspection.title}</h1>
        {question}
        {kept && !wanted && (
          <MessageBar intent="info" layout="multiline">
            <MessageBarBody>
              {messages.inspection.draftFound(
                kept.draft.orderName,
                new Date(kept.savedAt).toLocaleString(lang, { dateStyle: "medium", timeStyle: "short" }),
              )}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" appearance="primary" onClick={restore}>
                {messages.inspection.restore}
              </Button>
              <Button size="small" onClick={forget}>
                {messages.inspection.discardDraft}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        {missed && <ToneLine tone="warn">{messages.pick.noneSelected}</ToneLine>}
        <OrderPicker onPick={pick} />
      </div>
    );
  }

  const set = (part: Partial<InspectionDraft>) => change({ ...draft, ...part });
  const plan = planFor(draft);
  const counts = countsOf(draft);
  const taken = new Set(book.tables.inspections?.rows.map(({ fields }) => textOf(fields.id)));
  const id = inspectionId(draft, taken, asOf);
  const { inspection, defects } = rowsOf(draft, id, book.settings.lang);
  const findings = check(register, inspection, { asOf });
  const problem = (field: string) => {
    const found = findings.find((each) => each.field === field && (tried || each.code !== "required"));
    return found && checkText(found, messages);
  };
  const needsInspected = counts.inspected !== undefined && draft.inspected === undefined;
  const sound = findings.length === 0 && !needsInspected && plan !== undefined;
  const earlier = order?.inspections ?? [];

  const save = async () => {
    if (!sound) {
      setTried(true);
      return;
    }
    memory.write(rememberedTerms, draft.terms);
    memory.write(rememberedInspector, draft.inspector.trim());
    // Sheets that judge by formula do so themselves; in others somebody writes the result down.
    const judged = { ...inspection, verdict: qcStatus(plan, counts) };
    if (await write(() => workbook.appendInspection(judged, defects))) {
      forget();
      setTried(false);
    }
  };

  /** A number ends with Enter as in a sheet; that must not save an inspection whose defects are not counted yet. */
  const goOn = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.defaultPrevented || !(event.target instanceof HTMLInputElement))
      return;
    event.preventDefault();
    search.current?.focus();
  };
  return (
    <form
      className={layout.screen}
      noValidate
      onKeyDown={goOn}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1 className={layout.title}>{messages.inspection.title}</h1>
      {question}
      {missed && <ToneLine tone="warn">{messages.pick.noneSelected}</ToneLine>}
      {order ? (
        <OrderHeader order={order} asOf={asOf} onChange={forget} changeDisabled={begun} />
      ) : (
        <ToneLine tone="warn">{messages.problem.rowGone({ what: draft.orderName })}</ToneLine>
      )}
      <div className={layout.pair}>
        <Field label={messages.inspection.type} required validationMessage={problem("type")}>
          <Select
            className={layout.full}
            value={draft.type}
            onChange={(_, { value }) => set({ type: value })}
          >
            {types.map((choice) => (
              <option key={choice.en} value={choice.en}>
                {word(choice, lang)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={messages.inspection.date} required validationMessage={problem("date")}>
          <DateInput near={asOf} value={draft.date} onDate={(date) => set({ date })} />
        </Field>
        <Field label={messages.inspection.lot} required validationMessage={problem("lot")}>
          <NumberInput value={draft.lot} onNumber={(lot) => set({ lot })} />
        </Field>
        <Field
          label={messages.inspection.inspected}
          validationMessage={
            problem("inspected") ?? (tried && needsInspected ? messages.inspection.needsInspected : undefined)
          }
        >
          <NumberInput
            ref={inspectedField}
            value={draft.inspected}
            placeholder={plan && `/ ${plan.sample}`}
            onNumber={(inspected) => set({ inspected })}
          />
        </Field>
      </div>
      {draft.type === reinspection && (
        <Field label={messages.inspection.reinspectionOf}>
          <Select
            className={layout.full}
            value={draft.reinspectionOf}
            onChange={(_, { value }) => set({ reinspectionOf: value })}
          >
            <option value="">{messages.inspection.reinspectionNone}</option>
            {earlier.map((each) => (
              <option key={each.id} value={each.id}>
                {messages.inspection.earlier(
                  each.id,
                  each.date === undefined ? "" : shortDate(each.date, lang, asOf),
                  each.verdict ? messages.status[each.verdict] : "",
                )}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {plan && draft.inspected !== plan.sample && (
        <div>
          <Button size="small" onClick={() => set({ inspected: plan.sample })}>
            {messages.inspection.inspectedAll(plan.sample)}
          </Button>
        </div>
      )}
      <Section title={messages.inspection.plan}>
        <TermsEditor terms={draft.terms} onChange={(terms) => set({ terms })} />
        {plan ? (
          <PlanTable plan={plan} draft={draft} onCorrect={(corrected) => set({ corrected })} />
        ) : (
          <p className={layout.hint}>{messages.inspection.planNeedsLot}</p>
        )}
      </Section>
      <DefectTally draft={draft} onChange={change} search={search} />
      <div>
        <Button size="small" aria-expanded={more} onClick={() => setMore(!more)}>
          {messages.inspection.more}
        </Button>
      </div>
      {more && (
        <div className={layout.card}>
          <div className={layout.pair}>
            <Field label={messages.inspection.inspector}>
              <Input
                value={draft.inspector}
                style={{ minWidth: 0 }}
                input={{ style: { minWidth: 0, width: "100%" } }}
                onChange={(_, { value }) => set({ inspector: value })}
              />
            </Field>
            <Field
              label={messages.inspection.cartons}
              hint={
                draft.cartons === undefined ? messages.inspection.cartonsHint(cartonsToOpen(100)) : undefined
              }
              validationMessage={problem("cartons")}
            >
              <NumberInput value={draft.cartons} onNumber={(cartons) => set({ cartons })} />
            </Field>
            <Field label={messages.inspection.measured} validationMessage={problem("measured")}>
              <NumberInput value={draft.measured} onNumber={(measured) => set({ measured })} />
            </Field>
            <Field label={messages.inspection.measuredOut} validationMessage={problem("measuredOut")}>
              <NumberInput value={draft.measuredOut} onNumber={(measuredOut) => set({ measuredOut })} />
            </Field>
          </div>
          <Field label={messages.inspection.remarks}>
            <Textarea value={draft.remarks} onChange={(_, { value }) => set({ remarks: value })} />
          </Field>
        </div>
      )}
      <div className={layout.foot}>
        {plan && <VerdictLine plan={plan} counts={counts} />}
        {tried && !sound && (
          <ToneLine tone="bad">
            {needsInspected ? messages.inspection.needsInspected : messages.order.pleaseCorrect}
          </ToneLine>
        )}
        <div className={layout.row}>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {busy ? messages.common.working : messages.inspection.save}
          </Button>
          <Button
            onClick={() => {
              forget();
              setTried(false);
            }}
          >
            {messages.inspection.startOver}
          </Button>
        </div>
      </div>
    </form>
  );
}

export default function InspectionScreen(props: ScreenProps) {
  return (
    <BookGate>
      <InspectionForm {...props} />
    </BookGate>
  );
}
