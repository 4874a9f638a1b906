import { Checkbox } from "@fluentui/react-components";
import { formulaNeeds, type FormulaNeed } from "../../registers/formulaNeeds";
import { word, type Field, type Lang, type RegisterId, type TableNames } from "../../registers/register";
import { fieldOf } from "../../registers/registers";
import { useLang, useMessages } from "../context";
import { useLayout } from "../ui/layout";

interface ColumnTicksProps {
  readonly register: RegisterId;
  readonly fields: readonly Field[];
  /** The table as it is, without what is ticked. */
  readonly own: TableNames;
  readonly others: Readonly<Partial<Record<RegisterId, TableNames>>>;
  /** Language of the workbook's headings. */
  readonly lang: Lang;
  readonly ticked: ReadonlySet<string>;
  readonly onChange: (ticked: ReadonlySet<string>) => void;
}

/** Columns to choose from. A formula that would have nothing to look at cannot be ticked, and says what it needs. */
export function ColumnTicks({ register, fields, own, others, lang, ticked, onChange }: ColumnTicksProps) {
  const layout = useLayout();
  const messages = useMessages();
  const paneLang = useLang();
  const typed = [...ticked].flatMap((id) => {
    const field = fieldOf(register, id);
    return field && field.type !== "formula" ? [[id, word(field.heading, lang)] as const] : [];
  });
  const withTicked = { ...own, headings: { ...Object.fromEntries(typed), ...own.headings } };
  const nameOf = (need: FormulaNeed): string => {
    if (need.kind === "milestones") return messages.setup.anyActual;
    if (need.kind === "register") return messages.setup.registers[need.id];
    const field = fieldOf(register, need.id);
    return field ? word(field.heading, paneLang) : need.id;
  };
  return fields.map((field) => {
    const needs = formulaNeeds(field, withTicked, others, lang);
    const name = word(field.heading, lang) + (field.type === "formula" ? ` · ${messages.setup.formula}` : "");
    return (
      <Checkbox
        key={field.id}
        style={{ display: "flex" }}
        label={
          needs.length === 0 ? (
            name
          ) : (
            <>
              {name}
              <span className={layout.hint} style={{ display: "block" }}>
                {messages.setup.needs(needs.map(nameOf).join(", "))}
              </span>
            </>
          )
        }
        disabled={needs.length > 0}
        checked={ticked.has(field.id) && needs.length === 0}
        onChange={(_, { checked }) => {
          const next = new Set(ticked);
          if (checked === true) next.add(field.id);
          else next.delete(field.id);
          onChange(next);
        }}
      />
    );
  });
}
