import { makeStyles, tokens } from "@fluentui/react-components";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { areaAddress } from "./sheetPlaces";
import { nameOf, type ReadSheet } from "./sheetSetup";
import { usePointing } from "./usePointing";
import { useReadingTexts } from "./useReadingTexts";

const useStyles = makeStyles({
  item: {
    padding: "4px 0",
    overflowWrap: "anywhere",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
});

/** Areas of the sheet that are never written to; columns without a meaning are in the list of columns. */
export function LeavesAlone({ sheet }: { sheet: ReadSheet }) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useReadingTexts();
  const pointing = usePointing();
  const { leavesAlone } = sheet.reading;
  const columns = leavesAlone.filter(({ what }) => what === "column").length;
  const areas = leavesAlone.filter(({ what }) => what !== "column");
  if (leavesAlone.length === 0) return null;
  return (
    <Section title={texts.leaves.title}>
      <p className={layout.hint}>{texts.leaves.text}</p>
      <ul className={layout.plainList}>
        {areas.map(({ what, area }) => (
          <li
            key={`${what} ${area.row} ${area.column}`}
            className={styles.item}
            // What is shown on the sheet is shown to the keyboard as well.
            tabIndex={0}
            {...pointing(nameOf(sheet), areaAddress(area))}
          >
            {texts.leaves.at(texts.leaves.what[what], areaAddress(area))}
          </li>
        ))}
        {columns > 0 && <li className={styles.item}>{texts.leaves.columns(columns)}</li>}
      </ul>
    </Section>
  );
}
