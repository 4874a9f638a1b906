import { Input, type InputProps } from "@fluentui/react-components";
import { fromInput, toInput } from "./dates";

/** A date as the browser lets people pick or type it; undefined while there is none. */
export function DateInput({
  value,
  onDate,
  ...rest
}: Omit<InputProps, "value" | "onChange" | "type" | "defaultValue"> & {
  value: number | undefined;
  onDate: (date: number | undefined) => void;
}) {
  return (
    <Input
      {...rest}
      type="date"
      style={{ minWidth: 0, width: "100%", ...rest.style }}
      input={{ style: { minWidth: 0, width: "100%" } }}
      value={toInput(value)}
      onChange={(_, data) => onDate(fromInput(data.value))}
    />
  );
}
