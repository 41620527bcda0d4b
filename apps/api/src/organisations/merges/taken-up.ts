import type { Organisation } from "@abwab/contract";

const fields = ["kind", "nameAr", "nameFr", "city", "province", "contact", "expectedPupils", "expectedAdults"] as const;
export type TakenField = (typeof fields)[number];
export type Taken = Partial<Pick<Organisation, TakenField>>;

const isEmpty = (value: unknown): boolean => value === null || value === 0;
const pick = (from: Organisation, names: readonly TakenField[]): Taken =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

/** What the one that is kept has nothing of and the other has. */
export function takenUp(kept: Organisation, other: Organisation): Taken {
  return pick(
    other,
    fields.filter(
      (name) => isEmpty(kept[name]) && !isEmpty(other[name]) && (name !== "kind" || kept.type === other.type),
    ),
  );
}

/** What is given back: the fields that were taken and that nobody has changed since, emptied. */
export function givenBack(kept: Organisation, other: Organisation, taken: readonly TakenField[]): Taken {
  const unchanged = taken.filter((name) => JSON.stringify(kept[name]) === JSON.stringify(other[name]));
  const emptied: Taken = Object.fromEntries(
    unchanged.map((name) => [name, name === "expectedPupils" || name === "expectedAdults" ? 0 : null]),
  );
  const { nameAr, nameFr } = { ...kept, ...emptied };
  if (nameAr !== null || nameFr !== null) return emptied;
  // Its own name has been taken away since: without this one it would have none.
  return { ...emptied, nameAr: kept.nameAr, nameFr: kept.nameFr };
}
