import type { OpenMilestone } from "../domain/schedule/orderRisk";
import type { ReportOrder, ReportTerms } from "./reportOrders";

type Side = "buyer" | "supplier" | "factory" | "quality";

/** Whose move it is, by a template's code of the owner or by its name in either language. */
const OWNERS: readonly (readonly [RegExp, Side])[] = [
  [/^(buyer|customer|客户|客人|买家)$/i, "buyer"],
  [/^(mill|trim|fabric mill|trim supplier|supplier|面料厂|辅料商|供应商)$/i, "supplier"],
  [/^(factory|工厂|加工厂)$/i, "factory"],
  [/^(qc|lab|laboratory|品质|品管|检测)$/i, "quality"],
];

const sideOf = (owner: string): Side | undefined =>
  OWNERS.find(([pattern]) => pattern.test(owner.trim()))?.[1];

/** The step that the order waits for: the late one that costs most if it is still open, else the next one. */
function waitingFor({
  risk,
}: ReportOrder): Pick<OpenMilestone, "milestone" | "owner" | "needed"> | undefined {
  const open = risk?.open ?? [];
  const driver = open.find(({ milestone }) => milestone === risk?.driver?.milestone);
  if (driver) return driver;
  return risk?.next && (open.find(({ milestone }) => milestone === risk.next?.milestone) ?? risk.next);
}

/** What overtime or a second line can win; more needs a new date. */
const MOST_TO_WIN = 7;

/** What to do with a failed lot, whatever the chance. */
export function reworkOf(
  { due }: Pick<ReportOrder, "due">,
  { asOf, words, date }: Pick<ReportTerms, "asOf" | "words" | "date">,
): string {
  return words.decision.rework(due !== undefined && due - 1 > asOf ? date(due - 1) : "");
}

/** Below this chance a promise to the buyer no longer holds. */
const LOST = 0.5;

/**
 * A short proposal for an order that is red or amber. A failed inspection comes before everything else; then the party that the
 * order waits for; and where the due date is unlikely to be met, the days to ask for: those up to the day by which four
 * fifths of the simulated runs have left.
 */
export function decisionOf(order: ReportOrder, terms: ReportTerms): string {
  const { asOf, words, date, milestone, owner } = terms;
  const { risk, due, customer, inspection } = order;
  if (!risk) return "";
  const { decision } = words;
  const ahead = (day: number | undefined): string => (day !== undefined && day > asOf ? date(day) : "");
  const { ship, promise, chance } = risk;
  const late = due === undefined || ship === undefined ? 0 : ship - due;
  const wanted = due === undefined ? 0 : Math.max(late, (promise ?? ship ?? due) - due);
  const sentences: string[] = [];

  const step = waitingFor(order);
  const what = step ? milestone(step.milestone) : "";
  if (inspection?.verdict === "fail") {
    sentences.push(reworkOf(order, terms));
  } else if (step) {
    const side = sideOf(step.owner);
    if (side === "buyer") sentences.push(decision.approval(customer, what, ahead(step.needed)));
    if (side === "supplier") sentences.push(decision.material(owner(step.owner), what, ahead(step.needed)));
    if (side === "quality") sentences.push(decision.book(owner(step.owner), what, ahead(step.needed)));
    if (side === "factory" && wanted > 0) {
      sentences.push(
        wanted <= MOST_TO_WIN
          ? decision.catchUp(owner(step.owner), what, wanted)
          : decision.newDate(owner(step.owner), what),
      );
    }
  }
  if (chance !== undefined && chance < LOST && late > 0 && due !== undefined) {
    sentences.push(decision.moreDays(customer, wanted, date(due + wanted)));
  }
  if (sentences.length > 0) return words.join(...sentences);
  if (due !== undefined && due < asOf) return decision.air;
  return step ? decision.hold(what, ahead(step.needed)) : decision.watch;
}
