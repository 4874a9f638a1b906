import { Button } from "@fluentui/react-components";
import { MegaphoneRegular } from "@fluentui/react-icons/svg/megaphone";
import { usePane } from "../context";
import { useLayout } from "../ui/layout";
import { useRiskTexts } from "./useRiskTexts";

/** What is made of the forecasts. */
export function SheetButtons() {
  const layout = useLayout();
  const { sheets: texts } = useRiskTexts();
  const { navigation } = usePane();
  return (
    <div className={layout.row}>
      <Button size="small" icon={<MegaphoneRegular />} onClick={() => navigation.go("chase")}>
        {texts.chase}
      </Button>
    </div>
  );
}
