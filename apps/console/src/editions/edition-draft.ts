import { newEdition, type Edition, type EditionPatch, type NewEdition, type PublishedFigure } from "@abwab/contract";
import { noNames } from "../app/names-fields.tsx";

/** A published figure as the form holds it: its value may not be filled in yet. */
export type PublishedDraft = Omit<PublishedFigure, "value"> & { value: number | null };

/** What the form of an edition holds. */
export interface EditionDraft extends Omit<NewEdition, "ordinal" | "coveredAreaM2" | "published"> {
  ordinal: number | null;
  coveredAreaM2: number | null;
  published: PublishedDraft[];
}

/** A new edition's form, its first day `today` (`YYYY-MM-DD`). */
export const emptyDraft = (today: string): EditionDraft => ({
  slug: "",
  ordinal: null,
  names: noNames,
  city: "",
  venue: "",
  coveredAreaM2: null,
  timeZone: "Africa/Casablanca",
  dayCutoff: "00:00",
  days: [{ date: today, opensAt: "09:00", closesAt: "21:00" }],
  status: "draft",
  public: false,
  categories: [],
  originSample: 0,
  pupilsPerAdult: null,
  published: [],
});

export const draftOf = (edition: Edition): EditionDraft => ({
  ...edition,
  ordinal: edition.ordinal ?? null,
  coveredAreaM2: edition.coveredAreaM2 ?? null,
});

/** What the contract's schema is to check. A figure that the edition has can be changed but not emptied. */
export function bodyOf(draft: EditionDraft, edition: Edition | undefined) {
  const { ordinal, coveredAreaM2, ...rest } = draft;
  return {
    ...rest,
    ...(ordinal === null && edition?.ordinal === undefined ? {} : { ordinal }),
    ...(coveredAreaM2 === null && edition?.coveredAreaM2 === undefined ? {} : { coveredAreaM2 }),
  };
}

/** Only what differs: some fields may no longer be sent once there are entries, even unchanged. */
export function editionPatchOf(edition: Edition, body: NewEdition): EditionPatch {
  const before: Readonly<Record<string, unknown>> = newEdition.parse(edition);
  const { slug: _, ...fields } = body;
  return Object.fromEntries(
    Object.entries(fields).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key])),
  );
}
