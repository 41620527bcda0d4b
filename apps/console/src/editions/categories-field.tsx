import { baseCategories } from "@abwab/contract";
import { useMessages } from "@abwab/ui";
import { TagsInput } from "@mantine/core";
import type { ErrorAt } from "../app/use-checked.ts";
import { editionMessages } from "./edition-messages.ts";

export interface CategoriesFieldProps {
  value: readonly string[];
  onChange: (categories: string[]) => void;
  errorAt: ErrorAt;
}

/** `VIP guests` as it is kept: `vip_guests`. */
export const categoryOf = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, "_");

/** Categories of the edition's own, beside those that every edition has. */
export function CategoriesField({ value, onChange, errorAt }: CategoriesFieldProps) {
  const t = useMessages(editionMessages);
  const base: readonly string[] = baseCategories;
  const wrong = value.map((_, index) => errorAt(`categories.${index}`)).find((words) => words !== undefined);
  return (
    <TagsInput
      label={t("categories")}
      description={t("categoriesHint")}
      placeholder={value.length === 0 ? "vip_guests" : ""}
      dir="ltr"
      splitChars={[",", "،", ";"]}
      acceptValueOnBlur
      value={[...value]}
      onChange={(next) => onChange([...new Set(next.map(categoryOf))].filter((each) => !base.includes(each)))}
      error={wrong ?? errorAt("categories")}
    />
  );
}
