import { instant, localDate } from "@abwab/contract";
import type { Calendar } from "@abwab/domain";
import { FatalError } from "../start/fatal-error.ts";
import type { ReplayRow } from "./replay-row.ts";

/** Which slots are replayed: those that start at `from` or later and before `to`, ms since the epoch. */
export interface ReplayWindow {
  readonly from: number;
  readonly to: number;
}

/** Reads `--from` and `--to`: instants, or days of the edition; left out, everything. */
export function readWindow(from: string | undefined, to: string | undefined, calendar: Calendar): ReplayWindow {
  const read = (flag: string, text: string | undefined, absent: number): number => {
    if (text === undefined) return absent;
    if (localDate.safeParse(text).success) return calendar.startOf(text);
    if (instant.safeParse(text).success) return Date.parse(text);
    throw new FatalError(`${flag} "${text}" is neither a date (2025-05-17) nor a time (2025-05-17T09:00:00+01:00).`);
  };
  return { from: read("--from", from, Number.NEGATIVE_INFINITY), to: read("--to", to, Number.POSITIVE_INFINITY) };
}

export async function* rowsWithin(rows: AsyncIterable<ReplayRow>, window: ReplayWindow): AsyncGenerator<ReplayRow> {
  for await (const row of rows) if (row.slotStart >= window.from && row.slotStart < window.to) yield row;
}
