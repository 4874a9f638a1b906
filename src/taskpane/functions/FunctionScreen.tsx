import { Button, Select } from "@fluentui/react-components";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import { useCallback, useEffect, useState } from "react";
import { useLang, useMessages, usePane } from "../context";
import { Busy } from "../ui/Busy";
import { EmptyState } from "../ui/EmptyState";
import { useLayout } from "../ui/layout";
import { SearchField } from "../ui/SearchField";
import { FunctionCard } from "./FunctionCard";
import { readFunctionHelp, searchFunctions, type FunctionHelp } from "./functionHelp";

export default function FunctionScreen() {
  const layout = useLayout();
  const messages = useMessages();
  const words = useLang() === "zh-CN" ? "zh" : "en";
  const { fetchJson } = usePane().environment;
  const [all, setAll] = useState<readonly FunctionHelp[] | "loading" | "failed">("loading");
  const [text, setText] = useState("");
  const [group, setGroup] = useState("");
  const load = useCallback(
    () =>
      fetchJson("functions-help.json").then(
        (json) => setAll(readFunctionHelp(json)),
        () => setAll("failed"),
      ),
    [fetchJson],
  );
  useEffect(() => void load(), [load]);

  if (all === "loading") return <Busy />;
  if (all === "failed") {
    return (
      <EmptyState
        alone
        icon={<MathFormulaRegular />}
        title={messages.functions.failed}
        action={
          <Button
            onClick={() => {
              setAll("loading");
              void load();
            }}
          >
            {messages.common.retry}
          </Button>
        }
      />
    );
  }
  const groups = new Map(all.map((each) => [each.group, each.groupName[words]]));
  const found = searchFunctions(all, text, group);
  return (
    <div className={layout.screen}>
      <h1 className={layout.title}>{messages.functions.title}</h1>
      <div className={layout.stack}>
        <SearchField
          aria-label={messages.functions.search}
          placeholder={messages.functions.placeholder}
          value={text}
          onText={setText}
        />
        <Select
          className={layout.full}
          aria-label={messages.functions.group}
          value={group}
          onChange={(_, { value }) => setGroup(value)}
        >
          <option value="">{messages.common.all}</option>
          {[...groups].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <span className={layout.hint} role="status">
          {messages.functions.count(found.length)}
        </span>
      </div>
      {found.length === 0 && (
        <EmptyState
          icon={<SearchRegular />}
          title={messages.functions.nothing}
          action={
            <Button
              onClick={() => {
                setText("");
                setGroup("");
              }}
            >
              {messages.today.clearFilters}
            </Button>
          }
        />
      )}
      <ul className={layout.plainList}>
        {found.map((help) => (
          <FunctionCard key={help.id} help={help} />
        ))}
      </ul>
    </div>
  );
}
