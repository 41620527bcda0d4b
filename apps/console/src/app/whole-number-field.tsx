import { useLanguage } from "@abwab/ui";
import { NumberInput, type NumberInputProps } from "@mantine/core";

export interface WholeNumberFieldProps extends Omit<NumberInputProps, "value" | "onChange"> {
  /** null while nothing is filled in. */
  value: number | null;
  onChange: (value: number | null) => void;
}

const wholeOf = (typed: string | number): number | null => {
  const value = Number(typed);
  return typed === "" || Number.isNaN(value) ? null : value;
};

/** A whole number, grouped as it is typed. Its limits are the form's to say: a figure that changes by itself misleads. */
export function WholeNumberField({ value, onChange, allowNegative = false, ...rest }: WholeNumberFieldProps) {
  const { language, direction } = useLanguage();
  const [group, comma] = language === "en" ? [",", "."] : [".", ","];
  return (
    <NumberInput
      {...rest}
      dir="ltr"
      styles={{ input: { textAlign: direction === "rtl" ? "right" : "left" } }}
      hideControls
      allowDecimal={false}
      allowNegative={allowNegative}
      thousandSeparator={group}
      decimalSeparator={comma}
      value={value ?? ""}
      onChange={(typed) => onChange(wholeOf(typed))}
    />
  );
}
