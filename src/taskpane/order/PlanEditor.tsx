import { Button, Field, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useLang, useMessages, usePane } from "../context";
import type { Milestone } from "../../registers/milestones";
import { word } from "../../registers/register";
import type { PlanDirection } from "../../domain/schedule/taPlan";
import { DateInput } from "../ui/DateInput";
import { dateOf, shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { planDate, templateField, type OrderDraft } from "./orderDraft";
import type { Plan } from "./planOf";

const useStyles = makeStyles({
  item: {
    display: "grid",
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 148px)",
    gap: "2px 8px",
    alignItems: "center",
    padding: "4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  offer: {
    gridColumn: "1 / -1",
    display: "flex",
    alignItems: "center",
    justifyContent: "flex-end",
    gap: "8px",
    fontSize: "12px",
    color: tokens.colorNeutralForeground2,
  },
  name: { overflowWrap: "anywhere" },
});

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Planned dates by the template: shown before anything is written, and each date that was typed stays until it is given up. */
export function PlanEditor(props: {
  draft: OrderDraft;
  plan: Plan;
  milestones: readonly Milestone[];
  asOf: number;
  problem: (milestoneId: string) => string | undefined;
  onChange: (part: Partial<OrderDraft>) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const { navigation } = usePane();
  const { draft, plan, milestones, asOf, onChange } = props;
  const generated: ReadonlyMap<string, number> = plan.kind === "ready" ? plan.dates : new Map();
  const differing = milestones.filter(
    ({ id }) => generated.has(id) && planDate(draft, generated, id) !== generated.get(id),
  );
  const take = (ids: readonly string[]) =>
    onChange({
      typedPlan: Object.fromEntries(Object.entries(draft.typedPlan).filter(([id]) => !ids.includes(id))),
    });
  const due = dateOf(draft.due);
  const ordered = dateOf(draft.orderDate);
  const late = plan.kind === "ready" && due !== undefined ? (plan.exFactory ?? 0) - due : 0;
  const early =
    plan.kind === "ready" && draft.direction === "backward" && ordered !== undefined
      ? ordered - plan.begins
      : 0;
  return (
    <Section
      title={messages.order.plan}
      aside={
        differing.length > 1 && (
          <Button size="small" onClick={() => take(differing.map(({ id }) => id))}>
            {messages.order.useAllPlan(differing.length)}
          </Button>
        )
      }
    >
      <div className={layout.wideStack}>
        <Field label={messages.order.template}>
          <Select
            className={layout.full}
            value={draft.template}
            onChange={(_, { value }) => onChange({ template: value })}
          >
            <option value="">{messages.order.noTemplate}</option>
            {templateField.choices?.map((choice) => (
              <option key={choice.en} value={choice.en}>
                {upperFirst(word(choice, lang))}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={messages.order.direction}>
          <Select
            className={layout.full}
            value={draft.direction}
            onChange={(_, { value }) => onChange({ direction: value as PlanDirection })}
          >
            <option value="backward">{messages.order.backward}</option>
            <option value="forward">{messages.order.forward}</option>
          </Select>
        </Field>
      </div>
      {milestones.length === 0 && <p className={layout.hint}>{messages.order.planNoColumns}</p>}
      {milestones.length > 0 && plan.kind === "needs" && (
        <p className={layout.hint}>{messages.order.planNeeds[plan.what]}</p>
      )}
      {plan.kind === "fails" && (
        <ToneLine tone="bad">
          {plan.year === undefined
            ? messages.order.planFails(plan.message)
            : messages.order.planNoCalendar(plan.year)}
          {plan.year !== undefined && (
            <>
              {" "}
              <Link as="button" type="button" onClick={() => navigation.go("setup")}>
                {messages.empty.action}
              </Link>
            </>
          )}
        </ToneLine>
      )}
      {late > 0 && plan.kind === "ready" && plan.exFactory !== undefined && (
        <ToneLine tone="warn">
          {messages.order.planLate(shortDate(plan.exFactory, lang, asOf), late)}
        </ToneLine>
      )}
      {early > 0 && plan.kind === "ready" && (
        <ToneLine tone="warn">{messages.order.planEarly(shortDate(plan.begins, lang, asOf), early)}</ToneLine>
      )}
      {milestones.length > 0 && (plan.kind === "ready" || Object.keys(draft.typedPlan).length > 0) && (
        <>
          <p className={layout.hint}>{messages.order.planPreview}</p>
          <ul className={layout.plainList}>
            {milestones.map((milestone) => {
              const { id } = milestone;
              const name = word(milestone.name, lang);
              const value = planDate(draft, generated, id);
              const offered = generated.get(id);
              return (
                <li key={id} className={styles.item}>
                  <span className={styles.name}>{name}</span>
                  <DateInput
                    size="small"
                    aria-label={name}
                    near={asOf}
                    value={value}
                    onDate={(date) => onChange({ typedPlan: { ...draft.typedPlan, [id]: date } })}
                  />
                  {props.problem(id) && (
                    <span className={styles.offer}>
                      <ToneLine tone="bad">{props.problem(id)}</ToneLine>
                    </span>
                  )}
                  {offered !== undefined && offered !== value && (
                    <span className={styles.offer}>
                      {messages.order.planGives(shortDate(offered, lang, asOf))}
                      <Button
                        size="small"
                        aria-label={messages.order.usePlanFor(name, shortDate(offered, lang, asOf))}
                        onClick={() => take([id])}
                      >
                        {messages.order.usePlan}
                      </Button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Section>
  );
}
