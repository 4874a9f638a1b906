import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { useBook } from "../context";
import { BookGate } from "../ui/BookGate";
import { EmptyState } from "../ui/EmptyState";
import { useLayout } from "../ui/layout";
import UnreadList from "./UnreadList";
import { useUnreadTexts } from "./useUnreadTexts";

function Unread() {
  const layout = useLayout();
  const texts = useUnreadTexts();
  const { unread } = useBook();
  if (unread.length === 0) {
    return <EmptyState alone icon={<CheckmarkCircleRegular />} title={texts.none} text={texts.noneText} />;
  }
  return (
    <div className={layout.screen}>
      <div className={layout.stack}>
        <h1 className={layout.title}>{texts.title}</h1>
        <p className={layout.hint}>{texts.intro}</p>
      </div>
      <UnreadList cells={unread} />
    </div>
  );
}

export default function UnreadScreen() {
  return (
    <BookGate>
      <Unread />
    </BookGate>
  );
}
