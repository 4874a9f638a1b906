import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarCheckmarkRegular } from "@fluentui/react-icons/svg/calendar-checkmark";
import { ClipboardTaskAddRegular } from "@fluentui/react-icons/svg/clipboard-task-add";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { memo } from "react";
import { useLang, useMessages, usePane } from "../context";
import { NAME_POINT, type OrderView } from "../orders";
import { shortDate } from "../ui/dates";
import { useCardStyles } from "../ui/cardStyles";
import { Facts } from "../ui/Facts";
import { ToneLine, type Tone } from "../ui/tone";
import { milestoneName, reasonText, reasonTones, toneOf } from "./reasonText";

const useStyles = makeStyles({
  due: {
    flexShrink: 0,
    fontSize: "12px",
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
});

export const OrderCard = memo(function OrderCard({ order, asOf }: { order: OrderView; asOf: number }) {
  const styles = useStyles();
  const card = useCardStyles();
  const messages = useMessages();
  const lang = useLang();
  const { workbook, navigation, notices } = usePane();
  const tone: Tone = toneOf(order);
  const { reasons, next, done } = order.urgency;
  const goTo = () =>
    workbook.goTo("orders", order.key).catch((problem: unknown) => notices.add({ kind: "problem", problem }));
  const who = [order.customer, order.factory, order.merchandiser].filter(Boolean).join(" · ");
  const open = (screen: "inspection" | "milestones" | "order") => () =>
    navigation.go(screen, { orderKey: order.key });
  return (
    <li className={mergeClasses(card.root, card[tone])}>
      <button
        type="button"
        className={card.body}
        title={messages.today.goToRow(order.name)}
        onClick={() => void goTo()}
      >
        <span className={card.first}>
          <span className={card.name}>
            <Facts facts={order.name.split(NAME_POINT)} />
          </span>
          <span className={styles.due}>
            {order.due === undefined
              ? messages.today.noDue
              : `${messages.today.due} ${shortDate(order.due, lang, asOf)}`}
          </span>
        </span>
        <span className={card.who}>
          {who}
          {who && order.qty !== undefined && " · "}
          {order.qty !== undefined && messages.common.pieces(order.qty)}
        </span>
        {reasons.length === 0 ? (
          <ToneLine tone={tone}>{done ? messages.reason.finished : messages.reason.onPlan}</ToneLine>
        ) : (
          reasons.slice(0, 2).map((reason, index) => (
            <ToneLine key={reason.code} tone={reasonTones[reason.code]} strong={index === 0}>
              {reasonText(reason, order, messages, lang, asOf)}
              {index === 1 && reasons.length > 2 && ` ${messages.today.more(reasons.length - 2)}`}
            </ToneLine>
          ))
        )}
      </button>
      <div className={card.last}>
        <span className={card.next}>
          {reasons.some(({ code }) => code === "qcFailed") ? (
            <>
              {messages.today.next} <strong>{messages.today.rework}</strong>
            </>
          ) : next ? (
            <>
              {messages.today.next} <strong>{milestoneName(next.milestone, lang)}</strong>{" "}
              <Facts
                facts={[
                  shortDate(next.plan, lang, asOf),
                  next.days < 0 ? messages.when.late(-next.days) : messages.when.in(next.days),
                ]}
              />
            </>
          ) : done ? (
            messages.today.allDone
          ) : (
            messages.today.noPlan
          )}
        </span>
        <Button
          className={card.button}
          appearance="subtle"
          size="small"
          icon={<CalendarCheckmarkRegular />}
          title={messages.today.milestone(order.name)}
          aria-label={messages.today.milestone(order.name)}
          onClick={open("milestones")}
        />
        <Button
          className={card.button}
          appearance="subtle"
          size="small"
          icon={<ClipboardTaskAddRegular />}
          title={messages.today.inspect(order.name)}
          aria-label={messages.today.inspect(order.name)}
          onClick={open("inspection")}
        />
        <Button
          className={card.button}
          appearance="subtle"
          size="small"
          icon={<EditRegular />}
          title={messages.today.edit(order.name)}
          aria-label={messages.today.edit(order.name)}
          onClick={open("order")}
        />
      </div>
    </li>
  );
});
