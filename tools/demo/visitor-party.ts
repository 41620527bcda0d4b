import type { BaseCategory } from "@abwab/contract";

export interface VisitorParty {
  readonly category: BaseCategory;
  readonly headcount: number;
}

/** Share of each kind of party among all that arrive, and how many people it is. */
const kinds: readonly { share: number; category: BaseCategory; least: number; most: number }[] = [
  { share: 0.45, category: "public", least: 1, most: 2 },
  { share: 0.4, category: "public", least: 2, most: 6 },
  { share: 0.03, category: "pupils", least: 18, most: 40 },
  { share: 0.03, category: "civil_society", least: 3, most: 12 },
  { share: 0.03, category: "media", least: 1, most: 4 },
  { share: 0.02, category: "officials", least: 1, most: 5 },
  { share: 0.04, category: "staff", least: 1, most: 2 },
];

/** Who comes through the gate next: about three people on average. */
export function nextParty(random: () => number): VisitorParty {
  let left = random();
  const kind = kinds.find(({ share }) => (left -= share) < 0) ?? kinds[0];
  if (!kind) throw new Error("there are kinds of parties");
  const headcount = kind.least + Math.floor(random() * (kind.most - kind.least + 1));
  return { category: kind.category, headcount };
}
