import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import type { UnreadCell } from "../../registers/sheet/unreadCells";
import { usePane } from "../context";
import { unreadCounts } from "./unreadCounts";
import { useUnreadTexts } from "./useUnreadTexts";

/** A word about cells that cannot be read, with the way to them; nothing where there are none. */
export default function UnreadNotice(props: {
  cells: readonly UnreadCell[];
  /** Texts that are read count too. */
  withTexts?: boolean;
}) {
  const texts = useUnreadTexts();
  const { navigation } = usePane();
  const counts = unreadCounts(props.cells);
  const words = [
    counts.dates + counts.numbers > 0 && texts.notice(counts.dates, counts.numbers),
    props.withTexts && counts.texts > 0 && texts.texts(counts.texts),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{words.join(" ")}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => navigation.go("unread")}>
          {texts.look}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
