import { verdictReasons } from "@abwab/domain";
import { languages } from "../i18n/languages.ts";
import { verdictMessages } from "./verdict-messages.ts";

const parts = ["title", "why", "say"] as const;
const script = { ar: /\p{Script=Arabic}/u, fr: /\p{Script=Latin}/u, en: /\p{Script=Latin}/u };

describe.each(languages)("A1: in %s", (language) => {
  const texts = verdictMessages.texts[language];

  test.each(verdictReasons)("%s has a title, a why and a sentence for the visitor", (reason) => {
    const words = parts.map((part) => texts[`${reason}_${part}`] ?? "");
    expect(words.filter((text) => !script[language].test(text))).toEqual([]);
  });

  it("no two verdicts share a title", () => {
    expect(new Set(verdictReasons.map((reason) => texts[`${reason}_title`])).size).toBe(verdictReasons.length);
  });

  it("a title fits a phone at a glance", () => {
    const long = verdictReasons.map((reason) => texts[`${reason}_title`] ?? "").filter((title) => title.length > 32);
    expect(long).toEqual([]);
  });
});
