import type { Names } from "@abwab/contract";
import { directionOf, languages, useMessages, type Language } from "@abwab/ui";
import { TextInput } from "@mantine/core";
import { appMessages } from "./app-messages.ts";
import type { ErrorAt } from "./use-checked.ts";

export const noNames: Names = { ar: "", fr: "", en: "" };
const languageTexts = { ar: "arabic", fr: "french", en: "english" } as const satisfies Record<Language, string>;

export interface NamesFieldsProps {
  label: string;
  value: Names;
  onChange: (names: Names) => void;
  /** For `names.ar` and the others. */
  errorAt: ErrorAt;
}

/** A name in each language, each written in its own direction. */
export function NamesFields({ label, value, onChange, errorAt }: NamesFieldsProps) {
  const t = useMessages(appMessages);
  return languages.map((language) => (
    <TextInput
      key={language}
      label={`${label} (${t(languageTexts[language])})`}
      lang={language}
      dir={directionOf(language)}
      required
      value={value[language]}
      onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
      error={errorAt(`names.${language}`)}
    />
  ));
}
