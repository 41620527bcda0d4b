import { TextInput, type TextInputProps } from "@mantine/core";

export interface HourFieldProps extends Omit<TextInputProps, "value" | "onChange"> {
  /** `HH:MM` */
  value: string;
  onChange: (hour: string) => void;
}

/** An hour of the day on a 24-hour clock, whatever the browser's own fields would make of it. */
export function HourField({ value, onChange, ...rest }: HourFieldProps) {
  return (
    <TextInput
      {...rest}
      dir="ltr"
      required
      inputMode="numeric"
      placeholder="09:00"
      maxLength={5}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => onChange(completeHour(value))}
    />
  );
}

/** `9`, `930` and `9:30` as people type them, as `HH:MM`; anything else is left for the form to refuse. */
export function completeHour(typed: string): string {
  const match = /^(\d{1,2}?):?(\d{2})?$/.exec(typed.trim());
  if (!match) return typed;
  return `${(match[1] ?? "").padStart(2, "0")}:${match[2] ?? "00"}`;
}
