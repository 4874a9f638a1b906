import { showFailure, startWorkbench } from "./workbench";
import type { Workbench } from "./workbench";
import "./page.css";

declare global {
  interface Window {
    /** For browser tests and the console. */
    workbench: Workbench;
  }
}

startWorkbench().then((workbench) => (window.workbench = workbench), showFailure);
