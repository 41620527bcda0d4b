/** The languages of every screen, the first one the default. */
export const languages = ["ar", "fr", "en"] as const;
export type Language = (typeof languages)[number];
export type Direction = "rtl" | "ltr";

/** Each language in its own words, for whoever looks for theirs. */
export const languageNames: Record<Language, string> = { ar: "العربية", fr: "Français", en: "English" };

export const directionOf = (language: Language): Direction => (language === "ar" ? "rtl" : "ltr");

export const isLanguage = (value: unknown): value is Language => languages.some((language) => language === value);

const STORAGE_KEY = "abwab.language";

/** The language chosen before on this machine, else the browser's first one that we speak, else Arabic. */
export function preferredLanguage(): Language {
  const remembered = globalThis.localStorage?.getItem(STORAGE_KEY);
  if (isLanguage(remembered)) return remembered;
  const spoken = (globalThis.navigator?.languages ?? []).map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find(isLanguage) ?? languages[0];
}

export function rememberLanguage(language: Language): void {
  globalThis.localStorage?.setItem(STORAGE_KEY, language);
}
