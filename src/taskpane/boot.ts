import { associateCommands } from "./commands";
import { createNavigation } from "./navigation";

/** Here no language is known yet, and no catalogue is there. */
const NO_OFFICE = [
  "Office.js could not be loaded from Microsoft's network. Check the connection, or ask whoever runs this add-in whether that address is blocked, then open the pane again.",
  "无法从 Microsoft 网络加载 office.js。请检查网络，或询问加载项管理员该地址是否被拦截，然后重新打开窗格。",
];
const NO_PANE = [
  "The pane could not be loaded. Check the connection, close the pane and open it again. Your workbook is untouched.",
  "窗格加载失败。请检查网络，关闭窗格后重新打开。工作簿没有任何改动。",
];

function tell([english = "", chinese = ""]: readonly string[]): void {
  const said = [english, chinese].map((text, index) => {
    const line = document.createElement("p");
    line.lang = index === 0 ? "en" : "zh-CN";
    line.textContent = text;
    return line;
  });
  const pane = document.getElementById("pane");
  pane?.setAttribute("role", "alert");
  pane?.replaceChildren(...said);
}

async function loadAtStartup(): Promise<void> {
  await Office.onReady();
  // Worksheet functions must answer when the workbook is opened again, before anybody opens the pane.
  if ((await Office.addin.getStartupBehavior()) !== Office.StartupBehavior.load) {
    await Office.addin.setStartupBehavior(Office.StartupBehavior.load);
  }
}

function begin(): void {
  const navigation = createNavigation();
  // Commands are associated before Office is ready: a ribbon button may be what starts this page.
  associateCommands(Office.actions, navigation, () => Office.addin.showAsTaskpane());

  const bringPane = async (): Promise<void> => {
    await Office.onReady();
    const { mountPane } = await import(/* webpackChunkName: "pane" */ "./pane");
    await mountPane(document.getElementById("pane")!, navigation);
  };
  // Where the host cannot load at startup (it then says so by rejecting), the functions still load with the pane.
  loadAtStartup().catch(() => undefined);
  bringPane().catch((failure: unknown) => {
    tell(NO_PANE);
    throw failure;
  });
}

if (typeof Office === "undefined") tell(NO_OFFICE);
else begin();
