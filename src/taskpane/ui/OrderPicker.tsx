import { Button, Field, makeStyles, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useBook, useMessages } from "../context";
import { matchesText, ordersOf, type OrderView } from "../orders";
import { useLayout } from "./layout";
import { NoOrders } from "./NoOrders";
import { SearchField } from "./SearchField";
import { useLostFocus } from "./useLostFocus";
import { useSelectedOrder } from "./useSelectedOrder";

const useStyles = makeStyles({
  option: {
    display: "flex",
    flexDirection: "column",
    width: "100%",
    padding: "6px 8px",
    border: "none",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

/** More than this is found faster by typing. */
const offered = 8;

/** Finds an order by typing a part of its name, or takes the one whose row is selected. */
export function OrderPicker({ onPick }: { onPick: (order: OrderView) => void }) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const book = useBook();
  const { take, missed } = useSelectedOrder(onPick);
  const [text, setText] = useState("");
  const search = useRef<HTMLInputElement>(null);
  useLostFocus(search);
  const orders = ordersOf(book);
  const found = orders.filter((order) => matchesText(order, text));
  if (orders.length === 0) return <NoOrders />;
  return (
    <div className={layout.stack}>
      <Field label={messages.pick.order} validationMessage={missed ? messages.pick.noneSelected : undefined}>
        <SearchField
          ref={search}
          placeholder={messages.pick.placeholder}
          value={text}
          onText={setText}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== "Enter") return;
            // Enter in a form would save it.
            event.preventDefault();
            if (first && text.trim() !== "") onPick(first);
          }}
        />
      </Field>
      <div>
        <Button size="small" onClick={() => void take()}>
          {messages.pick.selected}
        </Button>
      </div>
      {found.length === 0 && <p className={layout.hint}>{messages.pick.noMatch}</p>}
      <ul className={layout.plainList}>
        {found.slice(0, offered).map((order) => (
          <li key={order.key}>
            <button type="button" className={styles.option} onClick={() => onPick(order)}>
              <strong>{order.name}</strong>
              <span className={layout.hint}>
                {[order.customer, order.factory].filter(Boolean).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
