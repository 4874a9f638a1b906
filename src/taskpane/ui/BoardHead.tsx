import { Button, MessageBar, MessageBarBody } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { lazy, Suspense } from "react";
import { useBook, useBookState, useLang, useMessages, usePane } from "../context";
import { shortDate } from "./dates";
import { useLayout } from "./layout";

const UnreadNotice = lazy(() => import(/* webpackChunkName: "unread-notice" */ "../unread/UnreadNotice"));

/** A board's title, the day it looks from, reading again, and a word when the last reading failed or left cells unread. */
export function BoardHead({ title }: { title: string }) {
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const { settings, unread } = useBook();
  const { asOf } = settings;
  const state = useBookState();
  const { book: store } = usePane();
  return (
    <>
      <div className={layout.spread}>
        <h1 className={layout.title}>{title}</h1>
        <span className={layout.tightRow}>
          <span className={layout.hint}>{messages.today.asOf(shortDate(asOf, lang, asOf))}</span>
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowClockwiseRegular />}
            title={messages.today.refresh}
            aria-label={messages.today.refresh}
            disabledFocusable={state.status === "ready" && state.refreshing}
            onClick={() => void store.refresh()}
          />
        </span>
      </div>
      {state.status === "ready" && state.stale !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{messages.today.stale}</MessageBarBody>
        </MessageBar>
      )}
      {unread.length > 0 && (
        <Suspense fallback={null}>
          <UnreadNotice cells={unread} />
        </Suspense>
      )}
    </>
  );
}
