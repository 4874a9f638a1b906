import { createRoot, type Root } from "react-dom/client";
import { createBookStore } from "./bookStore";
import { PaneProvider, type Pane } from "./context";
import type { Environment } from "./environment";
import { createLanguage } from "./language";
import type { Navigation } from "./navigation";
import { createNotices } from "./notices";
import { officeEnvironment } from "./officeEnvironment";
import { officeWorkbook } from "./officeWorkbook";
import type { PaneWorkbook } from "./paneWorkbook";
import { App } from "./shell/App";

export async function createPane(
  workbook: PaneWorkbook,
  environment: Environment,
  navigation: Navigation,
): Promise<Pane> {
  return {
    workbook,
    environment,
    navigation,
    book: createBookStore(workbook),
    notices: createNotices(),
    language: await createLanguage(environment),
  };
}

/** Shows the pane and keeps it up to date with the workbook. */
export function showPane(element: HTMLElement, pane: Pane): Root {
  const root = createRoot(element);
  root.render(
    <PaneProvider value={pane}>
      <App />
    </PaneProvider>,
  );
  void pane.book.refresh();
  // Without events (an old host, a refused registration) the refresh button and the pane's own writes still renew the board.
  pane.workbook.watch(pane.book.refreshSoon).catch(() => undefined);
  return root;
}

export async function mountPane(element: HTMLElement, navigation: Navigation): Promise<void> {
  showPane(element, await createPane(officeWorkbook, officeEnvironment(), navigation));
}
