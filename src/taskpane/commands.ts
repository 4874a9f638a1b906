import type { Navigation, Screen } from "./navigation";

/** Office wants to hear that a command has been handled; otherwise the ribbon button stays busy. */
interface CommandEvent {
  completed(): void;
}

export interface CommandHost {
  associate(id: string, handler: (event: CommandEvent) => void): void;
}

const screens: Readonly<Record<string, { screen: Screen; fromSelection?: boolean }>> = {
  openToday: { screen: "today" },
  openRisk: { screen: "risk" },
  openChase: { screen: "chase" },
  openOrder: { screen: "order" },
  openInspection: { screen: "inspection" },
  openFunctions: { screen: "functions" },
  openSetup: { screen: "setup" },
  showRiskHere: { screen: "outlook", fromSelection: true },
  logInspectionHere: { screen: "inspection", fromSelection: true },
  updateMilestoneHere: { screen: "milestones", fromSelection: true },
};

/** Connects the ribbon buttons and the cell's context menu with the pane's screens. */
export function associateCommands(
  host: CommandHost,
  navigation: Navigation,
  showPane: () => Promise<void>,
): void {
  for (const [id, { screen, fromSelection }] of Object.entries(screens)) {
    host.associate(id, (event) => {
      navigation.go(screen, fromSelection ? { fromSelection } : {});
      // A pane that cannot be shown must not leave the button busy.
      void showPane().finally(() => event.completed());
    });
  }
}
