import { createI18n } from "./create-i18n.ts";
import { defineMessages } from "./messages.ts";

const visits = defineMessages("visits", {
  ar: {
    count_zero: "لا زيارة",
    count_one: "زيارة واحدة",
    count_two: "زيارتان",
    count_few: "{{count}} زيارات",
    count_many: "{{count}} زيارة",
    count_other: "{{count}} زيارة",
    greeting: "مرحبا {{name}}",
  },
  fr: {
    count_one: "{{count}} visite",
    count_many: "{{count}} de visites",
    count_other: "{{count}} visites",
    greeting: "Bonjour {{name}}",
  },
  en: { count_one: "{{count}} visit", count_other: "{{count}} visits", greeting: "Hello {{name}}" },
});

const inArabic = (count: number) => createI18n([visits], "ar").t("visits:count", { count });

describe("texts", () => {
  it("take each of the six Arabic plural forms from the count", () => {
    expect([0, 1, 2, 5, 14, 100].map(inArabic)).toEqual([
      "لا زيارة",
      "زيارة واحدة",
      "زيارتان",
      "5 زيارات",
      "14 زيارة",
      "100 زيارة",
    ]);
  });

  it("group the digits of a count as every other figure", () => {
    expect(inArabic(2_400_000)).toBe("2.400.000 زيارة");
  });

  it("isolate what is put into them, so that a Latin name leaves Arabic in order", () => {
    expect(createI18n([visits], "ar").t("visits:greeting", { name: "Amal" })).toBe("مرحبا \u2068Amal\u2069");
  });

  it("keep French punctuation with its word", () => {
    const sign = defineMessages("sign", {
      ar: { text: "هل أنت متأكد؟" },
      fr: { text: "Supprimer « Amal » ? Oui : 5 %" },
      en: { text: "Remove?" },
    });
    expect(createI18n([sign], "fr").t("sign:text")).toBe("Supprimer «\u00a0Amal\u00a0»\u00a0? Oui\u00a0: 5\u00a0%");
  });

  it("turn the page to the direction of the language", async () => {
    const i18n = createI18n([visits], "fr");
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["fr", "ltr"]);
    await i18n.changeLanguage("ar");
    expect([document.documentElement.lang, document.documentElement.dir]).toEqual(["ar", "rtl"]);
  });
});
