import type { NewEntry } from "@abwab/contract";
import type { Device } from "./devices.ts";

export type Outcome = "recorded" | "duplicate";

/** Records the entries of one request, with their tally, in one transaction. */
export abstract class EntryStore {
  abstract record(device: Device, entries: readonly NewEntry[]): Promise<Outcome>;
}

/** Start of the minute that an entry is tallied under. */
export function minuteOf(entry: NewEntry): Date {
  return new Date(Math.floor(Date.parse(entry.occurredAt) / 60_000) * 60_000);
}

export const dayOf = (entry: NewEntry): Date => new Date(`${entry.occurredAt.slice(0, 10)}T00:00:00Z`);
