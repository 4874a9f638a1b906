import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ChosenMend } from "../../registers/sheet/cellMends";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { ToneLine } from "../ui/tone";
import type { usePointing } from "../setup/usePointing";
import { cellWords } from "./cellWords";
import { useUnreadTexts } from "./useUnreadTexts";

/** As many as are looked through at a time. */
const page = 50;

const useStyles = makeStyles({
  table: {
    borderCollapse: "collapse",
    width: "100%",
    tableLayout: "fixed",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": {
      padding: "4px 4px 4px 0",
      textAlign: "left",
      verticalAlign: "top",
      fontWeight: 400,
      overflowWrap: "anywhere",
      borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    },
    "& thead th": { color: tokens.colorNeutralForeground2 },
  },
  place: { width: "34%" },
  row: {
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  heading: { display: "block" },
  then: { fontWeight: 600 },
});

/** Each cell that would be written, with what it says and what it would say. */
export function MendTable(props: { mends: readonly ChosenMend[]; pointing: ReturnType<typeof usePointing> }) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const texts = useUnreadTexts();
  const [pages, setPages] = useState(1);
  const { mends } = props;
  const years = mends.filter(({ yearAdded }) => yearAdded).length;
  return (
    <div className={layout.stack}>
      {years > 0 && <ToneLine tone="warn">{texts.yearsAdded(years)}</ToneLine>}
      <table className={styles.table} aria-label={texts.previewTitle}>
        <thead>
          <tr>
            <th scope="col" className={styles.place}>
              {texts.cell}
            </th>
            <th scope="col">{texts.before}</th>
            <th scope="col">{texts.after}</th>
          </tr>
        </thead>
        <tbody>
          {mends.slice(0, pages * page).map(({ id, sheet, address, heading, was, value, isDay }) => {
            const kind = isDay ? "date" : "number";
            return (
              <tr key={id} className={styles.row} tabIndex={0} {...props.pointing(sheet, address)}>
                <th scope="row">
                  {address}
                  <span className={`${layout.hint} ${styles.heading}`}>{heading}</span>
                </th>
                <td>{cellWords(was, kind, texts.blank)}</td>
                <td>
                  <strong className={styles.then}>{cellWords(value, kind, texts.blank)}</strong>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {mends.length > pages * page && (
        <Button size="small" onClick={() => setPages(pages + 1)}>
          {messages.common.showMore(Math.min(page, mends.length - pages * page))}
        </Button>
      )}
    </div>
  );
}
