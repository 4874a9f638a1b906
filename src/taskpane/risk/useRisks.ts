import { usePane, type Pane } from "../context";
import { useStore } from "../useStore";
import { createRiskService, type RiskService, type RiskState } from "./riskService";
import { startEngine } from "./startEngine";

const services = new WeakMap<Pane, RiskService>();

/** One service for all screens of a pane, made when the first of them needs it. */
export function useRiskService(): RiskService {
  const pane = usePane();
  let service = services.get(pane);
  if (!service) services.set(pane, (service = createRiskService(pane.book, startEngine)));
  return service;
}

/** The forecasts of all orders as far as they have come. */
export function useRisks(): RiskState {
  return useStore(useRiskService());
}
