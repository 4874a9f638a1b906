import { Button, Checkbox, Spinner } from "@fluentui/react-components";
import { useLayout } from "../ui/layout";
import { Section } from "../ui/Section";
import { openQuestions } from "./openQuestions";
import { dataRows } from "./sheetPlaces";
import { nameOf, type OtherSheet, type ReadSheet, type SheetSetup } from "./sheetSetup";
import { useReadingTexts } from "./useReadingTexts";

/** Sheets of the same layout, to be ticked into one list with the first. */
export function LikeSheets(props: {
  setup: SheetSetup;
  /** Those that are taken, without the first. */
  taken: readonly ReadSheet[];
  /** Undefined while they are being looked at. */
  others: readonly OtherSheet[] | undefined;
}) {
  const layout = useLayout();
  const texts = useReadingTexts();
  const { setup, taken, others } = props;
  if (!others) return <Spinner size="tiny" label={texts.like.looking} />;
  const like = others.filter((each) => each.like);
  if (like.length === 0) return null;
  const names = new Set(taken.map(nameOf));
  const open = like.filter(({ name }) => !names.has(name));
  return (
    <Section
      title={texts.like.title}
      aside={
        open.length > 1 && (
          <Button
            size="small"
            onClick={() => {
              for (const { name } of open) void setup.take(name, true);
            }}
          >
            {texts.like.all}
          </Button>
        )
      }
    >
      <p className={layout.hint}>{texts.like.text}</p>
      <div>
        {like.map(({ name, rows }) => {
          const sheet = taken.find((each) => nameOf(each) === name);
          return (
            <Checkbox
              key={name}
              style={{ display: "flex" }}
              label={
                sheet
                  ? `${name} · ${texts.like.read(dataRows(sheet.reading).length, openQuestions([sheet]).length)}`
                  : texts.like.sheet(name, rows)
              }
              checked={sheet !== undefined}
              onChange={(_, { checked }) => void setup.take(name, checked === true)}
            />
          );
        })}
      </div>
    </Section>
  );
}
