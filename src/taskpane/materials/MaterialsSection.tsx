import { Button } from "@fluentui/react-components";
import { materialsEn } from "../../i18n/materials.en";
import { materialsZhCN } from "../../i18n/materials.zhCN";
import type { Book } from "../../workbook/book";
import { useLang, useMessages, usePane } from "../context";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { useWrite } from "../ui/useWrite";

/** The offer of a sheet for fabric and trims; nothing where the workbook has one. */
export default function MaterialsSection({ book }: { book: Book }) {
  const layout = useLayout();
  const messages = useMessages();
  const texts = useLang() === "zh-CN" ? materialsZhCN : materialsEn;
  const { workbook } = usePane();
  const { busy, write } = useWrite();
  if (book.tables.materials) return null;
  const make = () => write(() => workbook.setUp(book.settings.lang, "otherName", ["materials"]));
  return (
    <Section title={texts.title}>
      <p className={layout.text}>{texts.text}</p>
      <div>
        <Button disabledFocusable={busy} onClick={() => void make()}>
          {busy ? messages.common.working : texts.make}
        </Button>
      </div>
      <p className={layout.hint}>{texts.own}</p>
    </Section>
  );
}
