import { Badge, Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChatRegular } from "@fluentui/react-icons/svg/chat";
import { memo, useId, useState } from "react";
import type { Lang } from "../../registers/register";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { isTheirs, type ChaseGroup } from "./chaseList";
import { chaseMessage } from "./chaseMessage";
import { ChaseRow } from "./ChaseRow";
import { MessageEditor } from "./MessageEditor";
import { useChaseTexts } from "./useChaseTexts";

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: "14px", lineHeight: "20px", fontWeight: 600, overflowWrap: "anywhere" },
  party: { fontWeight: 400, color: tokens.colorNeutralForeground2 },
  body: { gap: "4px" },
});

/** As many as are seen at a glance. */
const offered = 5;

/** What the user has done with the message to one group. */
export interface GroupWork {
  readonly open: boolean;
  readonly lang: Lang;
  /** Ticks set by hand, by item. */
  readonly ticks: Readonly<Record<string, boolean>>;
  readonly edited: Readonly<Partial<Record<Lang, string | undefined>>>;
}

/** What one party owes, and the message that asks for it. */
export const ChaseGroupCard = memo(function ChaseGroupCard(props: {
  group: ChaseGroup;
  asOf: number;
  work: GroupWork;
  onWork: (id: string, work: GroupWork) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const texts = useChaseTexts();
  const heading = useId();
  const [all, setAll] = useState(false);
  const { group, asOf, work } = props;
  const { party, name, items } = group;
  const change = (part: Partial<GroupWork>) => props.onWork(group.id, { ...work, ...part });
  const who = [texts.parties[party], name].filter(Boolean).join(" ");
  const ticked = items.filter((item) => work.ticks[item.id] ?? isTheirs(item));
  const untouched = items.every(({ id }) => work.ticks[id] === undefined);
  const shown = all ? items : items.slice(0, offered);
  return (
    <li className={mergeClasses(layout.card, styles.body)} aria-labelledby={heading}>
      <div className={layout.spread}>
        <h2 id={heading} className={styles.heading}>
          <span className={styles.party}>{texts.parties[party]}</span>
          {name && ` ${name}`}
        </h2>
        {group.overdue > 0 ? (
          <Badge appearance="tint" color="danger">
            {texts.overdueBadge(group.overdue)}
          </Badge>
        ) : (
          <Badge appearance="tint" color="informative">
            {texts.items(items.length)}
          </Badge>
        )}
      </div>
      <ul className={layout.plainList}>
        {shown.map((item) => (
          <ChaseRow
            key={item.id}
            item={item}
            asOf={asOf}
            ticked={work.ticks[item.id] ?? isTheirs(item)}
            onTick={(tick) => change({ ticks: { ...work.ticks, [item.id]: tick } })}
          />
        ))}
      </ul>
      {items.length > shown.length && (
        <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
          {messages.common.showMore(items.length - shown.length)}
        </Button>
      )}
      <div className={layout.row}>
        <Button
          size="small"
          icon={<ChatRegular />}
          aria-expanded={work.open}
          onClick={() => change({ open: !work.open })}
        >
          {work.open ? texts.hideMessage : texts.writeMessage}
        </Button>
        {ticked.length === 0 && untouched && <span className={layout.hint}>{texts.onlyWaiting}</span>}
      </div>
      {work.open && (
        <MessageEditor
          who={who}
          lang={work.lang}
          onLang={(lang) => change({ lang })}
          written={chaseMessage(group, ticked, work.lang, asOf)}
          edited={work.edited[work.lang]}
          onEdit={(text) => change({ edited: { ...work.edited, [work.lang]: text } })}
        />
      )}
    </li>
  );
});
