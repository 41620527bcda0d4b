import { contact, type Organisation, organisationKind } from "@abwab/contract";
import { regionOf } from "@abwab/domain";
import type { Prisma } from "../platform/prisma-client/generated/client.ts";

/** An organisation of the registry as it is shown. */
export function toOrganisation(row: Prisma.OrganisationModel): Organisation {
  const { id, type, kind, nameAr, nameFr, city, province, expectedPupils, expectedAdults, importId, atGate } = row;
  return {
    id,
    type,
    kind: kind === null ? null : organisationKind.parse(kind),
    nameAr,
    nameFr,
    city,
    province,
    region: province === null ? null : regionOf(province),
    expectedPupils,
    expectedAdults,
    contact: row.contact === null ? null : contact.parse(row.contact),
    importId,
    atGate,
    createdAt: row.createdAt.toISOString(),
  };
}
