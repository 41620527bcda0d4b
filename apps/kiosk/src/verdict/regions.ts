import type { Names } from "@abwab/contract";
import { moroccanRegions } from "@abwab/domain";

export interface Region {
  /** ISO 3166-2, as it is stored. */
  readonly code: string;
  readonly names: Names;
}

export const regions: readonly Region[] = moroccanRegions.map(({ iso, nameAr, nameFr, nameEn }) => ({
  code: iso,
  names: { ar: nameAr, fr: nameFr, en: nameEn },
}));

/** Stored for whoever comes from outside Morocco: the code that ISO 3166 leaves to its users for what it does not name. */
export const ABROAD = "XX";
