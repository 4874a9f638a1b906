import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChatRegular } from "@fluentui/react-icons/svg/chat";
import { startTransition, useCallback, useDeferredValue, useMemo, useState } from "react";
import type { Lang } from "../../registers/register";
import { useBook, useLang, useMessages, usePane } from "../context";
import type { ScreenProps } from "../navigation";
import { useRisks } from "../risk/useRisks";
import { BookGate } from "../ui/BookGate";
import { shortDate } from "../ui/dates";
import { EmptyState } from "../ui/EmptyState";
import { useLayout } from "../ui/layout";
import { SearchField } from "../ui/SearchField";
import { ChaseGroupCard, type GroupWork } from "./ChaseGroupCard";
import { chaseGroups, isOverdue, type ChaseItem } from "./chaseList";
import { matchesItem } from "./matchesItem";
import { parties, type Party } from "./party";
import { useChaseItems } from "./useChaseItems";
import { useChaseTexts } from "./useChaseTexts";

const horizons = { overdue: 0, week: 7, fortnight: 14 } as const;
type Horizon = keyof typeof horizons;

const nothing: readonly ChaseItem[] = [];

/** As many as are worked off before searching is quicker. */
const page = 12;

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(3, minmax(0, 1fr))", gap: "4px" },
  chips: { display: "flex", flexWrap: "wrap", gap: "4px" },
  choice: {
    padding: "4px 8px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    lineHeight: "16px",
    cursor: "pointer",
    minWidth: 0,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  count: { display: "block", fontSize: "16px", lineHeight: "22px", fontWeight: 600 },
  chip: { borderRadius: "12px", padding: "3px 10px" },
  on: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1Selected,
    boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}`,
    fontWeight: 600,
  },
});

const languageName = (of: Party) => `chaseLanguage:${of}`;
const keptLanguage = (of: Party, kept: unknown): readonly (readonly [Party, Lang])[] =>
  kept === "en" || kept === "zh-CN" ? [[of, kept]] : [];

function ChaseList() {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const texts = useChaseTexts();
  const lang = useLang();
  const book = useBook();
  const { memory } = usePane().environment;
  const { risks, done, total } = useRisks();
  const [horizon, setHorizon] = useState<Horizon>("week");
  const [party, setParty] = useState<Party | undefined>();
  const [text, setText] = useState("");
  const [pages, setPages] = useState(1);
  const [works, setWorks] = useState<Readonly<Record<string, GroupWork>>>({});
  /** The language in which each kind of party was last written to. */
  const [langs, setLangs] = useState<Readonly<Partial<Record<Party, Lang>>>>(() =>
    Object.fromEntries(parties.flatMap((of) => keptLanguage(of, memory.read(languageName(of))))),
  );
  const settledRisks = useDeferredValue(risks);
  const query = useDeferredValue(text);
  const { asOf } = book.settings;

  const made = useChaseItems(book, settledRisks, horizons.fortnight);
  const items = made ?? nothing;
  const found = useMemo(() => items.filter((item) => matchesItem(item, query)), [items, query]);
  const within = useMemo(
    () => ({
      overdue: found.filter(isOverdue),
      week: found.filter(({ late, reason }) => reason !== undefined || late >= -horizons.week),
      fortnight: found,
    }),
    [found],
  );
  const due = within[horizon];
  const shown = useMemo(() => (party ? due.filter((item) => item.party === party) : due), [due, party]);
  const groups = useMemo(() => chaseGroups(shown, lang), [shown, lang]);
  const untouched = useMemo(
    () =>
      new Map(
        parties.map((of): [Party, GroupWork] => [
          of,
          { open: false, lang: langs[of] ?? lang, ticks: {}, edited: {} },
        ]),
      ),
    [langs, lang],
  );
  const workOf = (id: string, of: Party): GroupWork => works[id] ?? (untouched.get(of) as GroupWork);
  const onWork = useCallback(
    (id: string, work: GroupWork) => {
      setWorks((now) => ({ ...now, [id]: work }));
      const [of] = id.split(" ");
      setLangs((now) => ({ ...now, [of as Party]: work.lang }));
      memory.write(languageName(of as Party), work.lang);
    },
    [memory],
  );
  const showAll = () => {
    setHorizon("fortnight");
    setParty(undefined);
    setText("");
  };

  return (
    <div className={layout.screen}>
      <div className={layout.stack}>
        <div className={layout.spread}>
          <h1 className={layout.title}>{texts.title}</h1>
          <span className={layout.hint}>{messages.today.asOf(shortDate(asOf, lang, asOf))}</span>
        </div>
        <p className={layout.hint}>{texts.intro}</p>
        <div className={styles.tiles} role="group" aria-label={texts.horizon}>
          {(Object.keys(horizons) as Horizon[]).map((each) => (
            <button
              key={each}
              type="button"
              className={mergeClasses(styles.choice, each === horizon && styles.on)}
              aria-pressed={each === horizon}
              onClick={() => {
                setHorizon(each);
                setPages(1);
              }}
            >
              <span className={styles.count}>{messages.number(within[each].length)}</span>
              {texts.horizons[each]}
            </button>
          ))}
        </div>
        <SearchField
          placeholder={texts.searchPlaceholder}
          aria-label={texts.searchLabel}
          value={text}
          onText={(typed) => {
            setText(typed);
            setPages(1);
          }}
        />
        <div className={styles.chips} role="group" aria-label={texts.partyFilter}>
          {parties.map((each) => {
            const count = due.filter((item) => item.party === each).length;
            return count === 0 && each !== party ? null : (
              <button
                key={each}
                type="button"
                className={mergeClasses(styles.choice, styles.chip, each === party && styles.on)}
                aria-pressed={each === party}
                onClick={() => {
                  setParty(each === party ? undefined : each);
                  setPages(1);
                }}
              >
                {texts.partyCount(texts.parties[each], count)}
              </button>
            );
          })}
        </div>
        <span className={layout.hint} role="status">
          {done < total || !made ? texts.computing(done, total) : texts.shown(shown.length, groups.length)}
        </span>
      </div>
      {!made ? null : groups.length === 0 ? (
        <EmptyState
          icon={<ChatRegular />}
          title={items.length === 0 ? texts.nothing : texts.nothingMatches}
          text={items.length === 0 ? texts.nothingText : texts.nothingMatchesText}
          {...(items.length > 0 && { action: <Button onClick={showAll}>{texts.clear}</Button> })}
        />
      ) : (
        <>
          <ul className={layout.list} aria-label={texts.title}>
            {groups.slice(0, pages * page).map((group) => (
              <ChaseGroupCard
                key={group.id}
                group={group}
                asOf={asOf}
                work={workOf(group.id, group.party)}
                onWork={onWork}
              />
            ))}
          </ul>
          {groups.length > pages * page && (
            <Button onClick={() => startTransition(() => setPages(pages + 1))}>
              {messages.common.showMore(Math.min(page, groups.length - pages * page))}
            </Button>
          )}
          <p className={layout.hint}>{texts.neededHint}</p>
        </>
      )}
    </div>
  );
}

export default function ChaseScreen(_: ScreenProps) {
  return (
    <BookGate>
      <ChaseList />
    </BookGate>
  );
}
