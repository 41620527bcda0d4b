import type { Interval } from "../opening-hours.ts";

/** What is planned for a hall, as far as it can clash with others. */
export interface Planned {
  readonly id: string;
  readonly zone: string;
  /** ms since the epoch. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly speakers: readonly { readonly name: string }[];
  readonly expected: number | null;
}

export type Remark =
  | { code: "hall_clash"; with: string[] }
  | { code: "speaker_clash"; with: string[]; speaker: string }
  | { code: "over_capacity"; over: number }
  | { code: "outside_hours" };

/**
 * What an organiser should know of an item beside the others of its edition. Two that follow each other without a
 * break don't clash.
 *
 * @param others items that may overlap it; it may itself be among them
 */
export function remarksOn(
  item: Planned,
  others: readonly Planned[],
  { capacity, open }: { capacity: number | null; open: readonly Interval[] },
): Remark[] {
  const beside = others.filter(
    (other) => other.id !== item.id && other.startsAt < item.endsAt && other.endsAt > item.startsAt,
  );
  const remarks: Remark[] = [];
  const sameHall = beside.filter(({ zone }) => zone === item.zone);
  if (sameHall.length > 0) remarks.push({ code: "hall_clash", with: sameHall.map(({ id }) => id) });
  for (const { name } of item.speakers) {
    const elsewhere = beside.filter(
      (other) => other.zone !== item.zone && other.speakers.some((speaker) => folded(speaker.name) === folded(name)),
    );
    if (elsewhere.length > 0) {
      remarks.push({ code: "speaker_clash", speaker: name, with: elsewhere.map(({ id }) => id) });
    }
  }
  if (capacity !== null && item.expected !== null && item.expected > capacity) {
    remarks.push({ code: "over_capacity", over: item.expected - capacity });
  }
  if (!open.some(({ from, to }) => from <= item.startsAt && item.endsAt <= to)) remarks.push({ code: "outside_hours" });
  return remarks;
}

/** A name as it is compared: case and blanks are written one way today and another tomorrow. */
const folded = (name: string): string => name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
