import type { DeviceVisit, VisitState } from "@abwab/contract";
import { foldName } from "@abwab/domain";

/** Who is still to come stands before who is there. */
const order: Record<VisitState, number> = {
  late: 0,
  expected: 0,
  partly_arrived: 0,
  no_show: 1,
  arrived: 2,
  cancelled: 3,
};

/** The groups whose name, city or code has every word of what was typed, in the order of their hours. */
export function findGroups(groups: readonly DeviceVisit[], typed: string): DeviceVisit[] {
  const words = foldName(typed).split(" ").filter(Boolean);
  return groups
    .filter(({ visit }) => visit.state !== "cancelled")
    .filter((group) => {
      const text = textOf(group);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => order[a.visit.state] - order[b.visit.state] || startOf(a) - startOf(b));
}

const startOf = ({ visit }: DeviceVisit): number =>
  visit.slot ? Date.parse(visit.slot.startsAt) : Number.POSITIVE_INFINITY;

const texts = new WeakMap<DeviceVisit, string>();

/** Folded once: a list is looked through at every key. */
function textOf(group: DeviceVisit): string {
  const known = texts.get(group);
  if (known !== undefined) return known;
  const { nameAr, nameFr, city } = group.visit.organisation;
  const text = foldName([nameAr, nameFr, city, group.visit.passCode].filter(Boolean).join(" "));
  texts.set(group, text);
  return text;
}
