import type { EditionDay } from "@abwab/contract";
import type { SampleEdition } from "./sample-edition.ts";
import { sampleGate } from "./sample-gate.ts";
import { sampleOrganisations } from "./sample-organisations.ts";
import { sampleProgramme } from "./sample-programme.ts";
import { samplePark } from "./sample-park.ts";

const DAYS = 5;
const DAY_MS = 24 * 60 * 60_000;

/** Five days from `first` (YYYY-MM-DD) on, open round the clock so that screens live at whatever hour one looks. */
export function fiveDaysFrom(first: string): EditionDay[] {
  return Array.from({ length: DAYS }, (_, index) => ({
    date: new Date(Date.parse(`${first}T00:00:00Z`) + index * DAY_MS).toISOString().slice(0, 10),
    opensAt: "00:00",
    closesAt: "00:00",
  }));
}

/** An edition that is on now: the same park, counting exits too, with capacities that are made up. */
export function openDays(today: string): SampleEdition {
  const park = samplePark({
    siteNames: { ar: "فضاء المعارض", fr: "Parc d’exposition", en: "Exhibition park" },
    directions: ["in", "out"],
    siteCapacity: 60_000,
    withSizes: true,
    withPasses: true,
  });
  return {
    edition: {
      slug: "open-days",
      names: {
        ar: "الأبواب المفتوحة (بيانات نموذجية)",
        fr: "Portes ouvertes (exemple)",
        en: "Open days (sample)",
      },
      city: "Casablanca",
      venue: "Exhibition park (sample)",
      timeZone: "Africa/Casablanca",
      dayCutoff: "00:00",
      days: fiveDaysFrom(today),
      status: "open",
      public: true,
      categories: [],
      originSample: 0,
      pupilsPerAdult: 20,
      published: [],
    },
    ...park,
    movesWithToday: true,
    gate: sampleGate,
    organisations: sampleOrganisations,
    programme: sampleProgramme,
    slots: { zone: "SITE", from: "09:00", to: "17:00", minutes: 30, capacity: 150 },
  };
}
