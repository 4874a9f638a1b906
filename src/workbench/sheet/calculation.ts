import {
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";
import { TriggerCalculationController } from "@univerjs/sheets-formula";
import type { CalculationMode, CustomFunctionRunner } from "./book";
import type { UniverContext } from "./univerContext";

/** The private parts of Univer's trigger that let a calculation begin now instead of 100 ms after the last change. */
interface Trigger {
  _setTimeoutKey: ReturnType<typeof setTimeout>;
  _waitingCommandQueue: unknown[];
  _executingDirtyData: object;
  _generateDirty(commands: unknown[]): object;
  _mergeDirty(a: object, b: object): object;
}

/** Milliseconds after what an add-in wrote last. */
const ADD_IN_PAUSE = 600;

/** Knows when what was written is calculated. Univer itself calculates a moment after every change; here one can wait for it. */
export class Calculation {
  mode: CalculationMode = "Automatic";
  runner: CustomFunctionRunner | undefined;
  private readonly trigger: Trigger;
  /** Calculations begun and not ended: never more than one, for a second would wipe out what the first has worked out. */
  private running = 0;
  /** Everything is to be calculated anew as soon as the running calculation has ended. */
  private fullAsked = false;
  private waiting: (() => void)[] = [];
  private readonly subscription: { dispose(): void };

  constructor(private readonly context: UniverContext) {
    this.trigger = context.injector.get(TriggerCalculationController) as unknown as Trigger;
    const dirty = context.injector.get(IActiveDirtyManagerService);
    this.subscription = context.commands.onCommandExecuted((command) => {
      if (command.id === SetFormulaCalculationStartMutation.id) {
        this.running++;
        clearTimeout(this.trigger._setTimeoutKey);
      } else if (command.id === SetFormulaCalculationNotificationMutation.id) this.notified(command.params);
      else if (
        (this.mode === "Manual" || this.running > 0) &&
        (command.id === SetRangeValuesMutation.id || dirty.get(command.id) !== undefined)
      ) {
        // The queue keeps what is dirty; only its timer is taken away.
        clearTimeout(this.trigger._setTimeoutKey);
      } else if (
        this.context.origin !== undefined &&
        (command.id === SetRangeValuesMutation.id || dirty.get(command.id) !== undefined)
      ) {
        // An add-in that has written may be about to write more; who asks for values meanwhile gets them at once.
        clearTimeout(this.trigger._setTimeoutKey);
        this.trigger._setTimeoutKey = setTimeout(() => this.start(), ADD_IN_PAUSE);
      }
    });
  }

  get calculating(): boolean {
    return (
      this.running > 0 ||
      this.fullAsked ||
      (this.mode !== "Manual" && this.trigger._waitingCommandQueue.length > 0)
    );
  }

  private notified(params: unknown): void {
    const state = (params as { functionsExecutedState?: number }).functionsExecutedState;
    if (state === undefined) return;
    this.running = Math.max(0, this.running - 1);
    // One that was stopped has begun anew by now.
    if (this.running > 0) return;
    const waiting = this.waiting;
    this.waiting = [];
    // Univer's own listeners to the same message come first.
    queueMicrotask(() => {
      // What was written meanwhile has lost its timer.
      if (this.fullAsked) this.full();
      else if (this.mode !== "Manual") this.start();
      waiting.forEach((resolve) => resolve());
    });
  }

  /** Begin what is waiting, at once. */
  start(): void {
    const { trigger } = this;
    if (this.running > 0 || !trigger._waitingCommandQueue.length) return;
    clearTimeout(trigger._setTimeoutKey);
    trigger._executingDirtyData = trigger._mergeDirty(
      trigger._executingDirtyData,
      trigger._generateDirty(trigger._waitingCommandQueue),
    );
    trigger._waitingCommandQueue = [];
    this.context.commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { ...trigger._executingDirtyData },
      { onlyLocal: true },
    );
  }

  full(): void {
    this.fullAsked = this.running > 0;
    if (this.fullAsked) return;
    this.context.commands.syncExecuteCommand(
      SetFormulaCalculationStartMutation.id,
      { ...this.trigger._executingDirtyData, forceCalculation: true },
      { onlyLocal: true },
    );
  }

  async calculated(): Promise<void> {
    while (this.calculating) {
      this.start();
      if (this.running > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
    }
  }

  async settle(): Promise<void> {
    for (;;) {
      await this.calculated();
      if (!this.runner?.pending) return;
      await this.runner.settled();
    }
  }

  dispose(): void {
    this.subscription.dispose();
    clearTimeout(this.trigger._setTimeoutKey);
    this.runner?.dispose();
  }
}
