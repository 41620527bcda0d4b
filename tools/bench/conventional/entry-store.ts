import { hash } from "node:crypto";
import { type EntryFlag, entryFlags, type NewEntry } from "@abwab/contract";
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

/** SHA-256 of the pass's token, by which passes and their crossings are found; null without a pass. */
export const digestOf = ({ pass }: NewEntry): Buffer | null =>
  pass === undefined ? null : hash("sha256", pass, "buffer");

/**
 * What is flagged of a pass.
 *
 * @param found whether it is known, and whether it was revoked
 * @param seen whether it crossed here before
 */
export function flagsOf(found: { revoked: boolean } | undefined, seen: boolean): number {
  if (found === undefined) return bitOf("unknown_pass");
  return (found.revoked ? bitOf("revoked_pass") : 0) + (seen ? bitOf("duplicate_pass") : 0);
}

const bitOf = (flag: EntryFlag): number => 2 ** entryFlags.indexOf(flag);
