import { Combobox, Option } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";

/** A field that offers what was entered before and takes anything new. */
export function Suggest(props: {
  value: string;
  onText: (text: string) => void;
  suggestions: readonly string[];
  placeholder?: string;
}) {
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const typed = props.value.trim().toLowerCase();
  const exact = props.suggestions.some((each) => each.toLowerCase() === typed);
  // A value that is complete already must not hide the others from somebody who wants to change it.
  const offered = (
    typed && !exact
      ? props.suggestions.filter((each) => each.toLowerCase().includes(typed))
      : props.suggestions
  ).slice(0, 30);
  const shown = open && offered.length > 0;
  useEffect(() => {
    // Fluent leaves the name of an option behind that is no longer there; screen readers would look for it in vain.
    if (!shown) input.current?.removeAttribute("aria-activedescendant");
  });
  return (
    <Combobox
      ref={input}
      freeform
      value={props.value}
      selectedOptions={exact ? [props.value] : []}
      placeholder={props.placeholder}
      autoComplete="off"
      style={{ minWidth: 0, width: "100%" }}
      input={{ style: { minWidth: 0, width: "100%" } }}
      // Without suggestions there is nothing to open.
      expandIcon={props.suggestions.length ? undefined : null}
      // office.js would send the user back to the sheet.
      onKeyDown={(event) => {
        if (event.key === "Escape" && shown) event.stopPropagation();
      }}
      open={shown}
      onOpenChange={(_, data) => setOpen(data.open)}
      onChange={(event) => props.onText(event.target.value)}
      onOptionSelect={(_, data) => data.optionText !== undefined && props.onText(data.optionText)}
    >
      {offered.map((each) => (
        <Option key={each}>{each}</Option>
      ))}
    </Combobox>
  );
}
