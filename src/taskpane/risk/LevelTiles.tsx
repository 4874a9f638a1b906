import { Tiles } from "../ui/Tiles";
import { countOf, tiles, type BoardRow, type Tile } from "./boardRows";
import { tileTones } from "./riskText";
import { useRiskTexts } from "./useRiskTexts";

/** How many orders there are of each level, and how many somebody has to look at. */
export function LevelTiles(props: {
  rows: readonly BoardRow[];
  chosen: Tile | undefined;
  onChoose: (tile: Tile | undefined) => void;
}) {
  const texts = useRiskTexts();
  const names = { ...texts.levels, check: texts.check };
  const counted = tiles.map((id) => ({
    id,
    name: names[id],
    number: countOf(props.rows, id),
    tone: tileTones[id],
  }));
  return <Tiles label={texts.counts} tiles={counted} chosen={props.chosen} onChoose={props.onChoose} />;
}
