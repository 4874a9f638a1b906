import { Button, Checkbox, Field, Select } from "@fluentui/react-components";
import { useCallback, useEffect, useState } from "react";
import type { Lang, RegisterId } from "../../registers/register";
import { registers, standingRegisterIds } from "../../registers/registers";
import type { Book, Candidate } from "../../workbook/book";
import { useLang, useMessages, usePane } from "../context";
import { languageName } from "../language";
import { Busy } from "../ui/Busy";
import { useLayout } from "../ui/layout";
import { ProblemCard } from "../ui/ProblemCard";
import { ToneLine } from "../ui/tone";
import { useWrite } from "../ui/useWrite";
import {
  addable,
  columnsOf,
  doubled,
  headingOf,
  headingsOf,
  missingKeys,
  proposal,
  type Choices,
} from "./adoption";
import { CandidateList } from "./CandidateList";
import { ColumnTicks } from "./ColumnTicks";
import { MatchList } from "./MatchList";

type Found =
  | { readonly status: "loading" }
  | { readonly status: "failed"; readonly problem: unknown }
  | { readonly status: "ready"; readonly candidates: readonly Candidate[] };

/** The way from somebody's own table to a register: which table, which column is which, what may be added. */
export function AdoptTable({ book, onClose }: { book: Book; onClose: () => void }) {
  const layout = useLayout();
  const messages = useMessages();
  const paneLang = useLang();
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  const [found, setFound] = useState<Found>({ status: "loading" });
  const [register, setRegister] = useState<RegisterId>("orders");
  const [candidate, setCandidate] = useState<Candidate | undefined>();
  const [choices, setChoices] = useState<Choices>({});
  const [added, setAdded] = useState<ReadonlySet<string>>(new Set());
  const [agreed, setAgreed] = useState(false);
  const started = Object.keys(book.tables).length > 0;
  const [lang, setLang] = useState<Lang>(started ? book.settings.lang : paneLang);

  const look = useCallback(
    () =>
      workbook.findCandidates().then(
        (candidates) => setFound({ status: "ready", candidates }),
        (problem: unknown) => setFound({ status: "failed", problem }),
      ),
    [workbook],
  );
  useEffect(() => void look(), [look]);
  const lookAgain = () => {
    setFound({ status: "loading" });
    void look();
  };
  const choose = (next: Candidate, as: RegisterId) => {
    setCandidate(next);
    setChoices(proposal(next, registers[as]).choices);
    setAdded(new Set());
    setAgreed(false);
  };

  const head = (
    <div className={layout.spread}>
      <h2 className={layout.heading}>{messages.setup.own}</h2>
      <Button size="small" onClick={candidate ? () => setCandidate(undefined) : onClose}>
        {messages.common.back}
      </Button>
    </div>
  );
  if (found.status === "loading") return <Busy />;
  if (found.status === "failed") {
    return (
      <div className={layout.wideStack}>
        {head}
        <ProblemCard problem={found.problem} retry={lookAgain} />
      </div>
    );
  }
  if (!candidate) {
    return (
      <div className={layout.wideStack}>
        {head}
        <Field label={messages.setup.holds}>
          <Select
            className={layout.full}
            value={register}
            onChange={(_, { value }) => setRegister(value as RegisterId)}
          >
            {standingRegisterIds.map((id) => (
              <option key={id} value={id}>
                {messages.setup.registers[id]}
              </option>
            ))}
          </Select>
        </Field>
        <CandidateList
          candidates={found.candidates}
          onChoose={(next) => choose(next, register)}
          onLookAgain={lookAgain}
        />
      </div>
    );
  }

  const target = registers[register];
  const { matches } = proposal(candidate, target);
  const twice = doubled(choices);
  const missing = missingKeys(choices, target);
  const becomesTable = candidate.table === undefined;
  const ready = twice.size === 0 && missing.length === 0 && (!becomesTable || agreed);
  const lacking = addable(choices, target);
  const adopt = async () => {
    const done = await write(() =>
      workbook.adopt(candidate, register, columnsOf(choices), [...added], lang, agreed),
    );
    if (done) onClose();
  };
  return (
    <div className={layout.wideStack}>
      {head}
      <p className={layout.text}>{messages.setup.matchesText}</p>
      <MatchList matches={matches} choices={choices} register={target} twice={twice} onChange={setChoices} />
      {lacking.length > 0 && (
        <fieldset className={layout.fieldset}>
          <legend className={layout.legend}>
            <strong>{messages.setup.addColumns}</strong>
          </legend>
          <p className={layout.hint}>{messages.setup.addColumnsText}</p>
          <ColumnTicks
            register={register}
            fields={lacking}
            own={{ table: "", headings: headingsOf(choices, candidate) }}
            others={book.tables}
            lang={lang}
            ticked={added}
            onChange={setAdded}
          />
        </fieldset>
      )}
      {!started && (
        <Field label={messages.setup.words}>
          <Select className={layout.full} value={lang} onChange={(_, { value }) => setLang(value as Lang)}>
            <option value="zh-CN">{languageName("zh-CN")}</option>
            <option value="en">{languageName("en")}</option>
          </Select>
        </Field>
      )}
      <div className={layout.foot}>
        {[...twice].map((id) => {
          const field = target.fields.find((each) => each.id === id);
          return (
            <ToneLine key={id} tone="bad">
              {messages.setup.doubled(field ? headingOf(field, paneLang) : id)}
            </ToneLine>
          );
        })}
        {missing.length > 0 && (
          <ToneLine tone="bad">
            {messages.setup.missingKeys(missing.map((field) => headingOf(field, paneLang)).join(", "))}
          </ToneLine>
        )}
        {becomesTable && (
          <Checkbox
            label={messages.setup.becomesTable(`${candidate.sheet}!${candidate.address}`)}
            checked={agreed}
            onChange={(_, { checked }) => setAgreed(checked === true)}
          />
        )}
        <div>
          <Button appearance="primary" disabledFocusable={busy || !ready} onClick={() => void adopt()}>
            {busy ? messages.common.working : messages.setup.adopt}
          </Button>
        </div>
      </div>
    </div>
  );
}
