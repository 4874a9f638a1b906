import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { RegisterId } from "../../registers/register";
import { unreadOfReading } from "../../registers/sheet/unreadOfReading";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import UnreadList from "../unread/UnreadList";
import type { ReadSheet } from "./sheetSetup";
import { useReadingTexts } from "./useReadingTexts";

/** Cells that do not hold what they should, to be put right before or after the sheet is used. */
export default function UnreadOfSheet(props: {
  sheet: ReadSheet;
  register: RegisterId;
  onMended: () => void;
}) {
  const layout = useLayout();
  const texts = useReadingTexts();
  const [open, setOpen] = useState(false);
  const { look, reading } = props.sheet;
  const cells = useMemo(
    () => unreadOfReading(look.grid, reading, props.register),
    [look.grid, reading, props.register],
  );
  if (cells.length === 0) return null;
  return (
    <Section title={texts.use.unread}>
      <div className={layout.stack}>
        <div>
          <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {texts.use.unreadCount(cells.length)}
          </Button>
        </div>
        {open && <UnreadList cells={cells} onMended={props.onMended} />}
      </div>
    </Section>
  );
}
