import { orderOutlook, orderRisks, type OrderOutlook, type OrderRisk } from "../../domain/schedule/orderRisk";
import type { RiskOrder } from "../../domain/schedule/riskOrder";
import type { WhatIf } from "../../domain/schedule/whatIf";
import type { RiskBasis } from "./riskRequest";

/** An order and the number by which its answer is known again: a newer question about it has a higher one. */
export interface AskedOrder {
  readonly order: RiskOrder;
  readonly version: number;
}

/** What the engine is told. */
export type RiskQuestion =
  /** A new basis: whatever was asked before is void. */
  | { readonly type: "basis"; readonly basis: RiskBasis }
  /** More orders, the most urgent first. Those that were just edited go before all others. */
  | { readonly type: "orders"; readonly orders: readonly AskedOrder[]; readonly edited: boolean }
  | { readonly type: "gone"; readonly keys: readonly string[] }
  | { readonly type: "outlook"; readonly id: number; readonly order: RiskOrder; readonly change?: WhatIf }
  | { readonly type: "forget"; readonly id: number };

export type RiskAnswer =
  | {
      readonly type: "risks";
      readonly risks: readonly { readonly risk: OrderRisk; readonly version: number }[];
    }
  | {
      readonly type: "outlook";
      readonly id: number;
      readonly outlook?: OrderOutlook;
      readonly problem?: string;
    };

export interface RiskEngine {
  readonly tell: (question: RiskQuestion) => void;
  readonly stop: () => void;
}

export interface EnginePace {
  /** Milliseconds of work before others are let in. */
  readonly slice: number;
  /** Milliseconds between answers; each is a new picture for whoever looks. */
  readonly answers: number;
}

/** Beside the page nobody waits; but a question about one order must not wait long. */
export const workerPace: EnginePace = { slice: 40, answers: 150 };
/** In the page itself: shorter than anybody notices, where one order allows. */
export const pagePace: EnginePace = { slice: 12, answers: 150 };

type OutlookQuestion = Extract<RiskQuestion, { type: "outlook" }>;

/**
 * Works off questions about orders in short slices: outlooks first, then edited orders, then the others as they were sent.
 * It is the same beside the page (in a worker) and in it.
 */
export function createRiskEngine(answer: (answer: RiskAnswer) => void, pace: EnginePace): RiskEngine {
  let basis: RiskBasis | undefined;
  const edited = new Map<string, AskedOrder>();
  const queue = new Map<string, AskedOrder>();
  const outlooks = new Map<number, OutlookQuestion>();
  let found: { risk: OrderRisk; version: number }[] = [];
  let answered = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    if (found.length === 0) return;
    const risks = found;
    found = [];
    answered = performance.now();
    answer({ type: "risks", risks });
  };
  const lookOut = ({ id, order, change }: OutlookQuestion, on: RiskBasis) => {
    try {
      answer({ type: "outlook", id, outlook: orderOutlook({ ...on, orders: [order] }, order.key, change) });
    } catch (problem) {
      answer({ type: "outlook", id, problem: problem instanceof Error ? problem.message : String(problem) });
    }
  };
  const assess = ({ order, version }: AskedOrder, on: RiskBasis) => {
    let risk: OrderRisk | undefined;
    try {
      [risk] = orderRisks({ ...on, orders: [order] });
    } catch {
      // One order that breaks the analysis must not keep the others waiting for ever.
    }
    found.push({ risk: risk ?? { key: order.key }, version });
  };
  const first = <K, V>(from: Map<K, V>): V | undefined => {
    for (const [key, value] of from) {
      from.delete(key);
      return value;
    }
    return undefined;
  };
  const work = () => {
    timer = undefined;
    const until = performance.now() + pace.slice;
    while (basis && performance.now() < until) {
      const asked = first(outlooks);
      if (asked) {
        lookOut(asked, basis);
        continue;
      }
      const next = first(edited) ?? first(queue);
      if (!next) break;
      assess(next, basis);
    }
    const more = outlooks.size + edited.size + queue.size > 0;
    if (!more || performance.now() - answered >= pace.answers) flush();
    if (more) goOn();
  };
  const goOn = () => {
    timer ??= setTimeout(work, 0);
  };

  return {
    tell: (question) => {
      switch (question.type) {
        case "basis":
          basis = question.basis;
          edited.clear();
          queue.clear();
          found = [];
          // Whoever asked for an outlook asks again when the basis changes.
          outlooks.clear();
          break;
        case "orders":
          for (const asked of question.orders) {
            edited.delete(asked.order.key);
            queue.delete(asked.order.key);
            (question.edited ? edited : queue).set(asked.order.key, asked);
          }
          break;
        case "gone":
          for (const key of question.keys) {
            edited.delete(key);
            queue.delete(key);
          }
          break;
        case "outlook":
          outlooks.set(question.id, question);
          break;
        case "forget":
          outlooks.delete(question.id);
          break;
      }
      goOn();
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
      basis = undefined;
    },
  };
}
