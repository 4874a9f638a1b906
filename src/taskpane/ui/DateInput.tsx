import { Input, makeStyles, mergeClasses, tokens, type InputProps } from "@fluentui/react-components";
import { CalendarRegular } from "@fluentui/react-icons/svg/calendar";
import { useState } from "react";
import { useMessages } from "../context";
import { fromInput, toInput, typedDate, type DateValue } from "./dates";

const useStyles = makeStyles({
  picker: {
    position: "relative",
    width: "20px",
    height: "20px",
    fontSize: "16px",
    lineHeight: "20px",
    textAlign: "center",
  },
  // The browser's own calendar opens from its own indicator only (a script may not open it in a frame), so that lies,
  // unseen, over the whole icon.
  native: {
    position: "absolute",
    inset: 0,
    width: "100%",
    height: "100%",
    opacity: 0,
    border: "none",
    padding: 0,
    margin: 0,
    cursor: "pointer",
    "::-webkit-calendar-picker-indicator": {
      position: "absolute",
      inset: 0,
      width: "100%",
      height: "100%",
      margin: 0,
      padding: 0,
      cursor: "pointer",
    },
  },
  icon: { color: tokens.colorNeutralForeground3, pointerEvents: "none" },
  narrow: { paddingLeft: "4px", paddingRight: "4px" },
});

/**
 * A date, typed as people in the trade type it (2026-9-15, 9.15, 9月15日) or picked from the browser's calendar, and always shown
 * as 2026-09-15, whatever the computer's region. What cannot be read stays as typed and is handed on as text.
 */
export function DateInput({
  value,
  near,
  onDate,
  ...rest
}: Omit<InputProps, "value" | "onChange" | "type" | "defaultValue" | "onBlur"> & {
  value: DateValue;
  /** A day typed without its year is the one nearest to this. */
  near: number;
  onDate: (date: DateValue) => void;
}) {
  const styles = useStyles();
  const messages = useMessages();
  const [typed, setTyped] = useState<string | undefined>();
  const commit = () => {
    if (typed === undefined) return;
    setTyped(undefined);
    onDate(typed.trim() === "" ? undefined : (typedDate(typed, near) ?? typed.trim()));
  };
  return (
    <Input
      autoComplete="off"
      placeholder={messages.common.datePattern}
      {...rest}
      aria-invalid={typeof value === "string" || rest["aria-invalid"]}
      style={{ minWidth: 0, width: "100%", ...rest.style }}
      className={mergeClasses(rest.size === "small" && styles.narrow, rest.className)}
      input={{ style: { minWidth: 0, width: "100%" } }}
      value={typed ?? (typeof value === "string" ? value : toInput(value))}
      onChange={(_, data) => {
        setTyped(data.value);
        const date = typedDate(data.value, near);
        if (date !== undefined) onDate(date);
        else if (data.value.trim() === "") onDate(undefined);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
      }}
      contentAfter={
        <span className={styles.picker}>
          <CalendarRegular className={styles.icon} aria-hidden />
          <input
            type="date"
            className={styles.native}
            tabIndex={-1}
            aria-hidden
            value={typeof value === "string" ? "" : toInput(value)}
            onChange={(event) => {
              setTyped(undefined);
              onDate(fromInput(event.target.value));
            }}
          />
        </span>
      }
    />
  );
}
