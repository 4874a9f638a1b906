import { Button, Switch } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useBook, useLang, useMessages } from "../context";
import type { ScreenProps } from "../navigation";
import { ordersOf, type OrderView } from "../orders";
import { riskReader } from "../risk/riskRequest";
import { milestoneLabel, problemSentence, refusalSentence } from "../risk/riskText";
import { useOutlook } from "../risk/useOutlook";
import { BookGate } from "../ui/BookGate";
import { Busy } from "../ui/Busy";
import { shortDate } from "../ui/dates";
import { useLayout } from "../ui/layout";
import { OrderHeader } from "../ui/OrderHeader";
import { OrderPicker } from "../ui/OrderPicker";
import { Section } from "../ui/Section";
import { ToneLine } from "../ui/tone";
import { useSelectedOrder } from "../ui/useSelectedOrder";
import { useVisit } from "../ui/useVisit";
import { ChanceCurve } from "./ChanceCurve";
import { DriverList } from "./DriverList";
import { ganttRows } from "./ganttRows";
import { GanttTable } from "./GanttTable";
import { OutlookFacts } from "./OutlookFacts";
import { SmallGantt } from "./SmallGantt";
import { WhatIfPanel } from "./WhatIfPanel";
import { nothingTried, whatIfOf, type WhatIfDraft } from "./whatIfDraft";
import { useRiskTexts } from "../risk/useRiskTexts";
import { useOutlookTexts } from "./useOutlookTexts";

function Milestones(props: {
  order: OrderView;
  outlook: OrderOutlook;
  label: (milestone: string) => string;
  /** The outlook is that after a change that is tried. */
  tried: boolean;
}) {
  const layout = useLayout();
  const texts = useOutlookTexts();
  const lang = useLang();
  const { asOf } = useBook().settings;
  const [table, setTable] = useState(false);
  const [all, setAll] = useState(false);
  const { order, outlook, label } = props;
  const rows = ganttRows(outlook.milestones, all, asOf);
  const open = rows.filter(({ state }) => state === "open").length;
  const summary =
    outlook.p50 === undefined
      ? texts.chartSaysBare(open, rows.length)
      : texts.chartSays(open, rows.length, shortDate(outlook.p50, lang, asOf));
  return (
    <Section
      title={texts.gantt}
      aside={
        <Button size="small" onClick={() => setTable(!table)}>
          {table ? texts.showChart : texts.showTable}
        </Button>
      }
    >
      {props.tried && <p className={layout.hint}>{texts.withChange}</p>}
      {table ? (
        <GanttTable rows={rows} label={label} order={order.name} asOf={asOf} />
      ) : (
        <SmallGantt rows={rows} label={label} summary={summary} asOf={asOf} due={outlook.due} />
      )}
      <p className={layout.hint}>{texts.floatHint}</p>
      {outlook.milestones.some(({ tracked }) => !tracked) && (
        <Switch label={texts.allTasks} checked={all} onChange={(_, { checked }) => setAll(checked)} />
      )}
    </Section>
  );
}

function Outlook({ order }: { order: OrderView }) {
  const texts = useOutlookTexts();
  const riskTexts = useRiskTexts();
  const lang = useLang();
  const book = useBook();
  const [draft, setDraft] = useState<WhatIfDraft>(nothingTried);
  const change = whatIfOf(draft, order.due);
  const { outlook, problem, problems } = useOutlook(order.key);
  const tried = useOutlook(change ? order.key : undefined, change);
  const { asOf } = book.settings;
  const templates = useMemo(() => {
    const { basis, input } = riskReader(book);
    const own = basis.templates[input(order).order?.template ?? ""];
    return own ? { own } : basis.templates;
  }, [book, order]);
  const label = (milestone: string) => milestoneLabel(milestone, lang, templates);
  const then = change && !tried.busy ? tried.outlook : undefined;
  // While the next answer is on its way the last one stays in the picture.
  const shown = (change && tried.outlook) ?? outlook;
  const refused = (change && tried.outlook?.problem) ?? outlook?.problem;
  return (
    <>
      {problems.map((each) => (
        <ToneLine key={each.code} tone="warn">
          {problemSentence(each, book.tables.orders?.headings ?? {}, lang, riskTexts)}
        </ToneLine>
      ))}
      {refused && <ToneLine tone="warn">{refusalSentence(refused, lang, riskTexts)}</ToneLine>}
      {problem !== undefined && <ToneLine tone="bad">{texts.problem(problem)}</ToneLine>}
      {outlook ? (
        <>
          <OutlookFacts order={order} outlook={outlook} label={label} asOf={asOf} />
          {outlook.shipped === undefined && (
            <Section title={texts.drivers}>
              <DriverList drivers={outlook.drivers} label={label} />
            </Section>
          )}
          {shown && shown.milestones.length > 0 && (
            <Milestones order={order} outlook={shown} label={label} tried={shown !== outlook} />
          )}
          {shown && shown.shipped === undefined && shown.curve.length > 0 && (
            <Section title={texts.curve}>
              <ChanceCurve
                curve={shown.curve}
                before={shown === outlook ? undefined : outlook.curve}
                p50={shown.p50}
                promise={shown.promise}
                due={shown.due}
                asOf={asOf}
              />
            </Section>
          )}
          {outlook.shipped === undefined && outlook.ship !== undefined && (
            <WhatIfPanel
              order={order}
              now={outlook}
              then={then}
              draft={draft}
              onDraft={setDraft}
              label={label}
            />
          )}
        </>
      ) : (
        problem === undefined && problems.length === 0 && <Busy />
      )}
    </>
  );
}

function OrderOutlookOf({ visit }: ScreenProps) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useOutlookTexts();
  const book = useBook();
  const [key, setKey] = useState<string | undefined>();
  const orders = ordersOf(book);
  const order = orders.find((each) => each.key === key);
  const pick = (next: OrderView) => setKey(next.key);
  const { take, missed } = useSelectedOrder(pick);
  useVisit(visit, ({ orderKey, fromSelection }) => {
    const asked = orders.find((each) => each.key === orderKey);
    if (asked) pick(asked);
    else if (fromSelection) void take();
  });
  return (
    <div className={layout.screen}>
      <h1 className={layout.title}>{texts.title}</h1>
      {order ? (
        <>
          {missed && <p className={layout.text}>{messages.pick.noneSelected}</p>}
          <OrderHeader order={order} asOf={book.settings.asOf} onChange={() => setKey(undefined)} />
          <Outlook key={order.key} order={order} />
        </>
      ) : (
        <>
          <p className={layout.text}>{missed ? messages.pick.noneSelected : texts.intro}</p>
          <OrderPicker onPick={pick} />
        </>
      )}
    </div>
  );
}

export default function OutlookScreen(props: ScreenProps) {
  return (
    <BookGate>
      <OrderOutlookOf {...props} />
    </BookGate>
  );
}
