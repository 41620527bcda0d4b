import type { Contact } from "@abwab/contract";

/**
 * What the audit trail keeps of an organisation's fields: the contact is personal data that is purged (P1), the trail
 * is not. That there is one, or another one, is news enough.
 */
export function forTrail<Fields extends { contact?: Contact | null | undefined }>(
  fields: Fields,
): Omit<Fields, "contact"> & { contact?: "given" | "none" } {
  const { contact, ...others } = fields;
  return contact === undefined ? others : { ...others, contact: contact === null ? "none" : "given" };
}

export const subjectOf = (slug: string, id: string): string => `organisation ${slug}/${id}`;
