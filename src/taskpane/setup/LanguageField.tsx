import { Field, Select } from "@fluentui/react-components";
import { useMessages, usePane } from "../context";
import { languageName } from "../language";
import { useLayout } from "../ui/layout";
import { useStore } from "../useStore";

export function LanguageField() {
  const layout = useLayout();
  const messages = useMessages();
  const { language } = usePane();
  const chosen = useStore(language.chosen);
  return (
    <Field label={messages.setup.language}>
      <Select
        className={layout.full}
        value={chosen ?? ""}
        onChange={(_, { value }) => language.choose(value === "en" || value === "zh-CN" ? value : undefined)}
      >
        <option value="">{messages.setup.languageAuto(languageName(language.ofExcel))}</option>
        <option value="zh-CN">{languageName("zh-CN")}</option>
        <option value="en">{languageName("en")}</option>
      </Select>
    </Field>
  );
}
