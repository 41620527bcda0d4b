import type { Organisation, OrganisationType } from "@abwab/contract";
import type { EditionConfiguration } from "../editions/edition-configuration.ts";
import { draftOf, type PassDraft } from "../passes/pass-draft.ts";
import { dayOf, overAt, type VisitTime, wholeDay } from "./visit-day.ts";
import { wrongInput } from "./wrong-input.ts";

export type NamedOrganisation = Pick<Organisation, "id" | "type" | "nameAr" | "nameFr">;

export interface Group {
  pupils: number;
  adults: number;
}

const categories: Readonly<Record<OrganisationType, string>> = {
  school: "pupils",
  civil_society: "civil_society",
  media: "media",
  institution: "officials",
};

/** How a pass and a list call an organisation that has two names: by the Arabic one. */
export const nameOf = ({ nameAr, nameFr }: Pick<Organisation, "nameAr" | "nameFr">): string => nameAr ?? nameFr ?? "";

/** The group pass of a visit: good on its day, at every door. Throws `invalid` where that day is over. */
export function visitPass(
  edition: EditionConfiguration,
  organisation: NamedOrganisation,
  { pupils, adults }: Group,
  time: VisitTime,
): PassDraft {
  const now = Date.now();
  const [day, end] = [dayOf(edition, time), overAt(edition, time)];
  if (end <= now) throw wrongInput("slotId", "in_the_past", "The day on which the group was to come is over.");
  return draftOf(
    {
      kind: "group",
      category: categories[organisation.type],
      label: nameOf(organisation),
      group: { pupils, adults },
      zones: null,
      validFrom: day === undefined ? null : new Date(wholeDay(edition, day).from).toISOString(),
      validUntil: new Date(end).toISOString(),
      organisationId: organisation.id,
    },
    edition,
    now,
  );
}
