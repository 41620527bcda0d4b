import type { ComparedEdition, TracedFigure } from "@abwab/contract";
import { comparisonRemarks } from "./comparison-remarks.ts";

const counted: TracedFigure = { value: 10, origin: "counted", qualifier: "exact", source: null, isLive: false };
const published: TracedFigure = { ...counted, origin: "published", qualifier: "about", source: "an agency" };

const anEdition = (slug: string, told: TracedFigure | null, days = 1): ComparedEdition => ({
  slug,
  names: { ar: slug, fr: slug, en: slug },
  timeZone: "Africa/Casablanca",
  days: Array.from({ length: days }, (_, index) => ({
    date: `2025-05-1${index}`,
    visits: 0,
    pavilionVisits: 0,
    peakHour: null,
    isSettled: true,
  })),
  figures: [{ figure: "visits.total", told }],
});
const reasons = (...editions: ComparedEdition[]) =>
  comparisonRemarks(editions).map(({ reason, editions: about }) => [reason, ...about]);

describe("what is not comparable", () => {
  it("is nothing where both were counted, finally, over as many days", () => {
    expect(reasons(anEdition("a", counted), anEdition("b", counted))).toEqual([]);
  });

  it("is a figure of another origin, and one that is only about", () => {
    expect(reasons(anEdition("a", counted), anEdition("b", published))).toEqual([
      ["other_origin", "b"],
      ["not_exact", "b"],
    ]);
  });

  it("is a figure that one does not know; what none knows is no remark", () => {
    expect(reasons(anEdition("a", counted), anEdition("b", null))).toEqual([["not_known", "b"]]);
    expect(reasons(anEdition("a", null), anEdition("b", null))).toEqual([]);
  });

  it("is a total over another number of days, or one that may still change", () => {
    expect(reasons(anEdition("a", counted, 2), anEdition("b", { ...counted, isLive: true }))).toEqual([
      ["not_final", "b"],
      ["other_length", "b"],
    ]);
  });
});
