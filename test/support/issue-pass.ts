import type { Client } from "@abwab/api-client";
import { type BodyOf, type IssuedPass, routes } from "@abwab/contract";

/** A visitor's pass, unless something else is given. */
export const issuePass = (
  organiser: Client,
  slug: string,
  given: Partial<BodyOf<typeof routes.issuePass>> = {},
): Promise<IssuedPass> => organiser.call(routes.issuePass, { params: { slug }, body: { kind: "visitor", ...given } });

/** A school of so many pupils and adults. */
export const issueGroupPass = (organiser: Client, slug: string, pupils: number, adults: number): Promise<IssuedPass> =>
  issuePass(organiser, slug, { kind: "group", category: "pupils", label: "Ibn Khaldoun", group: { pupils, adults } });
