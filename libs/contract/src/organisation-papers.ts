import { z } from "zod";
import { printQuery } from "./passes.ts";
import { confirmationsQuery, visit } from "./visits.ts";

/**
 * What stands on a certificate of attendance: twelve hexadecimal digits, the last ones of the visit's id or of the
 * organisation's; case, blanks and hyphens do not matter. It opens no door, as a pass's code would.
 */
export const certificateReference = z
  .string()
  .transform((text) => text.replaceAll(/[\s-]/g, "").toLowerCase())
  .pipe(z.string().regex(/^[\da-f]{12}$/, "must be the twelve digits of a certificate"));

/** `3F9A-12BC-77D0`, of the id of a visit or an organisation. */
export const certificateReferenceOf = (id: string): string =>
  (id.toUpperCase().slice(-12).match(/.{4}/g) ?? []).join("-");

/** The visits that a certificate speaks of, as they stand now. */
export const certificate = z.object({ reference: z.string(), visits: z.array(visit) });
export type Certificate = z.infer<typeof certificate>;

/** Certificates of one document; more are printed in parts. */
export const CERTIFICATES_PER_DOCUMENT = 200;
export const certificatesQuery = confirmationsQuery;
export type CertificatesQuery = z.infer<typeof certificatesQuery>;

export const organisationReportQuery = printQuery.extend({
  /** Whether it names persons: its contact, the holders of its badges (P1). */
  people: z.enum(["shown", "left_out"]).default("left_out"),
});
export type OrganisationReportQuery = z.infer<typeof organisationReportQuery>;
