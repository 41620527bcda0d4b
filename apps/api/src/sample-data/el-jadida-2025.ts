import type { PublishedFigure } from "@abwab/contract";
import type { SampleEdition } from "./sample-edition.ts";
import { samplePark } from "./sample-park.ts";

const SOURCE = "press reports, May 2025";
const figure = (metric: string, value: number, qualifier: PublishedFigure["qualifier"]): PublishedFigure => ({
  metric,
  value,
  qualifier,
  source: SOURCE,
});

/**
 * The sixth open days of Morocco's national police, with the figures the press gave for them. It stays `open`, so
 * that crossings of the time can be replayed into it. Entries only: nobody reported how many were inside.
 */
export function elJadida2025(): SampleEdition {
  const dates = ["2025-05-17", "2025-05-18", "2025-05-19", "2025-05-20", "2025-05-21"];
  const park = samplePark({
    siteNames: {
      ar: "مركز المعارض محمد السادس",
      fr: "Parc d’exposition Mohammed VI",
      en: "Mohammed VI exhibition park",
    },
    directions: ["in"],
    siteCapacity: null,
    withSizes: false,
    withPasses: false,
  });
  return {
    edition: {
      slug: "el-jadida-2025",
      ordinal: 6,
      names: {
        ar: "الأبواب المفتوحة، الجديدة 2025 (بيانات نموذجية)",
        fr: "Portes ouvertes, El Jadida 2025 (exemple)",
        en: "Open days, El Jadida 2025 (sample)",
      },
      city: "El Jadida",
      venue: "Mohammed VI exhibition park",
      timeZone: "Africa/Casablanca",
      dayCutoff: "00:00",
      days: dates.map((date) => ({ date, opensAt: "09:00", closesAt: "21:00" })),
      status: "open",
      public: true,
      categories: [],
      originSample: 0,
      pupilsPerAdult: null,
      published: [
        figure("visits", 2_400_000, "about"),
        figure("weekend_visits", 1_180_000, "over"),
        figure("schools", 1_916, "exact"),
        figure("civil_society_bodies", 1_500, "about"),
        figure("media_outlets", 187, "exact"),
        figure("media_activities", 1_256, "exact"),
        figure("broadcast_views", 29_000_000, "about"),
        figure("pavilions", 50, "exact"),
        figure("covered_themed_area_m2", 10_000, "over"),
      ],
    },
    ...park,
  };
}
