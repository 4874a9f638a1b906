import { Input, type InputProps } from "@fluentui/react-components";
import { useState, type Ref } from "react";

/** Reads 1,200, 1 200 and full-width digits as people type them; undefined: not a number. */
export function readNumber(text: string): number | undefined {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/(?<=\d)[,\s](?=\d{3}(\D|$))/g, "");
  return /^-?\d+(\.\d+)?$|^-?\.\d+$/.test(plain) ? Number(plain) : undefined;
}

/** A number; undefined while the field is empty. What is no number stays as typed and is reported as NaN. */
export function NumberInput({
  value,
  onNumber,
  ...rest
}: Omit<InputProps, "value" | "onChange" | "type" | "defaultValue"> & {
  value: number | undefined;
  onNumber: (value: number | undefined) => void;
  ref?: Ref<HTMLInputElement>;
}) {
  const [typed, setTyped] = useState({ text: value === undefined ? "" : String(value), value });
  // The value was changed from outside: show that instead of what was typed.
  const text = Object.is(typed.value, value) ? typed.text : value === undefined ? "" : String(value);
  return (
    <Input
      inputMode="decimal"
      autoComplete="off"
      {...rest}
      style={{ minWidth: 0, width: "100%", ...rest.style }}
      input={{ style: { minWidth: 0, width: "100%" } }}
      value={text}
      onChange={(_, data) => {
        const next = data.value.trim() === "" ? undefined : (readNumber(data.value) ?? NaN);
        setTyped({ text: data.value, value: next });
        onNumber(next);
      }}
    />
  );
}
