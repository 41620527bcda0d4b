import { createInstance, type FormatterModule, type i18n, type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import { formatNumber, isolate } from "../figures/format.ts";
import { directionOf, isLanguage, languages, preferredLanguage, rememberLanguage, type Language } from "./languages.ts";
import type { Messages } from "./messages.ts";
import { uiMessages } from "./ui-messages.ts";

/** Numbers in the one number style, and every inserted text isolated, so that a Latin name doesn't upset Arabic. */
const formatter: FormatterModule = {
  type: "formatter",
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _format, language) => {
    if (typeof value === "number") return formatNumber(value, isLanguage(language) ? language : languages[0]);
    return typeof value === "string" ? isolate(value) : "";
  },
};

/** A translator for the given parts, ready at once; it keeps `<html lang dir>` and the remembered choice right. */
export function createI18n(parts: readonly Messages<object>[], language: Language = preferredLanguage()): i18n {
  const all = [uiMessages, ...parts];
  const resources: Resource = Object.fromEntries(
    languages.map((each) => [each, Object.fromEntries(all.map((part) => [part.namespace, part.texts[each]]))]),
  );
  const instance = createInstance();
  instance.on("languageChanged", applyLanguage);
  void instance
    .use(initReactI18next)
    .use(formatter)
    .init({
      resources,
      lng: language,
      fallbackLng: languages[0],
      supportedLngs: [...languages],
      ns: all.map((part) => part.namespace),
      defaultNS: uiMessages.namespace,
      keySeparator: false,
      initAsync: false,
      returnNull: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
  return instance;
}

/** Adds the texts of a part that is loaded later. */
export function addMessages(instance: i18n, parts: readonly Messages<object>[]): void {
  for (const { namespace, texts } of parts) {
    for (const language of languages) instance.addResourceBundle(language, namespace, texts[language]);
  }
}

function applyLanguage(language: string): void {
  if (!isLanguage(language)) return;
  rememberLanguage(language);
  if (typeof document === "undefined") return;
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf(language);
}
