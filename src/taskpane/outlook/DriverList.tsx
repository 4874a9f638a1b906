import { makeStyles, tokens } from "@fluentui/react-components";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import { useLayout } from "../ui/layout";
import { useOutlookTexts } from "./useOutlookTexts";

const useStyles = makeStyles({
  item: { display: "flex", flexDirection: "column", gap: "2px", padding: "4px 0" },
  name: { fontWeight: 600, overflowWrap: "anywhere" },
  track: {
    display: "block",
    height: "4px",
    borderRadius: "2px",
    backgroundColor: tokens.colorNeutralBackground5,
    overflow: "hidden",
    forcedColorAdjust: "none",
  },
  share: { display: "block", height: "100%", backgroundColor: tokens.colorPaletteRedBackground3 },
});

/** The late milestones that move the ship date, the dearest first, with what each costs. */
export function DriverList(props: {
  drivers: OrderOutlook["drivers"];
  label: (milestone: string) => string;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const texts = useOutlookTexts();
  if (props.drivers.length === 0) return <p className={layout.text}>{texts.noDrivers}</p>;
  return (
    <ol className={layout.plainList}>
      {props.drivers.map(({ milestone, late, costs, share }) => (
        <li key={milestone} className={styles.item}>
          <span className={layout.spread}>
            <span className={styles.name}>{props.label(milestone)}</span>
            <span className={layout.hint}>{texts.driverShare(texts.percent(share))}</span>
          </span>
          <span className={styles.track} aria-hidden>
            <span className={styles.share} style={{ width: `${Math.min(1, share) * 100}%` }} />
          </span>
          <span className={layout.hint}>{texts.driver(late, costs)}</span>
        </li>
      ))}
    </ol>
  );
}
