import { countOnly, type Direction, type Names, type NewCheckpoint, type NewZone, type Policy } from "@abwab/contract";
import { pavilionTable, type PavilionSize } from "./pavilion-table.ts";

export interface ParkOptions {
  readonly siteNames: Names;
  readonly directions: readonly Direction[];
  /** Persons the whole park may hold; none where nobody said. */
  readonly siteCapacity: number | null;
  /** Whether the sizes of pavilions and halls, which are made up, are given too. */
  readonly withSizes: boolean;
  /** Whether the halls ask for passes. */
  readonly withPasses: boolean;
}

export interface SamplePark {
  readonly zones: NewZone[];
  readonly checkpoints: NewCheckpoint[];
}

const GATES = 8;
/** One person a square metre, as safety rules for exhibition halls reckon. */
const pavilionAreaM2: Record<PavilionSize, number> = { small: 140, medium: 220, large: 340, grand: 520 };
const doorsOf: Record<PavilionSize, number> = { small: 1, medium: 1, large: 2, grand: 2 };
const doorLetters = [
  { code: "A", ar: "أ" },
  { code: "B", ar: "ب" },
] as const;

export const pavilionCode = (index: number): string => `P${String(index + 1).padStart(2, "0")}`;

/** The park every sample edition is held in: eight gates, fifty pavilions, an arena, children's spaces, two halls. */
export function samplePark(options: ParkOptions): SamplePark {
  const sized = (figure: number): number | null => (options.withSizes ? figure : null);
  const zones: NewZone[] = [zone("SITE", "site", options.siteNames, { capacity: options.siteCapacity })];
  const checkpoints: NewCheckpoint[] = gates(options.directions);

  for (const [index, pavilion] of pavilionTable.entries()) {
    const area = pavilionAreaM2[pavilion.size];
    const policy = { ...countOnly, anonymousOnly: pavilion.anonymousOnly ?? false };
    const size = { capacity: sized(area), areaM2: sized(area), policy };
    zones.push(zone(pavilionCode(index), "pavilion", pavilion.names, size));
    checkpoints.push(...doors(pavilionCode(index), doorsOf[pavilion.size], options.directions));
  }

  const arena = { ar: "ساحة العروض", fr: "Arène des spectacles", en: "Show arena" };
  const kids = { ar: "فضاءات الأطفال", fr: "Espaces enfants", en: "Children’s spaces" };
  const asking = (mode: Policy["mode"]): Policy => (options.withPasses ? { ...countOnly, mode } : countOnly);
  const hall = (number: number): Names => ({
    ar: `قاعة الندوات ${number}`,
    fr: `Salle de conférences ${number}`,
    en: `Seminar hall ${number}`,
  });
  zones.push(
    zone("ARENA", "arena", arena, { capacity: sized(9_000), areaM2: 9_400 }),
    zone("KIDS", "children", kids, { capacity: sized(1_000), areaM2: 1_000 }),
    zone("HALL1", "hall", hall(1), { capacity: sized(600), areaM2: sized(650), policy: asking("once") }),
    zone("HALL2", "hall", hall(2), { capacity: sized(350), areaM2: sized(400), policy: asking("in_out") }),
  );
  checkpoints.push(
    ...doors("ARENA", 2, options.directions),
    ...doors("KIDS", 1, options.directions),
    ...doors("HALL1", 1, options.directions),
    ...doors("HALL2", 1, options.directions),
  );
  return { zones, checkpoints };
}

function zone(code: string, kind: NewZone["kind"], names: Names, more: Partial<NewZone>): NewZone {
  const plain = { capacity: null, areaM2: null, status: "open", message: null } as const;
  return { code, kind, names, ...plain, policy: countOnly, ...more };
}

function gates(directions: readonly Direction[]): NewCheckpoint[] {
  return Array.from({ length: GATES }, (_, index) => ({
    code: `G${index + 1}`,
    zone: "SITE",
    directions: [...directions],
    names: { ar: `الباب ${index + 1}`, fr: `Porte ${index + 1}`, en: `Gate ${index + 1}` },
  }));
}

function doors(zoneCode: string, count: number, directions: readonly Direction[]): NewCheckpoint[] {
  return doorLetters.slice(0, count).map((letter) => ({
    code: `${zoneCode}-${letter.code}`,
    zone: zoneCode,
    directions: [...directions],
    names: { ar: `المدخل ${letter.ar}`, fr: `Entrée ${letter.code}`, en: `Entrance ${letter.code}` },
  }));
}
