import { Button, Checkbox, Field, makeStyles, Select } from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { lazy, startTransition, Suspense, useDeferredValue, useMemo, useState } from "react";
import { useBook, useLang, useMessages } from "../context";
import { ordersOf, valuesOf } from "../orders";
import { BoardHead } from "../ui/BoardHead";
import { BookGate } from "../ui/BookGate";
import { EmptyState } from "../ui/EmptyState";
import { useLayout } from "../ui/layout";
import { NoOrders } from "../ui/NoOrders";
import { SearchField } from "../ui/SearchField";
import { filtersInUse, inView, isCounted, noFilter, type BoardFilter } from "./boardFilter";
import { CountTiles } from "./CountTiles";
import { OrderCard } from "./OrderCard";

const LateMaterials = lazy(() => import(/* webpackChunkName: "late-materials" */ "../chase/LateMaterials"));

/** As many as are looked through before searching is quicker; drawn in less time than anybody notices. */
const page = 25;

const useStyles = makeStyles({
  search: { flexGrow: 1, minWidth: 0 },
  // No wider with the number of filters in use than without.
  filter: { minWidth: "auto", flexShrink: 0 },
});

function Board() {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const book = useBook();
  const [filter, setFilter] = useState<BoardFilter>(noFilter);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const [pages, setPages] = useState(1);
  const used = useDeferredValue(filter);
  const all = ordersOf(book);
  const viewed = useMemo(() => inView(all, used), [all, used]);
  const count = used.count;
  const shown = count ? viewed.filter((order) => isCounted(order, count)) : viewed;
  const inUse = filtersInUse(filter);
  const change = (part: Partial<BoardFilter>) => {
    setFilter({ ...filter, ...part });
    setPages(1);
  };
  const asOf = book.settings.asOf;

  if (all.length === 0) return <NoOrders alone />;
  const choice = (id: "customer" | "factory" | "merchandiser") => (
    <Field label={messages.today[id]} size="small">
      <Select
        size="small"
        className={layout.full}
        value={filter[id]}
        onChange={(_, { value }) => change({ [id]: value })}
      >
        <option value="">{messages.common.all}</option>
        {valuesOf(book, id)
          .sort((a, b) => a.localeCompare(b, lang))
          .map((value) => (
            <option key={value}>{value}</option>
          ))}
      </Select>
    </Field>
  );
  return (
    <div className={layout.screen}>
      <div className={layout.stack}>
        <BoardHead title={messages.today.title} />
        <CountTiles orders={viewed} chosen={filter.count} onChoose={(chosen) => change({ count: chosen })} />
        {book.tables.materials && (
          <Suspense fallback={null}>
            <LateMaterials />
          </Suspense>
        )}
        <div className={layout.tightRow}>
          <SearchField
            className={styles.search}
            placeholder={messages.today.searchPlaceholder}
            aria-label={messages.today.searchLabel}
            value={filter.text}
            onText={(text) => change({ text })}
          />
          <Button
            className={styles.filter}
            icon={<FilterRegular />}
            appearance={inUse ? "primary" : "secondary"}
            aria-expanded={filtersOpen}
            aria-label={inUse ? messages.today.filtersOn(inUse) : messages.today.filters}
            title={inUse ? messages.today.filtersOn(inUse) : messages.today.filters}
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            {inUse ? messages.number(inUse) : undefined}
          </Button>
        </div>
        {filtersOpen && (
          <div className={layout.card}>
            <div className={layout.pair}>
              {choice("customer")}
              {choice("factory")}
              {choice("merchandiser")}
            </div>
            <Checkbox
              label={messages.today.includeFinished}
              checked={filter.finished}
              onChange={(_, { checked }) => change({ finished: checked === true })}
            />
          </div>
        )}
      </div>
      {shown.length === 0 ? (
        <EmptyState
          icon={<SearchRegular />}
          title={messages.today.nothing}
          text={messages.today.nothingText}
          action={<Button onClick={() => change(noFilter)}>{messages.today.clearFilters}</Button>}
        />
      ) : (
        <div className={layout.stack}>
          <span className={layout.hint} role="status">
            {messages.today.shown(shown.length, all.length)}
          </span>
          <ul className={layout.list} aria-label={messages.today.list}>
            {shown.slice(0, pages * page).map((order) => (
              <OrderCard key={order.key} order={order} asOf={asOf} />
            ))}
          </ul>
          {shown.length > pages * page && (
            <Button onClick={() => startTransition(() => setPages(pages + 1))}>
              {messages.common.showMore(Math.min(page, shown.length - pages * page))}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

export default function TodayScreen() {
  return (
    <BookGate>
      <Board />
    </BookGate>
  );
}
