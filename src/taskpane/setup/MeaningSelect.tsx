import { Select } from "@fluentui/react-components";
import type { SheetReading } from "../../registers/sheet/sheetReading";
import { useLang } from "../context";
import { useLayout } from "../ui/layout";
import { meaningName, meaningsFor } from "./meaningName";
import { useReadingTexts } from "./useReadingTexts";

/** All meanings that a column may have. `first` stands where none of them is chosen. */
export function MeaningSelect(props: {
  reading: SheetReading;
  label: string;
  value: string;
  first: string;
  onChoose: (meaning: string) => void;
}) {
  const layout = useLayout();
  const texts = useReadingTexts();
  const lang = useLang();
  const { reading, value } = props;
  const groups = meaningsFor(reading, texts);
  const known = value === "" || groups.some(({ meanings }) => meanings.includes(value));
  return (
    <Select
      size="small"
      className={layout.full}
      aria-label={props.label}
      value={value}
      onChange={(_, { value: chosen }) => props.onChoose(chosen)}
    >
      <option value="">{props.first}</option>
      {!known && <option value={value}>{meaningName(value, reading.subject, texts, lang)}</option>}
      {groups.map(({ label, meanings }) => (
        <optgroup key={label} label={label}>
          {meanings.map((meaning) => (
            <option key={meaning} value={meaning}>
              {meaningName(meaning, reading.subject, texts, lang)}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
