import type { OrderOutlook, OrderRisk } from "../../domain/schedule/orderRisk";
import type { RiskOrder } from "../../domain/schedule/riskOrder";
import type { WhatIf } from "../../domain/schedule/whatIf";
import type { Book } from "../../workbook/book";
import type { BookStore } from "../bookStore";
import { ordersOf, type OrderView } from "../orders";
import { createStore, type Store } from "../store";
import type { AskedOrder, RiskAnswer, RiskEngine, RiskQuestion } from "./riskEngine";
import { riskReader, type OrderProblem, type RiskInput } from "./riskRequest";

export interface RiskState {
  /** By the row's key. While a new answer is on its way the old one stands. */
  readonly risks: ReadonlyMap<string, OrderRisk>;
  /** What could not be read of an order; it may have a risk all the same. */
  readonly problems: ReadonlyMap<string, readonly OrderProblem[]>;
  readonly done: number;
  readonly total: number;
  /** Counts up when something changes that every forecast hangs on: the as-of date, the calendar, a template. */
  readonly basis: number;
}

export interface OutlookAnswer {
  readonly outlook?: OrderOutlook;
  /** What went wrong, in the words of the program. */
  readonly problem?: string;
}

/** The forecasts of all orders, kept up to date with the workbook while anybody looks. */
export interface RiskService extends Pick<Store<RiskState>, "get" | "subscribe"> {
  /** What the row says of an order now; undefined where there is no such row. */
  readonly inputOf: (key: string) => RiskInput | undefined;
  /** Asks ahead of everything else. Returns how to take the question back. */
  readonly outlook: (
    order: RiskOrder,
    change: WhatIf | undefined,
    answer: (answer: OutlookAnswer) => void,
  ) => () => void;
}

/** Starts the engine; `failed` is called when it stops working, and is then to be started in the page. */
export type StartEngine = (
  answer: (answer: RiskAnswer) => void,
  failed: () => void,
  inPage: boolean,
) => Promise<RiskEngine>;

interface Entry {
  readonly print: string;
  readonly version: number;
}

/** Milliseconds of looking through rows at a time. */
const scanSlice = 8;

const nothing: RiskState = { risks: new Map(), problems: new Map(), done: 0, total: 0, basis: 0 };

export function createRiskService(book: BookStore, start: StartEngine): RiskService {
  const store = createStore<RiskState>(nothing);
  const entries = new Map<string, Entry>();
  const risks = new Map<string, OrderRisk>();
  const problems = new Map<string, readonly OrderProblem[]>();
  /** Keys whose answer has not come yet. */
  const waiting = new Set<string>();
  const asked = new Map<number, { question: RiskQuestion; answer: (answer: OutlookAnswer) => void }>();
  let basisText = "";
  let basis = 0;
  let total = 0;
  let number = 0;
  let scan = 0;
  let seen: Book | undefined;
  let engine: RiskEngine | undefined;
  let engineNumber = 0;
  let unsent: RiskQuestion[] = [];

  const publish = () =>
    store.set({
      risks: new Map(risks),
      problems: new Map(problems),
      done: total - waiting.size,
      total,
      basis,
    });
  const tell = (question: RiskQuestion) => {
    if (engine) engine.tell(question);
    else unsent.push(question);
  };
  const hear = (answer: RiskAnswer) => {
    if (answer.type === "outlook") {
      const { outlook, problem } = answer;
      asked
        .get(answer.id)
        ?.answer({ ...(outlook && { outlook }), ...(problem !== undefined && { problem }) });
      asked.delete(answer.id);
      return;
    }
    for (const { risk, version } of answer.risks) {
      // An answer to what the row said before is no answer any more.
      if (entries.get(risk.key)?.version !== version) continue;
      risks.set(risk.key, risk);
      waiting.delete(risk.key);
    }
    publish();
  };
  const startEngine = (inPage: boolean) => {
    const mine = ++engineNumber;
    const failed = () => {
      if (mine !== engineNumber) return;
      engine = undefined;
      unsent = [];
      startEngine(true);
      basisText = "";
      if (seen) follow(seen);
      for (const { question } of asked.values()) tell(question);
    };
    void start((answer) => mine === engineNumber && hear(answer), failed, inPage).then((started) => {
      if (mine !== engineNumber) return started.stop();
      engine = started;
      unsent.splice(0).forEach((question) => started.tell(question));
    });
  };

  /** Looks through the rows in slices and asks about those that say something new. */
  const look = async (of: Book, views: readonly OrderView[], mine: number) => {
    const { print: printOf, input: inputOf } = riskReader(of);
    let until = performance.now() + scanSlice;
    let first: AskedOrder[] = [];
    let edited: AskedOrder[] = [];
    const send = () => {
      if (first.length > 0) tell({ type: "orders", orders: first, edited: false });
      if (edited.length > 0) tell({ type: "orders", orders: edited, edited: true });
      first = [];
      edited = [];
    };
    for (const view of views) {
      if (performance.now() > until) {
        send();
        publish();
        await new Promise((goOn) => setTimeout(goOn, 0));
        if (mine !== scan) return;
        until = performance.now() + scanSlice;
      }
      const { key } = view;
      const print = printOf(view);
      const known = entries.get(key);
      if (known?.print === print) continue;
      const version = ++number;
      entries.set(key, { print, version });
      const input = inputOf(view);
      if (input.problems.length > 0) problems.set(key, input.problems);
      else problems.delete(key);
      if (input.order) {
        waiting.add(key);
        (known ? edited : first).push({ order: input.order, version });
      } else {
        waiting.delete(key);
        if (risks.delete(key)) tell({ type: "gone", keys: [key] });
      }
    }
    send();
    publish();
  };

  const follow = (of: Book) => {
    const mine = ++scan;
    seen = of;
    const { basis: next } = riskReader(of);
    const text = JSON.stringify(next);
    if (text !== basisText) {
      basisText = text;
      basis++;
      entries.clear();
      tell({ type: "basis", basis: next });
    }
    const views = ordersOf(of);
    total = views.length;
    const keys = new Set(views.map(({ key }) => key));
    const gone = [...entries.keys()].filter((key) => !keys.has(key));
    if (gone.length > 0) tell({ type: "gone", keys: gone });
    for (const key of gone) entries.delete(key);
    for (const old of [risks, problems]) for (const key of old.keys()) if (!keys.has(key)) old.delete(key);
    for (const key of waiting) if (!keys.has(key)) waiting.delete(key);
    for (const key of keys) if (!entries.has(key)) waiting.add(key);
    void look(of, views, mine);
  };
  const catchUp = () => {
    const state = book.get();
    if (state.status === "ready" && state.book !== seen) follow(state.book);
  };

  let watchers = 0;
  let leave: () => void = () => undefined;
  return {
    get: store.get,
    subscribe: (listener) => {
      const stop = store.subscribe(listener);
      if (watchers++ === 0) {
        if (engineNumber === 0) startEngine(false);
        leave = book.subscribe(catchUp);
        catchUp();
      }
      return () => {
        stop();
        if (--watchers === 0) leave();
      };
    },
    inputOf: (key) => {
      const state = book.get();
      if (state.status !== "ready") return undefined;
      const view = ordersOf(state.book).find((each) => each.key === key);
      return view && riskReader(state.book).input(view);
    },
    outlook: (order, change, answer) => {
      const id = ++number;
      const question: RiskQuestion = { type: "outlook", id, order, ...(change && { change }) };
      asked.set(id, { question, answer });
      tell(question);
      return () => {
        if (asked.delete(id)) tell({ type: "forget", id });
      };
    },
  };
}
