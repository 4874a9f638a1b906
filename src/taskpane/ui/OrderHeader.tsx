import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useRef } from "react";
import { useLang, useMessages } from "../context";
import { NAME_POINT, type OrderView } from "../orders";
import { shortDate } from "./dates";
import { Facts } from "./Facts";
import { useLayout } from "./layout";
import { useLostFocus } from "./useLostFocus";

const useStyles = makeStyles({
  root: {
    display: "flex",
    gap: "8px",
    alignItems: "flex-start",
    padding: "8px 8px 8px 12px",
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground3,
    minWidth: 0,
    ":focus": { outlineStyle: "none" },
  },
  words: { flexGrow: 1, minWidth: 0 },
  why: { display: "block" },
  name: { display: "block", fontWeight: 600, overflowWrap: "anywhere" },
});

/** The order being worked on. */
export function OrderHeader({
  order,
  asOf,
  onChange,
  changeDisabled,
}: {
  order: OrderView;
  asOf: number;
  onChange: () => void;
  changeDisabled?: boolean;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const root = useRef<HTMLDivElement>(null);
  const why = useId();
  useLostFocus(root);
  const facts = [
    order.customer,
    order.factory,
    order.qty !== undefined && messages.common.pieces(order.qty),
    order.due !== undefined && `${messages.today.due} ${shortDate(order.due, lang, asOf)}`,
  ];
  return (
    <div className={styles.root} ref={root} tabIndex={-1}>
      <div className={styles.words}>
        <span className={styles.name}>
          <Facts facts={order.name.split(NAME_POINT)} />
        </span>
        <span className={layout.hint}>
          <Facts facts={facts} />
        </span>
        {changeDisabled && (
          <span id={why} className={mergeClasses(layout.hint, styles.why)}>
            {messages.pick.unsaved}
          </span>
        )}
      </div>
      <Button
        size="small"
        appearance="subtle"
        title={changeDisabled ? messages.pick.unsaved : messages.pick.change}
        disabledFocusable={changeDisabled}
        aria-describedby={changeDisabled ? why : undefined}
        onClick={onChange}
      >
        {messages.pick.changeShort}
      </Button>
    </div>
  );
}
