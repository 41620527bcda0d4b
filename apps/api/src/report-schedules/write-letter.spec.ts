import type { SendingFigures } from "./sending-figures.ts";
import { writeLetter } from "./write-letter.ts";

const figures: SendingFigures = {
  edition: {
    slug: "open-days",
    names: { ar: "الأبواب المفتوحة", fr: "Portes ouvertes", en: "Open days" },
    city: "El Jadida",
    venue: "Parc",
    timeZone: "Africa/Casablanca",
  },
  rehearsal: false,
  day: {
    visits: 123_456,
    pavilionVisits: 654_321,
    peak: { from: Date.parse("2025-05-17T10:15:00Z"), visits: 4_321 },
    settled: false,
  },
  total: { visits: 590_001, pavilionVisits: 2_000_000, days: 5, settledDays: 1 },
  asOf: Date.parse("2025-05-17T20:00:00Z"),
  version: 12,
};
const file = { report: "day", locale: "fr", fileName: "open-days-report.pdf", bytes: 1 } as const;
const sending = { day: "2025-05-17", files: [file] };

describe("a letter with the figures of the day", () => {
  it("says them in the schedule's language on the edition's clocks, and how fresh they are", () => {
    const { subject, text, locale } = writeLetter({ name: "Evening", locales: ["en"] }, sending, figures);
    expect([subject, locale]).toEqual(["Open days: the figures of Saturday, 17 May 2025", "en"]);
    expect(text).toContain("Visits: 123,456");
    expect(text).toContain("Busiest quarter of an hour: 4,321 (from 11:15 to 11:30)");
    expect(text).toContain("Live figures as of 17 May 2025, 21:00");
    expect(text).toContain("Attached: open-days-report.pdf");
  });

  it("runs from right to left in Arabic, beside another language that doesn't", () => {
    const { html, text } = writeLetter({ name: "Soir", locales: ["ar", "fr"] }, sending, figures);
    expect(html.indexOf('<div lang="ar" dir="rtl"')).toBeGreaterThan(0);
    expect(html.indexOf('<div lang="fr" dir="ltr"')).toBeGreaterThan(html.indexOf('lang="ar" dir="rtl"'));
    expect(text).toMatch(/الزيارات: 123.456[^]*———[^]*Visites : 123.456/);
  });

  it("shows names as they are written, and takes none for markup", () => {
    const names = { ...figures.edition.names, en: '<img src=x onerror="alert(1)">' };
    const odd = { ...figures, edition: { ...figures.edition, names } };
    const { html } = writeLetter({ name: "<b>Evening</b>", locales: ["en"] }, sending, odd);
    expect(html).not.toMatch(/<img|<b>/);
    expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;");
  });

  it("says a rehearsal and a settled day", () => {
    const of = { ...figures, rehearsal: true, day: figures.day && { ...figures.day, settled: true } };
    const { subject, text } = writeLetter({ name: "Evening", locales: ["en"] }, sending, of);
    expect(subject).toMatch(/^\[Rehearsal\]/);
    expect(text).toMatch(/figures of a rehearsal[^]*The day is settled/);
  });
});
