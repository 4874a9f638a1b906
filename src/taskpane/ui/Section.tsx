import { type ReactNode, useId } from "react";
import { useLayout } from "./layout";

/** A titled part of a screen. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const layout = useLayout();
  const id = useId();
  return (
    <section className={layout.stack} aria-labelledby={id}>
      <div className={layout.spread}>
        <h2 id={id} className={layout.heading}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
