import { certificateReferenceOf, type Edition, type Slot, type Visit, type VisitState } from "@abwab/contract";
import { createCalendar, foldName } from "@abwab/domain";

/** So many pupils and adults. */
export interface People {
  readonly pupils: number;
  readonly adults: number;
}
export const headsOf = ({ pupils, adults }: People): number => pupils + adults;

/** What is looked for on the board; empty where nothing is. */
export interface BoardFilter {
  readonly state: VisitState | "";
  readonly province: string;
  readonly search: string;
}

/** A slot with its visits. */
export interface SlotGroup {
  /** `walk_in`: those that came at no set time. `any_day`: those that may come on any day of the edition. */
  readonly slot: Slot | "walk_in" | "any_day";
  readonly visits: readonly Visit[];
}

export interface BoardTotals {
  readonly visits: number;
  readonly expected: People;
  readonly arrived: People;
  /** Distinct organisations of whom somebody has arrived. */
  readonly represented: number;
  readonly byState: Readonly<Record<VisitState, number>>;
}

/** The day to show: the one asked for, else today, else the last one before, else the edition's first. */
export function dayInView(edition: Edition, asked: string | null, now: number): string {
  const dates = edition.days.map(({ date }) => date).toSorted();
  if (asked !== null && dates.includes(asked)) return asked;
  const today = createCalendar(edition.timeZone, edition.dayCutoff).dayOf(now);
  const day = dates.findLast((date) => date <= today) ?? dates[0];
  if (day === undefined) throw new RangeError("an edition has at least one day");
  return day;
}

const add = (sum: People, { pupils, adults }: People): People => ({
  pupils: sum.pupils + pupils,
  adults: sum.adults + adults,
});
const nobody: People = { pupils: 0, adults: 0 };

/** Whether it is of no day in particular; the figures of a day leave it out. */
const isAnyDay = ({ slot, walkIn }: Visit): boolean => slot === null && !walkIn;

/** The day's figures. A visit that was cancelled is expected no more; whoever came of it all the same has come. */
export function totalsOf(shown: readonly Visit[]): BoardTotals {
  const visits = shown.filter((visit) => !isAnyDay(visit));
  const standing = visits.filter(({ state }) => state !== "cancelled");
  const count = (state: VisitState) => visits.filter((visit) => visit.state === state).length;
  return {
    visits: standing.length,
    expected: standing.reduce(add, nobody),
    arrived: visits.map(({ arrived }) => arrived).reduce(add, nobody),
    represented: new Set(
      visits.filter(({ arrived }) => headsOf(arrived) > 0).map(({ organisation }) => organisation.id),
    ).size,
    byState: {
      expected: count("expected"),
      partly_arrived: count("partly_arrived"),
      arrived: count("arrived"),
      late: count("late"),
      no_show: count("no_show"),
      cancelled: count("cancelled"),
    },
  };
}

/** Visits under their slots in the order of time; slots without visits are there too, so that one can book on them. */
export function groupBySlot(slots: readonly Slot[], visits: readonly Visit[]): SlotGroup[] {
  const known = new Map(slots.map((slot) => [slot.id, slot]));
  // A slot that was made since the slots were read comes with its visit.
  for (const { slot } of visits) if (slot && !known.has(slot.id)) known.set(slot.id, slot);
  const byTime = [...known.values()].toSorted(
    (one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt) || (one.zone < other.zone ? -1 : 1),
  );
  const groups: SlotGroup[] = byTime.map((slot) => ({
    slot,
    visits: visits.filter((visit) => visit.slot?.id === slot.id),
  }));
  const loose: SlotGroup[] = [
    { slot: "walk_in", visits: visits.filter(({ slot, walkIn }) => slot === null && walkIn) },
    { slot: "any_day", visits: visits.filter(isAnyDay) },
  ];
  return [...groups, ...loose.filter((group) => group.visits.length > 0)];
}

/** How much of what was expected has come, 0 to 1. */
export function shareArrived(visit: Pick<Visit, "pupils" | "adults" | "arrived">): number {
  const expected = headsOf(visit);
  if (expected === 0) return headsOf(visit.arrived) > 0 ? 1 : 0;
  return Math.min(1, headsOf(visit.arrived) / expected);
}

/** Places that a slot has left; none where it was overbooked. */
export const roomOf = ({ capacity, booked }: Slot): number => Math.max(0, capacity - booked);

/** Visits that what is looked for fits; a name is found by parts of its words, however it is
 * spelled, a certificate by its reference. */
export function filterVisits(visits: readonly Visit[], { state, province, search }: BoardFilter): Visit[] {
  const words = foldName(search)
    .split(" ")
    .filter((word) => word !== "");
  return visits.filter((visit) => {
    const { nameAr, nameFr, city } = visit.organisation;
    const references = [visit.id, visit.organisation.id].map(certificateReferenceOf);
    const text = foldName([nameAr, nameFr, city, visit.passCode, ...references].join(" "));
    return (
      (state === "" || visit.state === state) &&
      (province === "" || visit.organisation.province === province) &&
      words.every((word) => text.includes(word))
    );
  });
}
