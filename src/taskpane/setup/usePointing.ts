import { createContext, use, useEffect, useMemo } from "react";
import { usePane } from "../context";

/** Long enough that a pointer on its way across the list does not drag the sheet along. */
const restFor = 150;

/** Whether nothing is pointed at, because the user is selecting cells that the pane waits for. */
export const PointingRests = createContext(false);

export interface PointingHandlers {
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Handlers that show cells on the sheet while the pointer or the focus is on what speaks of them; afterwards the earlier
 * selection comes back.
 */
export function usePointing(): (sheet: string, address: string) => PointingHandlers {
  const { workbook } = usePane();
  const rests = use(PointingRests);
  const pointing = useMemo(() => {
    let wanted: readonly [string, string] | undefined;
    let shown: readonly [string, string] | undefined;
    let running = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = async () => {
      if (running) return;
      running = true;
      // One at a time: only what is wanted when Excel is free again is shown.
      while (wanted !== shown) {
        shown = wanted;
        await (wanted ? workbook.pointAt(...wanted) : workbook.pointAt()).catch(() => undefined);
      }
      running = false;
    };
    const want = (next: readonly [string, string] | undefined) => {
      wanted = next;
      clearTimeout(timer);
      timer = setTimeout(() => void run(), restFor);
    };
    return { want };
  }, [workbook]);
  useEffect(() => () => pointing.want(undefined), [pointing]);
  useEffect(() => {
    if (rests) pointing.want(undefined);
  }, [pointing, rests]);
  return useMemo(
    () => (sheet, address) => {
      const on = () => (rests ? undefined : pointing.want([sheet, address]));
      const off = () => pointing.want(undefined);
      return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
    },
    [pointing, rests],
  );
}
