import { Button } from "@fluentui/react-components";
import { useBook, usePane } from "../context";
import { ordersOf } from "../orders";
import { useLayout } from "../ui/layout";
import { ToneLine } from "../ui/tone";
import { lateMaterials, orderedMaterials } from "./chaseMaterials";
import { useChaseTexts } from "./useChaseTexts";

/** How many materials should be here and are not, with the way to the list; nothing where all are. */
export default function LateMaterials() {
  const layout = useLayout();
  const texts = useChaseTexts();
  const book = useBook();
  const { navigation } = usePane();
  const { length } = lateMaterials(orderedMaterials(book, ordersOf(book)), book.settings.asOf);
  if (length === 0) return null;
  return (
    <div className={layout.spread}>
      <ToneLine tone="bad">{texts.lateMaterials(length)}</ToneLine>
      <Button size="small" onClick={() => navigation.go("chase")}>
        {texts.chase}
      </Button>
    </div>
  );
}
