import type { DocumentLocale } from "@abwab/contract";
import { figurePhrases } from "./figure-phrase.ts";
import type { Noun } from "./words/words-of-communiques.ts";

const told = (locale: DocumentLocale, value: number, noun: Noun, qualifier: "exact" | "about" | "over" = "exact") =>
  figurePhrases(locale).told({ value, qualifier }, noun);

describe("figures in words", () => {
  it.each([
    [1, "visits", "زيارة واحدة"],
    [2, "visits", "زيارتين"],
    [3, "visits", "3 زيارات"],
    [10, "pavilions", "10 أجنحة"],
    [11, "pavilions", "11 جناحاً"],
    [50, "pavilions", "50 جناحاً"],
    [100, "pavilions", "100 جناح"],
    [187, "outlets", "187 منبراً إعلامياً"],
    [1_256, "activities", "1.256 نشاطاً إعلامياً"],
    [1_916, "schools", "1.916 مؤسسة تعليمية"],
    [590_000, "visits", "590.000 زيارة"],
    [1_000_000, "visits", "مليون زيارة"],
    [1_180_000, "visits", "مليون و180 ألف زيارة"],
    [2_000_000, "visits", "مليوني زيارة"],
    [2_400_000, "visits", "مليونين و400 ألف زيارة"],
    [3_010_000, "visits", "3 ملايين و10 آلاف زيارة"],
    [9_600_000, "pavilionVisits", "9 ملايين و600 ألف زيارة للأجنحة"],
    [29_000_000, "views", "29 مليون مشاهدة"],
  ] as const)("%i %s are in Arabic %s", (value, noun, text) => {
    expect(told("ar", value, noun)).toBe(text);
  });

  it.each([
    [0, "visits", "0 visite"],
    [1, "visits", "1 visite"],
    [1_916, "schools", "1.916 établissements scolaires"],
    [1_180_000, "visits", "1,18\u00a0million de visites"],
    [2_400_000, "visits", "2,4\u00a0millions de visites"],
    [29_000_000, "views", "29\u00a0millions de vues"],
    [3_000_000, "schools", "3\u00a0millions d’établissements scolaires"],
  ] as const)("%i %s are in French %s", (value, noun, text) => {
    expect(told("fr", value, noun)).toBe(text);
  });

  it.each([
    [1, "days", "1 day"],
    [1_916, "schools", "1,916 schools"],
    [1_180_000, "visits", "1.18 million visits"],
    [2_400_000, "visits", "2.4 million visits"],
  ] as const)("%i %s are in English %s", (value, noun, text) => {
    expect(told("en", value, noun)).toBe(text);
  });

  it("say more only where there are more", () => {
    expect(told("en", 1_180_001, "visits")).toBe("more than 1.18 million visits");
    expect(told("fr", 2_412_345, "visits")).toBe("plus de 2,41\u00a0millions de visites");
    expect(told("ar", 2_412_345, "visits")).toBe("أكثر من مليونين و410 آلاف زيارة");
    expect(told("en", 999_999, "visits")).toBe("999,999 visits");
    expect(figurePhrases("en").exact({ value: 2_412_345, qualifier: "exact" }, "visits")).toBe("2,412,345 visits");
  });

  it("keep the qualifier of who published them", () => {
    expect(told("ar", 1_500, "bodies", "about")).toBe("نحو 1.500 هيئة من المجتمع المدني");
    expect(told("fr", 1_500, "bodies", "about")).toBe("environ 1.500 organismes de la société civile");
    expect(told("en", 2_412_345, "visits", "about")).toBe("about 2.41 million visits");
    expect(told("ar", 10_000, "squareMetres", "over")).toBe("أكثر من 10.000 متر مربع");
  });
});
