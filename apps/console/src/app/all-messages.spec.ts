import { languages, type Language } from "@abwab/ui";
import { allMessages } from "./all-messages.ts";

const plural = /_(zero|one|two|few|many|other)$/;
const baseKeys = (texts: Readonly<Record<string, string>>) => [
  ...new Set(Object.keys(texts).map((key) => key.replace(plural, ""))),
];
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = ""]) => name).toSorted((a, b) => a.localeCompare(b));

describe.each(allMessages)("the texts of $namespace", ({ texts }) => {
  it.each(["fr", "en"] as const)("have in %s every key that they have in Arabic", (language: Language) => {
    expect(baseKeys(texts[language]).toSorted()).toEqual(baseKeys(texts.ar).toSorted());
  });

  it.each(languages)("are not empty in %s", (language) => {
    expect(Object.values(texts[language]).filter((text) => text.trim() === "")).toEqual([]);
  });

  it("ask for the same values in every language", () => {
    const differing = Object.keys(texts.ar)
      .filter((key) => !plural.test(key))
      .filter((key) =>
        languages.some((language) => {
          const [here, there] = [placeholders(texts[language][key] ?? ""), placeholders(texts.ar[key] ?? "")];
          return here.join() !== there.join();
        }),
      );
    expect(differing).toEqual([]);
  });
});
