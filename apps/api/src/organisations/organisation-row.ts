import { contact, type Organisation, organisationKind, type OrganisationType } from "@abwab/contract";
import { regionOf } from "@abwab/domain";

/** What a repository reads of an organisation. */
interface OrganisationRow {
  id: string;
  type: OrganisationType;
  kind: string | null;
  nameAr: string | null;
  nameFr: string | null;
  city: string | null;
  province: string | null;
  expectedPupils: number;
  expectedAdults: number;
  contact: unknown;
  importId: string | null;
  atGate: boolean;
  createdAt: Date;
}

/** An organisation of the registry as it is shown. */
export function toOrganisation(row: OrganisationRow): Organisation {
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
