import { foldName } from "@abwab/domain";

/** As much as an index of PostgreSQL takes with room to spare. */
const LONGEST = 300;

/** What lists of organisations are in the order of: the names and the city as they are compared. */
export function organisationFolded(fields: {
  nameAr: string | null;
  nameFr: string | null;
  city: string | null;
}): string {
  const { nameAr, nameFr, city } = fields;
  return Array.from(foldName([nameAr, nameFr, city].join(" ")))
    .slice(0, LONGEST)
    .join("");
}
