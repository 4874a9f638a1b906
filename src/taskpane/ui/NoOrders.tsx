import { Button } from "@fluentui/react-components";
import { CalendarTodayRegular } from "@fluentui/react-icons/svg/calendar-today";
import { useMessages, usePane } from "../context";
import { EmptyState } from "./EmptyState";

/** What a screen that lives of orders says when there are none, and where the first is made. */
export function NoOrders({ alone = false }: { alone?: boolean }) {
  const { empty } = useMessages();
  const { navigation } = usePane();
  return (
    <EmptyState
      alone={alone}
      icon={<CalendarTodayRegular />}
      title={empty.noOrders}
      text={empty.noOrdersText}
      action={
        <Button appearance="primary" onClick={() => navigation.go("order")}>
          {empty.addOrder}
        </Button>
      }
    />
  );
}
