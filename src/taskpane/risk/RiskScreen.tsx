import { Button, ProgressBar } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { startTransition, useDeferredValue, useMemo, useState } from "react";
import { useBook, useLang, useMessages } from "../context";
import { ordersOf } from "../orders";
import { BoardHead } from "../ui/BoardHead";
import { BookGate } from "../ui/BookGate";
import { EmptyState } from "../ui/EmptyState";
import { useLayout } from "../ui/layout";
import { NoOrders } from "../ui/NoOrders";
import { boardRows, chosen, groupsOf, inView, noFilter, sorted, type RiskFilter } from "./boardRows";
import { ChangesLine } from "./ChangesLine";
import { GroupList } from "./GroupList";
import { LevelTiles } from "./LevelTiles";
import { RiskCard } from "./RiskCard";
import { RiskFilters } from "./RiskFilters";
import { riskReader } from "./riskRequest";
import { SheetButtons } from "./SheetButtons";
import { useDayChanges } from "./useDayChanges";
import { useRisks } from "./useRisks";
import { useRiskTexts } from "./useRiskTexts";
import { ViewSwitch, type View } from "./ViewSwitch";

/** As many as are looked through before searching is quicker; drawn in less time than anybody notices. */
const page = 25;

function Board() {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useRiskTexts();
  const lang = useLang();
  const book = useBook();
  const [filter, setFilter] = useState<RiskFilter>(noFilter);
  const [view, setView] = useState<View>("orders");
  const [pages, setPages] = useState(1);
  const now = useRisks();
  // Answers and letters come faster than a list can be drawn; the newest of them is enough.
  const state = useDeferredValue(now);
  const used = useDeferredValue(filter);
  const asOf = book.settings.asOf;
  const days = useDayChanges(now, asOf);
  const rows = useMemo(() => boardRows(book, state, days.changes), [book, state, days.changes]);
  const viewed = useMemo(() => inView(rows, used), [rows, used]);
  const shown = useMemo(() => sorted(chosen(viewed, used), used.sort, lang), [viewed, used, lang]);
  const open = rows.filter(({ change }) => change?.kind !== "shipped").length;
  const complete = now.done === now.total;
  const { basis } = riskReader(book);
  const headings = book.tables.orders?.headings ?? {};
  const change = (part: Partial<RiskFilter>) => {
    setFilter({ ...filter, ...part });
    setPages(1);
  };

  if (ordersOf(book).length === 0) return <NoOrders alone />;
  const group = view === "customers" ? ("customer" as const) : ("factory" as const);
  return (
    <div className={layout.screen}>
      <div className={layout.stack}>
        <BoardHead title={texts.title} />
        <LevelTiles rows={viewed} chosen={filter.tile} onChoose={(tile) => change({ tile })} />
        {!complete && (
          <ProgressBar
            aria-label={texts.progress(now.done, now.total)}
            thickness="large"
            value={now.done}
            max={Math.max(1, now.total)}
          />
        )}
        <ChangesLine
          state={days}
          asOf={asOf}
          complete={complete}
          chosen={filter.change}
          onChoose={(kind) => change({ change: kind })}
        />
        <SheetButtons state={now} complete={complete} />
        <RiskFilters rows={rows} filter={filter} onChange={change} />
        <ViewSwitch view={view} onChange={setView} />
      </div>
      {shown.length === 0 ? (
        open === 0 && complete ? (
          <EmptyState
            icon={<CheckmarkCircleRegular />}
            title={texts.allShipped}
            text={texts.allShippedText}
          />
        ) : (
          <EmptyState
            icon={<SearchRegular />}
            title={texts.nothing}
            text={texts.nothingText}
            action={<Button onClick={() => change(noFilter)}>{texts.clear}</Button>}
          />
        )
      ) : view === "orders" ? (
        <div className={layout.stack}>
          <span className={layout.hint} role="status">
            {complete ? texts.shown(shown.length, open) : texts.progress(now.done, now.total)}
          </span>
          <ul className={layout.list} aria-label={texts.list}>
            {shown.slice(0, pages * page).map((row) => (
              <RiskCard
                key={row.view.key}
                row={row}
                asOf={asOf}
                since={days.changes?.day}
                templates={basis.templates}
                headings={headings}
              />
            ))}
          </ul>
          {shown.length > pages * page && (
            <Button onClick={() => startTransition(() => setPages(pages + 1))}>
              {messages.common.showMore(Math.min(page, shown.length - pages * page))}
            </Button>
          )}
        </div>
      ) : (
        <GroupList
          label={texts[view]}
          groups={groupsOf(shown, group, lang)}
          onChoose={(name) => {
            change({ [group]: name });
            setView("orders");
          }}
        />
      )}
    </div>
  );
}

export default function RiskScreen() {
  return (
    <BookGate>
      <Board />
    </BookGate>
  );
}
