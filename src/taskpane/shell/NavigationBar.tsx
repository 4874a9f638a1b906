import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CalendarTodayFilled, CalendarTodayRegular } from "@fluentui/react-icons/svg/calendar-today";
import { ClipboardTaskFilled, ClipboardTaskRegular } from "@fluentui/react-icons/svg/clipboard-task";
import { DocumentAddFilled, DocumentAddRegular } from "@fluentui/react-icons/svg/document-add";
import { GaugeFilled, GaugeRegular } from "@fluentui/react-icons/svg/gauge";
import { MathFormulaFilled, MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { MegaphoneFilled, MegaphoneRegular } from "@fluentui/react-icons/svg/megaphone";
import { MoreHorizontalFilled, MoreHorizontalRegular } from "@fluentui/react-icons/svg/more-horizontal";
import { SettingsFilled, SettingsRegular } from "@fluentui/react-icons/svg/settings";
import { useId, useRef, useState, type ComponentType } from "react";
import { useMessages, usePane } from "../context";
import type { Screen } from "../navigation";
import { useStore } from "../useStore";

const useStyles = makeStyles({
  root: {
    position: "relative",
    zIndex: 10,
    flexShrink: 0,
    display: "grid",
    gridTemplateColumns: "repeat(6, minmax(0, 1fr))",
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
  others: {
    position: "absolute",
    top: "100%",
    right: "4px",
    display: "flex",
    flexDirection: "column",
    minWidth: "144px",
    padding: "4px",
    borderRadius: "6px",
    boxShadow: tokens.shadow16,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  other: {
    flexDirection: "row",
    gap: "8px",
    padding: "8px",
    border: "none",
    borderRadius: "4px",
    fontSize: "13px",
    lineHeight: "20px",
  },
});

interface Item {
  readonly screen: Screen;
  readonly Icon: ComponentType;
  readonly Here: ComponentType;
}

/** What is used every day; no more than a pane of 320 pixels has room for. */
const items: readonly Item[] = [
  { screen: "today", Icon: CalendarTodayRegular, Here: CalendarTodayFilled },
  { screen: "risk", Icon: GaugeRegular, Here: GaugeFilled },
  { screen: "chase", Icon: MegaphoneRegular, Here: MegaphoneFilled },
  { screen: "order", Icon: DocumentAddRegular, Here: DocumentAddFilled },
  { screen: "inspection", Icon: ClipboardTaskRegular, Here: ClipboardTaskFilled },
];

const others: readonly Item[] = [
  { screen: "functions", Icon: MathFormulaRegular, Here: MathFormulaFilled },
  { screen: "setup", Icon: SettingsRegular, Here: SettingsFilled },
];

/** Screens that are reached from another, and belong there. */
const parents: Readonly<Partial<Record<Screen, Screen>>> = {
  milestones: "order",
  outlook: "risk",
  unread: "setup",
};

export function NavigationBar() {
  const styles = useStyles();
  const messages = useMessages();
  const { navigation } = usePane();
  const { screen: shown } = useStore(navigation);
  const here = parents[shown] ?? shown;
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const id = useId();
  const isOther = others.some(({ screen }) => screen === here);
  const button = ({ screen, Icon, Here }: Item, className: string) => (
    <button
      key={screen}
      type="button"
      className={mergeClasses(styles.item, className, here === screen && styles.here)}
      aria-current={here === screen ? "page" : undefined}
      onClick={() => {
        setOpen(false);
        navigation.go(screen);
      }}
    >
      <span className={styles.icon} aria-hidden>
        {here === screen ? <Here /> : <Icon />}
      </span>
      {messages.nav[screen]}
    </button>
  );
  const MoreIcon = isOther ? MoreHorizontalFilled : MoreHorizontalRegular;
  return (
    <nav
      className={styles.root}
      aria-label={messages.nav.label}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        // office.js would send the user back to the sheet.
        event.stopPropagation();
        setOpen(false);
        more.current?.focus();
      }}
    >
      {items.map((item) => button(item, ""))}
      <button
        ref={more}
        type="button"
        className={mergeClasses(styles.item, isOther && styles.here)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <span className={styles.icon} aria-hidden>
          <MoreIcon />
        </span>
        {messages.nav.more}
      </button>
      {open && (
        <div id={id} className={styles.others}>
          {others.map((item) => button(item, styles.other))}
        </div>
      )}
    </nav>
  );
}
