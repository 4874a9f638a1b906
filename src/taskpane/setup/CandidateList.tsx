import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Candidate } from "../../workbook/book";
import { useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { ToneLine } from "../ui/tone";

const useStyles = makeStyles({
  candidate: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    width: "100%",
    padding: "8px 12px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: "6px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "13px",
    lineHeight: "18px",
    cursor: "pointer",
    overflowWrap: "anywhere",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
    ":disabled": { cursor: "default", color: tokens.colorNeutralForeground2 },
  },
});

export function CandidateList(props: {
  candidates: readonly Candidate[];
  onChoose: (candidate: Candidate) => void;
  onLookAgain: () => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  // The table that the user is looking at is most likely the one that is meant.
  const sorted = [...props.candidates].sort((a, b) => Number(b.isSelected) - Number(a.isSelected));
  return (
    <div className={layout.stack}>
      <p className={layout.text}>{sorted.length ? messages.setup.candidates : messages.setup.noCandidates}</p>
      <ul className={layout.list}>
        {sorted.map((candidate) => (
          <li key={`${candidate.sheet}!${candidate.address}`}>
            <button
              type="button"
              className={styles.candidate}
              disabled={candidate.obstacle !== undefined}
              onClick={() => props.onChoose(candidate)}
            >
              <strong>
                {messages.setup.candidate(candidate.sheet, candidate.address, candidate.rowCount)}
                {candidate.isSelected && ` · ${messages.setup.candidateSelected}`}
              </strong>
              <span className={layout.hint}>{candidate.headings.slice(0, 8).join(" · ")}</span>
              {candidate.obstacle && (
                <ToneLine tone="warn">{messages.setup.obstacle[candidate.obstacle]}</ToneLine>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div>
        <Button size="small" onClick={props.onLookAgain}>
          {messages.setup.lookAgain}
        </Button>
      </div>
    </div>
  );
}
