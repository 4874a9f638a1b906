import { associateCommands } from "./commands";
import { createNavigation } from "./navigation";

const navigation = createNavigation();

// Commands are associated before Office is ready: a ribbon button may be what starts this page.
associateCommands(Office.actions, navigation, () => Office.addin.showAsTaskpane());

async function start(): Promise<void> {
  await Office.onReady();
  // Worksheet functions must answer when the workbook is opened again, before anybody opens the pane.
  if ((await Office.addin.getStartupBehavior()) !== Office.StartupBehavior.load) {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  }
}

async function bringPane(): Promise<void> {
  await Office.onReady();
  const { mountPane } = await import(/* webpackChunkName: "pane" */ "./pane");
  await mountPane(document.getElementById("pane")!, navigation);
}

// Where the host cannot load at startup (it then says so by rejecting), the functions still load with the pane.
start().catch(() => undefined);
void bringPane();
