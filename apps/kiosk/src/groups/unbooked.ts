import type { DeviceOrganisation, OrganisationType, walkInVisit } from "@abwab/contract";
import type { z } from "zod";

/** A group that nobody has booked, as it stands at the gate. */
export interface Unbooked {
  /** Of its booking, whichever way it is sent: asked twice, it is booked once. */
  readonly id: string;
  /** Where it is in the registry. */
  readonly organisation: DeviceOrganisation | undefined;
  /** As it was typed, where it isn't. */
  readonly name: string;
  readonly type: OrganisationType;
}

/** What its adults count as. */
export const adultsOf: Record<OrganisationType, string> = {
  school: "pupils",
  civil_society: "civil_society",
  media: "media",
  institution: "officials",
};

/** What its booking says but for the numbers; undefined where it has no name to be booked under. */
export function bookingOf({ id, organisation, name, type }: Unbooked): Omit<Booking, "pupils" | "adults"> | undefined {
  if (organisation) return { id, organisationId: organisation.id };
  return name.trim() === "" ? undefined : { id, name: name.trim(), type };
}

export type Booking = z.input<typeof walkInVisit>;
