import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarTodayFilled, CalendarTodayRegular } from "@fluentui/react-icons/svg/calendar-today";
import { ClipboardTaskFilled, ClipboardTaskRegular } from "@fluentui/react-icons/svg/clipboard-task";
import { DocumentAddFilled, DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { MathFormulaFilled, MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { SettingsFilled, SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { useMessages, usePane } from "../context";
import type { Screen } from "../navigation";
import { useStore } from "../useStore";

const useStyles = makeStyles({
  root: {
    position: "sticky",
    top: 0,
    zIndex: 10,
    display: "grid",
    gridTemplateColumns: "repeat(5, minmax(0, 1fr))",
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  item: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "2px",
    padding: "6px 2px 4px",
    border: "none",
    borderBottom: "2px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: "12px",
    lineHeight: "16px",
    cursor: "pointer",
    whiteSpace: "nowrap",
    minWidth: 0,
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  here: {
    color: tokens.colorBrandForeground1,
    borderBottomColor: tokens.colorBrandForeground1,
    fontWeight: 600,
  },
  icon: { fontSize: "20px", lineHeight: 0 },
});

const items = [
  { screen: "today", Icon: CalendarTodayRegular, Here: CalendarTodayFilled },
  { screen: "order", Icon: DocumentAddRegular, Here: DocumentAddFilled },
  { screen: "inspection", Icon: ClipboardTaskRegular, Here: ClipboardTaskFilled },
  { screen: "functions", Icon: MathFormulaRegular, Here: MathFormulaFilled },
  { screen: "setup", Icon: SettingsRegular, Here: SettingsFilled },
] as const;

/** The dates of one order are reached from its row or from the board, and belong to the order. */
const belongsTo = (screen: Screen): Screen => (screen === "milestones" ? "order" : screen);

export function NavigationBar() {
  const styles = useStyles();
  const messages = useMessages();
  const { navigation } = usePane();
  const here = belongsTo(useStore(navigation).screen);
  return (
    <nav className={styles.root} aria-label={messages.nav.label}>
      {items.map(({ screen, Icon, Here }) => (
        <button
          key={screen}
          type="button"
          className={mergeClasses(styles.item, here === screen && styles.here)}
          aria-current={here === screen ? "page" : undefined}
          onClick={() => navigation.go(screen)}
        >
          <span className={styles.icon}>{here === screen ? <Here aria-hidden /> : <Icon aria-hidden />}</span>
          {messages.nav[screen]}
        </button>
      ))}
    </nav>
  );
}
