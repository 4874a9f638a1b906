import { useMessages } from "../context";
import { warnDays, type OrderView } from "../orders";
import { Tiles } from "../ui/Tiles";
import type { Tone } from "../ui/tone";
import { counts, isCounted, type Count } from "./boardFilter";

const tones: Readonly<Record<Count, Tone>> = {
  overdue: "bad",
  dueSoon: "soon",
  qcFailed: "bad",
  atRisk: "warn",
};

export function CountTiles(props: {
  orders: readonly OrderView[];
  chosen: Count | undefined;
  onChoose: (count: Count | undefined) => void;
}) {
  const { today } = useMessages();
  const names = { ...today, dueSoon: today.dueSoon(warnDays) };
  const counted = counts.map((id) => ({
    id,
    name: names[id],
    number: props.orders.filter((order) => isCounted(order, id)).length,
    tone: tones[id],
  }));
  return <Tiles label={today.counts} tiles={counted} chosen={props.chosen} onChoose={props.onChoose} />;
}
