import { useEffect, useMemo, useState } from "react";
import type { OrderOutlook } from "../../domain/schedule/orderRisk";
import type { WhatIf } from "../../domain/schedule/whatIf";
import { useBookState } from "../context";
import { useStore } from "../useStore";
import type { OrderProblem } from "./riskRequest";
import type { OutlookAnswer } from "./riskService";
import { useRiskService } from "./useRisks";

export interface OutlookState {
  /** While a new one is made, the last one of the same order. */
  readonly outlook?: OrderOutlook;
  /** Why there is none, in the words of the program. */
  readonly problem?: string;
  /** What could not be read of the row. */
  readonly problems: readonly OrderProblem[];
  readonly busy: boolean;
}

interface Answered extends OutlookAnswer {
  readonly question: string;
  readonly key: string;
}

/** One order in detail, as it is or as it would be. Asked again when its row, or what all forecasts hang on, changes. */
export function useOutlook(key: string | undefined, change?: WhatIf): OutlookState {
  const service = useRiskService();
  const { basis } = useStore(service);
  const book = useBookState();
  const [answered, setAnswered] = useState<Answered>();
  const input = useMemo(
    () => (key === undefined || book.status !== "ready" ? undefined : service.inputOf(key)),
    [key, book, service],
  );
  const question = input?.order ? JSON.stringify([basis, input.order, change ?? null]) : undefined;
  useEffect(() => {
    // Before there is a basis there is nothing to go by; it comes with the book.
    if (question === undefined || basis === 0) return undefined;
    const [, order, wish] = JSON.parse(question) as [
      number,
      NonNullable<typeof input>["order"],
      WhatIf | null,
    ];
    if (!order) return undefined;
    return service.outlook(order, wish ?? undefined, (answer) =>
      setAnswered({ ...answer, question, key: order.key }),
    );
  }, [service, question, basis]);
  const kept = answered && answered.key === key ? answered : undefined;
  return {
    ...(kept?.outlook && { outlook: kept.outlook }),
    ...(kept?.problem !== undefined && { problem: kept.problem }),
    problems: input?.problems ?? [],
    busy: question !== undefined && kept?.question !== question,
  };
}
