import { Spinner, makeStyles } from "@fluentui/react-components";
import { useMessages } from "../context";

const useStyles = makeStyles({ root: { padding: "48px 12px" } });

export function Busy() {
  const messages = useMessages();
  const styles = useStyles();
  return (
    <Spinner className={styles.root} size="small" label={messages.common.loading} labelPosition="below" />
  );
}
