import { FluentProvider, makeStaticStyles, makeStyles, tokens } from "@fluentui/react-components";
import {
  Activity,
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
} from "react";
import { useLang, useMessages, usePane } from "../context";
import type { Screen, ScreenProps, Visit } from "../navigation";
import { Busy } from "../ui/Busy";
import { useStore } from "../useStore";
import { CatchErrors } from "./CatchErrors";
import { NavigationBar } from "./NavigationBar";
import { NoticeList } from "./NoticeList";
import { paneTheme, themeKind, type ThemeKind } from "./paneTheme";
import { tabWithin } from "./tabWithin";

const screens: Readonly<Record<Screen, ComponentType<ScreenProps>>> = {
  today: lazy(() => import(/* webpackChunkName: "today" */ "../today/TodayScreen")),
  risk: lazy(() => import(/* webpackChunkName: "risk" */ "../risk/RiskScreen")),
  outlook: lazy(() => import(/* webpackChunkName: "outlook" */ "../outlook/OutlookScreen")),
  chase: lazy(() => import(/* webpackChunkName: "chase" */ "../chase/ChaseScreen")),
  order: lazy(() => import(/* webpackChunkName: "order" */ "../order/OrderScreen")),
  milestones: lazy(() => import(/* webpackChunkName: "milestones" */ "../milestones/MilestoneScreen")),
  inspection: lazy(() => import(/* webpackChunkName: "inspection" */ "../inspection/InspectionScreen")),
  functions: lazy(() => import(/* webpackChunkName: "functionList" */ "../functions/FunctionScreen")),
  unread: lazy(() => import(/* webpackChunkName: "unread" */ "../unread/UnreadScreen")),
  setup: lazy(() => import(/* webpackChunkName: "setup" */ "../setup/SetupScreen")),
};

const usePageStyles = makeStaticStyles({ body: { margin: 0 } });

const useStyles = makeStyles({
  root: {
    height: "100dvh",
    overflow: "hidden",
    display: "flex",
    flexDirection: "column",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  main: { flexGrow: 1, minHeight: 0, minWidth: 0, position: "relative" },
  // Each screen scrolls by itself, so that it is found where it was left.
  screen: {
    height: "100%",
    overflowY: "auto",
    overflowX: "hidden",
    boxSizing: "border-box",
    outlineStyle: "none",
  },
});

const fonts = {
  "zh-CN": `"Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif`,
  en: `"Segoe UI", "Helvetica Neue", Arial, "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", sans-serif`,
};

function useThemeKind(): ThemeKind {
  const { environment } = usePane();
  return useSyncExternalStore(environment.watchTheme, () =>
    themeKind(environment.theme(), {
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
      forced: matchMedia("(forced-colors: active)").matches,
    }),
  );
}

/** Opened once, a screen stays: what was typed there is still there when the user comes back. */
function Screens() {
  const styles = useStyles();
  const messages = useMessages();
  const { navigation, notices } = usePane();
  const visit = useStore(navigation);
  const told = useStore(notices);
  const shown = useRef<HTMLDivElement>(null);
  const [visits, setVisits] = useState<Partial<Record<Screen, Visit>>>({ [visit.screen]: visit });
  if (visits[visit.screen] !== visit) setVisits({ ...visits, [visit.screen]: visit });
  useEffect(() => {
    // The button that led here stays behind unseen, and a message that is closed takes its button with it: whoever works by
    // keyboard goes on at the top of what is shown. Whoever is at the bar of screens, or in the sheet, is left there.
    const at = document.activeElement;
    const lost = at === document.body || (at?.closest("main") && !shown.current?.contains(at));
    if (document.hasFocus() && lost) shown.current?.focus({ preventScroll: true });
  }, [visit, told]);
  return Object.entries(visits).map(([id, latest]) => {
    const ScreenOf = screens[id as Screen];
    const here = id === visit.screen;
    return (
      <Activity key={id} mode={here ? "visible" : "hidden"}>
        <div
          ref={here ? shown : undefined}
          className={styles.screen}
          role="group"
          tabIndex={-1}
          aria-label={messages.nav[id as Screen]}
        >
          <CatchErrors>
            <Suspense fallback={<Busy />}>
              <ScreenOf visit={latest} />
            </Suspense>
          </CatchErrors>
        </div>
      </Activity>
    );
  });
}

export function App() {
  usePageStyles();
  const styles = useStyles();
  const messages = useMessages();
  const lang = useLang();
  const kind = useThemeKind();
  useEffect(() => {
    document.addEventListener("keydown", tabWithin, true);
    return () => document.removeEventListener("keydown", tabWithin, true);
  }, []);
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = messages.appName;
  }, [lang, messages]);
  return (
    <FluentProvider
      theme={{ ...paneTheme(kind), fontFamilyBase: fonts[lang] }}
      style={{ colorScheme: kind === "light" ? "light" : "dark" }}
    >
      {/* Not the provider's own class: pop-ups get that one too, and would cover the pane. */}
      <div className={styles.root}>
        <NavigationBar />
        <main className={styles.main}>
          <Screens />
        </main>
        <NoticeList />
      </div>
    </FluentProvider>
  );
}
