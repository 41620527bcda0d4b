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

const separators = [",", "،", ";"];

/** What was typed or pasted as it is kept: `VIP guests` as `vip_guests`; each once, and none that every edition has. */
export function categoriesOf(typed: readonly string[]): string[] {
  const base: readonly string[] = baseCategories;
  const kept = typed
    .flatMap((each) => each.split(/[,،;]/))
    .map((each) =>
      each
        .trim()
        .toLowerCase()
        .replaceAll(/[\s-]+/g, "_"),
    )
    .filter((each) => each !== "" && !base.includes(each));
  return [...new Set(kept)];
}

/** Categories of the edition's own, beside those that every edition has. */
export function CategoriesField({ value, onChange, errorAt }: CategoriesFieldProps) {
  const t = useMessages(editionMessages);
  const wrong = value.map((_, index) => errorAt(`categories.${index}`)).find((words) => words !== undefined);
  return (
    <TagsInput
      label={t("categories")}
      description={t("categoriesHint")}
      placeholder={value.length === 0 ? "vip_guests" : ""}
      dir="ltr"
      splitChars={separators}
      acceptValueOnBlur
      value={[...value]}
      onChange={(next) => onChange(categoriesOf(next))}
      error={wrong ?? errorAt("categories")}
    />
  );
}
