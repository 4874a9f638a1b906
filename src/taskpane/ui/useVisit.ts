import { useEffect, useEffectEvent, useRef } from "react";
import type { Visit } from "../navigation";

/** Does what a visit asks for, once for each visit. */
export function useVisit(visit: Visit, arrive: (visit: Visit) => void): void {
  const seen = useRef<number | undefined>(undefined);
  const onArrive = useEffectEvent(arrive);
  useEffect(() => {
    if (seen.current === visit.number) return;
    seen.current = visit.number;
    onArrive(visit);
  }, [visit]);
}
