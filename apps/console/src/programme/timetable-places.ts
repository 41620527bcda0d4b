/** Where an item stands in a day's timetable: rows are steps of five minutes from `from`. */
export interface Placed<Item> {
  item: Item;
  row: number;
  rows: number;
  /** Beside others of its hall at the same time: which of how many lanes. */
  lane: number;
  lanes: number;
}

interface Timed {
  startsAt: string;
  endsAt: string;
}

const STEP_MS = 5 * 60_000;

export const stepsBetween = (from: number, to: number): number => Math.max(1, Math.round((to - from) / STEP_MS));

/** Items of one hall, each in a lane of its own where they overlap. */
export function placeItems<Item extends Timed>(items: readonly Item[], from: number): Placed<Item>[] {
  const inOrder = items.toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  const ends: number[] = [];
  const lanes = inOrder.map(({ startsAt, endsAt }) => {
    const free = ends.findIndex((end) => end <= Date.parse(startsAt));
    const lane = free === -1 ? ends.length : free;
    ends[lane] = Date.parse(endsAt);
    return lane;
  });
  return inOrder.map((item, index) => {
    const [start, end] = [Date.parse(item.startsAt), Date.parse(item.endsAt)];
    return {
      item,
      row: Math.round((start - from) / STEP_MS) + 1,
      rows: stepsBetween(start, end),
      lane: lanes[index] ?? 0,
      lanes: ends.length,
    };
  });
}
