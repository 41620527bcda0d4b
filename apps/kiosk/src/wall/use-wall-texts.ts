import { formatNumber, type Language, type NumberStyle } from "@abwab/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wallMessages } from "./wall-messages.ts";

export type WallText = keyof NonNullable<typeof wallMessages.reference>;

/**
 * Texts and figures in the language that the wall has come to: it turns round all of them, which changes nothing of
 * the language chosen on this machine.
 */
export function useWallTexts(language: Language) {
  const { i18n } = useTranslation(wallMessages.namespace);
  return useMemo(() => {
    const translate = i18n.getFixedT(language, wallMessages.namespace);
    return {
      language,
      t: (key: WallText, values?: Record<string, string>) => String(translate(key, values ?? {})),
      n: (value: number, style?: NumberStyle) => formatNumber(value, language, style),
    };
  }, [i18n, language]);
}
export type WallTexts = ReturnType<typeof useWallTexts>;
