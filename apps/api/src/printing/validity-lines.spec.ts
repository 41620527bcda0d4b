import { passWords } from "./pass-words.ts";
import { printedTime } from "./printed-time.ts";
import { validityLines } from "./validity-lines.ts";

const linesIn = (locale: "ar" | "fr" | "en", validFrom: string | null, validUntil: string | null): string[] =>
  validityLines({ validFrom, validUntil }, passWords[locale], printedTime(locale, "Africa/Casablanca"));

describe("when a pass is good, as it is printed", () => {
  it("is the day alone where it begins and ends at midnight of the edition's clocks", () => {
    expect(linesIn("en", "2025-05-16T23:00:00Z", "2025-05-17T23:00:00Z")).toEqual(["Valid on 17 May 2025"]);
  });

  it("ends with the last day on which it is good, not with the midnight after it", () => {
    expect(linesIn("fr", "2025-05-16T23:00:00Z", "2025-05-21T23:00:00Z")).toEqual([
      "Du 17 mai 2025",
      "Jusqu’au 21 mai 2025",
    ]);
  });

  it("says the hour where there is one", () => {
    expect(linesIn("en", "2025-05-17T08:00:00Z", "2025-05-17T17:30:00Z")).toEqual([
      "From 17 May 2025, 09:00",
      "Until 17 May 2025, 18:30",
    ]);
  });

  it("says nothing of a bound that is not there", () => {
    expect(linesIn("ar", null, "2025-05-21T23:00:00Z")).toEqual(["إلى 21 ماي 2025"]);
    expect(linesIn("ar", null, null)).toEqual([]);
  });
});
