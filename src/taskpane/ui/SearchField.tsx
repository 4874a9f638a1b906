import { Input, type InputProps } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons/svg/search";
import type { Ref } from "react";

/** Finds by what is typed; Escape empties it. */
export function SearchField({
  value,
  onText,
  onKeyDown,
  ...rest
}: Omit<InputProps, "value" | "onChange" | "type" | "defaultValue"> & {
  value: string;
  onText: (text: string) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  return (
    <Input
      type="search"
      contentBefore={<SearchRegular />}
      {...rest}
      style={{ minWidth: 0, ...rest.style }}
      input={{ style: { minWidth: 0, width: "100%" } }}
      value={value}
      onChange={(_, { value: typed }) => onText(typed)}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key !== "Escape" || value === "") return;
        // office.js would keep the field as it is and send the user back to the sheet.
        event.stopPropagation();
        event.preventDefault();
        onText("");
      }}
    />
  );
}
