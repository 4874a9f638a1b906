import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    gap: "8px",
    padding: "40px 24px",
    textAlign: "center",
  },
  icon: { fontSize: "40px", lineHeight: 0, color: tokens.colorBrandForeground1 },
  title: { margin: 0, fontSize: "16px", lineHeight: "22px", fontWeight: 600 },
  text: { margin: 0, maxWidth: "300px", color: tokens.colorNeutralForeground2 },
  action: { paddingTop: "8px" },
});

/** What a screen says when it has nothing to show, and what to do about it. */
export function EmptyState(props: {
  /** Stands alone on a screen that has no other title. */
  alone?: boolean;
  icon: ReactNode;
  title: string;
  text?: string;
  action?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>
        {props.icon}
      </span>
      {props.alone ? (
        <h1 className={styles.title}>{props.title}</h1>
      ) : (
        <h2 className={styles.title}>{props.title}</h2>
      )}
      {props.text && <p className={styles.text}>{props.text}</p>}
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}
