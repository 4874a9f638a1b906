import { Button, Field, makeStyles, Select } from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons/svg/filter";
import { useState } from "react";
import { useLang, useMessages } from "../context";
import { useLayout } from "../ui/layout";
import { SearchField } from "../ui/SearchField";
import { filtersInUse, sorts, type BoardRow, type RiskFilter, type Sort } from "./boardRows";
import { useRiskTexts } from "./useRiskTexts";

const useStyles = makeStyles({
  search: { flexGrow: 1, minWidth: 0 },
  // No wider with the number of filters in use than without.
  filter: { minWidth: "auto", flexShrink: 0 },
});

/** A choice that no name can be: the orders without a name in that column are one of the choices. */
const everything = "\u0000";

/** Search, and behind a button what is needed less often. */
export function RiskFilters(props: {
  rows: readonly BoardRow[];
  filter: RiskFilter;
  onChange: (part: Partial<RiskFilter>) => void;
}) {
  const styles = useStyles();
  const layout = useLayout();
  const messages = useMessages();
  const lang = useLang();
  const [open, setOpen] = useState(false);
  const { filter, onChange } = props;
  const texts = useRiskTexts();
  const inUse = filtersInUse(filter);
  const label = inUse ? texts.filtersOn(inUse) : texts.filters;
  const choice = (id: "customer" | "factory" | "merchandiser") => (
    <Field label={texts[id]} size="small">
      <Select
        size="small"
        className={layout.full}
        value={filter[id] ?? everything}
        onChange={(_, { value }) => onChange({ [id]: value === everything ? undefined : value })}
      >
        <option value={everything}>{messages.common.all}</option>
        {[...new Set(props.rows.map(({ view }) => view[id]))]
          .sort((a, b) => a.localeCompare(b, lang))
          .map((value) => (
            <option key={value} value={value}>
              {value || texts.noName}
            </option>
          ))}
      </Select>
    </Field>
  );
  return (
    <>
      <div className={layout.tightRow}>
        <SearchField
          className={styles.search}
          placeholder={texts.searchPlaceholder}
          aria-label={texts.searchLabel}
          value={filter.text}
          onText={(text) => onChange({ text })}
        />
        <Button
          className={styles.filter}
          icon={<FilterRegular />}
          appearance={inUse ? "primary" : "secondary"}
          aria-expanded={open}
          aria-label={label}
          title={label}
          onClick={() => setOpen(!open)}
        >
          {inUse ? messages.number(inUse) : undefined}
        </Button>
      </div>
      {open && (
        <div className={layout.card}>
          <div className={layout.pair}>
            {choice("customer")}
            {choice("factory")}
            {choice("merchandiser")}
            <Field label={texts.sort} size="small">
              <Select
                size="small"
                className={layout.full}
                value={filter.sort}
                onChange={(_, { value }) => onChange({ sort: value as Sort })}
              >
                {sorts.map((sort) => (
                  <option key={sort} value={sort}>
                    {texts.sorts[sort]}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
        </div>
      )}
    </>
  );
}
