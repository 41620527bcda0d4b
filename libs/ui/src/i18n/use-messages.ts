import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { MessageKey, Messages } from "./messages.ts";

export type MessageValues = Readonly<Record<string, string | number>>;
export type Translate<Dictionary extends object> = (key: MessageKey<Dictionary>, values?: MessageValues) => string;

/** The texts of one part of the product in the language on screen; `values.count` picks the plural form. */
export function useMessages<Dictionary extends object>(messages: Messages<Dictionary>): Translate<Dictionary> {
  const { i18n, t } = useTranslation(messages.namespace);
  return useCallback(
    (key, values) => {
      const name: string = key;
      return String(t(name, { ...values, lng: i18n.language }));
    },
    [t, i18n.language],
  );
}
