import type { Organisation, OrganisationKind, OrganisationType } from "@abwab/contract";

/** An organisation as a form holds it: an empty field is an empty text. */
export interface OrganisationDraft {
  type: OrganisationType;
  kind: OrganisationKind | null;
  nameAr: string;
  nameFr: string;
  city: string;
  province: string | null;
  /** null while nothing is filled in: nobody is expected, as far as is known. */
  expectedPupils: number | null;
  expectedAdults: number | null;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text);

export function draftOf(organisation: Organisation | undefined): OrganisationDraft {
  return {
    type: organisation?.type ?? "school",
    kind: organisation?.kind ?? null,
    nameAr: organisation?.nameAr ?? "",
    nameFr: organisation?.nameFr ?? "",
    city: organisation?.city ?? "",
    province: organisation?.province ?? null,
    expectedPupils: organisation?.expectedPupils ?? null,
    expectedAdults: organisation?.expectedAdults ?? null,
    contactName: organisation?.contact?.name ?? "",
    contactPhone: organisation?.contact?.phone ?? "",
    contactEmail: organisation?.contact?.email ?? "",
  };
}

/** What is sent of a draft; the contract's schema says whether it may be. */
export function bodyOf({ contactName, contactPhone, contactEmail, ...draft }: OrganisationDraft) {
  const contact = { name: orNull(contactName), phone: orNull(contactPhone), email: orNull(contactEmail) };
  const hasContact = Object.values(contact).some((each) => each !== null);
  return {
    ...draft,
    nameAr: orNull(draft.nameAr),
    nameFr: orNull(draft.nameFr),
    city: orNull(draft.city),
    expectedPupils: draft.expectedPupils ?? 0,
    expectedAdults: draft.expectedAdults ?? 0,
    contact: hasContact ? contact : null,
  };
}
