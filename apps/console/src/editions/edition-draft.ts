import type { Edition, EditionPatch, NewEdition } from "@abwab/contract";
import { noNames } from "../app/names-fields.tsx";

/** What the form of an edition holds. */
export type EditionDraft = Pick<
  Edition,
  "slug" | "names" | "city" | "venue" | "timeZone" | "dayCutoff" | "days" | "status" | "public"
>;

/** A new edition's form, its first day `today` (`YYYY-MM-DD`). */
export const emptyDraft = (today: string): EditionDraft => ({
  slug: "",
  names: noNames,
  city: "",
  venue: "",
  timeZone: "Africa/Casablanca",
  dayCutoff: "00:00",
  days: [{ date: today, opensAt: "09:00", closesAt: "21:00" }],
  status: "draft",
  public: false,
});

export const draftOf = ({
  slug,
  names,
  city,
  venue,
  timeZone,
  dayCutoff,
  days,
  status,
  public: shown,
}: Edition): EditionDraft => ({
  slug,
  names,
  city,
  venue,
  timeZone,
  dayCutoff,
  days,
  status,
  public: shown,
});

export const newEditionOf = (draft: EditionDraft): NewEdition => ({ ...draft, categories: [], published: [] });

/** Only what differs: some fields may no longer be sent once there are entries, even unchanged. */
export function editionPatchOf(before: EditionDraft, after: EditionDraft): EditionPatch {
  const { slug: _, ...fields } = after;
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof EditionDraft]),
    ),
  );
}
