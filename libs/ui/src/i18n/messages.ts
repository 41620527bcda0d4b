import type { Language } from "./languages.ts";

type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";
/** The plural forms that CLDR gives each language; all of them must be there. */
interface PluralForms extends Record<Language, PluralForm> {
  ar: "zero" | "one" | "two" | "few" | "many" | "other";
  fr: "one" | "many" | "other";
  en: "one" | "other";
}

type PluralKey<Dictionary> = keyof Dictionary & `${string}_${PluralForm}`;
type CountedKey<Dictionary> = PluralKey<Dictionary> extends `${infer Base}_${PluralForm}` ? Base : never;
type PlainKey<Dictionary> = Exclude<keyof Dictionary & string, PluralKey<Dictionary>>;

/** What may be asked of a dictionary: its keys, counted ones without their plural form. */
export type MessageKey<Dictionary> = PlainKey<Dictionary> | CountedKey<Dictionary>;

/** Every text of a reference dictionary in one language, with the plural forms that this language has. */
type InLanguage<Dictionary, L extends Language> = { readonly [Key in PlainKey<Dictionary>]: string } & {
  readonly [Key in `${CountedKey<Dictionary>}_${PluralForms[L]}`]: string;
};

/** Texts of one part of the product in all languages. */
export interface Messages<Dictionary extends object = Record<string, string>> {
  readonly namespace: string;
  readonly texts: { readonly [L in Language]: Readonly<Record<string, string>> };
  /** Never there at run time: carries the type of the reference dictionary. */
  readonly reference?: Dictionary;
}

/**
 * States the texts of one part of the product. Arabic is the reference: a text or a plural form that another language
 * lacks is a type error.
 */
export function defineMessages<const Dictionary extends object>(
  namespace: string,
  texts: {
    ar: Dictionary & InLanguage<NoInfer<Dictionary>, "ar">;
    fr: InLanguage<NoInfer<Dictionary>, "fr">;
    en: InLanguage<NoInfer<Dictionary>, "en">;
  },
): Messages<Dictionary> {
  return { namespace, texts: { ...texts, fr: withFrenchSpaces(texts.fr) } };
}

/** In French a colon, a semicolon, a mark or a guillemet is never parted from its word by the end of a line. */
function withFrenchSpaces<Texts extends object>(texts: Texts): Texts {
  const spaced = Object.entries(texts as Record<string, string>).map(([key, text]) => [
    key,
    text.replaceAll(/ (?=[:;?!»%])/g, "\u00a0").replaceAll("« ", "«\u00a0"),
  ]);
  return Object.fromEntries(spaced) as Texts;
}
