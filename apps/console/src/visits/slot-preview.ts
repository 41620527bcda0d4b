import { hourOfDay, type NewSlots } from "@abwab/contract";
import { slotTimes, type Calendar, type Interval } from "@abwab/domain";

/** What the form of a row of slots holds. */
export interface SlotsDraft extends Omit<NewSlots, "minutes" | "capacity"> {
  minutes: number | null;
  capacity: number | null;
}

export interface SlotPreview {
  readonly slots: number;
  readonly places: number;
  /** Those of the first day, in their order. */
  readonly firstDay: readonly Interval[];
  /** Whether time is left over at the end of a day that makes no whole slot. */
  readonly leavesRest: boolean;
}

/** How many slots and places a row would make; undefined until the form says enough to know. */
export function previewOf(calendar: Calendar, draft: SlotsDraft): SlotPreview | undefined {
  const { days, from, to, minutes, capacity } = draft;
  const isTimed = hourOfDay.safeParse(from).success && hourOfDay.safeParse(to).success;
  if (!isTimed || minutes === null || minutes < 5 || capacity === null || days.length === 0) return undefined;
  const slots = slotTimes(calendar, days, { from, to, minutes });
  const firstDay = slotTimes(calendar, days.toSorted().slice(0, 1), { from, to, minutes });
  const end = firstDay.at(-1)?.to;
  const [wholeDay] = slotTimes(calendar, days.toSorted().slice(0, 1), { from, to, minutes: 1 }).slice(-1);
  return {
    slots: slots.length,
    places: slots.length * capacity,
    firstDay,
    leavesRest: end !== undefined && wholeDay !== undefined && wholeDay.to > end,
  };
}
