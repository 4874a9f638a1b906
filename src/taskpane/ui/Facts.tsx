import { makeStyles } from "@fluentui/react-components";
import { Fragment } from "react";

const useStyles = makeStyles({
  // A date, a number of days or a colour torn over two lines reads as two facts.
  fact: { display: "inline-block", maxWidth: "100%", overflowWrap: "anywhere" },
});

/** Facts in a line, parted by points; where the line ends, it ends between two of them. */
export function Facts({ facts }: { facts: readonly (string | false | undefined)[] }) {
  const { fact } = useStyles();
  const told = facts.filter(Boolean);
  return told.map((each, index) => (
    <Fragment key={index}>
      {index > 0 && " "}
      <span className={fact}>
        {each}
        {index < told.length - 1 && " ·"}
      </span>
    </Fragment>
  ));
}
